import {html} from 'lit';
import type {VerificationAction} from '../../domain/verification-actions.js';
import type {Verification} from '../../domain/verification.js';
import {shortIdOf} from '../../domain/verification-facts.js';
import {renderText} from '../../ui/bidi.js';
import type {Question} from '../../ui/confirm-dialog.js';
import {formatsFor} from '../../ui/format.js';
import type {IconName} from '../../ui/icons.js';
import {renderNotice, type Notice} from '../../ui/notice.js';
import {renderPhrase} from '../../ui/phrase.js';
import {isWordKey, type Words} from '../../words/words.js';

/** What asks before it is done. */
export type AskedAction = Exclude<VerificationAction, 'resend' | 'download'>;

interface Row {
  readonly icon?: IconName;
  readonly tone: Question['tone'];
}

const rows: {readonly [A in AskedAction]: Row} = {
  approve: {icon: 'approved', tone: 'positive'},
  reject: {icon: 'rejected', tone: 'negative'},
  cancel: {tone: 'plain'},
  reopen: {icon: 'restore', tone: 'plain'},
};

export const isAsked = (action: VerificationAction): action is AskedAction => Object.hasOwn(rows, action);

/** What the dialog asks, with the act and the person named. */
export function questionOf(action: AskedAction, verification: Verification, words: Words): Question {
  const {name} = verification.subject;
  const id = html`<bdi class="mono">${shortIdOf(verification)}</bdi>`;
  const shown = name ? html`<bdi>${renderText(name, words)}</bdi>` : words.of('confirm.unnamed');
  return {
    ...rows[action],
    act: words.of(`act.${action}`),
    title: renderPhrase(words, `confirm.${action}`, {name: shown}),
    why: html`${renderPhrase(words, 'confirm.which', {id})} ${words.of(`confirm.${action}-why`)}`,
  };
}

/** What of the declared values differs from the documents, said once more before an approval. */
export function differing(
  {documents}: Pick<Verification, 'documents'>,
  covered: boolean,
  words: Words,
): Notice | undefined {
  const kinds = [...new Set(documents.flatMap(({mismatches}) => mismatches.map(({kind}) => kind)))].filter(
    (kind) => !(covered && kind === 'face'),
  );
  if (kinds.length === 0) return undefined;
  const named = kinds.map((kind) => {
    const key: string = `differs.${kind}`;
    return isWordKey(key) ? words.of(key) : kind;
  });
  const list = formatsFor(words.locale).list(named);
  return {
    tone: 'caution',
    icon: 'differs',
    what: '',
    why: html`${renderPhrase(words, 'confirm.differ', {list: html`<bdi>${list}</bdi>`}, {n: kinds.length})}`,
  };
}

export const renderDiffering = (notice: Notice | undefined): unknown => (notice ? renderNotice(notice) : '');
