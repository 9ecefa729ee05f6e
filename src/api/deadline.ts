import {ApiProblem} from './api-problem.js';
import type {Clock} from './clock.js';

/** A signal that aborts with a `timeout` problem when its time is up, or as its parent aborts. */
export class Deadline {
  readonly signal: AbortSignal;
  private readonly controller = new AbortController();
  private readonly clock: Clock;
  private readonly ms: number;
  private readonly code: string | undefined;
  private cancel: () => void = () => {};

  constructor(clock: Clock, ms: number, parent: AbortSignal, code?: string) {
    this.clock = clock;
    this.ms = ms;
    this.code = code;
    this.signal = AbortSignal.any([parent, this.controller.signal]);
    this.extend();
  }

  /** Whether the time ran out. */
  get passed(): boolean {
    return this.controller.signal.aborted;
  }

  /** The time starts anew. */
  extend(): void {
    this.cancel();
    this.cancel = this.clock.after(this.ms, () =>
      this.controller.abort(new ApiProblem('timeout', {code: this.code})),
    );
  }

  /** There is no hurry any more. */
  end(): void {
    this.cancel();
  }
}

/** Settles as the promise does, or rejects as the signal aborts, even when the work itself ignores the signal. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, {once: true});
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
