import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {printTable} from '../../bench/table.js';
import {haveBrowser} from '../../scripts/browsers.mjs';
import {startPostgres} from '../support/postgres.js';
import type {Order, Told} from './orders.js';
import {carryOut} from './run.js';
import {judge} from './truth.js';

// `npm run chaos -- --decisions 10000 --seed 1`: reviewers decide through a network that fails and on a server that is
// killed, and what they were told is compared with the database. That is the embedded one; with `--database postgresql` a
// PostgreSQL of its own, or the empty one that DATABASE_URL names.

const {values: asked} = parseArgs({
  options: {decisions: {type: 'string'}, seed: {type: 'string'}, database: {type: 'string'}},
});
const decisions = Number(asked.decisions ?? 10_000);
const seed = asked.seed ?? String(Math.floor(Math.random() * 1_000_000));
if (!Number.isInteger(decisions) || decisions < 50)
  throw new Error('--decisions is a whole number from 50 on.');
const {database = process.env.DATABASE_URL ? 'postgresql' : 'pglite'} = asked;
if (database !== 'pglite' && database !== 'postgresql')
  throw new Error('--database is pglite or postgresql.');
const began = performance.now();
const seconds = (): string => `${Math.round((performance.now() - began) / 1000)} s`;
if (!haveBrowser('chromium')) process.exit(1);

/** Each page has connections of its own; its reviewers share them. */
const pages = 4;
const reviewersAPage = 8;
/** Those with a screen have a page each, because an open dialog is the only thing that can be pressed. */
const screens = 4;
/** Of 100 decisions, so many are made through buttons and dialogs. */
const onScreen = 5;
/** A kill after about so many requests. */
const killEvery = Math.max(300, Math.ceil(decisions / 10));

const orders: Order[][] = [];
let cases = 0;
const order = (name: string, way: Order['way'], count: number): Order => {
  const some = Math.ceil(count / 3) + 4;
  const mine = Array.from({length: some}, () => cases++);
  return {seed: `${seed}/${name}`, way, decisions: count, cases: mine, twins: 0.15};
};
const byScreen = Math.max(screens, Math.ceil((decisions * onScreen) / 100));
const byMachine = decisions - byScreen;
const share = (all: number, parts: number, at: number): number =>
  Math.floor(all / parts) + (at < all % parts ? 1 : 0);
for (let at = 0; at < screens; at++)
  orders.push([order(`screen-${at}`, 'screen', share(byScreen, screens, at))]);
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
const postgres = database === 'postgresql' && !process.env.DATABASE_URL ? await startPostgres() : undefined;
const databaseUrl =
  database === 'pglite' ? undefined : ((await postgres?.createDatabase()) ?? process.env.DATABASE_URL);

async function runAndJudge() {
  try {
    const outcome = await carryOut({
      ...{seed, orders, cases, killEvery, folder, dataFolder, databaseUrl},
      onFilled: () =>
        console.log(
          `Seed ${seed}: ${decisions} decisions on ${cases} cases; the server is filled after ${seconds()}.`,
        ),
    });
    console.log(`Decided after ${seconds()}; reading the database.`);
    return {...outcome, truth: await judge(outcome.told, {cases, dataFolder, databaseUrl})};
  } finally {
    await postgres?.stop();
    await rm(folder, {recursive: true, force: true});
  }
}
const {told, faults, requests, errors, truth} = await runAndJudge();

const zeros = {
  'recorded more than once': truth.doubled,
  'lost after being confirmed': truth.lost,
  'claimed but untrue': truth.untrue,
  'still unknown after recovery': truth.unknown,
  'recorded without being intended': truth.strange,
  'cases with a broken chain or order': truth.broken,
};
const countOf = (wanted: (each: Told) => boolean): number => told.filter(wanted).length;
printTable(`Seed ${seed}, ${database === 'pglite' ? 'PGlite' : 'PostgreSQL'}, ${seconds()}`, [
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
printTable(`Faults, in ${requests} requests that decide`, [
  ...[...faults].sort(([, one], [, other]) => other - one).map(([kind, count]) => ({kind, count})),
]);
for (const [what, found] of Object.entries(zeros)) {
  for (const each of found.slice(0, 20)) console.log(`${what}: ${each}`);
}
const isWell =
  told.length === decisions && errors === 0 && Object.values(zeros).every(({length}) => length === 0);
console.log(isWell ? '\nAll that was told is true.' : '\nWhat was told is not all true.');
process.exit(isWell ? 0 : 1);
