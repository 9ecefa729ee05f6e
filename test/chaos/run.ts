import puppeteer, {type Page} from 'puppeteer-core';
import {Chance} from '../../demo/server/world/chance.js';
import {chromiumArguments, findChromium} from '../../scripts/programs.mjs';
import {startProcess, type RunningProcess} from '../demo/a-process.js';
import {buildPage} from '../support/built-page.js';
import {FaultProxy} from '../support/fault-proxy.js';
import {seededFaults, type Tally} from './faults.js';
import type {Order, Told} from './orders.js';

export interface RunOptions {
  readonly seed: string;
  /** What the reviewers of each page have to do. */
  readonly orders: readonly (readonly Order[])[];
  readonly cases: number;
  /** A kill after about so many requests that decide. */
  readonly killEvery: number;
  /** For the page. */
  readonly folder: string;
  /** Of the embedded database. */
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly onFilled: () => void;
}

export interface Outcome {
  readonly told: readonly Told[];
  readonly faults: Tally;
  /** Requests that decide. */
  readonly requests: number;
  /** What pages threw. */
  readonly errors: number;
}

/** Lets all reviewers decide, through faults and kills, and answers what they were told. */
export async function carryOut({
  seed,
  orders,
  cases,
  killEvery,
  folder,
  ...given
}: RunOptions): Promise<Outcome> {
  const ends: (() => Promise<unknown> | undefined)[] = [];
  try {
    await buildPage(folder, {script: 'test/chaos/page.ts', file: 'chaos.html', title: 'Chaos'});
    const proxy = await FaultProxy.start();
    ends.push(() => proxy.close());
    // Filling it takes its time, and the machine may have more to do.
    const startWithin = 60_000 + cases * 200;
    const start = async (): Promise<RunningProcess> => {
      const running = startProcess('test/chaos/server.ts', {
        ...{DATA_DIR: given.dataFolder, DATABASE_URL: given.databaseUrl ?? ''},
        ...{PAGES: folder, CASES: String(cases), PORT: '0'},
      });
      const [, port] = await running.until(/Ready: \S+:(\d+)/, startWithin);
      proxy.target = Number(port);
      return running;
    };
    let server = await start();
    ends.push(() => server.stop('SIGTERM'));
    given.onFilled();

    const faults: Tally = new Map();
    const kills = new Chance(`${seed} kills`);
    const nextKill = (): number => kills.whole(killEvery / 2, killEvery);
    let untilKill = nextKill();
    let restarting: Promise<void> | undefined;
    ends.push(() => restarting);
    const kill = async (): Promise<void> => {
      // A moment later, the request is being worked on.
      await new Promise((resolve) => setTimeout(resolve, kills.whole(0, 15)));
      server.child.kill('SIGKILL');
      await server.ended();
      faults.set('server killed', (faults.get('server killed') ?? 0) + 1);
      server = await start();
      restarting = undefined;
    };

    const executablePath = findChromium();
    const browser = await puppeteer.launch({
      ...(executablePath !== undefined && {executablePath}),
      args: [...chromiumArguments],
      protocolTimeout: 0,
    });
    ends.push(() => browser.close());
    let errors = 0;
    const open = async (): Promise<Page> => {
      const page = await (await browser.createBrowserContext()).newPage();
      page.setDefaultTimeout(300_000);
      page.on('pageerror', (error) => {
        errors++;
        console.error(error);
      });
      await page.goto(`${proxy.address}/chaos.html`);
      await page.waitForFunction(() => 'chaos' in globalThis);
      return page;
    };
    const opened = await Promise.all(orders.map(async (mine) => ({mine, page: await open()})));
    // Nothing fails before everybody is there.
    let requests = 0;
    proxy.script = seededFaults(seed, faults, () => {
      requests++;
      if (restarting || --untilKill > 0) return;
      untilKill = nextKill();
      restarting = kill();
    });
    const told = await Promise.all(
      opened.flatMap(({mine, page}) => mine.map((each) => page.evaluate((what) => chaos.work(what), each))),
    );
    return {told: told.flat(), faults, requests, errors};
  } finally {
    for (const end of ends.reverse()) await end();
  }
}
