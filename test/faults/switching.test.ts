import {expect, nextFrame} from '@open-wc/testing';
import {
  aCustomer,
  aDocument,
  aField,
  aFinding,
  anAmlRecord,
  aQuestionnaire,
  aRule,
  aTransaction,
  aTravelRuleLog,
  aVideoCall,
} from '../../demo/server/world/builders.js';
import type {CustomerFolder} from '../../demo/server/world/world.js';
import {seeded} from '../support/seeded.js';
import {shows, textOf} from '../support/harness.js';
import {
  aPlace,
  aProfile,
  atEveryFrame,
  everyWord,
  hour,
  inputsOf,
  loaded,
  oneSocketsLife,
  openProfile,
  passes,
  until,
  type Place,
} from './support.js';

/** A customer whose every field carries a mark of their own. */
const marked = (id: string, mark: string): Omit<CustomerFolder, 'tenant'> => ({
  customer: aCustomer({
    id,
    name: `${mark} name`,
    email: `${mark}@example.org`,
    occupation: `${mark} work`,
    external_id: `${mark}-1`,
    address: {line: `${mark} street`, city: mark, province: mark, country: 'TN'},
    rules: [1, 2, 3, 4].map((at) => aRule({id: `${mark}-${at}`, title: `${mark} step`, sort_order: at})),
    ai_generated_summary: {text: `${mark} summary`, generated_at: null, claims: []},
  }),
  documents: [
    aDocument({
      id: `${mark}-document`,
      title: `${mark} card`,
      fields: [aField({value: mark, declared: mark})],
    }),
  ],
  amlRecords: [
    anAmlRecord({
      id: `${mark}-aml`,
      provider: `${mark} provider`,
      findings: [aFinding({matched_name: mark})],
    }),
  ],
  videoCalls: [aVideoCall({id: `${mark}-call`, agent: {id: mark, name: `${mark} agent`}, recording: null})],
  transactions: [aTransaction({id: `${mark}-transaction`, counterparty: `${mark} partner`})],
  travelRuleLogs: [aTravelRuleLog({id: `${mark}-log`, originator: `${mark} sender`})],
  questionnaires: [aQuestionnaire({id: `${mark}-questions`, title: `${mark} questions`})],
});

const marks = ['Alpha', 'Bravo', 'Charlie'] as const;
const idOf = (mark: string) => `id-${mark.toLowerCase()}`;

describe('RT-38 another customer in the same element', () => {
  it('RT-38 a hundred random switches: at no frame a field of one under another', async () => {
    const random = seeded(38);
    const place = await aPlace({
      folders: marks.map((mark) => marked(idOf(mark), mark)),
      latency: () => random() * 30,
    });
    const {profile} = await aProfile(inputsOf(place));
    const wrong: string[] = [];
    let seen = 0;
    const stop = atEveryFrame(() => {
      const words = everyWord(profile);
      for (const mark of marks) {
        if (!words.includes(mark)) continue;
        if (idOf(mark) === profile.customerId) seen++;
        else wrong.push(`${mark} under ${profile.customerId}`);
      }
    });
    for (let at = 0; at < 100; at++) {
      profile.customerId = idOf(marks[Math.floor(random() * marks.length)] ?? 'Alpha');
      for (let left = Math.floor(random() * 5); left > 0; left--) await nextFrame();
    }
    await loaded(place, profile);
    await until(() => seen > 10, 'no frame with a loaded customer was seen');
    expect(stop()).to.be.greaterThan(100);
    expect(wrong).to.deep.equal([]);
    await until(() => place.alive().length === 1, 'sockets of customers that nobody looks at');
  });
});

describe('AU-17 another user in the same element', () => {
  const sameCustomer = (mark: string) => aPlace({folders: [marked('customer-1', mark)]});
  const signIn = (place: Place) => ({
    auth: () => place.backend.token,
    fetch: place.fetch,
    WebSocket: place.WebSocket,
  });

  it('AU-17 all data and sockets of the first are gone before the first paint of the second', async () => {
    const [first, second] = [await sameCustomer('Alpha'), await sameCustomer('Bravo')];
    const {profile} = await openProfile(first);
    await shows(profile, 'Live');
    const wrong: string[] = [];
    const socketsAtPaint: number[] = [];
    Object.assign(profile, signIn(second));
    const stop = atEveryFrame(() => {
      const words = everyWord(profile);
      if (words.includes('Alpha')) wrong.push(words.slice(0, 80));
      if (words.includes('Bravo')) socketsAtPaint.push(first.alive().length);
    });
    await loaded(second, profile);
    await shows(profile, 'Live');
    const before = first.log.length;
    await passes(oneSocketsLife);
    stop();
    expect(wrong).to.deep.equal([]);
    expect(socketsAtPaint.length).to.be.greaterThan(0);
    expect(Math.max(...socketsAtPaint)).to.equal(0);
    expect(first.log.length, 'requests with the first token').to.equal(before);
    expect(textOf(profile)).to.include('Bravo name');
  });

  it('AU-17 signed out: with the token gone the element is blank at once and asks for nothing', async () => {
    const place = await sameCustomer('Alpha');
    const {profile} = await openProfile(place);
    await shows(profile, 'Live');
    profile.auth = undefined;
    await profile.updateComplete;
    expect(everyWord(profile)).to.not.include('Alpha');
    expect(place.alive().length).to.equal(0);
    const before = place.log.length;
    await passes(hour);
    expect(place.log.length).to.equal(before);
  });
});

describe('AU-18 two tenants on one page', () => {
  it('AU-18 two elements with the same ids and two tokens share nothing', async () => {
    const places = await Promise.all(
      ['Alpha', 'Bravo'].map((mark) => aPlace({folders: [marked('customer-1', mark)]})),
    );
    const provider = document.createElement('review-provider');
    const {profile: stand} = await aProfile();
    const profiles = places.map((place) =>
      Object.assign(document.createElement('customer-profile'), inputsOf(place, {customerId: 'customer-1'})),
    );
    provider.append(...profiles);
    stand.parentElement?.append(provider);
    for (const [at, place] of places.entries()) await loaded(place, profiles[at]!);
    expect(everyWord(profiles[0]!)).to.include('Alpha').and.not.include('Bravo');
    expect(everyWord(profiles[1]!)).to.include('Bravo').and.not.include('Alpha');
    await until(() => places.every((each) => each.alive().length === 1), 'each has a socket of its own');
    expect(places.map((each) => each.reads('customers/customer-1'))).to.deep.equal([1, 1]);
  });
});
