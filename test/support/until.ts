/**
 * How long anything may take before a test gives up on it, in milliseconds. It says nothing about how fast the elements
 * are: it only ends a test that would wait for ever, on the slowest machine that runs them.
 */
const patience = 20_000;

/** What counts of the time between two looks: a machine that stood still meanwhile has not waited in vain. */
const most = 100;

// Taken here, because a test may hold the page's own.
const {setTimeout: byTheWall} = globalThis;
const later = (ms: number): Promise<void> => new Promise((resolve) => byTheWall(resolve, ms));

/** What lies between two looks: so many milliseconds, or whatever `pause` waits for. */
export interface Looking {
  readonly interval?: number;
  readonly pause?: () => Promise<void>;
}

/** Waits until something is true; fails with the message when it never is. */
export async function waitUntil(
  isTrue: () => unknown,
  message?: string,
  {interval = 10, pause = () => later(interval)}: Looking = {},
): Promise<void> {
  // Made here, so that it tells who waits.
  const inVain = new Error(message === undefined ? 'It was waited for in vain.' : `In vain: ${message}`);
  let left = patience;
  for (let last = performance.now(); !(await isTrue());) {
    if (left <= 0) throw inVain;
    await pause();
    const now = performance.now();
    left -= Math.min(most, now - last);
    last = now;
  }
}
