/** The moment at which the world stands still. Nothing in it looks at a clock. */
export const worldNow = '2026-11-20T09:41:00Z';

const minute = 60_000;
const now = Date.parse(worldNow);

/** So many minutes before the world's now, in the form of the contract. */
export const ago = (minutes: number): string =>
  new Date(now - minutes * minute).toISOString().replace('.000Z', 'Z');

export const hours = (count: number): number => count * 60;
export const days = (count: number): number => count * 24 * 60;
