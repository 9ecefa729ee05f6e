import {spawnSync} from 'node:child_process';
import path from 'node:path';
import type {Page} from 'puppeteer-core';
import {startProcess} from '../test/demo/a-process.js';
import type {Bench} from './browser.js';
import {measureBytes} from './bytes.js';
import type {PaintRow} from './turns.js';
import type {WayOfUpdating} from './event.js';
import {median, printTable} from './table.js';
import {withLongestTask} from './tasks.js';

const root = path.resolve(import.meta.dirname, '..');
const ms = (number: number): string => `${number.toFixed(1)} ms`;

export const paintOf =
  (scenario: 'paint' | 'detail', what: string) =>
  async ({open, openUnpaced}: Bench): Promise<void> => {
    // One browser at a time: they would take the processor from each other.
    const timesIn = async (page: Page, rounds: number) => {
      const row = await page.evaluate((name, times) => bench[name](times), scenario, rounds);
      await page.close();
      return row;
    };
    const paced = await timesIn(await open(), 41);
    const unpaced = await timesIn(await openUnpaced(), 31);
    const medians = (row: PaintRow): Readonly<Record<string, number>> => ({
      'these elements, all text': median(row.ours.map(({text}) => text)),
      'these elements, with the pictures': median(row.ours.map(({pictures}) => pictures)),
      [byHand]: median(row.cloned),
      'React 19, the same records in the same two steps': median(row.inSteps),
      'React 19, the same records, all read before it draws': median(row.atOnce),
      'React 19, finished texts, no record read': median(row.finished),
      'one step after the other, these elements': median(row.oursPausing),
      'one step after the other, React 19': median(row.reactPausing),
    });
    const [onDisplay, atOnce] = [medians(paced), medians(unpaced)];
    printTable(
      `From data to a painted ${what} of ${paced.elements} elements, medians (at most 1.5 of the cloned, faster than React)`,
      Object.keys(onDisplay).map((by) => ({
        by,
        'at 60 Hz': ms(onDisplay[by] ?? Number.NaN),
        'of the cloned': ratio(onDisplay, by),
        'not waiting for the display': ms(atOnce[by] ?? Number.NaN),
        'of the cloned then': ratio(atOnce, by),
      })),
    );
  };

const byHand = 'cloneNode by hand, the same DOM, finished texts';
const ratio = (times: Readonly<Record<string, number>>, by: string): string =>
  ((times[by] ?? Number.NaN) / (times[byHand] ?? Number.NaN)).toFixed(2);

export async function live({open}: Bench): Promise<void> {
  const page = await open();
  const events = await page.evaluate(() => bench.live());
  await page.close();
  printTable(
    'One live event on a page at rest (documents and customer; the customer alone)',
    events.map(({event, requests, mutations}) => ({
      event,
      requests: requests.length,
      'DOM mutations': mutations,
      asked: requests.join(', '),
    })),
  );
}

export async function scroll({open}: Bench): Promise<void> {
  const rows = [];
  for (const count of [1_000, 100_000]) {
    const page = await open();
    const [row, busiest] = await withLongestTask(page, () =>
      page.evaluate((length) => bench.scroll(length), count),
    );
    rows.push({...row, busiest});
    await page.close();
  }
  printTable(
    'Scrolling transactions (at most 2,000 nodes and 50 ms; the same at both lengths)',
    rows.map((row) => ({
      transactions: row.rows.toLocaleString('en'),
      nodes: row.nodes,
      'longest task': row.longestTask === 0 ? 'under 50 ms' : ms(row.longestTask),
      'busiest task, by the processor': ms(row.busiest),
      'longest frame': ms(row.longestFrame),
    })),
  );
}

export async function lifetimes({open}: Bench): Promise<void> {
  const page = await open();
  const collector = await page.createCDPSession();
  await page.evaluate(() => bench.mountAndLeave(1_000));
  const began = performance.now();
  let alive = Infinity;
  // An element that left is kept for a moment, in case it was only moved; and the collector takes more than one turn.
  while (alive > 0 && performance.now() - began < 20_000) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await collector.send('HeapProfiler.collectGarbage');
    alive = await page.evaluate(() => bench.survivors());
  }
  await page.close();
  printTable('Elements alive after 1,000 were put on the page and taken away (0)', [
    {elements: '<customer-profile>', alive, after: `${Math.round((performance.now() - began) / 1000)} s`},
  ]);
}

export async function bytes(): Promise<void> {
  const {status} = spawnSync(process.execPath, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The package could not be built.');
  printTable(
    'Bytes at the start of a page, with all dependencies (at most 60,000 gzipped)',
    await measureBytes(),
  );
}

const waysOfUpdating: readonly {readonly by: string; readonly way: WayOfUpdating}[] = [
  {by: 'these elements', way: 'ours'},
  {by: 'by hand, only the places that change', way: 'hand'},
  {by: 'by hand, everything cloned anew', way: 'clone'},
  {by: 'React 19, all rendered again', way: 'react'},
];

/** What a profile says of the time between two samples where no script ran. */
const notScript: readonly string[] = ['(idle)', '(program)', '(root)'];

/**
 * Milliseconds that a page spends in scripts, and cleaning up after them, while something goes on. Sampled, because the
 * browser's own counter leaves out what runs between two tasks, where elements render.
 */
async function scriptTime(page: Page, run: () => Promise<unknown>): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', {interval: 100});
  await session.send('Profiler.start');
  await run();
  const {profile} = await session.send('Profiler.stop');
  await session.detach();
  const names = new Map(profile.nodes.map(({id, callFrame}) => [id, callFrame.functionName]));
  const {samples = [], timeDeltas = []} = profile;
  return samples.reduce((sum, sample, at) => {
    const isScript = !notScript.includes(names.get(sample) ?? '(root)');
    // A sample stands for the time until the next one.
    return isScript ? sum + (timeDeltas[at + 1] ?? 0) / 1000 : sum;
  }, 0);
}

export async function event({open}: Bench): Promise<void> {
  const times = 20;
  const page = await open();
  const {requests, places} = await page.evaluate(() => bench.prepareEvents());
  const rows = [];
  for (const {by, way} of waysOfUpdating) {
    await page.evaluate(async (name) => {
      await bench.showWay(name);
      // The first ones warm up.
      await bench.runEvents(name, 6);
    }, way);
    const before = await page.metrics();
    const script = await scriptTime(page, () =>
      page.evaluate((...all) => bench.runEvents(...all), way, times),
    );
    const after = await page.metrics();
    const spent = (name: 'RecalcStyleDuration' | 'LayoutDuration'): number =>
      ((after[name] ?? 0) - (before[name] ?? 0)) * 1000;
    const drawing = spent('RecalcStyleDuration') + spent('LayoutDuration');
    rows.push({by, script: script / times, drawing: drawing / times});
  }
  await page.close();
  const base = rows.find((_row, at) => waysOfUpdating[at]?.way === 'hand')?.script ?? Number.NaN;
  printTable(
    `Script time of one request.updated that changes ${places} places of a verification, mean of ${times} (${requests.join(', ')})`,
    rows.map(({by, script, drawing}) => ({
      by,
      script: ms(script),
      'of by hand': (script / base).toFixed(1),
      'style and layout': ms(drawing),
    })),
  );
}

/** From the confirming press to the painted outcome, on the real server. */
export async function decision({open, folder}: Bench): Promise<void> {
  const server = startProcess('bench/case-server.ts', {PAGES: folder, DATABASE_URL: ''});
  try {
    const [, address = ''] = await server.until(/Ready: (\S+)/);
    const page = await open(address);
    const trips = await page.evaluate(() => bench.roundTrips(15));
    await page.close();
    const base = median(trips.ours.map(({server: own}) => own));
    printTable(
      `From the confirming press to the painted outcome, PGlite, median of ${trips.ours.length} decisions`,
      [
        {by: 'these elements', all: trips.ours},
        {by: 'by hand: one fetch, one line of text', all: trips.byHand},
      ].map(({by, all}) => {
        const of = (name: keyof (typeof all)[number]): number => median(all.map((each) => each[name]));
        return {
          by,
          'to the outcome': ms(of('shown')),
          'until it is sent': ms(of('sent')),
          'the request': ms(of('request')),
          "the server's own": ms(of('server')),
          'of the server': (of('shown') / base).toFixed(2),
        };
      }),
    );
  } finally {
    await server.stop('SIGTERM');
  }
}
