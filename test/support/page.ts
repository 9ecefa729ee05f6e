import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import type {Customer} from '../../src/domain/customer.js';
import type {LiveEventType} from '../../src/domain/live-events.js';
import type {Records} from '../../demo/server/records/records.js';
import {startServer} from '../../demo/server/server.js';
import {makeSmallWorld, smallCustomerId} from '../../demo/server/world/small-world.js';
import type {World} from '../../demo/server/world/world.js';
import {buildDemo} from '../../scripts/build-demo.mjs';
import {chromiumArguments, findChromium, findFirefox} from '../../scripts/programs.mjs';
import {FaultProxy} from './fault-proxy.js';
import type {InPage} from './in-page.js';

export {emptyCustomerId, foreignCustomerId, smallCustomerId} from '../../demo/server/world/small-world.js';
export type {InPage} from './in-page.js';

const root = join(import.meta.dirname, '../..');

/** Milliseconds until something is given up that should be seen, on the slowest of machines. */
const patience = 30_000;
/** What counts of the time between two looks: a machine that stood still meanwhile has not waited in vain. */
const most = 200;

export type BrowserName = 'chromium' | 'firefox';

/** Why tests in this browser are skipped; `false` when they are not. Where browsers are required, a missing one is an error. */
export function withoutBrowser(name: BrowserName): string | false {
  const found = name === 'chromium' ? findChromium() : findFirefox();
  if (found !== undefined) return false;
  const why = `There is no ${name} here. Say where it is: ${name === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH'}=…`;
  if (process.env.REQUIRE_BROWSERS === '1' || process.env.CI) throw new Error(why);
  return why;
}

export function openBrowser(name: BrowserName = 'chromium'): Promise<Browser> {
  const executablePath = name === 'chromium' ? findChromium() : findFirefox();
  return puppeteer.launch({
    browser: name === 'chromium' ? 'chrome' : 'firefox',
    ...(executablePath !== undefined && {executablePath}),
    ...(name === 'chromium' && {
      args: [...chromiumArguments],
      // Pages are to come back from the page cache as they do for everybody.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    }),
    protocolTimeout: 120_000,
  });
}

let script: Promise<string> | undefined;

/** What runs inside the page before anything else. */
function inPageScript(): Promise<string> {
  script ??= build({
    absWorkingDir: root,
    entryPoints: ['test/support/in-page.ts'],
    bundle: true,
    format: 'iife',
    write: false,
    target: 'es2022',
    tsconfig: 'tsconfig.json',
  }).then(({outputFiles}) => outputFiles[0]?.text ?? '');
  return script;
}

export interface Demo {
  readonly records: Records;
  readonly proxy: FaultProxy;
  /** The server itself, behind the proxy. */
  readonly address: string;
  /** Changes a customer in the store, so that whoever watches hears of it. Answers the new revision. */
  change(change: Partial<Customer>, event?: LiveEventType): Promise<number | undefined>;
  close(): Promise<void>;
}

/** The demo server with a small world on its own database, behind a proxy. */
export async function startDemo(
  options: {
    readonly tokenSeconds?: number;
    readonly origins?: readonly string[];
    readonly world?: World;
  } = {},
): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'kyc-review-page-'));
  const {tenants, customers, verifications} = options.world ?? makeSmallWorld();
  const files = new Map(
    [...customers, ...verifications].flatMap(({tenant, files: all = []}) =>
      all.map((each) => [`${tenant} ${each.path}`, each]),
    ),
  );
  // Who runs several files has built the pages once for all of them.
  const {DEMO_PAGES: built} = process.env;
  const pages = built ?? join(folder, 'pages');
  if (built === undefined) await buildDemo(() => undefined, pages);
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    dataFolder: join(folder, 'data'),
    pages,
    ticker: false,
    subscriber: true,
    ...(options.tokenSeconds !== undefined && {tokenSeconds: options.tokenSeconds}),
    ...(options.origins && {origins: options.origins}),
    seed: async (writer) => {
      for (const tenant of tenants) await writer.addTenant(tenant);
      for (const customer of customers) await writer.addCustomer(customer);
      for (const verification of verifications) await writer.addVerification(verification);
    },
    origin: (tenant, path) => {
      const file = files.get(`${tenant} ${path}`);
      return file && (() => file.bytes());
    },
    say: () => undefined,
  });
  const proxy = await FaultProxy.start();
  proxy.target = Number(new URL(server.address).port);
  return {
    records: server.records,
    proxy,
    address: server.address,
    change: (change, event = 'step_results') =>
      server.records.change(tenants[0]?.id ?? '', smallCustomerId, event, (editor) => {
        editor.setCustomer({...editor.customer, ...change});
      }),
    async close() {
      await proxy.close();
      await server.close();
      await rm(folder, {recursive: true, force: true});
    },
  };
}

export interface VisitOptions {
  readonly persona?: string;
  /** Whether the page's time is the test's to move on. */
  readonly ownTime?: boolean;
  /** How many milliseconds the page's clock is ahead of everybody else's. */
  readonly skew?: number;
  readonly width?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A page of the browser's, and what a person or a test does with it. */
export interface Visit {
  readonly page: Page;
  /** Everything the page wrote to its console. */
  readonly console: readonly string[];
  /** Waits until something is true, and answers it; says what was on the page when it never is. */
  until<T>(
    what: string,
    look: () => Promise<T | undefined | false | null> | T | undefined | false,
  ): Promise<T>;
  /** Waits until the reader meets this text. */
  shows(text: string): Promise<void>;
  hides(text: string): Promise<void>;
  text(): Promise<string>;
  /** Presses the button or link with exactly this text. */
  press(text: string): Promise<void>;
  heard(): Promise<InPage['heard']>;
  /** What the elements said about their connection, in order. */
  connections(): Promise<readonly string[]>;
  /** What they said last. */
  connection(): Promise<string | undefined>;
  /** Waits until the socket is live. */
  live(): Promise<void>;
  /** The page's own time stands still until it is moved on. */
  stop(): Promise<void>;
  /** Lets the page's own time pass; see `forward` in the page. */
  forward(ms: number, step?: number, patience?: number): Promise<void>;
  /** Waits until something is true within so many milliseconds of the page's own time. The network takes whatever it takes. */
  within(ms: number, what: string, look: () => Promise<boolean> | boolean): Promise<void>;
  leave(): Promise<void>;
}

/** Opens an address as a visitor who was never there before. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const lines: string[] = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
  await page.setViewport({width: options.width ?? 1280, height: 900});
  const settings = {...options.settings, ...(options.persona && {persona: options.persona})};
  const prepare = [
    // What the tests are compiled with gives functions their names by a call of this.
    'globalThis.__name = (named) => named;',
    await inPageScript(),
    ...(options.ownTime || options.skew ? [`inPage.ownTime(${options.skew ?? 0});`] : []),
    `for (const [name, value] of Object.entries(${JSON.stringify(settings)})) {
       for (const store of [sessionStorage, localStorage]) store.setItem('demo-' + name, value);
     }`,
  ].join('\n');
  await page.evaluateOnNewDocument(prepare);
  await page.goto(url);

  const text = () => page.evaluate(() => inPage.text());
  const until: Visit['until'] = async (what, look) => {
    let left = patience;
    for (let last = performance.now(); ;) {
      const found = await look();
      if (found) return found;
      const now = performance.now();
      left -= Math.min(most, now - last);
      last = now;
      if (left <= 0) {
        throw new Error(`In vain: ${what}. ${(await text()).slice(0, 1500)} ${lines.join('\n')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  };
  const heard = () => page.evaluate(() => inPage.heard);
  const connections = async () =>
    (await heard()).events
      .filter(({type}) => type === 'review-connection')
      .map((each) => /state: ([\w-]+)/.exec(each.text)?.[1] ?? '');
  const connection = async () => (await connections()).at(-1);
  return {
    page,
    console: lines,
    until,
    text,
    async shows(wanted) {
      await until(`"${wanted}" is shown`, async () => (await text()).includes(wanted));
    },
    async hides(wanted) {
      await until(`"${wanted}" is gone`, async () => !(await text()).includes(wanted));
    },
    async press(name) {
      await until(`"${name}" is pressed`, () =>
        page.evaluate((wanted) => {
          const found = inPage.all('button, a').find((each) => each.textContent?.trim() === wanted);
          found?.click();
          return found !== undefined;
        }, name),
      );
    },
    heard,
    connections,
    connection,
    async live() {
      await until('the socket is live', async () => (await connection()) === 'live');
    },
    stop: () => page.evaluate(() => inPage.stop()),
    forward: (...all) => page.evaluate((...how) => inPage.forward(...how), ...all),
    async within(ms, what, look) {
      const step = 100;
      let left = ms;
      let looks = 0;
      await page.evaluate(() => inPage.stop());
      await until(`${what} within ${ms} ms`, async () => {
        if (await look()) return true;
        // Looked at several times for each step, so that the network comes along.
        if (++looks % 5 === 0 && left > 0) {
          left -= step;
          await page.evaluate((by) => inPage.forward(by, by, 5000, true), step);
        }
        return false;
      });
      await page.evaluate(() => inPage.forward(0));
    },
    leave: () => context.close(),
  };
}

export interface TenantPage {
  readonly address: string;
  /** What was asked for, as `METHOD /path`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/**
 * A page of somebody else's, on an origin of its own, that has loaded the elements and nothing more.
 *
 * @param entries What is bundled, each into a script with a copy of everything that it takes; loaded in this order.
 */
export async function startTenantPage(entries: readonly string[] = ['src/index.ts']): Promise<TenantPage> {
  const bundle = async (entry: string): Promise<string> => {
    const {outputFiles} = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      write: false,
      target: 'es2022',
      tsconfig: 'tsconfig.json',
      conditions: ['browser', 'production'],
      define: {'process.env.NODE_ENV': '"production"'},
    });
    return outputFiles[0]?.text ?? '';
  };
  const bundles = await Promise.all(entries.map(bundle));
  const scripts = new Map(bundles.map((text, at) => [`/elements-${at}.js`, text]));
  const tags = Array.from(scripts.keys(), (src) => `<script type="module" src="${src}"></script>`).join('');
  const requests: string[] = [];
  const server = createServer(({method, url}, answer) => {
    requests.push(`${method} ${url}`);
    const script = scripts.get(url ?? '');
    answer.setHeader('Content-Type', script === undefined ? 'text/html; charset=utf-8' : 'text/javascript');
    answer.end(script ?? `<!doctype html><html lang="en"><title>Tenant</title>${tags}</html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return {
    address: `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
