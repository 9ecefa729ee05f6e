import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import type {CustomerProfile} from '../../src/classes.js';
import {allOf, oneOf, shows, textOf} from '../support/harness.js';
import {takeCaught} from '../support/trap.js';
import {
  aPlace,
  aProfile,
  countOf,
  eventsOf,
  hour,
  inputsOf,
  loaded,
  oneSocketsLife,
  openProfile,
  passes,
  sectionOf,
  sectionsOf,
  until,
} from './support.js';

/** Long enough to count as gone for good. */
const away = 10_000;

const aStand = () => fixture<HTMLElement>(html`<div></div>`);

describe('HO-01 a page whose styles reach everywhere', () => {
  const hostile = new CSSStyleSheet();
  hostile.replaceSync(`
    * { font-size: 40px !important; letter-spacing: 3px !important; }
    body {
      text-transform: uppercase; color: white; line-height: 0; word-spacing: 20px; text-indent: 50px;
      font-style: italic; font-weight: 900; font-family: fantasy; text-align: right; white-space: pre;
      font-variant: small-caps; text-shadow: 0 0 9px red; list-style: square; cursor: wait;
    }
  `);
  const properties = [
    'fontSize',
    'letterSpacing',
    'textTransform',
    'color',
    'lineHeight',
    'wordSpacing',
    'textIndent',
    'fontStyle',
    'fontWeight',
    'fontFamily',
    'textAlign',
    'whiteSpace',
    'fontVariantCaps',
    'textShadow',
  ] as const;

  afterEach(() => {
    document.adoptedStyleSheets = [];
  });

  it('HO-01 looks the same inside: no inherited property of any text differs; direction passes', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place, {realtime: 'off', theme: 'light'});
    const texts = allOf(profile, 'h1, h2, h3, p, bdi, td, dd, dt, button, span');
    expect(texts.length).to.be.greaterThan(200);
    const look = () =>
      texts.map((each) => {
        const style = getComputedStyle(each);
        return properties.map((name) => `${each.localName} ${name}: ${style[name]}`);
      });
    const before = look();
    document.adoptedStyleSheets = [hostile];
    expect(getComputedStyle(document.body).fontStyle).to.equal('italic');
    const after = look();
    const wrong = before.flatMap((each, at) => each.filter((said, row) => said !== after[at]?.[row]));
    expect([...new Set(wrong)]).to.deep.equal([]);
  });

  it('HO-01 the host keeps the last word on the element itself', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place, {realtime: 'off'});
    profile.hidden = true;
    expect(getComputedStyle(profile).display).to.equal('none');
    profile.hidden = false;
    expect(getComputedStyle(profile).display).to.equal('block');
  });
});

describe('HO-13 properties set before the element is upgraded', () => {
  it('HO-13 all of them are picked up, getter and objects too', async () => {
    const place = await aPlace();
    // A document without a window upgrades nothing.
    const inert = document.implementation.createHTMLDocument();
    const early = inert.createElement('customer-profile');
    expect(early.matches(':defined')).to.equal(false);
    const given = {
      ...inputsOf(place, {customerId: 'customer-1', realtime: 'off'}),
      viewerId: 'user-1',
      theme: 'dark' as const,
      strings: {'section.info': 'About them'},
      listHref: '/customers',
      noteLimit: 500,
      shortcuts: 'off' as const,
      sections: ['documents', 'aml'],
    };
    Object.assign(early, given);
    (await aStand()).append(document.adoptNode(early));
    customElements.upgrade(early);
    await loaded(place, early);
    expect(textOf(early)).to.include('Amira Haddad').and.to.include('About them');
    expect(sectionsOf(early)).to.deep.equal(['info', 'documents', 'aml']);
    for (const [name, value] of Object.entries(given)) {
      expect(Reflect.get(early, name), name).to.equal(value);
      // An own property would hide the accessor from now on.
      expect(Object.hasOwn(early, name), `own ${name}`).to.equal(false);
    }
    early.sections = ['aml'];
    await early.updateComplete;
    expect(sectionsOf(early)).to.deep.equal(['info', 'aml']);
  });
});

describe('HO-15 an element that is moved', () => {
  const moves: Readonly<Record<string, ((to: Element, it: Element) => void) | undefined>> = {
    'append()': (to, it) => to.append(it),
    'moveBefore()': 'moveBefore' in Element.prototype ? (to, it) => to.moveBefore(it, null) : undefined,
  };
  for (const [name, move] of Object.entries(moves)) {
    (move ? it : it.skip)(`HO-15 by ${name}: no request, the same socket, the same pictures`, async () => {
      const place = await aPlace();
      const {profile, events} = await openProfile(place);
      await shows(profile, 'Live');
      const [socket] = place.alive();
      const pictures = () => allOf<HTMLImageElement>(profile, 'img').map(({src}) => src);
      const before = {requests: place.log.length, pictures: pictures()};
      expect(before.pictures.length).to.be.greaterThan(1);
      const focused = allOf<HTMLButtonElement>(sectionOf(profile, 'documents'), 'button.choice')[1];
      focused?.focus();
      const to = await aStand();
      move?.(to, profile);
      await passes(oneSocketsLife);
      expect(profile.parentElement).to.equal(to);
      expect(place.log.slice(before.requests)).to.deep.equal([]);
      expect(place.alive()).to.deep.equal([socket]);
      expect(pictures()).to.deep.equal(before.pictures);
      expect(countOf(events, 'review-ready')).to.equal(1);
      if (name === 'moveBefore()') expect(focused?.matches(':focus')).to.equal(true);
      await place.change((folder) => folder.setCustomer({...folder.customer, name: 'Second Name'}));
      await shows(profile, 'Second Name');
    });
  }

  it('RT-37 one that is taken away for good: its socket closes, and nothing more is asked for', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place);
    await shows(profile, 'Live');
    profile.remove();
    await passes(away);
    expect(place.alive()).to.deep.equal([]);
    const before = place.log.length;
    await place.change();
    await passes(hour);
    expect(place.log.length).to.equal(before);
  });
});

describe('HO-16 HO-17 copies and removals', () => {
  it('HO-16 taken away while everything is still loading: nothing is left open, nothing fails', async () => {
    const place = await aPlace({latency: () => 30});
    const {profile, events} = await aProfile(inputsOf(place, {customerId: 'customer-1'}));
    await until(() => place.pending() > 0, 'nothing is asked');
    profile.remove();
    await passes(away);
    expect(place.alive()).to.deep.equal([]);
    expect(place.pending()).to.equal(0);
    expect(countOf(events, 'review-error')).to.equal(0);
    expect(await takeCaught()).to.deep.equal([]);
  });

  it('HO-17 a clone has no token: it asks for nothing and says that it is not connected', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place, {realtime: 'off'});
    profile.setAttribute('customer-id', 'customer-1');
    profile.setAttribute('api-base-url', place.backend.apiBaseUrl);
    const clone = profile.cloneNode(true) as CustomerProfile;
    const heard = eventsOf(clone);
    profile.remove();
    await passes(away);
    const before = place.log.length;
    const stand = await aStand();
    stand.append(clone);
    await passes(hour);
    expect(textOf(clone)).to.equal('Not connected yet');
    // Without a `fetch` of its own it could only use the page's, whose policy lets nothing out.
    expect(await takeCaught()).to.deep.equal([]);
    expect(place.log.length).to.equal(before);
    expect(heard).to.deep.equal([]);
    clone.remove();
    // What a page cache keeps and puts back is markup.
    const copy = document.createElement('template');
    copy.content.append(document.importNode(profile, true));
    stand.append(copy.content.cloneNode(true));
    await nextFrame();
    expect(textOf(oneOf(stand, 'customer-profile'))).to.equal('Not connected yet');
    expect(place.log.length).to.equal(before);
  });

  it('HO-28 a whole life: nothing reaches the page as an error, a rejection or a violation', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place);
    await shows(profile, 'Live');
    await place.change();
    profile.customerId = 'nobody';
    await shows(profile, 'nothing found here');
    profile.customerId = 'customer-1';
    await shows(profile, 'Amira Haddad');
    profile.lock();
    await profile.updateComplete;
    profile.unlock();
    void profile.refresh();
    profile.remove();
    await passes(hour);
    expect(await takeCaught()).to.deep.equal([]);
  });
});
