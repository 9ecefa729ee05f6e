import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import {aCustomer} from '../../demo/server/world/builders.js';
import {aFolder} from '../../demo/server/world/small-world.js';
import type {CustomerProfile, ReviewProvider} from '../../src/classes.js';
import {refusal} from '../../stories/support/answering.js';
import {hides, shows, textOf} from '../support/harness.js';
import {
  aPlace,
  countOf,
  everyWord,
  eventsOf,
  hour,
  inputsOf,
  loaded,
  oneSocketsLife,
  passes,
  sectionsOf,
  until,
  type Place,
} from './support.js';

/** A provider with profiles somewhere below it, one of them inside another shadow root. */
async function below(place: Place, over: Partial<ReviewProvider>, ...profiles: Partial<CustomerProfile>[]) {
  const stand = await fixture<HTMLElement>(html`<div></div>`);
  const provider = document.createElement('review-provider');
  const heard = eventsOf(provider);
  Object.assign(provider, inputsOf(place), over);
  const elements = profiles.map((inputs, at) => {
    const profile = Object.assign(document.createElement('customer-profile'), {
      customerId: 'customer-1',
      ...inputs,
    });
    const around = document.createElement('div');
    if (at % 2) around.attachShadow({mode: 'open'}).append(profile);
    else around.append(profile);
    provider.append(around);
    return profile;
  });
  stand.append(provider);
  return {provider, heard, elements: elements as [CustomerProfile, ...CustomerProfile[]]};
}

describe('a provider', () => {
  it('hands its inputs down to every element below, and an own input wins', async () => {
    const place = await aPlace();
    const {elements, provider} = await below(
      place,
      {realtime: 'off', theme: 'dark', sections: undefined} as Partial<ReviewProvider>,
      {},
      {permissions: [], locale: 'ar', theme: 'light', strings: {'section.info': 'خاص'}},
    );
    const [first, second] = elements as [CustomerProfile, CustomerProfile];
    for (const each of elements) await loaded(place, each);
    expect(sectionsOf(first)).to.include('documents');
    expect(sectionsOf(second)).to.not.include('documents');
    expect(textOf(first)).to.include('Profile Info');
    await shows(second, 'خاص');
    await hides(second, 'Profile Info');
    const themeOf = (each: Element) => {
      const inner = each.shadowRoot?.querySelector('.review');
      return inner ? getComputedStyle(inner).backgroundColor : '';
    };
    expect(themeOf(first)).to.not.equal(themeOf(second));
    provider.permissions = [];
    provider.locale = 'ar';
    await provider.updateComplete;
    await first.updateComplete;
    expect(sectionsOf(first)).to.not.include('documents');
    await hides(first, 'Profile Info');
  });

  it('raises what concerns the session once, on itself', async () => {
    const other = aFolder({customer: aCustomer({id: 'customer-2', name: 'Bruno Vale'})});
    const place = await aPlace({folders: [aFolder(), other]});
    const {heard, elements, provider} = await below(
      place,
      {sections: []} as Partial<ReviewProvider>,
      {sections: []},
      {sections: []},
      {sections: []},
    );
    const onElements = elements.map((each) => eventsOf(each));
    for (const each of elements) await shows(each, 'Live');
    await passes(oneSocketsLife);
    const states = heard.flatMap((each) => ('state' in each ? [each.state] : []));
    expect(states).to.deep.equal(['live']);
    for (const socket of place.alive()) {
      socket.dispatchEvent(new CloseEvent('close', {code: 4403, wasClean: true}));
    }
    await passes(hour);
    expect(countOf(heard, 'review-permissions-changed')).to.equal(1);
    place.faults['customers/customer-1'] = refusal(401, 'unauthorized');
    await provider.refresh();
    await until(() => countOf(heard, 'review-auth-required') > 0, 'the provider was not told');
    expect(countOf(heard, 'review-auth-required')).to.equal(1);
    for (const events of onElements) {
      for (const name of ['review-connection', 'review-permissions-changed', 'review-auth-required']) {
        expect(countOf(events, name), name).to.equal(0);
      }
    }
    for (const each of elements) expect(everyWord(each)).to.not.include('Haddad');
  });

  it('lock() and unlock() reach every element below', async () => {
    const place = await aPlace();
    const {provider, elements} = await below(place, {realtime: 'off'}, {sections: []}, {sections: []});
    for (const each of elements) await shows(each, 'Amira Haddad');
    provider.lock();
    await provider.updateComplete;
    await nextFrame();
    for (const each of elements) expect(everyWord(each)).to.not.include('Haddad');
    provider.unlock();
    for (const each of elements) await shows(each, 'Amira Haddad');
  });

  it('an element with a token of its own has a session of its own', async () => {
    const place = await aPlace();
    const {elements} = await below(
      place,
      {realtime: 'off'},
      {sections: []},
      {sections: [], auth: () => place.backend.token},
    );
    for (const each of elements) await shows(each, 'Amira Haddad');
    expect(place.reads('customers/customer-1')).to.equal(2);
  });

  it('elements outside any provider share nothing', async () => {
    const place = await aPlace();
    const inputs = inputsOf(place, {customerId: 'customer-1', sections: []});
    const stand = await fixture<HTMLElement>(html`<div></div>`);
    const pair = [1, 2].map(() => Object.assign(document.createElement('customer-profile'), inputs));
    stand.append(...pair);
    for (const each of pair) await shows(each, 'Live');
    expect(place.reads('customers/customer-1')).to.equal(2);
    expect(place.sockets.length).to.equal(2);
  });

  it('one that leaves its provider loses what it had from there', async () => {
    const place = await aPlace();
    const {elements} = await below(place, {realtime: 'off'}, {sections: []});
    const [profile] = elements;
    await shows(profile, 'Amira Haddad');
    const stand = await fixture<HTMLElement>(html`<div></div>`);
    stand.append(profile);
    await nextFrame();
    await shows(profile, 'Not connected yet');
    expect(everyWord(profile)).to.not.include('Haddad');
  });
});
