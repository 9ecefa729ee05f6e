import {backoffDelay, slowDelay} from './backoff.js';
import {isServerTrouble} from './close-codes.js';
import type {Clock} from './clock.js';

/** A socket that lived so long was a good one, and the next break starts counting anew. */
const goodLife = 10_000;
const immediateEvery = 60_000;
const troublesToSlow = 3;

/** How long to wait before the next attempt, after all that has gone wrong so far. */
export class Pace {
  private readonly clock: Clock;
  private readonly random: () => number;
  private failures = 0;
  private slowFailures = 0;
  private troubles = 0;
  private immediateAt = -Infinity;
  private peaceUntil = -Infinity;

  constructor(clock: Clock, random: () => number) {
    this.clock = clock;
    this.random = random;
  }

  /** Milliseconds that the server still has to be left alone for, whatever wakes the page. */
  get peace(): number {
    return Math.max(0, this.peaceUntil - this.clock.now());
  }

  /** A socket has ended that was live since then, or never. Whether the server is in trouble that lasts. */
  ended(code: number, liveSince: number | undefined): boolean {
    if (liveSince !== undefined && this.clock.now() - liveSince >= goodLife) {
      this.failures = this.slowFailures = this.troubles = 0;
    }
    this.troubles = isServerTrouble(code) ? this.troubles + 1 : 0;
    return this.troubles >= troublesToSlow;
  }

  /** Takes the one attempt a minute that needs no waiting, if it is there. */
  takeImmediate(): boolean {
    const now = this.clock.now();
    if (now - this.immediateAt < immediateEvery) return false;
    this.immediateAt = now;
    return true;
  }

  /** Milliseconds to wait after an ordinary failure. */
  retry(): number {
    this.failures++;
    return backoffDelay(this.failures, this.random);
  }

  /** Milliseconds to wait when the server has asked for peace. */
  slow(atLeast: number): number {
    this.slowFailures++;
    const delay = Math.max(atLeast, slowDelay(this.slowFailures, this.random));
    this.peaceUntil = this.clock.now() + delay;
    return delay;
  }
}
