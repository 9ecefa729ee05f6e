import {ApiProblem} from '../api/api-problem.js';
import type {Clock} from '../api/clock.js';
import type {Answer} from '../api/review-client.js';
import type {LoadState} from './load-state.js';

/** Milliseconds. Twins of one event are merged before the first request starts. */
const merge = 50;
/** Several pages hear one event at the same moment; each waits a little, by chance. */
const spread = 300;
/** What went stale during a request is asked again this long after it. */
const pause = 250;
/** A steady stream of events makes at most one request per second. */
const leastInterval = 1000;

export interface LiveLoadOptions<T> {
  readonly load: (signal: AbortSignal) => Promise<Answer<T>>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onChange: () => void;
}

/**
 * Keeps one answer loaded and fresh. One request at a time; a request that runs is never cancelled by news, which
 * asks for one more run instead; the last good value outlives a refresh and a passing failure, and goes at once
 * when the server says no.
 */
export class LiveLoad<T> {
  state: LoadState<T> = {status: 'loading'};
  private flight: AbortController | undefined;
  private cancelPlan: (() => void) | undefined;
  private plannedFor = Infinity;
  private staleAgain = false;
  private acceptOlder = false;
  private aligned: number | undefined;
  private lastStart = -Infinity;
  private text: string | undefined;
  private known: number | undefined;
  private stopped = false;
  private waiters: {readonly run: number; readonly done: () => void}[] = [];
  private runs = 0;
  private readonly options: LiveLoadOptions<T>;

  constructor(options: LiveLoadOptions<T>) {
    this.options = options;
  }

  /**
   * Something says that the value is out of date.
   *
   * @param chance 0 to 1: how much of the spread to wait.
   */
  invalidate(chance = this.options.random()): void {
    if (this.flight) {
      this.staleAgain = true;
      return;
    }
    const {clock} = this.options;
    this.plan(Math.max(clock.now() + merge + chance * spread, this.lastStart + leastInterval));
  }

  /** Loads again now, whatever the revision. Resolves when the outcome is in `state`. */
  refresh(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    this.acceptOlder = true;
    const run = this.runs + 1;
    const done = new Promise<void>((resolve) => this.waiters.push({run, done: resolve}));
    if (this.flight) this.staleAgain = true;
    else this.run();
    return done;
  }

  /**
   * The feed is in step with the server at this revision: what came with that very one is current, everything else is
   * asked again. An answer that is still under way is judged when it is here.
   */
  alignWith(revision: number | undefined): void {
    if (revision === undefined) {
      this.invalidate();
      return;
    }
    if (this.flight) {
      this.aligned = revision;
      return;
    }
    // What could not be refreshed meanwhile is asked again, although nothing may have happened to it.
    const isTroubled = this.state.status === 'ready' && this.state.problem !== undefined;
    if (this.known === revision && !isTroubled) return;
    // The server counts anew: what it sends next is not older than what is shown.
    if (this.known !== undefined && revision < this.known) this.known = undefined;
    this.invalidate();
  }

  /** Drops the value, for instance because nobody is signed in any more. */
  withdraw(problem: ApiProblem): void {
    this.cancel();
    this.forget({status: 'failed', problem});
    this.options.onChange();
    this.release();
  }

  stop(): void {
    this.stopped = true;
    this.cancel();
    this.release();
  }

  /** Nothing more will come of what was waited for. */
  private release(): void {
    for (const {done} of this.waiters.splice(0)) done();
  }

  /** Starts a request now, unless one is running. */
  run(): void {
    if (this.stopped || this.flight) return;
    this.cancelPlan?.();
    this.cancelPlan = undefined;
    this.plannedFor = Infinity;
    this.lastStart = this.options.clock.now();
    const flight = new AbortController();
    this.flight = flight;
    this.runs++;
    const mayBeOlder = this.acceptOlder;
    this.acceptOlder = false;
    void this.options.load(flight.signal).then(
      (answer) => this.settle(flight, () => this.take(answer, mayBeOlder)),
      (error: unknown) => this.settle(flight, () => this.fail(error)),
    );
  }

  private plan(at: number): void {
    if (this.stopped || at >= this.plannedFor) return;
    this.cancelPlan?.();
    this.plannedFor = at;
    this.cancelPlan = this.options.clock.after(Math.max(0, at - this.options.clock.now()), () => this.run());
  }

  private settle(flight: AbortController, outcome: () => boolean): void {
    if (this.flight !== flight) return;
    this.flight = undefined;
    const finished = this.runs;
    const changed = outcome();
    if (this.aligned !== undefined && this.aligned !== this.known) this.staleAgain = true;
    this.aligned = undefined;
    if (this.staleAgain) {
      this.staleAgain = false;
      const {clock} = this.options;
      if (this.acceptOlder) this.run();
      else this.plan(Math.max(clock.now() + pause, this.lastStart + leastInterval));
    }
    if (changed) this.options.onChange();
    this.waiters = this.waiters.filter(({run, done}) => {
      if (run > finished) return true;
      done();
      return false;
    });
  }

  /** Says whether anything that is shown changed. */
  private take(answer: Answer<T>, mayBeOlder: boolean): boolean {
    const {state} = this;
    const older = answer.revision !== undefined && this.known !== undefined && answer.revision < this.known;
    if (older && !mayBeOlder && state.status === 'ready') return false;
    this.known = answer.revision;
    if (state.status === 'ready' && this.text === answer.text) {
      this.state = {status: 'ready', value: state.value, at: answer.at};
      return state.problem !== undefined;
    }
    this.text = answer.text;
    this.state = {status: 'ready', value: answer.value, at: answer.at};
    return true;
  }

  private fail(error: unknown): boolean {
    const problem = error instanceof ApiProblem ? error : new ApiProblem('server');
    const {state} = this;
    // Nobody goes on looking at what they may no longer see.
    if (state.status !== 'ready' || problem.withdraws) this.forget({status: 'failed', problem});
    else this.state = {...state, problem};
    return true;
  }

  private forget(state: LoadState<T>): void {
    this.state = state;
    this.text = undefined;
    this.known = undefined;
  }

  private cancel(): void {
    this.flight?.abort();
    this.flight = undefined;
    this.staleAgain = false;
    this.aligned = undefined;
    this.cancelPlan?.();
    this.cancelPlan = undefined;
    this.plannedFor = Infinity;
  }
}
