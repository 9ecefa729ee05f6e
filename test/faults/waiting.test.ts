import {expect, nextFrame} from '@open-wc/testing';
import {aCustomer} from '../../demo/server/world/builders.js';
import {aFolder} from '../../demo/server/world/small-world.js';
import {ReviewErrorEvent} from '../../src/classes.js';
import {hides, refusal, shows, textOf} from '../support/harness.js';
import {
  aPlace,
  aProfile,
  countOf,
  everyWord,
  hour,
  inputsOf,
  loaded,
  openProfile,
  passes,
  sectionsOf,
  until,
} from './support.js';

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Remembers what is written to the console. */
function onConsole(): {readonly lines: unknown[][]; readonly restore: () => void} {
  const lines: unknown[][] = [];
  const before = levels.map((level) => console[level]);
  for (const level of levels) console[level] = (...line: unknown[]) => void lines.push(line);
  return {lines, restore: () => levels.forEach((level, at) => (console[level] = before[at]!))};
}

describe('a profile that waits for its inputs', () => {
  for (const missing of ['apiBaseUrl', 'auth', 'customerId'] as const) {
    it(`without ${missing}: no request, no event, no console line, and it says so`, async () => {
      const place = await aPlace();
      const {lines, restore} = onConsole();
      try {
        const {profile, events} = await aProfile({
          ...inputsOf(place, {customerId: 'customer-1'}),
          [missing]: undefined,
        });
        await passes(hour);
        expect(place.log).to.deep.equal([]);
        expect(place.sockets).to.deep.equal([]);
        expect(events).to.deep.equal([]);
        expect(lines).to.deep.equal([]);
        expect(textOf(profile)).to.equal('Not connected yet');
      } finally {
        restore();
      }
    });
  }

  it('loads as soon as the last input is there, and says once that it is ready', async () => {
    const place = await aPlace();
    const {profile, events} = await aProfile(inputsOf(place));
    await nextFrame();
    profile.customerId = 'customer-1';
    await loaded(place, profile);
    await profile.refresh();
    expect(textOf(profile)).to.include('Amira Haddad');
    expect(countOf(events, 'review-ready')).to.equal(1);
  });

  it('an address that cannot be used: one event of the kind "configuration", and no request', async () => {
    const place = await aPlace();
    const {profile, events} = await aProfile(
      inputsOf(place, {customerId: 'customer-1', apiBaseUrl: 'javascript:alert(1)'}),
    );
    await shows(profile, 'This page is not set up correctly');
    profile.theme = 'dark';
    profile.permissions = [];
    await nextFrame();
    await nextFrame();
    expect(events.map((each) => (each as ReviewErrorEvent).kind)).to.deep.equal(['configuration']);
    expect(place.log).to.deep.equal([]);
    profile.apiBaseUrl = place.backend.apiBaseUrl;
    await loaded(place, profile);
    expect(textOf(profile)).to.include('Amira Haddad');
    profile.apiBaseUrl = 'javascript:alert(1)';
    await shows(profile, 'This page is not set up correctly');
    await nextFrame();
    expect(countOf(events, 'review-error')).to.equal(2);
  });

  it('an id that cannot stand in a path: one event of the kind "configuration", and no request', async () => {
    const place = await aPlace();
    const {profile, events} = await aProfile(inputsOf(place, {customerId: '../../admin'}));
    await shows(profile, 'This page is not set up correctly');
    await nextFrame();
    expect(events.map((each) => (each as ReviewErrorEvent).kind)).to.deep.equal(['configuration']);
    expect(place.log).to.deep.equal([]);
  });
});

describe('when a profile says that it is ready', () => {
  it('never on a failed load, once when the next one succeeds, and once for every customer', async () => {
    const other = aFolder({customer: aCustomer({id: 'customer-2', name: 'Bruno Vale'})});
    const place = await aPlace({folders: [aFolder(), other], faults: {'customers/customer-1': refusal(500)}});
    const {profile, events} = await aProfile(inputsOf(place, {customerId: 'customer-1'}));
    await shows(profile, 'could not be loaded');
    expect(countOf(events, 'review-ready')).to.equal(0);
    expect(countOf(events, 'review-error')).to.equal(1);
    delete place.faults['customers/customer-1'];
    await profile.refresh();
    await until(() => countOf(events, 'review-ready') === 1, 'it is not ready');
    profile.customerId = 'customer-2';
    await shows(profile, 'Bruno Vale');
    await until(() => countOf(events, 'review-ready') === 2, 'it is not ready again');
    await profile.refresh();
    expect(countOf(events, 'review-ready')).to.equal(2);
  });
});

describe('what a host may do with a profile', () => {
  it('refresh() resolves when what is stored now is shown', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place, {realtime: 'off'});
    for (const name of ['Second Name', 'Third Name']) {
      await place.change((folder) => folder.setCustomer({...folder.customer, name}));
      await profile.refresh();
      expect(textOf(profile)).to.include(name);
    }
  });

  it('lock() blanks all personal data now, stops all requests, and unlock() loads it again', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place);
    profile.lock();
    await profile.updateComplete;
    const left = everyWord(profile);
    for (const datum of ['Amira', 'Haddad', '0845F1937', 'Tunis', 'Meridian', 'blob:']) {
      expect(left).to.not.include(datum);
    }
    const before = place.log.length;
    await place.change();
    await profile.refresh();
    await passes(hour);
    expect(place.log.length).to.equal(before);
    profile.unlock();
    await shows(profile, 'Amira Haddad');
  });

  it('sections narrow what is shown, never widen it, and what is not shown is not asked for', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place, {sections: ['aml', 'documents', 'nonsense'], permissions: []});
    expect(sectionsOf(profile)).to.deep.equal(['info', 'aml']);
    expect(
      place.log.some((each) => /documents|video-calls|transactions|questionnaires/u.test(each)),
    ).to.equal(false);
    profile.setAttribute('sections', 'questionnaires');
    await loaded(place, profile);
    expect(sectionsOf(profile)).to.deep.equal(['info', 'questionnaires']);
    profile.removeAttribute('sections');
    await loaded(place, profile);
    expect(sectionsOf(profile)).to.deep.equal([
      'info',
      'steps',
      'aml',
      'video-calls',
      'transactions',
      'questionnaires',
    ]);
  });

  it('permissions change at any time, and the sections follow at once', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place, {permissions: []});
    expect(sectionsOf(profile)).to.not.include('documents');
    profile.permissions = ['view_document'];
    await profile.updateComplete;
    expect(sectionsOf(profile)).to.include('documents');
    profile.setAttribute('permissions', 'view_travel_rule_page');
    await profile.updateComplete;
    expect(sectionsOf(profile)).to.include('travel-rule').and.not.include('documents');
  });
});

describe('HO-30 language, direction and theme', () => {
  const root = document.documentElement;
  const before = ['lang', 'dir'].map((name) => [name, root.getAttribute(name)] as const);
  afterEach(() => {
    for (const [name, value] of before) {
      if (value === null) root.removeAttribute(name);
      else root.setAttribute(name, value);
    }
  });

  it('HO-30 the page changes its language and direction: drawn anew within a frame', async () => {
    const place = await aPlace();
    // The words of everything shown may have to come first; how long that takes is the network's.
    const {profile: arabic} = await openProfile(place, {locale: 'ar'});
    await hides(arabic, 'Profile Info');
    arabic.remove();
    const {profile} = await openProfile(place, {locale: undefined});
    const inner = profile.shadowRoot?.querySelector('.review');
    expect(textOf(profile)).to.include('Profile Info');
    root.lang = 'ar';
    await nextFrame();
    expect(inner?.getAttribute('lang')).to.equal('ar');
    expect(textOf(profile)).to.not.include('Profile Info');
    expect(inner && getComputedStyle(inner).direction).to.equal('rtl');
    root.lang = 'xx';
    root.dir = 'rtl';
    await nextFrame();
    expect(textOf(profile)).to.include('Profile Info');
    expect(inner && getComputedStyle(inner).direction).to.equal('rtl');
  });

  it('HO-30 a "dir" that names no direction states none: the words keep their own', async () => {
    const place = await aPlace();
    root.lang = 'ar';
    const {profile} = await openProfile(place, {locale: undefined});
    await hides(profile, 'Profile Info');
    const inner = profile.shadowRoot?.querySelector('.review');
    // An empty one is what stays when a page takes its direction back by `document.dir = ''`.
    for (const dir of ['', 'right-to-left']) {
      root.setAttribute('dir', dir);
      await nextFrame();
      await profile.updateComplete;
      expect(inner && getComputedStyle(inner).direction, dir).to.equal('rtl');
    }
    root.setAttribute('dir', 'LTR');
    await until(() => !inner?.hasAttribute('dir'), 'what the page states counts');
  });

  it('an own locale wins over the page, and may change', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place, {locale: 'ar'});
    await hides(profile, 'Profile Info');
    const inner = profile.shadowRoot?.querySelector('.review');
    expect(inner && getComputedStyle(inner).direction).to.equal('rtl');
    profile.locale = 'en-GB';
    await profile.updateComplete;
    expect(inner && getComputedStyle(inner).direction).to.equal('ltr');
    expect(textOf(profile)).to.include('Profile Info');
  });

  it('the theme is the attribute, else the colour scheme of the page', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place, {theme: 'dark'});
    const inner = profile.shadowRoot?.querySelector('.review');
    const surface = () => (inner ? getComputedStyle(inner).backgroundColor : '');
    const dark = surface();
    profile.theme = 'light';
    await profile.updateComplete;
    const light = surface();
    expect(light).to.not.equal(dark);
    profile.theme = 'auto';
    await profile.updateComplete;
    for (const [scheme, expected] of [
      ['dark', dark],
      ['light', light],
    ] as const) {
      root.style.setProperty('color-scheme', scheme);
      expect(surface(), scheme).to.equal(expected);
    }
    root.style.removeProperty('color-scheme');
  });
});
