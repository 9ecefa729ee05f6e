/** Time, so that tests can own it. */
export interface Clock {
  /** Wall time in milliseconds since 1970. It goes on while the machine sleeps, as timers do not. */
  now(): number;
  /** Runs once, later. Returns the function that cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** The page's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
