import {expect, fixture, html} from '@open-wc/testing';
import * as fc from 'fast-check';
import {aCustomer, aQuestionnaire} from '../../demo/server/world/builders.js';
import type {CustomerProfile} from '../../src/classes.js';
import {everyPermission} from '../../stories/support/world.js';
import {textOf} from '../support/harness.js';
import {aPlace, isBusy, sectionsOf, until} from './support.js';

describe('HO-14 attributes and properties in any order', () => {
  type Step = readonly [name: string, apply: (profile: CustomerProfile) => void];
  type Order = readonly [before: readonly Step[], after: readonly Step[], appendAt: number, pauses: boolean];

  it('HO-14 200 random sequences end in the same state', async () => {
    // Little on the page, so that two hundred of them take no time.
    const little = (over: object) => ({customer: aCustomer(over), questionnaires: [aQuestionnaire()]});
    const place = await aPlace({
      folders: [little({}), little({id: 'customer-2', name: 'Bruno Vale'})],
    });
    const auth = () => place.backend.token;
    const last: readonly Step[] = [
      ['base', (it) => it.setAttribute('api-base-url', place.backend.apiBaseUrl)],
      ['auth', (it) => (it.auth = auth)],
      ['id', (it) => it.setAttribute('customer-id', 'customer-1')],
      ['permissions', (it) => (it.permissions = everyPermission)],
      ['locale', (it) => it.setAttribute('locale', 'en')],
      ['theme', (it) => (it.theme = 'dark')],
      ['realtime', (it) => it.setAttribute('realtime', 'off')],
      ['sections', (it) => it.setAttribute('sections', 'steps questionnaires')],
      ['strings', (it) => (it.strings = {'section.info': 'About them'})],
    ];
    const earlier: readonly Step[] = [
      ['other id', (it) => (it.customerId = 'customer-2')],
      ['no id', (it) => it.removeAttribute('customer-id')],
      ['other auth', (it) => (it.auth = 'another-token')],
      ['no auth', (it) => (it.auth = undefined)],
      ['no permissions', (it) => it.setAttribute('permissions', '')],
      ['Arabic', (it) => (it.locale = 'ar')],
      ['light', (it) => it.setAttribute('theme', 'light')],
      ['all sections', (it) => it.removeAttribute('sections')],
      ['other words', (it) => (it.strings = {'section.steps': 'Way'})],
      ['lock', (it) => it.lock()],
      ['unlock', (it) => it.unlock()],
      ['move', (it) => it.parentElement?.append(it)],
    ];
    const signature = (profile: CustomerProfile): string => {
      const theme = profile.shadowRoot?.querySelector('.review')?.getAttribute('data-theme');
      return `${theme} ${sectionsOf(profile).join()} ${textOf(profile).replaceAll(/Updated \S+/gu, '')}`;
    };
    /** All at once, or most of the time is spent waiting for frames. */
    const settle = (profiles: readonly CustomerProfile[]): Promise<void> => {
      for (const each of profiles) each.unlock();
      const isThere = (each: CustomerProfile) =>
        each.shadowRoot?.querySelector('h1')?.textContent?.includes('Amira') && !isBusy(each);
      return until(() => place.pending() === 0 && profiles.every(isThere), 'one of them is not there');
    };
    const stand = await fixture<HTMLElement>(html`<div></div>`);
    const reference = document.createElement('customer-profile');
    stand.append(reference);
    // Without these the page's own would be used, and a test page may ask nobody.
    const {fetch, WebSocket} = place;
    Object.assign(reference, {fetch, WebSocket});
    for (const [, apply] of last) apply(reference);
    await settle([reference]);
    const expected = signature(reference);
    reference.remove();
    const orders = fc.tuple(
      fc.array(fc.constantFrom(...earlier), {maxLength: 6}),
      fc.shuffledSubarray([...last], {minLength: last.length}),
      fc.nat(10),
      fc.boolean(),
    );
    const follow = async ([before, after, appendAt, pauses]: Order): Promise<CustomerProfile> => {
      const profile = Object.assign(document.createElement('customer-profile'), {fetch, WebSocket});
      const steps = [...before, ...after];
      for (const [at, [, apply]] of steps.entries()) {
        if (at === Math.min(appendAt, steps.length - 1)) stand.append(profile);
        apply(profile);
        if (pauses && profile.isConnected && at % 3 === 0) await profile.updateComplete;
      }
      return profile;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(orders, {minLength: 10, maxLength: 10}), async (all) => {
        const profiles = await Promise.all(all.map(follow));
        await settle(profiles);
        // Words of another language may still be on their way.
        for (const each of profiles) await each.updateComplete;
        for (const each of profiles) expect(signature(each)).to.equal(expected);
        stand.replaceChildren();
      }),
      {numRuns: 20, seed: 1401, endOnFailure: true},
    );
  });
});
