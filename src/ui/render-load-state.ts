import {html, nothing, type TemplateResult} from 'lit';
import type {ApiProblem} from '../api/api-problem.js';
import type {ProblemKind} from '../domain/problem.js';
import type {LoadState} from '../session/load-state.js';
import type {WordKey, Words} from '../words/words.js';
import {formatsFor} from './format.js';
import {icon, type IconName} from './icons.js';
import {renderNotice} from './notice.js';

interface FailureRow {
  readonly icon: IconName;
  readonly what: WordKey;
  readonly why: WordKey;
  /** Whether asking again could help. */
  readonly again: boolean;
}

const later = (why: WordKey, sign: IconName = 'attention'): FailureRow => ({
  icon: sign,
  what: 'failed.what',
  why,
  again: true,
});

/** What the reviewer reads when something could not be loaded. */
const failures: {readonly [K in ProblemKind]: FailureRow} = {
  unauthorized: {icon: 'locked', what: 'failed.unauthorized', why: 'failed.unauthorized-why', again: false},
  forbidden: {icon: 'locked', what: 'failed.forbidden', why: 'failed.forbidden-why', again: false},
  'not-found': {icon: 'unknown', what: 'failed.not-found', why: 'failed.not-found-why', again: false},
  conflict: later('failed.conflict-why'),
  invalid: later('failed.invalid-why'),
  'rate-limited': later('failed.rate-limited-why', 'waiting'),
  offline: later('failed.offline-why', 'offline'),
  timeout: later('failed.timeout-why'),
  server: later('failed.server-why'),
  contract: later('failed.contract-why'),
  configuration: {icon: 'attention', what: 'failed.what', why: 'failed.configuration-why', again: false},
  'host-conflict': {
    icon: 'attention',
    what: 'state.host-conflict',
    why: 'failed.host-conflict-why',
    again: false,
  },
};

export interface LoadStateView<T> {
  readonly words: Words;
  /** What is loaded, as its heading says. */
  readonly name: string;
  /** The shape of what comes, at its size. */
  readonly skeleton: TemplateResult;
  readonly ready: (value: T) => unknown;
  readonly retry: () => unknown;
}

/**
 * Asks again, once at a time: the button says so until the outcome is here. Until then nothing is said of the last one, so
 * that the same words are heard as a new outcome.
 */
const asking =
  (retry: () => unknown) =>
  async ({currentTarget}: Event): Promise<void> => {
    const button = currentTarget as Element;
    if (button.ariaDisabled) return;
    const said = button.closest('[aria-busy]')?.querySelector('span');
    button.ariaDisabled = 'true';
    said?.toggleAttribute('hidden');
    try {
      await retry();
    } finally {
      button.ariaDisabled = null;
      said?.toggleAttribute('hidden');
    }
  };

function whyOf(problem: ApiProblem, words: Words): string {
  if (problem.kind === 'rate-limited' && problem.retryAfter !== undefined) {
    return words.of('failed.rate-limited-seconds', {n: Math.ceil(problem.retryAfter)});
  }
  return words.of(failures[problem.kind].why);
}

function renderFailed(problem: ApiProblem, {words, name, retry}: LoadStateView<never>): TemplateResult {
  const failure = failures[problem.kind];
  return html`<div class="panel" part="failed">
    <div class="void">
      ${icon(failure.icon)}
      <p class="what">${words.of(failure.what, {name})}</p>
      <p class="small">${whyOf(problem, words)}</p>
      ${
        failure.again
          ? html`<button
              type="button"
              class="button small"
              aria-label=${`${words.of('action.try-again')}: ${name}`}
              @click=${asking(retry)}
            >
              ${icon('refresh')}<span>${words.of('action.try-again')}</span>
            </button>`
          : nothing
      }
      ${
        problem.requestId
          ? html`<span class="key"
              >${words.of('state.request')} <bdi class="mono">${problem.requestId}</bdi></span
            >`
          : nothing
      }
    </div>
  </div>`;
}

/** The line above content that may be older than what is stored. */
export function renderStale(
  at: number,
  problem: ApiProblem,
  {words, name, retry}: Pick<LoadStateView<never>, 'words' | 'name' | 'retry'>,
): TemplateResult {
  return renderNotice({
    tone: 'neutral',
    icon: 'expired',
    what: words.of('state.stale', {time: formatsFor(words.locale).dateTime(at)}),
    why: words.of(problem.kind === 'offline' ? 'state.stale-offline' : 'state.stale-why'),
    button: {
      label: words.of('action.refresh'),
      name: `${words.of('action.refresh')}: ${name}`,
      icon: 'refresh',
      press: asking(retry),
    },
  });
}

const said = <T>(state: LoadState<T>, words: Words, name: string): string => {
  if (state.status === 'failed') return words.of(failures[state.problem.kind].what, {name});
  return state.status === 'ready' && state.problem ? words.of('failed.again', {name}) : '';
};

/**
 * Loading, failed, stale or ready: one of them, in the same place. The live region stays through all states, so that a
 * failure is said once and politely, and once more where the reviewer has asked again; loading is not said aloud, because eight sections load at a time.
 */
export function renderLoadState<T>(state: LoadState<T>, view: LoadStateView<T>): TemplateResult {
  const {words, name} = view;
  return html`<div class="stack" aria-busy=${state.status === 'loading' ? 'true' : 'false'}>
    <p class="hidden" role="status"><span>${said(state, words, name)}</span></p>
    ${
      state.status === 'loading'
        ? html`<p class="hidden">${words.of('state.loading', {name})}</p>
            <div part="skeleton" aria-hidden="true">${view.skeleton}</div>`
        : nothing
    }
    ${state.status === 'failed' ? renderFailed(state.problem, view) : nothing}
    ${state.status === 'ready' && state.problem ? renderStale(state.at, state.problem, view) : nothing}
    ${state.status === 'ready' ? view.ready(state.value) : nothing}
  </div>`;
}
