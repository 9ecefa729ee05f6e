import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {smallCaseName} from '../../demo/server/world/small-world.js';
import {
  openBrowser,
  smallCustomerId,
  startDemo,
  startTenantPage,
  visit,
  withoutBrowser,
  type Demo,
  type TenantPage,
  type Visit,
} from '../support/page.js';

// A tag belongs to the page: what one bundle has registered serves the elements of the other one too.
describe(
  'two bundles on one page, with a copy of the package each',
  {skip: withoutBrowser('chromium')},
  () => {
    let tenant: TenantPage;
    let demo: Demo;
    let browser: Browser;
    let page: Visit;

    before(async () => {
      // The profile and all that is inside it are of the first copy; provider and verification can only be of the second.
      tenant = await startTenantPage(['src/define/customer-profile.ts', 'src/index.ts']);
      [demo, browser] = await Promise.all([startDemo({origins: [tenant.address]}), openBrowser()]);
    });
    after(async () => {
      await browser?.close();
      await demo?.close();
      await tenant?.close();
    });
    beforeEach(async () => {
      page = await visit(browser, tenant.address);
    });
    afterEach(() => page.leave());

    /** Puts a provider on the page, with nothing in it. */
    async function provide(locale: string): Promise<void> {
      const session = await fetch(`${demo.address}/back-office/session`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({persona: 'meridian-owner'}),
      });
      const {token, permissions} = (await session.json()) as {token: string; permissions: string[]};
      const inputs = {apiBaseUrl: `${demo.address}/api/`, permissions, locale};
      await page.until('both copies are there', () =>
        page.page.evaluate(() => customElements.get('verification-detail') !== undefined),
      );
      await page.page.evaluate(
        (given, auth) => {
          const provider = Object.assign(document.createElement('review-provider'), given);
          provider.auth = () => auth;
          document.body.append(provider);
        },
        inputs,
        token,
      );
    }

    const put = (tag: string, names: Readonly<Record<string, string>>): Promise<void> =>
      page.page.evaluate(
        (name, given) => {
          document
            .querySelector('review-provider')
            ?.append(Object.assign(document.createElement(name), given));
        },
        tag,
        names,
      );

    const putBoth = async (): Promise<void> => {
      await put('customer-profile', {customerId: smallCustomerId});
      await page.until('what shows pictures is of the first copy', () =>
        page.page.evaluate(() => customElements.get('kyc-evidence-viewer') !== undefined),
      );
      await put('verification-detail', {
        verificationType: smallCaseName.type,
        verificationId: smallCaseName.id,
      });
    };

    /** How many pictures of documents are to be seen below an element. */
    const picturesIn = (tag: string): Promise<number> =>
      page.page.evaluate(
        (name) =>
          inPage
            .all('img')
            .filter((each) => each instanceof HTMLImageElement && each.complete && each.naturalWidth > 0)
            .filter((each) => {
              let at: Node | null = each;
              while (at && !(at instanceof Element && at.localName === name))
                at = at instanceof ShadowRoot ? at.host : at.parentNode;
              return at !== null;
            }).length,
        tag,
      );

    it("the provider of one serves the other one's elements, which show their pictures", async () => {
      await provide('en');
      await putBoth();
      await page.shows('Amira Haddad');
      await page.shows('Ioannis Papadopoulos');
      for (const tag of ['customer-profile', 'verification-detail'])
        await page.until(`pictures in ${tag}`, async () => (await picturesIn(tag)) > 0);
      await page.shows('Approve');
      const {faults} = await page.heard();
      assert.deepEqual(faults, []);
    });

    it('what changes reaches the elements of both', async () => {
      await provide('en');
      await putBoth();
      await page.live();
      await page.shows('Verification Steps');
      await demo.change({name: 'Renamed for both'});
      await page.shows('Renamed for both');
      await page.page.evaluate(() => document.querySelector('review-provider')?.lock());
      await page.hides('Renamed for both');
      await page.hides('Ioannis Papadopoulos');
      await page.page.evaluate(() => document.querySelector('review-provider')?.unlock());
      await page.shows('Renamed for both');
      await page.shows('Ioannis Papadopoulos');
    });

    it('both speak Arabic, right to left, each with the words of its own copy', async () => {
      await provide('ar');
      await putBoth();
      for (const words of ['خطوات التحقق', 'قبول']) await page.shows(words);
      const wrappers = await page.page.evaluate(() =>
        inPage.all('.review').map((each) => `${each.lang} ${each.getAttribute('dir')}`),
      );
      assert.deepEqual([...new Set(wrappers)], ['ar rtl']);
      assert.deepEqual((await page.heard()).faults, []);
    });
  },
);
