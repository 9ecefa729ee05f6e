import {html, type TemplateResult} from 'lit';
import type {ActionState} from '../../api/decision.js';
import {changedParts, type Verification} from '../../domain/verification.js';
import {formatsFor} from '../../ui/format.js';
import {renderNotice} from '../../ui/notice.js';
import {renderText} from '../../ui/bidi.js';
import {renderPhrase} from '../../ui/phrase.js';
import type {Words} from '../../words/words.js';
import {changedValues, type ChangedValue} from './changed-values.js';
import {differing, renderDiffering, type AskedAction} from './question-of.js';
import {noticeOf} from './render-outcome.js';

/** What has happened to the record since the question was opened. */
export interface News {
  /** Another one for other news; empty when there are none. */
  readonly key: string;
  /** The server knows more than is here yet. */
  readonly isLoading: boolean;
  readonly parts: ReturnType<typeof changedParts>;
  /** What the reviewer saw when the question was opened. */
  readonly seen: Verification;
}

export function newsOf(seen: Verification, record: Verification, state: ActionState): News {
  const known = state.status === 'conflict' ? (state.current?.version ?? 0) : 0;
  const isLoading = known > record.version;
  const isOther = record.version !== seen.version;
  return {
    key: isLoading ? 'loading' : isOther ? String(record.version) : '',
    isLoading,
    parts: isOther ? changedParts(seen, record) : [],
    seen,
  };
}

interface Asked {
  readonly action: AskedAction;
  readonly record: Verification;
  readonly covered: boolean;
  readonly news: News;
  readonly state: ActionState<Verification>;
  readonly words: Words;
  readonly viewerId: string | undefined;
}

/** A value as it was seen and as it is now, read aloud as such. */
function renderChange({label, before, after}: ChangedValue, words: Words): TemplateResult {
  const shown = (values: readonly string[]): unknown =>
    values.length === 0
      ? words.of('value.none')
      : values.map(
          (value, at) =>
            html`${at === 0 ? '' : words.of('confirm.changed-comma')}${renderText(value, words)}`,
        );
  const to = html`<span aria-hidden="true">${words.of('confirm.changed-arrow')}</span
    ><span class="hidden">${words.of('confirm.changed-now')}</span>`;
  const drawn = {before: shown(before), to, after: html`<span class="strong">${shown(after)}</span>`};
  return html`<li>${renderPhrase(words, 'confirm.changed-value', drawn, {what: words.of(label)})}</li>`;
}

function renderNews({news, record, covered, words}: Asked): unknown {
  const {key, parts, seen} = news;
  if (key === '' || key === 'loading') return '';
  const changes = changedValues(seen, record, covered, words);
  const list = formatsFor(words.locale).list(parts.map((part) => words.of(`changed.${part}`)));
  return renderNotice({
    tone: 'caution',
    icon: 'refresh',
    what:
      parts.length === 0
        ? words.of('confirm.changed-some')
        : html`${renderPhrase(words, 'confirm.changed', {list: html`<bdi>${list}</bdi>`})}`,
    why: words.of('confirm.changed-why'),
    below:
      changes.length > 0
        ? html`<ul>
            ${changes.map((each) => renderChange(each, words))}
          </ul>`
        : undefined,
  });
}

/** What stands in the dialog between the question and the note: how the last try ended, what changed, what differs. */
export function renderAskedNotices(asked: Asked): unknown {
  const {action, record, covered, news, state, words, viewerId} = asked;
  const isTold = state.status !== 'sending' && !(state.status === 'conflict' && news.key !== 'loading');
  const told = isTold ? noticeOf(state, {words, viewerId, checkAgain: () => {}}) : undefined;
  return html`${told ? renderNotice(told) : ''}${renderNews(asked)}${
    action === 'approve' ? renderDiffering(differing(record, covered, words)) : ''
  }`;
}
