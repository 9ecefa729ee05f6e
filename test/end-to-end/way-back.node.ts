import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {aCustomer} from '../../demo/server/world/builders.js';
import {makeSmallWorld} from '../../demo/server/world/small-world.js';
import {Gate} from '../support/fault-proxy.js';
import {openBrowser, smallCustomerId, startDemo, visit, withoutBrowser} from '../support/page.js';
import type {BrowserName, Demo, Visit} from '../support/page.js';

const names: readonly BrowserName[] = ['chromium', 'firefox'];

const world = makeSmallWorld();
const many = Array.from({length: 60}, (_, at) => ({
  tenant: world.tenants[0]?.id ?? '',
  customer: aCustomer({
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    name: `Customer ${at}`,
  }),
}));

describe('the way back through the back-office', () => {
  let demo: Demo;
  before(async () => {
    demo = await startDemo({world: {...world, customers: [...world.customers, ...many]}});
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
        demo.proxy.heal();
        page = await visit(browser, `${demo.proxy.address}/`, {persona: 'meridian-owner'});
        await hasRows();
      });
      afterEach(() => page.leave());

      const hasRows = () => page.until('the rows are there', () => page.page.$('td a[href*="000000000040"]'));
      const scrolled = () => page.page.evaluate(() => Math.round(scrollY));
      const focused = () => page.page.evaluate(() => document.activeElement?.textContent ?? '');
      const history = (by: number) => page.page.evaluate((steps) => window.history.go(steps), by);
      const scrollTo = (top: number) =>
        page.page.evaluate(
          (to) =>
            new Promise((done) => {
              window.scrollTo(0, to);
              requestAnimationFrame(() => requestAnimationFrame(done));
            }),
          top,
        );
      const isAt = (top: number) => page.until(`it is at ${top}`, async () => (await scrolled()) === top);
      const open = async (name: string) => {
        await page.press(name);
        await page.live();
        await isAt(0);
      };

      /** Holds back what the list is drawn from; answers once somebody has asked for it. */
      async function holdList(asks: () => Promise<unknown>): Promise<Gate> {
        const held = new Gate();
        demo.proxy.script = ({target}) =>
          target.startsWith('/api/customers?') ? {answer_held: held} : undefined;
        await asks();
        await page.until('the list is asked for', () => held.arrived > 0);
        demo.proxy.script = () => undefined;
        return held;
      }

      it('leads to where the list was left and to the link that was followed, however late its rows come', async () => {
        await scrollTo(900);
        await open('Customer 30');
        const held = await holdList(() => history(-1));
        assert.equal(await scrolled(), 0);
        held.open();
        await isAt(900);
        assert.equal(await focused(), 'Customer 30');
      });

      it('leads back to where the profile was left, and to the list once more', async () => {
        await scrollTo(700);
        await open(
          world.customers.find(({customer}) => customer.id === smallCustomerId)?.customer.name ?? '',
        );
        await page.shows('Proof of address');
        await scrollTo(500);
        await history(-1);
        await isAt(700);
        await history(1);
        await page.shows('Proof of address');
        await isAt(500);
        await history(-1);
        await isAt(700);
      });

      it('leads to where the page was before it was loaded again', async () => {
        await scrollTo(800);
        await page.page.reload();
        await hasRows();
        await isAt(800);
      });

      it('lets whoever has scrolled meanwhile stay there', async () => {
        await scrollTo(900);
        await open('Customer 30');
        const held = await holdList(() => history(-1));
        await page.page.evaluate(() => document.body.dispatchEvent(new WheelEvent('wheel', {bubbles: true})));
        held.open();
        await hasRows();
        await scrollTo(40);
        assert.equal(await scrolled(), 40);
      });

      it('begins at the top where nobody has been', async () => {
        await scrollTo(900);
        await page.press('Verifications');
        await page.shows('Sent via');
        assert.equal(await scrolled(), 0);
      });

      it('lets nothing that has the focus stand behind the log', async () => {
        await page.page.evaluate(() => {
          for (let at = 0; at < 30; at++)
            document.body.dispatchEvent(new Event('review-ready', {bubbles: true}));
        });
        await scrollTo(0);
        await page.page.focus('input[name="q"]');
        const hidden: string[] = [];
        for (let press = 0; press < 30; press++) {
          await page.page.keyboard.press('Tab');
          const name = await page.page.evaluate(() => {
            const log = document.querySelector('.log')?.getBoundingClientRect().top ?? 0;
            const at = document.activeElement;
            return (at?.getBoundingClientRect().bottom ?? 0) > log ? at?.textContent : undefined;
          });
          if (name) hidden.push(name);
        }
        assert.match(await focused(), /^Customer/u);
        assert.deepEqual(hidden, []);
      });
    });
  }
});
