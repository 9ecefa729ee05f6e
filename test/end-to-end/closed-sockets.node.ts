import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {frames} from '../support/fault-proxy.js';
import {openBrowser, smallCustomerId, startDemo, visit, withoutBrowser} from '../support/page.js';
import type {BrowserName, Demo, Visit} from '../support/page.js';

const names: readonly BrowserName[] = ['chromium', 'firefox'];

describe('a socket that the server closes', () => {
  let demo: Demo;
  before(async () => {
    demo = await startDemo();
  });
  after(() => demo?.close());

  for (const browserName of names) {
    describe(`in ${browserName}`, {skip: withoutBrowser(browserName)}, () => {
      let browser: Browser;
      let page: Visit;

      before(async () => {
        browser = await openBrowser(browserName);
      });
      after(() => browser?.close());
      beforeEach(async () => {
        // What the last page's connections still have to say is none of this one's.
        demo.proxy.down();
        demo.proxy.heal();
        page = await visit(browser, `${demo.proxy.address}/profile/${smallCustomerId}`, {
          persona: 'meridian-owner',
          ownTime: true,
        });
        await page.live();
        demo.proxy.heal();
        // However short a pause is, and however slow the machine, nothing ends it before the test has seen it.
        await page.stop();
      });
      afterEach(() => page.leave());

      const socketTokens = () => demo.proxy.asked(/socket-token/).length;
      const isNotLive = (wanted: string) =>
        page.until(`the connection is ${wanted}`, async () => (await page.connection()) === wanted);

      it('RT-06 asks for a new token for every handshake that is refused, and backs off', async () => {
        demo.proxy.script = ({isSocket}) => (isSocket ? {status: 401} : undefined);
        demo.proxy.resetSockets();
        await isNotLive('waiting');
        await page.forward(60_000, 250);
        // Browsers slow down refused sockets on their own, by the clock on the wall.
        await page.until('it has tried again', () => demo.proxy.dials.length >= 2);
        const dials = demo.proxy.dials.length;
        assert.ok(dials >= 2 && dials <= 14, `${dials} attempts in a minute`);
        assert.ok(socketTokens() >= dials && socketTokens() <= 14, `${socketTokens()} tokens`);
        demo.proxy.script = () => undefined;
        // A socket that the browser still holds back fails by the clock on the wall, and only then is the next delay due.
        await page.until('the socket is live', async () => {
          await page.forward(2000, 500);
          return (await page.connection()) === 'live';
        });
        assert.deepEqual((await page.heard()).faults, []);
      });

      it('RT-07 tries at once with a new token after 4401, and backs off when it comes again', async () => {
        demo.proxy.tell(frames.close(4401, 'token'));
        // Time stands still: whatever waited for a moment would not happen.
        await page.until('a new token is asked for', () => socketTokens() === 1);
        await page.until('the second socket is open', () => demo.proxy.dials.length === 1);
        await page.live();
        await page.until('the first socket is gone', () => demo.proxy.sockets === 1);
        // Again within the minute: no second try at once.
        demo.proxy.tell(frames.close(4401, 'token'));
        await isNotLive('waiting');
        await page.forward(2100, 300);
        await page.live();
        assert.equal(socketTokens(), 2);
      });

      const finals = [
        {code: 4400, state: 'degraded'},
        {code: 4403, state: 'off'},
        {code: 4404, state: 'off'},
      ] as const;
      for (const {code, state} of finals) {
        it(`RT-11 never tries again after ${code}`, async () => {
          demo.proxy.tell(frames.close(code));
          await isNotLive(state);
          await page.forward(600_000, 12_000);
          assert.equal(demo.proxy.dials.length, 0);
          assert.equal(socketTokens(), 0);
          const {events} = await page.heard();
          const told = events.filter(({type}) => type === 'review-permissions-changed').length;
          assert.equal(told, code === 4403 ? 1 : 0);
        });
      }

      it('RT-11 reloads what is shown after 4403', async () => {
        await demo.change({name: `Renamed for ${browserName}`, version: 0});
        demo.proxy.tell(frames.close(4403));
        await page.forward(1000, 100);
        await page.shows(`Renamed for ${browserName}`);
      });

      for (const code of browserName === 'chromium' ? [4429, 1013] : []) {
        it(`RT-12 leaves the server alone for 30 s after ${code}`, async () => {
          demo.proxy.tell(frames.close(code));
          await isNotLive('waiting');
          await page.forward(25_000, 1000);
          assert.equal(demo.proxy.dials.length, 0);
          await page.forward(20_100, 1000);
          await page.live();
        });
      }

      for (const code of browserName === 'chromium' ? [1000, 1001, 1012, 4500] : []) {
        it(`RT-14 comes back by itself after an uninvited ${code}`, async () => {
          demo.proxy.tell(frames.close(code));
          await isNotLive('waiting');
          await page.forward(2100, 300);
          await page.live();
          assert.equal(demo.proxy.dials.length, 1);
        });
      }

      it('RT-30 lives on through frames that say nothing, however large or deep', async () => {
        // What is parsed holds up the page, and nothing else does. How long is for the bench to say.
        await page.page.evaluate(() => {
          const {parse} = JSON;
          const parsed: number[] = [];
          Object.assign(window, {parsed});
          JSON.parse = (text: string, ...others) => {
            parsed.push(text.length);
            return parse(text, ...others) as unknown;
          };
        });
        const deep = '['.repeat(10_000) + ']'.repeat(10_000);
        const deeper = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
        const broken = [
          '',
          'null',
          '[]',
          '7',
          '"step_results"',
          '{',
          '{"type":',
          '{"type":7}',
          '{"type":null}',
        ];
        const foreign = [
          '{"type":"step_results","id":"customer-9"}',
          '{"type":"a.new.event","id":"customer-1"}',
        ];
        for (const text of [...broken, deep, deeper, ...foreign]) demo.proxy.tell(frames.text(text));
        demo.proxy.tell(frames.binary(new Uint8Array([0, 255, 1, 254])));
        demo.proxy.tell(frames.text(`{"type":"step_results","id":"${'x'.repeat(10_000_000)}"}`));
        demo.proxy.tell(frames.binary(new Uint8Array(1_000_000)));
        // A frame that says something shows that the others have been taken in.
        const name = `Still here, ${browserName}`;
        await demo.change({name});
        await page.until('it is shown', async () => {
          await page.forward(1000, 250);
          return (await page.text()).includes(name);
        });
        assert.equal(await page.connection(), 'live');
        assert.equal(demo.proxy.dials.length, 0);
        assert.deepEqual((await page.heard()).faults, []);
        const parsed = await page.page.evaluate(() => Reflect.get(window, 'parsed') as number[]);
        assert.ok(
          parsed.includes(deep.length) && parsed.includes(deeper.length),
          'the deep ones were taken in',
        );
        assert.ok(Math.max(...parsed) <= 256 * 1024, `${Math.max(...parsed)} characters were parsed`);
      });
    });
  }
});
