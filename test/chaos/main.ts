import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';
import puppeteer from 'puppeteer-core';
import {printTable} from '../../bench/table.js';
import {Chance} from '../../demo/server/world/chance.js';
import {haveBrowser} from '../../scripts/browsers.mjs';
import {chromiumArguments, findChromium} from '../../scripts/programs.mjs';
import {startProcess, type RunningProcess} from '../demo/a-process.js';
import {FaultProxy} from '../support/fault-proxy.js';
import {seededFaults, type Tally} from './faults.js';
import type {Order, Told} from './orders.js';
import {judge} from './truth.js';

// `npm run chaos -- --decisions 10000 --seed 1`: reviewers decide through a network that fails and on a server that is
// killed, and what they were told is compared with the database. DATABASE_URL names an empty PostgreSQL to run it on.

const {values: asked} = parseArgs({options: {decisions: {type: 'string'}, seed: {type: 'string'}}});
const decisions = Number(asked.decisions ?? 10_000);
const seed = asked.seed ?? String(Math.floor(Math.random() * 1_000_000));
if (!Number.isInteger(decisions) || decisions < 50)
  throw new Error('--decisions is a whole number from 50 on.');
const databaseUrl = process.env.DATABASE_URL || undefined;
const began = performance.now();
const seconds = (): string => `${Math.round((performance.now() - began) / 1000)} s`;
if (!haveBrowser('chromium')) process.exit(1);

/** Each page has connections of its own; its reviewers share them. */
const pages = 4;
const reviewersAPage = 8;
/** Of 100 decisions, so many are made through buttons and dialogs. */
const onScreen = 2;
/** A kill after about so many requests. */
const killEvery = Math.max(300, Math.ceil(decisions / 10));

const orders: Order[][] = [];
let cases = 0;
const order = (name: string, way: Order['way'], count: number): Order => {
  const some = Math.ceil(count / 3) + 4;
  const mine = Array.from({length: some}, () => cases++);
  return {seed: `${seed}/${name}`, way, decisions: count, cases: mine, twins: 0.15};
};
const byScreen = Math.max(2, Math.round((decisions * onScreen) / 100));
const byMachine = decisions - byScreen;
const share = (all: number, parts: number, at: number): number =>
  Math.floor(all / parts) + (at < all % parts ? 1 : 0);
for (let at = 0; at < 2; at++) orders.push([order(`screen-${at}`, 'screen', share(byScreen, 2, at))]);
for (let at = 0; at < pages; at++) {
  const count = share(byMachine, pages, at);
  orders.push(
    Array.from({length: reviewersAPage}, (_, n) =>
      order(`page-${at}-${n}`, 'machine', share(count, reviewersAPage, n)),
    ),
  );
}

const folder = await mkdtemp(join(tmpdir(), 'kyc-review-chaos-'));
const dataFolder = join(folder, 'data');
await build({
  entryPoints: ['test/chaos/page.ts'],
  outfile: join(folder, 'page.js'),
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
await writeFile(
  join(folder, 'chaos.html'),
  '<!doctype html><html lang="en"><title>Chaos</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script></html>',
);

const start = async (): Promise<RunningProcess> => {
  const running = startProcess('test/chaos/server.ts', {
    ...{DATA_DIR: dataFolder, PAGES: folder, CASES: String(cases), PORT: '0'},
    ...(databaseUrl !== undefined && {DATABASE_URL: databaseUrl}),
  });
  const [, port] = await running.until(/Ready: \S+:(\d+)/);
  proxy.target = Number(port);
  return running;
};

const proxy = await FaultProxy.start();
const faults: Tally = new Map();
let server = await start();
console.log(
  `Seed ${seed}: ${decisions} decisions on ${cases} cases; the server is filled after ${seconds()}.`,
);

const kills = new Chance(`${seed} kills`);
let untilKill = kills.whole(killEvery / 2, killEvery);
let restarting: Promise<void> | undefined;
const kill = async (): Promise<void> => {
  // A moment later, the request is being worked on.
  await new Promise((resolve) => setTimeout(resolve, kills.whole(0, 15)));
  server.child.kill('SIGKILL');
  await server.ended();
  faults.set('server killed', (faults.get('server killed') ?? 0) + 1);
  server = await start();
  restarting = undefined;
};
let seen = 0;
proxy.script = seededFaults(seed, faults, () => {
  seen++;
  if (restarting || --untilKill > 0) return;
  untilKill = kills.whole(killEvery / 2, killEvery);
  restarting = kill();
});

const executablePath = findChromium();
const browser = await puppeteer.launch({
  ...(executablePath !== undefined && {executablePath}),
  args: [...chromiumArguments],
  protocolTimeout: 0,
});
const told: Told[] = [];
let errors = 0;
try {
  const open = async (mine: readonly Order[]): Promise<void> => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      errors++;
      console.error(error);
    });
    await page.goto(`${proxy.address}/chaos.html`);
    await page.waitForFunction(() => 'chaos' in globalThis);
    await Promise.all(
      mine.map(async (each) => {
        told.push(...(await page.evaluate((what) => chaos.work(what), each)));
      }),
    );
    await context.close();
  };
  await Promise.all(orders.map(open));
} finally {
  await browser.close();
  await restarting;
  await server.stop('SIGTERM');
  await proxy.close();
}
console.log(`Decided after ${seconds()}; reading the database.`);

const truth = await judge(told, {cases, dataFolder, databaseUrl});
await rm(folder, {recursive: true, force: true});

const zeros = {
  'recorded more than once': truth.doubled,
  'lost after being confirmed': truth.lost,
  'claimed but untrue': truth.untrue,
  'still unknown after recovery': truth.unknown,
  'recorded without being intended': truth.strange,
  'cases with a broken chain or order': truth.broken,
};
const countOf = (wanted: (each: Told) => boolean): number => told.filter(wanted).length;
printTable(`Seed ${seed}, ${databaseUrl === undefined ? 'PGlite' : 'PostgreSQL'}, ${seconds()}`, [
  {what: 'decisions intended', count: decisions, wanted: ''},
  {what: '  through buttons and dialogs', count: countOf(({way}) => way === 'screen'), wanted: ''},
  {what: '  in two windows at once', count: countOf(({twin}) => twin), wanted: ''},
  {what: '  unknown for a while', count: countOf(({wasUnknown}) => wasUnknown), wanted: ''},
  {what: 'with an outcome', count: told.length, wanted: decisions},
  {what: 'recorded', count: truth.recorded, wanted: ''},
  {
    what: 'told as not recorded, or as recorded already',
    count: countOf(({claim}) => claim === 'not recorded' || claim === 'already'),
    wanted: '',
  },
  ...Object.entries(zeros).map(([what, found]) => ({what, count: found.length, wanted: 0})),
  {what: 'errors in pages', count: errors, wanted: 0},
  {what: 'chains verified', count: truth.cases, wanted: ''},
]);
printTable(`Faults, in ${seen} requests that decide`, [
  ...[...faults].sort(([, one], [, other]) => other - one).map(([kind, count]) => ({kind, count})),
]);
for (const [what, found] of Object.entries(zeros)) {
  for (const each of found.slice(0, 20)) console.log(`${what}: ${each}`);
}
const isWell =
  told.length === decisions && errors === 0 && Object.values(zeros).every(({length}) => length === 0);
console.log(isWell ? '\nAll that was told is true.' : '\nWhat was told is not all true.');
process.exit(isWell ? 0 : 1);
