import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import {aCustomer} from '../../demo/server/world/builders.js';
import {aFolder} from '../../demo/server/world/small-world.js';
import {shows, textOf} from '../support/harness.js';
import {stop} from '../support/page-time.js';
import {
  aPlace,
  countOf,
  everyWord,
  inputsOf,
  loaded,
  moments,
  oneSocketsLife,
  openProfile,
  passes,
  sectionsOf,
  until,
  watchMutations,
  type Place,
} from './support.js';

const customerPath = 'customers/customer-1';
const documentsPath = 'customers/customer-1/documents';

const rename = (place: Place, name: string) =>
  place.change((folder) => folder.setCustomer({...folder.customer, name}));

/** Waits until the document has not changed for a while: pictures come, and what is in view is marked, a little later. */
async function untilStill(mutations: {readonly count: () => number}): Promise<void> {
  for (let [calm, before] = [0, mutations.count()]; calm < 20; calm++) {
    await nextFrame();
    if (mutations.count() !== before) [calm, before] = [0, mutations.count()];
  }
}

const liveIn = async (place: Place) => {
  const opened = await openProfile(place);
  await shows(opened.profile, 'Live');
  await loaded(place, opened.profile);
  return opened;
};

describe('live events in a profile', () => {
  it('RT-23 a hundred step_results within a second: at most 3 reads each, and the end is shown', async () => {
    const place = await aPlace();
    const {profile} = await liveIn(place);
    const before = place.log.length;
    stop();
    for (let at = 1; at <= 100; at++) {
      await moments(10);
      await rename(place, `Name ${at}.`);
    }
    await passes(oneSocketsLife);
    expect(textOf(profile)).to.include('Name 100.');
    expect(place.reads(customerPath, before)).to.be.within(1, 3);
    expect(place.reads(documentsPath, before)).to.be.within(1, 3);
  });

  it('RT-25 both events together: the customer once, the documents once, nothing else', async () => {
    const place = await aPlace();
    await liveIn(place);
    const before = place.log.length;
    place.say({type: 'step_results', id: 'customer-1', revision: 2});
    place.say({type: 'ai_generated_summary', id: 'customer-1', revision: 3});
    await passes(oneSocketsLife);
    expect([...place.log.slice(before)].sort()).to.deep.equal([
      `GET ${customerPath}`,
      `GET ${documentsPath}?archived=false`,
    ]);
  });

  it('RT-27 the same data once more: nothing in the document is touched', async () => {
    const place = await aPlace();
    const {profile} = await liveIn(place);
    const mutations = watchMutations(profile);
    await untilStill(mutations);
    const [before, drawn] = [place.log.length, mutations.count()];
    await place.change();
    await until(() => place.reads(documentsPath, before) === 1, 'the documents were not read');
    await until(() => place.reads(customerPath, before) === 1, 'the customer was not read');
    await loaded(place, profile);
    expect(mutations.count()).to.equal(drawn);
    mutations.stop();
  });

  it('RT-28 an event of another subject: no read', async () => {
    const place = await aPlace();
    await liveIn(place);
    const before = place.log.length;
    place.say({type: 'step_results', id: 'customer-2', revision: 9});
    place.say({type: 'permissions.changed', id: 'customer-2', revision: 10});
    await passes(oneSocketsLife);
    expect(place.log.slice(before)).to.deep.equal([]);
  });

  it('RT-31 customer data in a frame: never drawn, only a reason to read', async () => {
    const place = await aPlace();
    const {profile} = await liveIn(place);
    const before = place.log.length;
    place.say({
      type: 'step_results',
      id: 'customer-1',
      revision: 9,
      name: 'From the frame',
      customer: {...aCustomer(), name: 'From the frame'},
      items: [{title: 'From the frame'}],
    });
    await until(() => place.reads(customerPath, before) === 1, 'the customer was not read');
    await loaded(place, profile);
    expect(everyWord(profile)).to.not.include('From the frame');
    expect(textOf(profile)).to.include('Amira Haddad');
  });

  it('events of a newer server, and frames that are none: no read, no error, the socket stays', async () => {
    const place = await aPlace();
    const {profile, events} = await liveIn(place);
    const before = place.log.length;
    for (const frame of ['', 'null', '[]', '{', '{"type":7}', '{"type":"brand.new","id":"customer-1"}']) {
      place.say(frame);
    }
    await passes(oneSocketsLife);
    expect(place.log.slice(before)).to.deep.equal([]);
    expect(place.alive().length).to.equal(1);
    expect(countOf(events, 'review-error')).to.equal(0);
    expect(textOf(profile)).to.include('Live');
  });
});

describe('several profiles below one provider', () => {
  async function together(place: Place, count: number, sections?: readonly string[]) {
    const provider = document.createElement('review-provider');
    Object.assign(provider, inputsOf(place));
    const profiles = Array.from({length: count}, () => {
      const profile = document.createElement('customer-profile');
      return Object.assign(profile, {customerId: 'customer-1', sections});
    });
    provider.append(...profiles);
    const stand = await fixture<HTMLElement>(html`<div></div>`);
    stand.append(provider);
    await until(() => place.log.length > 0, 'nothing was asked');
    await loaded(place, provider);
    return {provider, profiles};
  }

  it('RT-32 two of the same customer: one socket, every resource and every file asked for once', async () => {
    const place = await aPlace();
    await together(place, 2);
    await passes(oneSocketsLife);
    expect(place.sockets.length).to.equal(1);
    const asked = place.log.filter((each) => each.startsWith('GET '));
    expect([...asked].sort()).to.deep.equal([...new Set(asked)].sort());
  });

  it('RT-32 an event reaches both with one read', async () => {
    const place = await aPlace();
    const {profiles} = await together(place, 2);
    await passes(oneSocketsLife);
    const before = place.log.length;
    await rename(place, 'Second Name');
    await passes(oneSocketsLife);
    for (const each of profiles) expect(textOf(each)).to.include('Second Name');
    expect(place.reads(customerPath, before)).to.equal(1);
    expect(place.reads(documentsPath, before)).to.equal(1);
  });

  it('RT-33 a hundred of the same customer: one socket, at most 4 reads', async () => {
    const place = await aPlace();
    const {profiles} = await together(place, 100, ['documents-not-shown']);
    for (const each of profiles) expect(textOf(each)).to.include('Amira Haddad');
    await passes(oneSocketsLife);
    expect(place.sockets.length).to.equal(1);
    expect(place.log.filter((each) => each.startsWith('GET ')).length).to.be.at.most(4);
  });
});

describe('RT-41 without live updates', () => {
  it('RT-41 every section loads, no socket is asked for, and refresh() brings what is new', async () => {
    const place = await aPlace({
      folders: [aFolder({customer: aCustomer({photo_url: 'customers/customer-1/photo'})})],
    });
    const {profile, events} = await openProfile(place, {realtime: 'off'});
    expect(sectionsOf(profile)).to.deep.equal([
      'info',
      'steps',
      'documents',
      'aml',
      'video-calls',
      'transactions',
      'travel-rule',
      'questionnaires',
    ]);
    for (const word of [
      'Identity card',
      'Meridian Screening',
      'Zeynep Çağlar',
      '김민준',
      'Source of funds',
    ]) {
      expect(textOf(profile)).to.include(word);
    }
    await rename(place, 'Second Name');
    await profile.refresh();
    expect(textOf(profile)).to.include('Second Name');
    expect(textOf(profile)).to.not.include('Live');
    expect(place.sockets).to.deep.equal([]);
    expect(place.log.some((each) => each.includes('socket-token'))).to.equal(false);
    expect(countOf(events, 'review-error')).to.equal(0);
  });

  it('RT-41 switched off and on while it is shown: the socket goes, and comes again', async () => {
    const place = await aPlace();
    const {profile} = await liveIn(place);
    profile.realtime = 'off';
    await passes(10_000);
    expect(place.alive()).to.deep.equal([]);
    profile.realtime = 'on';
    await nextFrame();
    await shows(profile, 'Live');
    expect(place.alive().length).to.equal(1);
  });
});
