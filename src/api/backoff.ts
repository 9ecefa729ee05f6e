const floor = 100;
const base = 2_000;
const cap = 20_000;

/**
 * Milliseconds before the n-th attempt (1 is the first) to reconnect. Full jitter spreads the pages that one restart of a
 * server has dropped together; the floor is added and not clamped to, because clamping piles them up at the floor.
 */
export const backoffDelay = (attempt: number, random: () => number): number =>
  floor + random() * Math.min(cap, base * 2 ** (attempt - 1));

const slowSteps = [30_000, 60_000, 300_000] as const;

/** Milliseconds before the n-th attempt when the server has asked for peace: never less than 30 s, up to half as long again. */
export const slowDelay = (attempt: number, random: () => number): number => {
  const step = slowSteps[Math.min(attempt, slowSteps.length) - 1] ?? slowSteps[0];
  return step * (1 + random() / 2);
};

/** Milliseconds before something that many pages do at the same moment, such as coming back online. */
export const promptDelay = (random: () => number): number => random() * 500;

/** Milliseconds between two polls while there is no socket: a minute, 20 % more or less. */
export const pollDelay = (random: () => number): number => 48_000 + random() * 24_000;
