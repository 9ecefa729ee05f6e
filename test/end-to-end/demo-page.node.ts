import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Browser, HTTPRequest} from 'puppeteer-core';
import {
  foreignCustomerId,
  openBrowser,
  smallCustomerId,
  startDemo,
  visit,
  withoutBrowser,
  type Demo,
  type Visit,
  type VisitOptions,
} from '../support/page.js';
import {Gate} from '../support/fault-proxy.js';

describe('the back-office page', {skip: withoutBrowser('chromium')}, () => {
  let demo: Demo;
  let browser: Browser;
  let page: Visit;

  before(async () => {
    // So short a life that tests here outlive their tokens; long enough for one to arrive on a slow machine.
    [demo, browser] = await Promise.all([startDemo({tokenSeconds: 4}), openBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });
  beforeEach(async () => {
    demo.proxy.heal();
    await demo.change({name: 'Amira Haddad'});
  });
  afterEach(() => page.leave());

  const profile = `/profile/${smallCustomerId}`;

  async function go(path: string, options: VisitOptions = {}): Promise<void> {
    page = await visit(browser, demo.proxy.address + path, {persona: 'meridian-owner', ...options});
  }

  const isLoaded = async () => {
    await page.live();
    await page.until('all is loaded', () =>
      page.page.evaluate(
        () => inPage.all('[data-section]').length > 0 && inPage.all('[aria-busy="true"]').length === 0,
      ),
    );
  };

  const headings = () =>
    page.page.evaluate(() =>
      inPage
        .all('h2')
        .filter((each) => each.getRootNode() !== document)
        .map((each) => each.textContent?.trim() ?? ''),
    );

  it('leads from the list to a profile, and Back and Forward work; leaving closes the socket', async () => {
    await go('/');
    await page.press('Amira Haddad');
    await page.live();
    assert.equal(new URL(page.page.url()).pathname, profile);
    await page.page.goBack();
    await page.until('the list is shown', async () => (await page.text()).includes('Updated'));
    await page.hides('Verification Steps');
    await page.until('the socket is closed', () => demo.proxy.sockets === 0);
    await page.page.goForward();
    await page.shows('Verification Steps');
    await page.live();
    assert.equal(demo.proxy.sockets, 1);
    const {faults} = await page.heard();
    assert.deepEqual(faults, []);
    // A slow machine outlives a token here, and what the browser itself says of the 401 cannot be kept from it.
    assert.deepEqual(
      page.console.filter((line) => !/Failed to load resource: .* 401 /.test(line)),
      [],
    );
  });

  /** Chooses who is signed in, as somebody at the page does. */
  const choose = (id: string) => page.page.select('#persona', id);
  const signedIn = () =>
    page.page.evaluate(() => ({
      picked: document.querySelector<HTMLSelectElement>('#persona')?.value,
      kept: sessionStorage.getItem('demo-persona'),
      tenant: document.querySelector('#tenant')?.textContent,
    }));
  const owner = {picked: 'meridian-owner', kept: 'meridian-owner', tenant: 'Meridian Bank'};
  const stranger = {picked: 'kestrel-owner', kept: 'kestrel-owner', tenant: 'Kestrel Exchange'};

  /** Holds back the answer to the sign-in that this asks for; every later one is answered. */
  async function holdSignIn(asks: () => Promise<unknown>): Promise<Gate> {
    const held = new Gate();
    demo.proxy.script = ({target}) => (target === '/back-office/session' ? {answer_held: held} : undefined);
    await asks();
    await page.until('the sign-in is on its way', () => held.arrived > 0);
    demo.proxy.script = () => undefined;
    return held;
  }

  it('is worked with by whoever was chosen last, also when an earlier choice is answered later', async () => {
    await go('/');
    await page.shows('Amira Haddad');
    let ended = 0;
    const onEnd = (request: HTTPRequest) => void (ended += request.url().endsWith('/session') ? 1 : 0);
    page.page.on('requestfinished', onEnd).on('requestfailed', onEnd);
    const first = await holdSignIn(() => choose('meridian-viewer'));
    await choose(stranger.picked);
    await page.until(
      'the second choice is answered',
      async () => (await signedIn()).tenant === stranger.tenant,
    );
    first.open();
    await page.until('both have come to their end', () => ended >= 2);
    await page.hides('Amira Haddad');
    // What the page makes of the late answer is drawn by then, if it makes anything of it.
    await page.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    assert.deepEqual(await signedIn(), stranger);
    await page.hides('Amira Haddad');
  });

  it('loses no choice that is made while the first session is opened', async () => {
    const first = await holdSignIn(() => go('/'));
    await choose(stranger.picked);
    first.open();
    await page.until('the choice counts', async () => (await signedIn()).tenant === stranger.tenant);
    assert.deepEqual(await signedIn(), stranger);
  });

  it('says that a sign-in failed, and names whoever is still signed in', async () => {
    await go('/');
    await page.shows('Amira Haddad');
    demo.proxy.script = ({target}) => (target === '/back-office/session' ? {status: 500} : undefined);
    await choose(stranger.picked);
    await page.shows('This sign-in failed.');
    assert.deepEqual(await signedIn(), owner);
    assert.ok((await page.text()).includes('Amira Haddad'));
    demo.proxy.script = () => undefined;
    await choose(stranger.picked);
    await page.hides('This sign-in failed.');
    await page.until('the choice counts', async () => (await signedIn()).tenant === stranger.tenant);
    assert.deepEqual(await signedIn(), stranger);
    assert.deepEqual((await page.heard()).faults, []);
  });

  it('lets somebody sign in after the first sign-in failed', async () => {
    demo.proxy.script = ({target}) => (target === '/back-office/session' ? {status: 500} : undefined);
    await go('/');
    await page.shows('This sign-in failed.');
    assert.equal((await signedIn()).picked, '');
    demo.proxy.script = () => undefined;
    await choose(owner.picked);
    await page.shows('Amira Haddad');
    assert.deepEqual(await signedIn(), owner);
  });

  it('says that it could not find out who can sign in, and asks once more', async () => {
    demo.proxy.script = ({target}) => (target === '/back-office/personas' ? {status: 500} : undefined);
    await go('/');
    await page.shows('This could not be loaded.');
    await page.press('Try again');
    await page.shows('This could not be loaded.');
    demo.proxy.script = () => undefined;
    await page.press('Try again');
    await page.shows('Amira Haddad');
    await page.hides('This could not be loaded.');
    assert.deepEqual(await signedIn(), owner);
    assert.deepEqual((await page.heard()).faults, []);
  });

  for (const {path, field} of [
    {path: '/', field: 'input[name="q"]'},
    {path: '/verifications', field: 'input[name="q"]'},
    {path: '/settings', field: 'input[name="threshold"], main input'},
    {path: profile, field: ''},
  ]) {
    it(`leads past the bar on ${path} without drawing it anew, and so does the way back`, async () => {
      await go(path);
      await page.until('it is shown', () => page.page.evaluate(() => inPage.all('main > *').length > 0));
      const state = () =>
        page.page.evaluate(() => ({
          isSame: (Reflect.get(window, 'drawn') as Element).isConnected,
          typed: (Reflect.get(window, 'field') as HTMLInputElement | null)?.value ?? '',
          hash: location.hash,
          focus: document.activeElement?.id,
        }));
      if (field) await page.until('there is a field', () => page.page.$(field));
      await page.page.evaluate((selector) => {
        const typed = selector ? document.querySelector<HTMLInputElement>(selector) : null;
        Object.assign(window, {drawn: document.querySelector('main > *'), field: typed});
        if (!typed) return;
        typed.value = '7';
        typed.dispatchEvent(new Event('input', {bubbles: true}));
      }, field);
      const typed = field ? '7' : '';
      const skip = async () => {
        await page.page.focus('.skip');
        await page.page.keyboard.press('Enter');
        await page.until('the content has the focus', async () => (await state()).focus === 'main');
      };
      await skip();
      assert.deepEqual(await state(), {isSame: true, typed, hash: '#main', focus: 'main'});
      await skip();
      assert.deepEqual(await state(), {isSame: true, typed, hash: '#main', focus: 'main'});
      await page.page.evaluate(() => history.back());
      await page.until('the way back was gone', async () => (await state()).hash === '');
      const {isSame, typed: kept} = await state();
      assert.deepEqual({isSame, kept}, {isSame: true, kept: typed});
      await page.press('Audit log');
      await page.until('another page is shown', async () => !(await state()).isSame);
    });
  }

  it('goes back from a filter that the page itself has set', async () => {
    await go('/verifications');
    await page.until('the filters are shown', () => page.page.$('input[value="kyc"]'));
    const isChecked = () =>
      page.page.evaluate(() => document.querySelector<HTMLInputElement>('input[value="kyc"]')?.checked);
    await page.page.evaluate(() => document.querySelector<HTMLInputElement>('input[value="kyc"]')?.click());
    await page.until('the address says it', () => page.page.url().endsWith('?type=kyc'));
    await page.page.evaluate(() => history.back());
    await page.until('the filter is off', async () => (await isChecked()) === false);
    assert.equal(new URL(page.page.url()).search, '');
  });

  it('shows everything to an owner, in the agreed order', async () => {
    await go(profile);
    await isLoaded();
    assert.deepEqual(
      (await headings()).filter((each) => each !== 'Keyboard shortcuts'),
      [
        'Profile Info',
        'Verification Steps',
        'Documents',
        'AML & Adverse Media',
        'Video Calls',
        'Transactions',
        'Travel Rule Transaction Logs',
        'Questionnaires',
      ],
    );
  });

  it('neither shows nor asks for what a viewer may not see', async () => {
    await go(profile, {persona: 'meridian-viewer'});
    await isLoaded();
    const shown = await headings();
    assert.ok(shown.includes('Profile Info') && shown.includes('Transactions'));
    assert.ok(!shown.includes('Documents') && !shown.includes('Travel Rule Transaction Logs'));
    assert.deepEqual(demo.proxy.asked(/\/(documents|travel-rule-logs)/), []);
  });

  it("says that there is nothing where another tenant's customer is asked for", async () => {
    await go(`/profile/${foreignCustomerId}`);
    await page.shows('nothing found here');
    assert.ok(!(await page.text()).includes('Papadopoulos'));
    assert.equal(demo.proxy.sockets, 0);
  });

  it('changes by itself when something happens, without being loaded again', async () => {
    await go(profile);
    await page.live();
    await page.page.evaluate(() => Object.assign(window, {isSamePage: true}));
    const read = () =>
      page.page.evaluate(() => inPage.textOf(document.querySelector('customer-profile') ?? document.body));
    await page.shows('Proof of address');
    await page.until('all is loaded', () =>
      page.page.evaluate(() => inPage.all('[aria-busy="true"]').length === 0),
    );
    const before = await read();
    await page.press('Something happens');
    await page.until('something changed', async () => (await read()) !== before);
    assert.equal(await page.page.evaluate(() => Reflect.get(window, 'isSamePage') as boolean), true);
  });

  it('outlives its tokens without a word', async () => {
    await go(profile);
    await page.live();
    const first = demo.proxy.asked(/back-office\/session/).length;
    // The tokens here are good for four seconds; until this one has ended, reading goes on with it.
    await page.until('another token is asked for', async () => {
      await demo.change({name: `Read at ${Date.now()}`});
      return demo.proxy.asked(/back-office\/session/).length > first;
    });
    await demo.change({name: 'Later than the token'});
    await page.shows('Later than the token');
    const {events, faults} = await page.heard();
    const types = new Set(events.map(({type}) => type));
    assert.ok(!types.has('review-auth-required') && !types.has('review-error'), [...types].join());
    assert.deepEqual(faults, []);
  });

  it('RT-20 reads anew when it comes back from the page cache', async () => {
    await go(profile);
    await page.live();
    await page.page.evaluate(() => {
      Object.assign(window, {isSamePage: true});
      addEventListener('pageshow', ({persisted}) => Object.assign(window, {persisted}));
    });
    await page.page.goto(`${demo.proxy.address}/icon.svg`);
    await page.until('the socket is closed', () => demo.proxy.sockets === 0);
    await demo.change({name: 'Renamed while away'});
    await page.page.evaluate(() => history.back()).catch(() => undefined);
    await page.until('the page came back from the cache', () =>
      page.page.evaluate(() => Reflect.get(window, 'persisted') === true).catch(() => false),
    );
    await page.shows('Renamed while away');
    await page.live();
  });

  it('RT-20 paints no personal data when it comes back and nobody is signed in any more', async () => {
    await go(profile);
    await page.live();
    await page.shows('amira.haddad@example.tn');
    await page.page.evaluate(() => {
      addEventListener('pageshow', ({persisted}) => {
        const painted: string[] = [];
        Object.assign(window, {persisted, painted});
        // After every frame: what the reader could have seen in it.
        const look = () => {
          painted.push(inPage.text());
          requestAnimationFrame(look);
        };
        if (persisted) look();
      });
    });
    await page.page.goto(`${demo.proxy.address}/icon.svg`);
    demo.proxy.script = ({target}) =>
      target.startsWith('/api/') || target === '/back-office/session' ? {status: 401} : undefined;
    await page.page.evaluate(() => history.back()).catch(() => undefined);
    await page.until('the page came back from the cache', () =>
      page.page.evaluate(() => Reflect.get(window, 'persisted') === true).catch(() => false),
    );
    await page.until('the refusal is told', async () =>
      (await page.heard()).events.some(
        ({type}) => type === 'review-error' || type === 'review-auth-required',
      ),
    );
    await page.until('frames were painted', () =>
      page.page.evaluate(() => (Reflect.get(window, 'painted') as string[]).length > 20),
    );
    const painted = await page.page.evaluate(() => Reflect.get(window, 'painted') as string[]);
    const leaks = painted.filter((each) => /amira\.haddad@example\.tn|0845F1937/.test(each)).length;
    assert.equal(leaks, 0, `${leaks} of ${painted.length} frames showed personal data`);
    // Whoever signs in again finds the profile.
    demo.proxy.script = () => undefined;
    await page.page.evaluate(() => void document.querySelector('customer-profile')?.refresh());
    await page.shows('amira.haddad@example.tn');
  });

  for (const width of [320, 360]) {
    for (const language of ['en', 'ar']) {
      it(`needs no scrolling to the side at ${width} px in ${language}`, async () => {
        const fits = () =>
          page.page.evaluate(() => {
            const {scrollWidth} = document.documentElement;
            return scrollWidth <= innerWidth ? '' : `${scrollWidth} > ${innerWidth}`;
          });
        await go('/', {width, settings: {language}});
        await page.shows('Amira Haddad');
        assert.equal(await fits(), '');
        await page.press('Amira Haddad');
        await isLoaded();
        assert.equal(await fits(), '');
        assert.deepEqual((await page.heard()).faults, []);
      });
    }
  }

  it('is reached in every part by the Tab key alone, and shows where the focus is', async () => {
    await go(profile);
    await isLoaded();
    const wanted = await page.page.evaluate(() => {
      const all = inPage
        .all('a[href], button, input, select, textarea, summary, [tabindex="0"]')
        .filter((each) => each.tabIndex >= 0 && !each.matches(':disabled'))
        .filter((each) => each.checkVisibility({visibilityProperty: true}) && !each.closest('dialog'))
        .filter((each) => !each.matches('input[type="radio"]:not(:checked)'));
      Object.assign(window, {wanted: new Set(all), unseen: [] as string[]});
      return all.length;
    });
    assert.ok(wanted > 40, `${wanted} places`);
    for (let press = 0; press < wanted * 1.5; press++) {
      await page.page.keyboard.press('Tab');
      const left = await page.page.evaluate(() => {
        const places = Reflect.get(window, 'wanted') as Set<HTMLElement>;
        const at = inPage.focused();
        if (at && places.delete(at)) {
          const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(at);
          const isShown = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
          if (!at.matches(':focus-visible') || !isShown) {
            (Reflect.get(window, 'unseen') as string[]).push(at.outerHTML.slice(0, 160));
          }
        }
        return places.size;
      });
      if (left === 0) break;
    }
    const {missed, unseen} = await page.page.evaluate(() => ({
      missed: [...(Reflect.get(window, 'wanted') as Set<HTMLElement>)].map((each) =>
        each.outerHTML.slice(0, 160),
      ),
      unseen: Reflect.get(window, 'unseen') as string[],
    }));
    assert.deepEqual(missed, []);
    assert.deepEqual(unseen, []);
  });

  it('is led to its sections by the bar, by numbers and by the panel of keys, all from the keyboard', async () => {
    await go(profile);
    await page.live();
    const at = () =>
      page.page.evaluate(() => {
        const focused = inPage.focused();
        return focused?.closest('[data-section]')?.id ?? focused?.id ?? '';
      });
    const press = (key: 'Enter' | '3' | '?' | 'Escape') => page.page.keyboard.press(key);
    await page.until('the bar has the focus', () =>
      page.page.evaluate(() => {
        const link = inPage.all('nav button').find((each) => each.textContent?.trim() === 'Transactions');
        link?.focus();
        return link !== undefined;
      }),
    );
    await press('Enter');
    await page.until('Transactions has the focus', async () => (await at()) === 'transactions');
    await press('3');
    await page.until('Documents has the focus', async () => (await at()) === 'documents');
    await press('?');
    const isOpen = () => page.page.evaluate(() => inPage.all('dialog[open]').length === 1);
    await page.until('the panel is open', isOpen);
    await press('Escape');
    await page.until('the panel is closed', async () => !(await isOpen()));
    assert.equal(await at(), 'documents');
  });

  it('AU-07 AU-08 AU-09 lets no token and no personal data out, whatever goes wrong', async (t) => {
    const server: string[] = [];
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      t.mock.method(console, level, (...said: unknown[]) => server.push(said.map(String).join(' ')));
    }
    const personal = {name: 'Canary Name 7341', email: 'canary.7341@example.org', id_number: 'CANARY7341'};
    await demo.change(personal);
    await go(profile);
    await page.live();
    await page.shows(personal.email);
    // Everything goes wrong that can.
    demo.proxy.script = ({target}) => {
      if (target.includes('/aml')) return {status: 500};
      if (target.includes('/video-calls')) return {limit_data: 120};
      if (target.includes('/documents')) return {status: 404};
      return undefined;
    };
    demo.proxy.resetSockets();
    await demo.change({...personal, occupation: 'Changed'});
    await page.page.evaluate(() => void document.querySelector('customer-profile')?.refresh());
    await page.until('errors are told', async () =>
      (await page.heard()).events.some(({type}) => type === 'review-error'),
    );
    const before = demo.proxy.requests.length;
    demo.proxy.script = () => 'reset_peer';
    await page.page.evaluate(() => void document.querySelector('customer-profile')?.refresh());
    await page.until('requests fail', () => demo.proxy.requests.length > before + 5);

    const markup = await page.page.evaluate(() => inPage.markup());
    assert.ok(markup.includes(personal.email), 'personal data is on the page');
    demo.proxy.script = ({target}) => (target.startsWith('/api/') ? {status: 401} : undefined);
    await page.page.evaluate(() => void document.querySelector('customer-profile')?.refresh());
    await page.until('the host is asked for another sign-in', async () =>
      (await page.heard()).events.some(({type}) => type === 'review-auth-required'),
    );
    await page.hides(personal.email);

    const tokens = new Set<string>();
    for (const {head} of demo.proxy.requests) {
      const [, token = ''] = /^authorization: *bearer +(\S+)/im.exec(head) ?? [];
      if (token) tokens.add(token.split('.').at(-1) ?? token);
    }
    assert.ok(tokens.size > 0, 'tokens went by');
    const outside = {
      addresses: demo.proxy.requests.map(({target}) => target),
      referrers: demo.proxy.requests.flatMap(({head}) => /^referer:.*$/im.exec(head) ?? []),
      sockets: demo.proxy.dials.map(({head}) => head),
      console: page.console,
      server,
      ...(await page.page.evaluate(async () => ({
        faults: inPage.heard.faults,
        events: inPage.heard.events.map(({text}) => text),
        storages: [JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage})],
        databases: (await indexedDB.databases()).map(({name}) => name ?? ''),
        cookie: [document.cookie],
        history: [JSON.stringify(history.state)],
        timings: [JSON.stringify(performance.getEntries())],
      }))),
    };
    for (const token of tokens) {
      assert.ok(!markup.includes(token), 'a token stands in the page');
      for (const [where, lines] of Object.entries(outside)) {
        assert.deepEqual(
          lines.filter((each) => each.includes(token)),
          [],
          `a token in ${where}`,
        );
      }
    }
    for (const secret of Object.values(personal)) {
      for (const [where, lines] of Object.entries(outside)) {
        assert.deepEqual(
          lines.filter((each) => each.includes(secret)),
          [],
          `personal data in ${where}`,
        );
      }
    }
  });
});
