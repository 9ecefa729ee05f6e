import {expect, fixtureSync, html} from '@open-wc/testing';
import type {CustomerProfile} from '../../src/customer-profile/customer-profile.js';
import {allOf, buttonNamed, oneOf, textOf} from '../support/harness.js';
import {everyPermission} from '../../stories/support/world.js';
import {aPlace, isBusy, openProfile, passes, until} from '../faults/support.js';

const current = (profile: CustomerProfile): string => textOf(oneOf(profile, '.jump [aria-current]'));

/** All is seen that was to be seen, whichever way it came there. */
const seen = () => passes(2000);

async function open(): Promise<{profile: CustomerProfile; names: readonly string[]}> {
  const {profile} = await openProfile(await aPlace(), {realtime: 'off'});
  return named(profile);
}

async function named(
  profile: CustomerProfile,
): Promise<{profile: CustomerProfile; names: readonly string[]}> {
  const names = [...oneOf(profile, '.jump').querySelectorAll('button')].map(textOf);
  await seen();
  return {profile, names};
}

async function jump(profile: CustomerProfile, name: string): Promise<void> {
  buttonNamed(oneOf(profile, '.jump'), name).click();
  await seen();
}

async function turnTheWheel(profile: CustomerProfile, to: number, box?: Element): Promise<void> {
  oneOf(profile, '.inner').dispatchEvent(new WheelEvent('wheel', {bubbles: true, composed: true}));
  (box ?? window).scrollTo(0, to);
  await seen();
}

const end = 1_000_000;

/** Where a host may let its reviewers scroll: the page, a box of its own, or a box around a component of its own. */
const boxes = {
  'the page': () => undefined,
  'a box of the host': () => makeBox(document.body),
  'a box inside of a component of the host': () => {
    const component = fixtureSync<HTMLElement>(html`<div></div>`);
    return makeBox(component.attachShadow({mode: 'open'}));
  },
  'a component of the host, around what it is given': () => {
    const component = fixtureSync<HTMLElement>(html`<div></div>`);
    const box = makeBox(component.attachShadow({mode: 'open'}));
    box.append(document.createElement('slot'));
    return box;
  },
} as const;

function makeBox(around: Node): HTMLElement {
  const box = document.createElement('div');
  box.style.cssText = 'block-size: 420px; margin-block-start: 60px; overflow: auto';
  around.appendChild(box);
  return box;
}

/** Puts the profile into the box, or into the slot of whose box that is. */
async function moveInto(box: HTMLElement, profile: CustomerProfile): Promise<void> {
  const slot = box.querySelector('slot');
  const root = box.getRootNode();
  (slot && root instanceof ShadowRoot ? root.host : box).append(profile);
  await until(() => !isBusy(profile) && profile.shadowRoot?.querySelector('.jump') !== null, 'it is there');
  await seen();
}

describe('the bar that leads to the sections', () => {
  afterEach(() => {
    document.documentElement.style.scrollBehavior = '';
    document.documentElement.removeAttribute('dir');
    window.scrollTo(0, 0);
  });

  for (const behavior of ['auto', 'smooth']) {
    it(`marks each section that is chosen, also those at the end of the page, where the host scrolls: ${behavior}`, async () => {
      const {profile, names} = await open();
      document.documentElement.style.scrollBehavior = behavior;
      for (const name of [...names, ...names.toReversed()]) {
        await jump(profile, name);
        expect(current(profile)).to.equal(name);
      }
    });
  }

  it('marks what is chosen by its digit', async () => {
    const {profile, names} = await open();
    const key = String(names.length);
    oneOf(profile, '.inner').dispatchEvent(
      new KeyboardEvent('keydown', {key, bubbles: true, composed: true}),
    );
    await seen();
    expect(current(profile)).to.equal(names.at(-1));
  });

  it('marks what is read again once the reviewer scrolls by hand', async () => {
    const {profile, names} = await open();
    await jump(profile, names.at(-1) ?? '');
    await turnTheWheel(profile, 0);
    expect(current(profile)).to.equal(names[0]);
    await jump(profile, names[1] ?? '');
    await turnTheWheel(profile, 0);
    expect(current(profile)).to.equal(names[0]);
  });

  it('keeps the chosen one while nobody but the page scrolls', async () => {
    const {profile, names} = await open();
    await jump(profile, names.at(-1) ?? '');
    window.scrollBy(0, -60);
    await seen();
    expect(current(profile)).to.equal(names.at(-1));
  });

  for (const [name, boxOf] of Object.entries(boxes)) {
    for (const direction of ['ltr', 'rtl']) {
      it(`marks the last section at the end of what is scrolled by hand: ${name}, ${direction}`, async () => {
        document.documentElement.dir = direction;
        const {profile, names} = await open();
        const box = boxOf();
        if (box) await moveInto(box, profile);
        expect(current(profile)).to.equal(names[0]);
        await turnTheWheel(profile, end, box);
        expect(current(profile)).to.equal(names.at(-1));
        const scrolled = (box ?? document.documentElement).scrollTop;
        // What stands at the top is another one, or nobody could tell which rule was followed.
        await turnTheWheel(profile, scrolled - 12, box);
        expect(names.slice(1, -1)).to.include(current(profile));
        await turnTheWheel(profile, 0, box);
        expect(current(profile)).to.equal(names[0]);
        box?.remove();
      });
    }
  }

  for (const [name, boxOf] of Object.entries(boxes)) {
    it(`marks every section that comes to the top by hand: ${name}`, async () => {
      const {profile, names} = await open();
      const box = boxOf();
      if (box) await moveInto(box, profile);
      const top = () => oneOf(profile, '.jump').getBoundingClientRect().bottom;
      for (const [at, section] of [...profile.shadowRoot!.querySelectorAll('[data-section]')].entries()) {
        const before = (box ?? document.documentElement).scrollTop;
        const wanted = before + section.getBoundingClientRect().top - top();
        await turnTheWheel(profile, wanted, box);
        // The end of the page is near for those that stand there.
        if (section.getBoundingClientRect().top > top() + 1) break;
        expect(current(profile)).to.equal(names[at]);
      }
      box?.remove();
    });
  }

  it('leaves what is marked when something beside the profile is scrolled to its end', async () => {
    const {profile, names} = await open();
    const beside = makeBox(document.body);
    const tall = document.createElement('div');
    tall.style.blockSize = '2000px';
    beside.append(tall);
    await turnTheWheel(profile, end, beside);
    expect(beside.scrollTop).to.be.greaterThan(1000);
    expect(current(profile)).to.equal(names[0]);
    beside.remove();
  });

  it('covers nothing that is reached by going back through the page by key', async () => {
    const {profile} = await open();
    window.scrollTo(0, end);
    const bar = () => oneOf(profile, '.jump').getBoundingClientRect().bottom;
    const stops = allOf(profile, '[data-section]')
      .flatMap((section) => allOf(section, 'button, a[href], input, select, summary, [tabindex="0"]'))
      .filter((each) => !each.closest('.window thead') && each.checkVisibility());
    const covered = stops.toReversed().filter((each) => {
      each.focus();
      // One browser leaves what is in sight in part where it is.
      return each.getBoundingClientRect().bottom <= bar();
    });
    expect(stops.length).to.be.greaterThan(40);
    expect(covered.map((each) => each.outerHTML.slice(0, 100))).to.deep.equal([]);
  });

  it('marks one that is still there when the chosen one is taken from the viewer', async () => {
    const {profile, names} = await open();
    await jump(profile, 'Documents');
    profile.permissions = everyPermission.filter((each) => !each.includes('document'));
    await seen();
    expect(names).to.include('Documents');
    expect(textOf(oneOf(profile, '.jump'))).not.to.include('Documents');
    expect(current(profile)).to.equal(names[0]);
  });
});
