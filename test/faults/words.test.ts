import {expect} from '@open-wc/testing';
import type {CustomerProfile} from '../../src/classes.js';
import {addWords} from '../../src/words/words.js';
import '../support/arabic.js';
import {hides, shows, textOf} from '../support/harness.js';
import {aPlace, openProfile} from './support.js';

/** Arabic waits for one more book until the returned function is called. */
function holdArabic(): () => void {
  let come = (): void => undefined;
  const book = new Promise<Record<string, never>>((resolve) => (come = () => resolve({})));
  addWords({en: {}, ar: () => book});
  return come;
}

const name = 'Amira Haddad';

describe('while the words of another language are on their way', () => {
  let come: () => void;
  beforeEach(() => (come = holdArabic()));
  afterEach(() => come());

  const gone: readonly {readonly when: string; readonly act: (profile: CustomerProfile) => unknown}[] = [
    {when: 'it is locked', act: (profile) => profile.lock()},
    {when: 'the host signs out', act: (profile) => (profile.auth = undefined)},
    {when: 'another customer is wanted', act: (profile) => (profile.customerId = 'customer-2')},
  ];
  for (const {when, act} of gone) {
    it(`takes personal data off the screen at once when ${when}`, async () => {
      const {profile} = await openProfile(await aPlace(), {realtime: 'off'});
      await shows(profile, name);
      profile.locale = 'ar';
      await profile.updateComplete;
      expect(textOf(profile)).to.include(name);
      act(profile);
      await profile.updateComplete;
      expect(textOf(profile)).not.to.include(name);
    });
  }

  it('takes away what the host does not permit any more, at once', async () => {
    const {profile} = await openProfile(await aPlace(), {realtime: 'off'});
    await shows(profile, 'Documents');
    profile.locale = 'ar';
    profile.permissions = [];
    await hides(profile, 'Documents');
    expect(textOf(profile)).to.include(name);
  });

  it('draws in the language before, and in the new one once it is here', async () => {
    const {profile} = await openProfile(await aPlace(), {realtime: 'off'});
    await shows(profile, 'Verification Steps');
    profile.locale = 'ar';
    await profile.updateComplete;
    expect(textOf(profile)).to.include('Verification Steps');
    come();
    await hides(profile, 'Verification Steps');
    expect(profile.shadowRoot?.querySelector('.review')?.getAttribute('lang')).to.equal('ar');
  });
});
