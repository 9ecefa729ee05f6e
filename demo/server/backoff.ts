/** Tries that fail again and again come further and further apart, and not all at the same moment. */

const seconds = 1000;
const hours = 3_600_000;

/** How long to wait after each failed attempt; the last one holds for all that follow. */
const waits = [
  5 * seconds,
  30 * seconds,
  120 * seconds,
  600 * seconds,
  1800 * seconds,
  hours,
  3 * hours,
  6 * hours,
];

/** For how long somebody who does not answer is tried. */
export const triedForMs = 72 * hours;

/**
 * When to try again.
 *
 * @param attempts How many there were.
 * @param since When the first one was due, in milliseconds since 1970.
 * @param atLeast Milliseconds that the other side asked for.
 * @returns `undefined` once it was tried for long enough.
 */
export function nextTry(
  attempts: number,
  since: number,
  now: number,
  random: () => number,
  atLeast = 0,
): number | undefined {
  const wait = waits[Math.min(attempts, waits.length) - 1] ?? waits[0] ?? seconds;
  const next = now + Math.max(wait * (0.8 + 0.4 * random()), Math.min(atLeast, 6 * hours));
  return next > since + triedForMs ? undefined : next;
}
