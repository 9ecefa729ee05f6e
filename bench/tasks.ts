import type {Page} from 'puppeteer-core';

/** What a trace says of one stretch of work; times in microseconds. */
interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** What the processor spent on it, however long it had to wait for the processor. */
  readonly tdur?: number;
}

/** Where a page begins and ends what is to be looked at. */
export const marks = {begin: 'measured-begin', end: 'measured-end'} as const;

/**
 * Runs something in a page that sets both marks, and says how many milliseconds of the processor the longest task between
 * them took. A machine that does something else beside it makes every task last longer, but not take more.
 */
export async function withLongestTask<T>(page: Page, run: () => Promise<T>): Promise<[T, number]> {
  await page.tracing.start({categories: ['-*', 'toplevel', 'blink.user_timing']});
  const result = await run();
  const buffer = await page.tracing.stop();
  const {traceEvents} = JSON.parse(new TextDecoder().decode(buffer)) as {traceEvents: readonly Traced[]};
  const begin = traceEvents.find(({name}) => name === marks.begin);
  const end = traceEvents.find(({name}) => name === marks.end);
  if (!begin || !end) throw new Error('The page did not mark where to look.');
  const longest = traceEvents
    .filter(({ph, pid, tid, ts}) => ph === 'X' && pid === begin.pid && tid === begin.tid && ts >= begin.ts)
    .filter(({name, ts}) => name.endsWith('RunTask') && ts < end.ts)
    .reduce((most, {tdur = 0}) => Math.max(most, tdur), 0);
  if (longest === 0) throw new Error('The trace knows of no task.');
  return [result, longest / 1000];
}
