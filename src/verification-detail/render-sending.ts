import {html, nothing, type TemplateResult} from 'lit';
import type {ActionState} from '../api/decision.js';
import {renderText} from '../ui/bidi.js';
import type {IconName} from '../ui/icons.js';
import {renderNotice, type Notice} from '../ui/notice.js';
import type {Tone} from '../ui/status.js';
import {caseWords} from '../words/case-words.js';
import {addWords, type WordKey, type Words} from '../words/words.js';

addWords(caseWords);

/** A send is under way, or nobody knows how one ended: what was written stays as it was sent. */
export const isUnderWay = ({status}: ActionState): boolean => status === 'sending' || status === 'unknown';

interface Row {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly what: WordKey;
  readonly why?: WordKey;
}

const rows = {
  offline: {tone: 'caution', icon: 'offline', what: 'sending.offline', why: 'sending.offline-why'},
  denied: {tone: 'negative', icon: 'locked', what: 'sending.denied', why: 'sending.denied-why'},
  failed: {tone: 'negative', icon: 'attention', what: 'sending.failed', why: 'sending.failed-why'},
  conflict: {tone: 'caution', icon: 'attention', what: 'sending.conflict', why: 'sending.conflict-why'},
  invalid: {tone: 'negative', icon: 'attention', what: 'sending.invalid'},
  unknown: {tone: 'info', icon: 'unknown', what: 'sending.unknown'},
} as const satisfies Readonly<Record<string, Row>>;

/** What a form writes to. */
export type SentTo = 'finding' | 'verification';

const gone: {readonly [T in SentTo]: Row} = {
  finding: {tone: 'caution', icon: 'unknown', what: 'sending.gone-finding', why: 'sending.gone-why'},
  verification: {tone: 'caution', icon: 'unknown', what: 'sending.gone', why: 'sending.gone-why'},
};

function noticeOf(state: ActionState, words: Words, checkAgain: () => void, to: SentTo): Notice | undefined {
  if (state.status === 'idle' || state.status === 'sending' || state.status === 'done') return undefined;
  const isGone = state.status === 'denied' && state.problem.kind === 'not-found';
  const {tone, icon, what, why}: Row = isGone ? gone[to] : rows[state.status];
  const notice = {tone, icon, what: words.of(what), why: why && words.of(why)};
  if (state.status === 'invalid') {
    return {...notice, why: html`${state.errors.map(({message}) => html`${renderText(message, words)} `)}`};
  }
  if (state.status !== 'unknown') return notice;
  if (state.accessChanged) return {...notice, why: words.of('sending.unknown-access')};
  if (state.isTrying) return {...notice, why: words.of('sending.unknown-trying')};
  return {
    ...notice,
    why: words.of('sending.unknown-why'),
    button: {label: words.of('sending.check'), icon: 'refresh', press: checkAgain},
  };
}

/**
 * How a small form's sending stands: under way, not sent and why, or not known. Nothing where there is nothing to say;
 * that it is done shows in what was sent. Stands in the form's one live region.
 */
export function renderSending(
  state: ActionState,
  words: Words,
  checkAgain: () => void,
  to: SentTo = 'verification',
): TemplateResult | typeof nothing {
  if (state.status === 'sending') return html`<p class="key">${words.of('sending.sending')}</p>`;
  const notice = noticeOf(state, words, checkAgain, to);
  return notice ? renderNotice(notice) : nothing;
}
