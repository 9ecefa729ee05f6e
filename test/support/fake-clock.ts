import type {Clock} from '../../src/api/clock.js';
import {bringAnswers} from '../../src/domain/resource.js';

// What reads an answer is fetched over a real network, which knows nothing of a clock that a test moves.
await bringAnswers();

/** Lets everything run that waits for nothing but its turn. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Time that stands still until a test moves it. */
export class FakeClock implements Clock {
  private time = Date.UTC(2026, 0, 5, 9);
  private readonly timers = new Set<Timer>();

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    const timer = {at: this.time + Math.max(0, ms), run};
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** How many timers are waiting. */
  get pending(): number {
    return this.timers.size;
  }

  /** Time passes, and every timer runs when it is due. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await settled();
    for (let next = this.nextBy(end); next; next = this.nextBy(end)) {
      this.time = Math.max(this.time, next.at);
      this.timers.delete(next);
      next.run();
      await settled();
    }
    this.time = end;
  }

  /** The machine sleeps: time passes, and no timer runs before the end. What is due then runs with the next `advance`. */
  sleep(ms: number): void {
    this.time += ms;
  }

  private nextBy(end: number): Timer | undefined {
    let next: Timer | undefined;
    for (const each of this.timers) if (each.at <= end && (!next || each.at < next.at)) next = each;
    return next;
  }
}
