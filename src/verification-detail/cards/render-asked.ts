import {html} from 'lit';
import type {ActionState} from '../../api/decision.js';
import {changedParts, type Verification} from '../../domain/verification.js';
import {formatsFor} from '../../ui/format.js';
import {renderNotice} from '../../ui/notice.js';
import {renderPhrase} from '../../ui/phrase.js';
import type {Words} from '../../words/words.js';
import {differing, renderDiffering, type AskedAction} from './question-of.js';
import {noticeOf} from './render-outcome.js';

/** What has happened to the record since the question was opened. */
export interface News {
  /** Another one for other news; empty when there are none. */
  readonly key: string;
  /** The server knows more than is here yet. */
  readonly isLoading: boolean;
  readonly parts: ReturnType<typeof changedParts>;
}

export function newsOf(seen: Verification, record: Verification, state: ActionState): News {
  const known = state.status === 'conflict' ? (state.current?.version ?? 0) : 0;
  const isLoading = known > record.version;
  const isOther = record.version !== seen.version;
  return {
    key: isLoading ? 'loading' : isOther ? String(record.version) : '',
    isLoading,
    parts: isOther ? changedParts(seen, record) : [],
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

function renderNews({key, parts}: News, words: Words): unknown {
  if (key === '' || key === 'loading') return '';
  const list = formatsFor(words.locale).list(parts.map((part) => words.of(`changed.${part}`)));
  return renderNotice({
    tone: 'caution',
    icon: 'refresh',
    what:
      parts.length === 0
        ? words.of('confirm.changed-some')
        : html`${renderPhrase(words, 'confirm.changed', {list: html`<bdi>${list}</bdi>`})}`,
    why: words.of('confirm.changed-why'),
  });
}

/** What stands in the dialog between the question and the note: how the last try ended, what changed, what differs. */
export function renderAskedNotices(asked: Asked): unknown {
  const {action, record, covered, news, state, words, viewerId} = asked;
  const isTold = state.status !== 'sending' && !(state.status === 'conflict' && news.key !== 'loading');
  const told = isTold ? noticeOf(state, {words, viewerId, checkAgain: () => {}}) : undefined;
  return html`${told ? renderNotice(told) : ''}${renderNews(news, words)}${
    action === 'approve' ? renderDiffering(differing(record, covered, words)) : ''
  }`;
}
