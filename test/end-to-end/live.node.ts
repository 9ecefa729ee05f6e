import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {Gate} from '../support/fault-proxy.js';
import {openBrowser, smallCustomerId, startDemo, visit, withoutBrowser} from '../support/page.js';
import type {Demo, Visit, VisitOptions} from '../support/page.js';
import {seeded} from '../support/seeded.js';

describe('the live connection of a page', {skip: withoutBrowser('chromium')}, () => {
  let demo: Demo;
  let browser: Browser;
  let open: Visit | undefined;
  let names = 0;

  before(async () => {
    [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });
  beforeEach(() => {
    // What the last page's connections still have to say is none of this one's.
    demo.proxy.down();
    demo.proxy.heal();
  });
  afterEach(async () => {
    await open?.leave();
    open = undefined;
  });

  /** Opens the profile and waits until its socket is live. */
  async function watch(options: VisitOptions = {}): Promise<Visit> {
    open = await visit(browser, `${demo.proxy.address}/profile/${smallCustomerId}`, {
      persona: 'meridian-owner',
      ownTime: true,
      ...options,
    });
    const page = open;
    await page.live();
    await page.until('all is loaded', () =>
      page.page.evaluate(() => inPage.all('[aria-busy="true"]').length === 0),
    );
    return page;
  }

  /** Gives the customer a name that nobody had before. */
  async function rename(): Promise<string> {
    const name = `Customer number ${++names} of this test`;
    await demo.change({name});
    return name;
  }

  /** What provokes a loss happens while time stands still, so that it is seen however short the pause after it is. */
  async function lose(page: Visit, how: () => void): Promise<void> {
    await page.stop();
    how();
    await page.until('the loss is noticed', async () => (await page.connection()) === 'waiting');
  }

  /**
   * Chromium holds a page's attempts back the longer, up to five seconds each, the more of its sockets failed for every
   * one that opened; thirty against one are enough. In these seconds the page's own time runs on, and it gives them up.
   */
  async function openMany(page: Visit): Promise<void> {
    await page.page.evaluate(async () => {
      for (let opened = 0; opened < 12; opened++) {
        await new Promise<void>((resolve, reject) => {
          const socket = new WebSocket('/api/live', 'kyc-review.v1');
          socket.addEventListener('open', () => socket.close());
          socket.addEventListener('close', () => resolve());
          socket.addEventListener('error', () => reject(new Error('A socket did not open.')));
        });
      }
    });
  }

  const profileReads = () => demo.proxy.asked(new RegExp(`^GET /api/customers/${smallCustomerId}$`)).length;

  it('RT-01 comes back after a reset connection, signs in anew and reads what changed once', async () => {
    const page = await watch();
    demo.proxy.heal();
    await lose(page, () => demo.proxy.resetSockets());
    const name = await rename();
    await page.forward(2100, 300);
    await page.shows(name);
    await page.live();
    assert.equal(demo.proxy.dials.length, 1);
    assert.equal(demo.proxy.asked(/socket-token/).length, 1);
    assert.equal(profileReads(), 1);
  });

  it('RT-02 tries at most six times while the server is away for 10 s, and then shows the truth', async () => {
    const page = await watch();
    demo.proxy.heal();
    await lose(page, () => demo.proxy.down());
    const name = await rename();
    await page.forward(10_000, 250);
    demo.proxy.up();
    await page.forward(20_100, 500);
    await page.shows(name);
    await page.live();
    assert.ok(demo.proxy.dials.length <= 6);
    const {faults, events} = await page.heard();
    assert.deepEqual(faults, []);
    const errors = events.filter(({type}) => type === 'review-error');
    assert.ok(errors.length <= 1, `${errors.length} errors`);
  });

  it('RT-03 says so after half a minute, looks every minute, and is live again soon', async () => {
    const page = await watch();
    await openMany(page);
    demo.proxy.script = ({isSocket}) => (isSocket ? 'reset_peer' : undefined);
    await lose(page, () => demo.proxy.resetSockets());
    await page.forward(31_000, 2000);
    await page.shows('Live updates are interrupted.');
    const before = profileReads();
    for (let polls = 1; polls <= 4; polls++) {
      // A minute and a fifth is the longest pause; the network is given the time that it takes.
      await page.forward(73_000, 4000);
      await page.until('a poll', () => profileReads() >= before + polls);
    }
    const polls = profileReads() - before;
    assert.ok(polls <= 7, `${polls} polls in five minutes`);
    const name = await rename();
    await page.forward(73_000, 4000);
    await page.shows(name);
    demo.proxy.script = () => undefined;
    await page.forward(20_100, 2000);
    await page.live();
    await page.hides('Live updates are interrupted.');
  });

  it('RT-04 shows what happened while nobody listened, in every one of ten gaps', async () => {
    const page = await watch();
    const random = seeded(4);
    for (let gap = 0; gap < 10; gap++) {
      await lose(page, () => demo.proxy.resetSockets());
      if (random() < 0.5) await page.forward(random() * 1500, 500);
      const name = await rename();
      await page.forward(2100, 500);
      await page.shows(name);
      await page.live();
      // A good life of the socket, so that the next gap is the first one again.
      await page.forward(10_100, 5000);
    }
  });

  it('RT-05 loses nothing that happened between its first read and the start of the socket', async () => {
    demo.proxy.holds = true;
    open = await visit(browser, `${demo.proxy.address}/profile/${smallCustomerId}`, {
      persona: 'meridian-owner',
    });
    const page = open;
    await page.shows('Verification Steps');
    await page.until('the socket is open', () => demo.proxy.sockets === 1);
    const name = await rename();
    demo.proxy.resumeSockets();
    await page.shows(name);
  });

  it('RT-15 finds a connection dead that only looks alive, within 5 s of coming back', async () => {
    const page = await watch();
    demo.proxy.heal();
    demo.proxy.pauseSockets();
    const name = await rename();
    await page.stop();
    await page.page.evaluate(() => {
      inPage.setHidden(true);
      inPage.setHidden(false);
    });
    await page.forward(5000, 500);
    await page.until('it was found dead', async () => (await page.connections()).includes('waiting'));
    await page.forward(2100, 500);
    await page.shows(name);
    await page.live();
  });

  it('RT-15 finds it dead within a minute when nobody touches the page', async () => {
    const page = await watch();
    demo.proxy.pauseSockets();
    await page.forward(61_000, 4000);
    await page.until('it was found dead', async () => (await page.connections()).includes('waiting'));
    await page.forward(2100, 300);
    await page.live();
  });

  it('RT-17 shows the truth within 5 s of waking from an hour of sleep', async () => {
    const page = await watch();
    demo.proxy.heal();
    demo.proxy.resetSockets();
    await page.page.evaluate(() => {
      inPage.setHidden(true);
      inPage.jump(3_600_000);
    });
    const name = await rename();
    const before = profileReads();
    await page.page.evaluate(() => inPage.setHidden(false));
    await page.forward(5000, 100);
    await page.shows(name);
    await page.live();
    assert.ok(profileReads() - before <= 2, `${profileReads() - before} reads`);
  });

  const wakings = {
    resume: () => document.dispatchEvent(new Event('resume')),
    focus: () => window.dispatchEvent(new Event('focus')),
    pageshow: () => window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: false})),
    online: () => window.dispatchEvent(new Event('online')),
    visibilitychange: () => inPage.setHidden(false),
  };
  for (const [name, wake] of Object.entries(wakings)) {
    it(`RT-19 looks whether the socket is alive on ${name} alone`, async () => {
      const page = await watch();
      demo.proxy.heal();
      demo.proxy.pauseSockets();
      await page.page.evaluate(wake);
      await page.forward(7200, 400);
      await page.until('another socket is asked for', () => demo.proxy.dials.length === 1);
      await page.live();
    });
  }

  it('RT-19 reads at most once when all signs of a return come together', async () => {
    const page = await watch();
    demo.proxy.heal();
    // Nothing gets through, so that the page cannot know what it missed.
    demo.proxy.pauseSockets();
    await page.page.evaluate(() => {
      inPage.setHidden(true);
      inPage.jump(120_000);
    });
    await page.page.evaluate(() => {
      inPage.setHidden(false);
      for (const type of ['focus', 'online']) window.dispatchEvent(new Event(type));
      window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: false}));
      document.dispatchEvent(new Event('resume'));
    });
    await page.forward(7200, 400);
    await page.until('another socket is asked for', () => demo.proxy.dials.length === 1);
    await page.live();
    await page.until('what is shown was read', () => profileReads() > 0);
    assert.equal(profileReads(), 1);
  });

  it('RT-24 keeps showing news while they come faster than they can be read', async () => {
    const page = await watch();
    demo.proxy.heal();
    let gate = new Gate();
    demo.proxy.script = ({target}) =>
      target === `/api/customers/${smallCustomerId}` ? {held: gate} : undefined;
    const rounds = 4;
    let last = '';
    for (let round = 0; round < rounds; round++) {
      last = await rename();
      const held = gate;
      // The read is under way, and nobody is patient with it.
      await page.until('it is read', async () => {
        await page.forward(300, 100, 0);
        return held.arrived > 0;
      });
      // Nothing that happens meanwhile may cancel it, or nothing would ever be shown.
      for (let news = 0; news < 5; news++) {
        last = await rename();
        await page.forward(300, 100, 0);
      }
      assert.equal(held.arrived, 1);
      gate = new Gate();
      held.open();
      await page.shows(last);
    }
    // What came while it was read is read once more, and then there is no more news.
    gate.open();
    await page.forward(5000, 500);
    assert.ok(profileReads() <= 2 * rounds, `${profileReads()} reads`);
    await page.shows(last);
  });

  it('RT-26 never goes back to an older state, however late each answer is', async () => {
    const page = await watch();
    const random = seeded(26);
    demo.proxy.script = ({target}) =>
      target.startsWith('/api/customers/') ? {latency: random() * 100} : undefined;
    await page.page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(window, {seen});
      const look = () => {
        seen.push(Number(/Customer number (\d+) of/.exec(inPage.text())?.[1] ?? 0));
        requestAnimationFrame(look);
      };
      look();
    });
    for (let round = 0; round < 5; round++) {
      let last = '';
      for (let change = 0; change < 5; change++) {
        last = await rename();
        // The host's own refresh runs against the events.
        if (random() < 0.4) {
          await page.page.evaluate(() => void document.querySelector('customer-profile')?.refresh());
        }
      }
      await page.until('the last one is shown', async () => {
        await page.forward(500, 100);
        return (await page.text()).includes(last);
      });
    }
    const seen = await page.page.evaluate(() => Reflect.get(window, 'seen') as number[]);
    const back = seen.filter((each, at) => each < (seen[at - 1] ?? 0));
    assert.deepEqual(back, []);
  });

  it('RT-40 stays of use behind a proxy that knows no sockets, and warns nobody', async () => {
    demo.proxy.script = ({isSocket}) => (isSocket ? 'strip_upgrade' : undefined);
    open = await visit(browser, `${demo.proxy.address}/profile/${smallCustomerId}`, {
      persona: 'meridian-owner',
      ownTime: true,
    });
    const page = open;
    await page.shows('Verification Steps');
    await page.until('a socket was tried', () => demo.proxy.dials.length > 0);
    await page.forward(31_000, 2000);
    await page.shows('Live updates are interrupted.');
    const name = await rename();
    await page.forward(73_000, 4000);
    await page.shows(name);
    assert.deepEqual((await page.heard()).faults, []);
    // What the browser itself says about each failed socket cannot be kept from it.
    const ours = page.console.filter((line) => !line.includes('WebSocket connection to'));
    assert.deepEqual(ours, []);
  });

  it('RT-37 leaves no socket open 2.5 s after the profile was left, and says so with 1000', async () => {
    const page = await watch();
    // A socket that an earlier page dialled while it was left says its own goodbye first.
    await page.until('no other socket is open', () => demo.proxy.sockets === 1);
    demo.proxy.heal();
    await page.stop();
    await page.press('All customers');
    await page.hides('Verification Steps');
    await page.within(2500, 'the socket is closed', () => demo.proxy.sockets === 0);
    assert.deepEqual(demo.proxy.closes, [1000]);
  });

  it('RT-39 shows what happened while it was offline within 2 s of being online', async () => {
    const page = await watch();
    await page.page.setOfflineMode(true);
    const name = await rename();
    await page.stop();
    await page.page.setOfflineMode(false);
    await page.within(2000, 'it is shown', async () => (await page.text()).includes(name));
  });
});
