import {expect} from '@open-wc/testing';
import type {CustomerProfile} from '../../src/customer-profile/customer-profile.js';
import {buttonNamed, oneOf, textOf} from '../support/harness.js';
import {aPlace, openProfile, passes} from '../faults/support.js';

const current = (profile: CustomerProfile): string => textOf(oneOf(profile, '.jump [aria-current]'));

/** All is seen that was to be seen, whichever way it came there. */
const seen = () => passes(2000);

async function open(): Promise<{profile: CustomerProfile; names: readonly string[]}> {
  const {profile} = await openProfile(await aPlace(), {realtime: 'off'});
  const names = [...oneOf(profile, '.jump').querySelectorAll('button')].map(textOf);
  await seen();
  return {profile, names};
}

async function jump(profile: CustomerProfile, name: string): Promise<void> {
  buttonNamed(oneOf(profile, '.jump'), name).click();
  await seen();
}

async function turnTheWheel(profile: CustomerProfile, to: number): Promise<void> {
  oneOf(profile, '.inner').dispatchEvent(new WheelEvent('wheel', {bubbles: true, composed: true}));
  window.scrollTo(0, to);
  await seen();
}

describe('the bar that leads to the sections', () => {
  afterEach(() => {
    document.documentElement.style.scrollBehavior = '';
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
});
