import {ApiProblem} from './api-problem.js';
import type {Clock} from './clock.js';
import {abortable} from './deadline.js';
import type {ActionState, Answered, ReviewAction} from './decision.js';

/** Milliseconds before each repetition. */
const pauses = [1_000, 3_000, 7_000] as const;
/** Milliseconds: one try, and all tries together. */
const oneTry = 15_000;
const allTries = 45_000;
/** Milliseconds to wait for a twin that the server is still busy with, where it does not say. */
const twinPause = 2_000;

/** What a refusal comes to. */
type Meaning = 'conflict' | 'denied' | 'invalid' | 'failed' | 'wait' | 'unknown';

interface MeaningRow {
  readonly codes?: readonly string[];
  readonly statuses?: readonly number[];
  readonly first: Meaning;
  /** To a repetition: whether the first request was carried out cannot be told from what this one was refused for. */
  readonly again: Meaning;
}

/** The first row that fits, by the code, else by the status. */
const meanings: readonly MeaningRow[] = [
  {codes: ['request_in_flight'], first: 'wait', again: 'wait'},
  {codes: ['invalid_transition', 'version_mismatch'], first: 'conflict', again: 'conflict'},
  {codes: ['idempotency_key_missing'], first: 'failed', again: 'unknown'},
  {statuses: [409, 412], first: 'conflict', again: 'conflict'},
  {statuses: [400, 413], first: 'invalid', again: 'invalid'},
  {statuses: [401, 403, 404, 410], first: 'denied', again: 'unknown'},
];

/** What was never sent: the host's token could not be had, or the address lies outside the API. */
const isUnsent = ({status, code}: ApiProblem): boolean =>
  status === undefined && code !== undefined && code !== 'too_large';

/** What it means for an intent that a request ended in this problem. */
export function meaningOf(problem: ApiProblem, isFirst: boolean): Meaning {
  const {status, code} = problem;
  if (isUnsent(problem)) return isFirst ? 'failed' : 'unknown';
  // Without an answer, with an unreadable one, and after a fault of the server nobody knows what was carried out.
  if (status === undefined || status < 400 || status === 408 || status >= 500) return 'unknown';
  const row = meanings.find(
    ({codes, statuses}) => codes?.some((each) => each === code) ?? statuses?.some((each) => each === status),
  );
  if (!row) return isFirst ? 'failed' : 'unknown';
  return isFirst ? row.first : row.again;
}

const isAboutAccess = ({status}: ApiProblem): boolean => status === 401 || status === 403 || status === 404;

export interface DecisionOptions<T> {
  readonly action: ReviewAction;
  /** Sends it, under the same key each time. */
  readonly act: (signal: AbortSignal, within: number) => Promise<Answered<T>>;
  readonly clock: Clock;
  readonly onChange: (state: ActionState<T>) => void;
}

/**
 * One confirmed intent on its way. Where no answer tells what became of it, it is sent again under the same key; what
 * nobody knows is never called a failure, and never a success.
 */
export class DecisionMachine<T> {
  /** What the last try ended in, while the outcome is unknown. */
  lastProblem: ApiProblem | undefined;
  private readonly options: DecisionOptions<T>;
  private readonly settled = new AbortController();
  private now: ActionState<T>;
  private isFirst = true;
  private accessChanged = false;

  constructor(options: DecisionOptions<T>) {
    this.options = options;
    this.now = {status: 'sending', action: options.action};
  }

  get state(): ActionState<T> {
    return this.now;
  }

  /** Sends, and sends again as long as it makes sense. Resolves when the truth is known or there are no tries left. */
  async send(): Promise<void> {
    const {clock} = this.options;
    const end = clock.now() + allTries;
    let repeated = 0;
    while (!this.settled.signal.aborted) {
      const pause = await this.attempt(Math.min(oneTry, end - clock.now()), () => pauses[repeated++]);
      if (pause === undefined || clock.now() + pause >= end) break;
      await this.wait(pause);
    }
    this.rest();
  }

  /** Asks once more, under the same key. */
  async again(): Promise<void> {
    if (this.now.status !== 'unknown' || this.now.isTrying) return;
    this.become({...this.now, isTrying: true});
    await this.attempt(oneTry, () => undefined);
    this.rest();
  }

  /** The truth has become known in another way. */
  settle(state: ActionState<T>): void {
    if (this.settled.signal.aborted) return;
    this.become(state);
    this.settled.abort();
  }

  /** Says what stands in the way of an answer. */
  explain(problem: ApiProblem): void {
    if (this.now.status === 'unknown') this.become({...this.now, problem});
  }

  /** One try. Answers with the milliseconds to wait before the next one; with nothing when there is none. */
  private async attempt(within: number, nextPause: () => number | undefined): Promise<number | undefined> {
    const {act, action} = this.options;
    const {isFirst} = this;
    let answer: Answered<T> | undefined;
    let problem: ApiProblem;
    try {
      answer = await abortable(act(this.settled.signal, within), this.settled.signal);
      if (answer.kind === 'done') {
        this.settle({status: 'done', action, value: answer.value});
        return undefined;
      }
      problem = answer.problem;
    } catch (error) {
      if (this.settled.signal.aborted) return undefined;
      problem = ApiProblem.from(error);
    }
    const {current, errors = []} = answer ?? {};
    const wait = problem.retryAfter === undefined ? undefined : problem.retryAfter * 1000;
    const meaning = meaningOf(problem, isFirst);
    if (meaning === 'wait') return wait ?? twinPause;
    this.isFirst = false;
    if (meaning === 'unknown') return this.onUnknown(problem, nextPause, wait ?? 0);
    if (meaning === 'conflict') {
      const code = problem.code === 'version_mismatch' || problem.status === 412;
      this.settle({
        status: 'conflict',
        action,
        code: code ? 'version_mismatch' : 'invalid_transition',
        current,
      });
    } else if (meaning === 'invalid') this.settle({status: 'invalid', action, errors});
    else this.settle({status: meaning, action, problem});
    return undefined;
  }

  private onUnknown(
    problem: ApiProblem,
    nextPause: () => number | undefined,
    atLeast: number,
  ): number | undefined {
    const {action} = this.options;
    this.lastProblem = problem;
    this.accessChanged = isAboutAccess(problem);
    const pause = this.accessChanged ? undefined : nextPause();
    this.become({
      status: 'unknown',
      action,
      isTrying: true,
      accessChanged: this.accessChanged,
    });
    return pause === undefined ? undefined : Math.max(pause, atLeast);
  }

  /** No more tries for now. */
  private rest(): void {
    if (this.settled.signal.aborted) return;
    const {action} = this.options;
    const {accessChanged} = this;
    this.become({status: 'unknown', action, isTrying: false, accessChanged});
  }

  private async wait(ms: number): Promise<void> {
    const {signal} = this.settled;
    let cancel = () => {};
    const passed = new Promise<void>((resolve) => {
      cancel = this.options.clock.after(ms, resolve);
    });
    try {
      await abortable(passed, signal);
    } catch {
      cancel();
    }
  }

  private become(state: ActionState<T>): void {
    if (this.settled.signal.aborted) return;
    this.now = state;
    this.options.onChange(state);
  }
}
