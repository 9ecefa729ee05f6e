import {html, type TemplateResult} from 'lit';
import type {ActionState} from '../../api/decision.js';
import {isAlreadyRecorded} from '../../domain/decided.js';
import {allowedIn, verificationActions, type VerificationAction} from '../../domain/verification-actions.js';
import type {CurrentState, Verification} from '../../domain/verification.js';
import {renderText} from '../../ui/bidi.js';
import type {Notice} from '../../ui/notice.js';
import {renderPhrase} from '../../ui/phrase.js';
import {statusOf, statusWords} from '../../ui/status.js';
import {renderTime} from '../../ui/values.js';
import {actionWords} from '../../words/action-words.js';
import {addWords, type Words} from '../../words/words.js';

addWords(actionWords);

/** For whom, and in which words, an outcome is told. */
export interface Telling {
  readonly words: Words;
  readonly viewerId: string | undefined;
  readonly checkAgain: () => void;
}

type Of<S extends ActionState['status']> = Extract<ActionState<Verification>, {status: S}>;

const isCaseAction = (action: string): action is VerificationAction =>
  Object.hasOwn(verificationActions, action);

/** The word of an act, as it stands on its button. */
export const actWord = (action: string, words: Words): string =>
  isCaseAction(action) ? words.of(`act.${action}`) : '';

/** Whether a conflict leaves the act possible: the case changed, and has not been decided. */
export const leavesOpen = ({action, code, current}: Of<'conflict'>): boolean =>
  code === 'version_mismatch' &&
  (current === undefined || allowedIn(current.status).some((each) => each === action));

function tellDone({action, value}: Of<'done'>, {words}: Telling): Notice {
  const what = isCaseAction(action) && action !== 'download' ? words.of(`outcome.${action}`) : '';
  const {decision} = value;
  const isDecision = action === 'approve' || action === 'reject';
  if (!isDecision || !decision) return {tone: 'positive', icon: 'approved', what};
  const drawn = {
    time: renderTime(decision.at, words),
    name: html`<bdi>${decision.by?.name ?? ''}</bdi>`,
  };
  const key = decision.by?.name ? 'outcome.recorded-by' : 'outcome.recorded';
  return {
    tone: action === 'approve' ? 'positive' : 'negative',
    icon: action === 'approve' ? 'approved' : 'rejected',
    what,
    why: html`${renderPhrase(words, key, drawn)}`,
  };
}

/** Where the record stands by now: who decided what, and when, as far as that is known. */
function renderCurrent(current: CurrentState | undefined, words: Words): unknown {
  if (!current) return '';
  const status = html`<bdi>${statusWords(statusOf('verification', current.status), words)}</bdi>`;
  const name = current.decided_by?.name;
  if (!name || !current.decided_at) return renderPhrase(words, 'outcome.decided-status', {status});
  return renderPhrase(words, 'outcome.decided-by', {
    status,
    name: html`<bdi>${name}</bdi>`,
    time: renderTime(current.decided_at, words),
  });
}

function tellConflict(state: Of<'conflict'>, {words, viewerId}: Telling): Notice {
  const {action, current} = state;
  if (leavesOpen(state)) {
    return {
      tone: 'caution',
      icon: 'attention',
      what: words.of('outcome.changed'),
      why: words.of('outcome.changed-why', {act: actWord(action, words)}),
    };
  }
  if (isCaseAction(action) && isAlreadyRecorded(action, current, viewerId)) {
    const at = current?.decided_at;
    const said = html`${
      at
        ? renderPhrase(words, 'outcome.already', {time: renderTime(at, words)})
        : words.of('outcome.already-untimed')
    }`;
    return {tone: 'info', icon: 'approved', what: said, why: words.of('outcome.already-why')};
  }
  const isDecided = current?.status === 'approved' || current?.status === 'rejected';
  return {
    tone: 'caution',
    icon: 'attention',
    what: words.of(isDecided ? 'outcome.decided' : 'outcome.moved'),
    why: html`${renderCurrent(current, words)} ${words.of('outcome.wanted', {act: actWord(action, words)})}`,
  };
}

function tellDenied({action, problem}: Of<'denied'>, {words}: Telling): Notice {
  const act = actWord(action, words);
  const rows = {
    unauthorized: ['outcome.signed-out', 'outcome.signed-out-why'],
    'not-found': ['outcome.gone', 'outcome.gone-why'],
    forbidden: ['outcome.denied', 'outcome.denied-why'],
  } as const;
  const {kind} = problem;
  const [what, why] = rows[kind === 'unauthorized' || kind === 'not-found' ? kind : 'forbidden'];
  return {tone: 'negative', icon: 'locked', what: words.of(what), why: words.of(why, {act})};
}

function tellFailed({action, problem}: Of<'failed'>, {words}: Telling): Notice {
  const act = actWord(action, words);
  const what = words.of('outcome.failed');
  if (problem.kind === 'rate-limited') {
    return {tone: 'caution', icon: 'waiting', what, why: words.of('outcome.failed-busy')};
  }
  if (problem.code?.startsWith('auth_')) {
    return {tone: 'caution', icon: 'locked', what, why: words.of('outcome.failed-auth')};
  }
  const request = problem.requestId
    ? html` <span class="key"
        >${words.of('state.request')} <bdi class="mono">${problem.requestId}</bdi></span
      >`
    : '';
  return {
    tone: 'negative',
    icon: 'attention',
    what,
    why: html`${words.of('outcome.failed-why', {act})}${request}`,
  };
}

function tellUnknown(state: Of<'unknown'>, {words, checkAgain}: Telling): Notice {
  const {action, isTrying, accessChanged, problem} = state;
  const act = actWord(action, words);
  const why =
    problem?.code === 'headers_refused'
      ? words.of('outcome.unknown-headers')
      : accessChanged
        ? words.of('outcome.unknown-access', {act})
        : words.of(isTrying ? 'outcome.unknown-trying' : 'outcome.unknown-why', {act});
  const button = {label: words.of('outcome.check'), icon: 'refresh', press: checkAgain} as const;
  return {tone: 'info', icon: 'unknown', what: words.of('outcome.unknown'), why, ...(!isTrying && {button})};
}

/** What the reviewer is told about how it stands; nothing where nothing has happened. */
export function noticeOf(state: ActionState<Verification>, telling: Telling): Notice | undefined {
  const {words} = telling;
  switch (state.status) {
    case 'idle':
      return undefined;
    case 'sending': {
      const act = actWord(state.action, words);
      return {tone: 'neutral', icon: 'running', what: words.of('outcome.sending', {act})};
    }
    case 'done':
      return tellDone(state, telling);
    case 'conflict':
      return tellConflict(state, telling);
    case 'denied':
      return tellDenied(state, telling);
    case 'failed':
      return tellFailed(state, telling);
    case 'unknown':
      return tellUnknown(state, telling);
    case 'offline':
      return {
        tone: 'caution',
        icon: 'offline',
        what: words.of('outcome.offline'),
        why: words.of('outcome.offline-why'),
      };
    case 'invalid':
      return {
        tone: 'negative',
        icon: 'attention',
        what: words.of('outcome.invalid'),
        why: errorsOf(state, words),
      };
  }
}

const errorsOf = ({action, errors}: Of<'invalid'>, words: Words): TemplateResult =>
  errors.length === 0
    ? html`${words.of('outcome.invalid-why', {act: actWord(action, words)})}`
    : html`${errors.map(({message}) => html`${renderText(message, words)} `)}`;
