import {pollDelay} from './backoff.js';
import type {Clock} from './clock.js';

const degradedAfter = 30_000;

export interface FallbackOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** There has been no socket for half a minute. */
  readonly onDegraded: () => void;
  /** Time to look. */
  readonly onPoll: () => void;
}

/** What goes on while there is no socket: half a minute of patience, then a look every minute. */
export class Fallback {
  private readonly options: FallbackOptions;
  private degraded = false;
  private cancel: (() => void) | undefined;

  constructor(options: FallbackOptions) {
    this.options = options;
  }

  /** Begins, or goes on where it rested. Does nothing when it is under way. */
  watch(): void {
    if (this.cancel) return;
    if (this.degraded) this.pollLater();
    else this.cancel = this.options.clock.after(degradedAfter, () => this.degrade());
  }

  /** There is nothing to wait for. */
  degrade(): void {
    this.rest();
    this.degraded = true;
    this.pollLater();
    this.options.onDegraded();
  }

  /** Nobody looks. */
  rest(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  /** There is a socket again, or nothing to look for. */
  end(): void {
    this.rest();
    this.degraded = false;
  }

  private pollLater(): void {
    const {clock, random, onPoll} = this.options;
    this.cancel = clock.after(pollDelay(random), () => {
      this.pollLater();
      onPoll();
    });
  }
}
