import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {build} from 'esbuild';
import puppeteer, {type Page} from 'puppeteer-core';
import {haveBrowser} from '../scripts/browsers.mjs';
import {chromiumArguments, findChromium} from '../scripts/programs.mjs';
import {serveFolder} from '../scripts/serve-folder.mjs';
import {measureBytes} from './bytes.js';
import {median, printTable} from './table.js';

// `npm run bench [-- bytes paint detail live scroll lifetimes]`: prints tables. Nothing here passes or fails; what the numbers
// should be stands in the titles.

const root = path.resolve(import.meta.dirname, '..');
const ms = (number: number): string => `${number.toFixed(1)} ms`;

async function buildPage(folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/page.ts'],
    outfile: path.join(folder, 'page.js'),
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    tsconfig: 'tsconfig.json',
    conditions: ['browser', 'production'],
    alias: {'kyc-review-elements': './src/index.ts'},
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'error',
  });
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script></html>',
  );
}

type Open = () => Promise<Page>;

const paintOf =
  (scenario: 'paint' | 'detail', what: string) =>
  async (open: Open): Promise<void> => {
    const page = await open();
    const {ours, cloned, react, elements} = await page.evaluate((name) => bench[name](15), scenario);
    await page.close();
    const base = median(cloned);
    printTable(
      `From data to a painted ${what} of ${elements} elements, median of ${ours.length} (at most 1.5 of the cloned, faster than React)`,
      [
        {by: 'these elements, all text', times: ours.map(({text}) => text)},
        {by: 'these elements, with the pictures', times: ours.map(({pictures}) => pictures)},
        {by: 'cloneNode by hand, the same DOM, pictures at hand', times: cloned},
        {by: 'React 19, the same elements, pictures at hand', times: react},
      ].map(({by, times}) => ({
        by,
        median: ms(median(times)),
        'of the cloned': (median(times) / base).toFixed(2),
      })),
    );
  };

async function live(open: Open): Promise<void> {
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

async function scroll(open: Open): Promise<void> {
  const rows = [];
  for (const count of [1_000, 100_000]) {
    const page = await open();
    rows.push(await page.evaluate((length) => bench.scroll(length), count));
    await page.close();
  }
  printTable(
    'Scrolling transactions (at most 2,000 nodes and 50 ms; the same at both lengths)',
    rows.map((row) => ({
      transactions: row.rows.toLocaleString('en'),
      nodes: row.nodes,
      'longest task': row.longestTask === 0 ? 'under 50 ms' : ms(row.longestTask),
      'longest frame': ms(row.longestFrame),
    })),
  );
}

async function lifetimes(open: Open): Promise<void> {
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

async function bytes(): Promise<void> {
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

const measures: Readonly<Record<string, (open: Open) => Promise<void>>> = {
  bytes,
  paint: paintOf('paint', 'profile'),
  detail: paintOf('detail', 'verification'),
  live,
  scroll,
  lifetimes,
};

const named = process.argv.slice(2);
const unknown = named.filter((each) => !Object.hasOwn(measures, each));
if (unknown.length > 0) {
  console.error(
    `There is no measure called ${unknown.join()}; there are ${Object.keys(measures).join(', ')}.`,
  );
  process.exit(1);
}

if (!haveBrowser('chromium')) process.exit(1);
const folder = mkdtempSync(path.join(tmpdir(), 'kyc-bench-'));
await buildPage(folder);
const {address, close} = await serveFolder(folder);
const executablePath = findChromium();
const browser = await puppeteer.launch({
  ...(executablePath !== undefined && {executablePath}),
  args: [...chromiumArguments],
  protocolTimeout: 600_000,
});
try {
  const open = async (): Promise<Page> => {
    const page = await browser.newPage();
    await page.setViewport({width: 1280, height: 900});
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`${address}/`);
    await page.waitForFunction(() => 'bench' in globalThis);
    return page;
  };
  for (const [name, measure] of Object.entries(measures)) {
    if (named.length === 0 || named.includes(name)) await measure(open);
  }
} finally {
  await browser.close();
  close();
  rmSync(folder, {recursive: true, force: true});
}
