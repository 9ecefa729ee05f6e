import {expect} from '@open-wc/testing';
import {aCustomer} from '../../demo/server/world/builders.js';
import {aFolder} from '../../demo/server/world/small-world.js';
import type {Auth, ReviewErrorEvent} from '../../src/classes.js';
import {refusal} from '../../stories/support/answering.js';
import {buttonNamed, hides, shows, textOf} from '../support/harness.js';
import {aPlace, aProfile, countOf, eventsOf, hour, inputsOf, openProfile, passes, until} from './support.js';

const tokenOf = (request: Request): string | undefined =>
  request.headers.get('Authorization')?.replace('Bearer ', '');

describe('AU-01 a hundred refusals at once', () => {
  it('AU-01 one question to the host, every request repeated once', async () => {
    const ids = Array.from({length: 100}, (_, at) => `customer-${at + 1}`);
    const place = await aPlace({folders: ids.map((id) => ({customer: aCustomer({id, rules: []})}))});
    const reasons: string[] = [];
    const provider = document.createElement('review-provider');
    const auth: Auth = ({reason}) => {
      reasons.push(reason);
      return reason === 'first' ? 'old-token' : place.backend.token;
    };
    Object.assign(provider, inputsOf(place, {auth, realtime: 'off', sections: []}));
    const heard = eventsOf(provider);
    const {profile: stand} = await aProfile();
    for (const customerId of ids) {
      provider.append(Object.assign(document.createElement('customer-profile'), {customerId, sections: []}));
    }
    stand.parentElement?.append(provider);
    await until(() => place.requests.length >= 200, 'the requests were not repeated');
    const isThere = (each: Element) => each.shadowRoot?.querySelector('h1') !== null;
    await until(() => [...provider.children].every(isThere), 'not all of them are there');
    expect(reasons).to.deep.equal(['first', 'rejected']);
    expect(place.requests.length).to.equal(200);
    expect(place.requests.filter((each) => tokenOf(each) === 'old-token').length).to.equal(100);
    for (const id of ids) expect(place.reads(`customers/${id}`), id).to.equal(2);
    expect(countOf(heard, 'review-auth-required')).to.equal(0);
    expect(countOf(heard, 'review-error')).to.equal(0);
  });
});

describe('a token that is refused', () => {
  it('AU-03 the getter gives the same one again: at most 2 requests, and the host is told once', async () => {
    const place = await aPlace();
    const {profile, events} = await aProfile(
      inputsOf(place, {customerId: 'customer-1', auth: () => 'stale-token', realtime: 'off'}),
    );
    await until(() => countOf(events, 'review-auth-required') === 1, 'the host was not told');
    await shows(profile, 'Your sign-in is not accepted any more');
    await passes(hour);
    expect(place.requests.length).to.be.at.most(2);
    expect(countOf(events, 'review-auth-required')).to.equal(1);
  });

  it('AU-04 a getter that fails for a passing reason is no sign-out, and the next try goes on', async () => {
    const place = await aPlace();
    let online = false;
    const auth: Auth = () =>
      online ? Promise.resolve(place.backend.token) : Promise.reject(new TypeError('Failed to fetch'));
    const {profile, events} = await aProfile(
      inputsOf(place, {customerId: 'customer-1', auth, realtime: 'off'}),
    );
    await shows(profile, 'You are offline, or the server cannot be reached.');
    expect(countOf(events, 'review-auth-required')).to.equal(0);
    expect(place.requests).to.deep.equal([]);
    online = true;
    buttonNamed(profile, 'Try again: Customer profile').click();
    await shows(profile, 'Amira Haddad');
    expect(countOf(events, 'review-auth-required')).to.equal(0);
  });

  it('AU-05 a plain token runs out: one event, nothing shown, no traffic until a new one is set', async () => {
    const place = await aPlace();
    const {profile, events} = await openProfile(place, {auth: place.backend.token});
    await shows(profile, 'Live');
    place.faults['customers/customer-1'] = refusal(401, 'unauthorized');
    place.faults['customers/customer-1/documents'] = refusal(401, 'unauthorized');
    await place.change();
    await until(() => countOf(events, 'review-auth-required') > 0, 'the host was not told');
    await hides(profile, 'Haddad');
    await until(() => place.alive().length === 0, 'the socket is still open');
    const before = place.log.length;
    await place.change();
    await profile.refresh();
    await passes(hour);
    expect(place.log.length).to.equal(before);
    expect(countOf(events, 'review-auth-required')).to.equal(1);
    delete place.faults['customers/customer-1'];
    delete place.faults['customers/customer-1/documents'];
    profile.auth = () => place.backend.token;
    await shows(profile, 'Amira Haddad');
    await shows(profile, 'Live');
  });

  const unusable = [
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['gives undefined', () => undefined],
    ['gives a line break', () => 'a\r\nX-Evil: 1'],
    ['gives a megabyte', () => 'a'.repeat(1_000_000)],
  ] as const;
  for (const [says, auth] of unusable) {
    it(`AU-06 a getter that ${says}: a fault of configuration, and no request`, async () => {
      const place = await aPlace();
      const {profile, events} = await aProfile(
        inputsOf(place, {customerId: 'customer-1', auth: auth as Auth, realtime: 'off'}),
      );
      await shows(profile, 'This page is not set up correctly');
      expect((events[0] as ReviewErrorEvent).kind).to.equal('configuration');
      expect(place.requests).to.deep.equal([]);
    });
  }
});

/** Everything that walking over enumerable properties leads to, inherited ones too, as a curious script would. */
function enumerated(root: object): string {
  const seen = new Set<unknown>();
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    if (value instanceof Node && value !== root) return;
    seen.add(value);
    if (value instanceof Map || value instanceof Set) for (const each of value) visit(each);
    for (const key in value) visit(Reflect.get(value, key));
  };
  visit(root);
  return found.join('\n');
}

describe('AU-10 a script that walks over the element', () => {
  const secret = 'a-token-of-this-page';
  for (const [kind, auth] of [
    ['a plain token', secret],
    ['a getter', () => secret],
  ] as const) {
    it(`AU-10 finds no token by enumeration: ${kind}`, async () => {
      const place = await aPlace();
      const {profile} = await openProfile(place, {auth});
      expect(textOf(profile)).to.include('Amira Haddad');
      expect(enumerated(profile)).to.not.include(secret);
      expect(JSON.stringify(Object.keys(profile))).to.not.include('auth');
      expect(JSON.stringify({...profile}.constructor.name)).to.not.include(secret);
      expect(() => structuredClone(profile)).to.throw(DOMException);
    });
  }

  it('AU-10 nor on a provider', async () => {
    const place = await aPlace();
    const provider = document.createElement('review-provider');
    Object.assign(provider, inputsOf(place, {auth: secret}));
    const profile = Object.assign(document.createElement('customer-profile'), {customerId: 'customer-1'});
    provider.append(profile);
    const {profile: stand} = await aProfile();
    stand.parentElement?.append(provider);
    await shows(profile, 'Amira Haddad');
    expect(enumerated(provider)).to.not.include(secret);
    expect(enumerated(profile)).to.not.include(secret);
  });
});

describe('how every request is sent', () => {
  it('AU-11 AU-14 without cookies, without a referrer, past the cache, and never on to another place', async () => {
    const place = await aPlace({folders: [aFolder()]});
    await openProfile(place);
    await until(() => place.alive().length === 1, 'there is no socket');
    for (const request of place.requests) {
      expect(request.credentials, request.url).to.equal('omit');
      expect(request.redirect, request.url).to.equal('error');
      expect(request.cache, request.url).to.equal('no-store');
      expect(request.referrerPolicy, request.url).to.equal('no-referrer');
      expect(request.url.startsWith(place.backend.apiBaseUrl), request.url).to.equal(true);
      expect(tokenOf(request)).to.equal(place.backend.token);
    }
  });

  it('AU-14 a server that sends elsewhere: nothing is asked there, and it reads as not reachable', async () => {
    const place = await aPlace();
    const asked: string[] = [];
    // The platform refuses by itself when it is told so; this gateway does the same with the very request.
    const fetch: typeof globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      asked.push(request.url);
      if (request.redirect !== 'error') asked.push('https://elsewhere.example/');
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    const {profile} = await aProfile(inputsOf(place, {customerId: 'customer-1', fetch, realtime: 'off'}));
    await shows(profile, 'could not be loaded');
    expect(asked.every((each) => each === `${place.backend.apiBaseUrl}customers/customer-1`)).to.equal(true);
  });
});
