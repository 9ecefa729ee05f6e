import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {run as AxeRun} from 'axe-core';
import type {Browser} from 'puppeteer-core';
import {foreignCaseName, makeSmallWorld, smallCaseName} from '../../demo/server/world/small-world.js';
import {aNote, aSubject, aVerification} from '../../demo/server/world/verification-builders.js';
import {
  openBrowser,
  smallCustomerId,
  startDemo,
  visit,
  withoutBrowser,
  type Demo,
  type Visit,
  type VisitOptions,
} from '../support/page.js';
import {hasPdftotext, isPdftotextRequired, textOf} from '../support/pdf.js';

/** The verification is about the customer. */
const world = makeSmallWorld({}, {verification: aVerification({subject: aSubject({id: smallCustomerId})})});

const pathOf = ({type, id}: {readonly type: string; readonly id: string}, first = 'verifications'): string =>
  `/${first}/${type}/${id}`;

const unless =
  isPdftotextRequired || (await hasPdftotext()) ? false : 'pdftotext is not installed (poppler-utils)';

describe('the pages of verifications', {skip: withoutBrowser('chromium')}, () => {
  let demo: Demo;
  let browser: Browser;
  let page: Visit;

  before(async () => {
    [demo, browser] = await Promise.all([startDemo({world}), openBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });
  beforeEach(() => demo.proxy.heal());
  afterEach(() => page.leave());

  async function go(path: string, options: VisitOptions = {}): Promise<void> {
    page = await visit(browser, demo.proxy.address + path, {persona: 'meridian-owner', ...options});
  }

  const address = () => {
    const {pathname, search} = new URL(page.page.url());
    return pathname + search;
  };

  const isLoaded = () =>
    page.until('all is loaded', () =>
      page.page.evaluate(
        () =>
          inPage.all('main > *').length > 0 &&
          inPage.all('[aria-busy="true"]').length === 0 &&
          inPage.heard.events.filter(({type}) => type === 'review-ready').length ===
            inPage.all('verification-detail').length &&
          !inPage.text().includes('Loading …') &&
          !inPage.text().includes('جارٍ التحميل …'),
      ),
    );

  /** Chooses in a filter, as somebody at the page does. */
  const check = (value: string) =>
    page.page.evaluate((wanted) => {
      inPage.all(`input[type="checkbox"][value="${wanted}"]`)[0]?.click();
    }, value);

  const rows = () =>
    page.page.evaluate(() => inPage.all('tbody tr').map((each) => each.textContent?.trim() ?? ''));

  it('leads from the list to a verification, and Back and Forward work; leaving closes the socket', async () => {
    await go('/');
    await page.press('Verifications');
    await page.shows('Last activity');
    await page.press('Ioannis Papadopoulos Ιωάννης Παπαδόπουλος');
    await page.live();
    assert.equal(address(), pathOf(smallCaseName));
    await page.shows('Device proximity');
    await page.page.goBack();
    await page.shows('Last activity');
    await page.until('the socket is closed', () => demo.proxy.sockets === 0);
    await page.page.goForward();
    await page.shows('Device proximity');
    await page.live();
    const {faults} = await page.heard();
    assert.deepEqual(faults, []);
    assert.deepEqual(page.console, []);
  });

  it('keeps tab and filters in the address, and asks the API for exactly these', async () => {
    await go('/verifications');
    await page.until('both are listed', async () => (await rows()).length === 2);
    await page.press('Active');
    await page.until('the tab stands in the address', () => address() === '/verifications?tab=active');
    await page.until('both are listed', async () => (await rows()).length === 2);
    await check('kyc');
    await page.until('the type stands beside it', () => address() === '/verifications?tab=active&type=kyc');
    await page.until('one is listed', async () => (await rows()).length === 1);
    await check('custom');
    await page.until('both types are asked for', () => {
      const asked = demo.proxy.asked(/verifications\?tab=active&type=kyc&type=custom&limit/);
      return asked.length === 1;
    });
    await check('kyc');
    await page.until('none fits', async () => (await page.text()).includes('No verification fits.'));
    await page.page.goBack();
    await page.page.goBack();
    await page.until('the filter is back', async () => address().endsWith('&type=kyc'));
    await page.until('one is listed', async () => (await rows()).length === 1);
    await page.press('Completed');
    await page.shows('No verification fits.');
    assert.equal(address(), '/verifications?tab=completed&type=kyc');
  });

  it('leads from a customer to the verifications of this customer', async () => {
    await go(`/profile/${smallCustomerId}`);
    await page.press('Verifications of this customer');
    await page.until('it is listed', async () => (await rows()).length === 1);
    assert.equal(address(), `/verifications?q=${smallCustomerId}`);
  });

  it("says that there is nothing where another tenant's verification is asked for", async () => {
    await go(pathOf(foreignCaseName));
    await page.shows('nothing found here');
    assert.equal(demo.proxy.sockets, 0);
  });

  it('keeps settings and audit log from whoever is neither owner nor admin', async () => {
    await go('/audit-log', {persona: 'meridian-viewer'});
    await page.shows('This is kept for owners and admins.');
    await page.press('Settings');
    await page.until(
      'each part says so',
      async () => (await page.text()).split('kept for owners').length > 3,
    );
  });

  it('shows what the weights would give before they are saved, and what was saved after', async () => {
    await go('/settings');
    await page.shows('−20 computed; shown as 0');
    await page.page.evaluate(() => {
      const face = inPage.all('input[name="face"]')[0] as HTMLInputElement;
      face.value = '10';
      face.dispatchEvent(new Event('input', {bubbles: true}));
    });
    await page.shows('without this: 30');
    await page.press('Save');
    await page.shows('Saved.');
    await page.page.reload();
    await page.until('it is as it was saved', () =>
      page.page.evaluate(
        () => (inPage.all('input[name="face"]')[0] as HTMLInputElement | undefined)?.value === '10',
      ),
    );
  });

  it('shows what happens to a case as it arrives at the receiver of webhooks, signed', async () => {
    await go('/subscriber', {persona: 'meridian-admin'});
    await page.shows('Nothing has arrived');
    const session = await fetch(`${demo.address}/back-office/session`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({persona: 'meridian-owner'}),
    });
    const {token} = (await session.json()) as {readonly token: string};
    const written = await fetch(`${demo.address}/api${pathOf(smallCaseName)}/notes`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
        'Idempotency-Key': `"${crypto.randomUUID()}"`,
      },
      body: JSON.stringify({text: 'Nobody else reads this.'}),
    });
    assert.equal(written.status, 201);
    await page.shows('note.created');
    await page.shows('Signature: Valid');
    assert.ok(!(await page.page.content()).includes('Nobody else reads this.'));
  });

  it('shows one case to two people, and what one of them decides to the other', async () => {
    await go(`${pathOf(smallCaseName, 'side-by-side')}?left=meridian-owner&right=meridian-viewer`);
    const half = (side: number) =>
      page.page.evaluate((at) => inPage.textOf(inPage.all('review-provider')[at] ?? new Text()), side);
    await page.until('both are shown', async () =>
      (await Promise.all([half(0), half(1)])).every((each) => each.includes('Pending review')),
    );
    await page.until('both are live', () => demo.proxy.sockets === 2);
    const mayApprove = async () =>
      (await Promise.all([half(0), half(1)])).map((each) => each.includes('Approve Reject')).join();
    await page.until('one may decide', async () => (await mayApprove()) === 'true,false');
    await page.press('Approve');
    const openDialogs = () => page.page.evaluate(() => inPage.all('dialog[open]').length);
    await page.until('the dialog is open', async () => (await openDialogs()) > 0);
    // The confirming button takes nothing at first, so that no double click decides.
    await page.until('the dialog has confirmed', () =>
      page.page.evaluate(() => {
        const [button] = inPage
          .all('dialog[open] button')
          .filter((each) => each.textContent?.trim() === 'Approve');
        button?.click();
        return button === undefined;
      }),
    );
    await page.until('the other one sees it', async () => (await half(1)).includes('Approved'));
    assert.deepEqual((await page.heard()).faults, []);
  });

  it('says in a half that whoever is chosen there could not sign in, and shows nobody else', async () => {
    await go(`${pathOf(smallCaseName, 'side-by-side')}?left=meridian-owner&right=meridian-viewer`);
    const providers = () => page.page.evaluate(() => inPage.all('review-provider').length);
    await page.until('both are shown', async () => (await providers()) === 2);
    demo.proxy.script = ({target}) => (target === '/back-office/session' ? {status: 500} : undefined);
    await page.page.select('select[name="right"]', 'meridian-owner');
    await page.shows('This could not be loaded.');
    assert.equal(await providers(), 1);
    demo.proxy.script = () => undefined;
    await page.page.select('select[name="right"]', 'meridian-viewer');
    await page.until('both are shown again', async () => (await providers()) === 2);
    await page.hides('This could not be loaded.');
  });

  it(
    'XS-20 prints who prints and when, on white, and nothing that was not opened or is locked',
    {skip: unless},
    async () => {
      const paper = async () => (await textOf(await page.page.pdf())).replaceAll(/\s+/gu, ' ');
      const {text: note} = aNote();
      await go(pathOf(smallCaseName), {settings: {theme: 'dark'}});
      await isLoaded();
      const viewer = await page.page.evaluate(() => document.querySelector('verification-detail')?.viewerId);
      const closed = await paper();
      assert.match(closed, /^.{0,200}Contains personal data · Printed by /u);
      assert.ok(viewer !== undefined && closed.includes(`Printed by ${viewer}, `), closed);
      assert.match(closed, /\d\d:\d\d:\d\d GMT[+-]\d\d:\d\d .*Papadopoulos/u);
      assert.ok(!closed.includes(note), closed);
      // The buttons have a row of the column on the screen, and none on paper, where there are no buttons.
      const rowsOfButtons = () =>
        page.page.evaluate(() => inPage.all('kyc-actions-card')[0]?.getClientRects().length);
      assert.equal(await rowsOfButtons(), 1);
      await page.page.emulateMediaType('print');
      assert.equal(await rowsOfButtons(), 0);
      const ground = await page.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(ground, 'rgb(255, 255, 255)');
      await page.page.emulateMediaType();
      await page.page.evaluate(() => inPage.all('#tab-notes')[0]?.click());
      await page.shows(note);
      assert.ok((await paper()).includes(note));
      await page.page.evaluate(() => document.querySelector('verification-detail')?.lock());
      await page.shows('Locked.');
      const locked = await paper();
      assert.ok(locked.includes('Locked.'));
      for (const gone of ['Papadopoulos', note]) assert.ok(!locked.includes(gone), locked);
      await page.page.goto(`${demo.proxy.address}/profile/${smallCustomerId}`);
      await page.shows('Machine-made summary');
      assert.match(await paper(), /Contains personal data · Printed by .* GMT[+-]\d\d:\d\d .*Haddad/u);
    },
  );

  it(
    'prints every database that was searched, every column of the long lists and no empty page',
    {skip: unless},
    async () => {
      page = await visit(browser, `${demo.proxy.address}/profile/${smallCustomerId}`, {
        persona: 'meridian-owner',
      });
      await page.shows('Machine-made summary');
      for (const [part, word] of [
        ['aml', 'OFAC'],
        ['transactions', 'Rules'],
        ['travel-rule', 'VASPs'],
      ] as const) {
        await page.page.evaluate((tag) => inPage.all(tag)[0]?.scrollIntoView(), `kyc-${part}-section`);
        await page.shows(word);
      }
      const sheets = (await textOf(await page.page.pdf({format: 'A4'}))).split('\f').slice(0, -1);
      const said = sheets.join(' ').replaceAll(/\s+/gu, ' ');
      for (const word of ['PEP', 'FATF', 'Interpol', 'Declined']) assert.ok(said.includes(word), word);
      for (const sheet of sheets) assert.ok(sheet.trim().length > 0, 'an empty page');
    },
  );

  const routes = [
    '/verifications',
    pathOf(smallCaseName),
    pathOf(smallCaseName, 'side-by-side'),
    '/audit-log',
    '/settings',
    '/subscriber',
    '/matters/matter-1',
  ];
  for (const path of routes) {
    it(`has nothing on ${path} that axe objects to`, async () => {
      await go(path);
      await isLoaded();
      await page.page.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'));
      const found = await page.page.evaluate(async () => {
        const {axe} = globalThis as unknown as {readonly axe: {readonly run: typeof AxeRun}};
        const {violations} = await axe.run(document, {
          resultTypes: ['violations'],
          // Two of the same element on one page have landmarks of the same names.
          rules: {'landmark-unique': {enabled: inPage.all('verification-detail').length < 2}},
        });
        return violations.flatMap(({id, nodes}) =>
          nodes.map(({target}) => `${id}: ${target.flat().join(' ')}`),
        );
      });
      assert.deepEqual(found, []);
      assert.deepEqual((await page.heard()).faults, []);
    });
  }

  for (const language of ['en', 'ar']) {
    it(`needs no scrolling to the side at 320 px in ${language}, on any page`, async () => {
      for (const path of routes) {
        await go(path, {width: 320, settings: {language}});
        await isLoaded();
        const [wide, most] = await page.page.evaluate(() => [
          document.documentElement.scrollWidth,
          innerWidth,
        ]);
        assert.ok((wide ?? 0) <= (most ?? 0), `${path}: ${wide} > ${most}`);
        if (path !== routes.at(-1)) await page.leave();
      }
    });
  }
});
