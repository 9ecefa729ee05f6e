import {expect} from '@open-wc/testing';
import {aCustomer} from '../../demo/server/world/builders.js';
import {aFolder} from '../../demo/server/world/small-world.js';
import type {ReviewErrorEvent} from '../../src/classes.js';
import type {ReviewPart} from '../../src/session/review-part.js';
import {refusal, silence, type Reply} from '../../stories/support/answering.js';
import {shows, textOf} from '../support/harness.js';
import {
  aPlace,
  aProfile,
  countOf,
  everyWord,
  hour,
  inputsOf,
  isBusy,
  openProfile,
  passes,
  sectionOf,
  sectionsOf,
  until,
} from './support.js';

describe('AU-19 a permission that is taken away while the page is open', () => {
  it('AU-19 over the socket: gone within a second, the host is told, and with its new permissions the section goes', async () => {
    const place = await aPlace();
    const {profile, events} = await openProfile(place);
    await shows(profile, 'Live');
    // Whatever was loaded a moment ago is not asked for again within a second.
    await passes(1100);
    await place.backend.setViewer({permissions: ['view_travel_rule_page']});
    place.say({type: 'permissions.changed', id: 'customer-1', revision: 2});
    await passes(1000);
    expect(textOf(sectionOf(profile, 'documents'))).to.not.include('HADAD');
    expect(textOf(sectionOf(profile, 'documents'))).to.include('You have no access to Documents');
    expect(everyWord(sectionOf(profile, 'documents')))
      .to.not.include('HADAD')
      .and.not.include('blob:');
    expect(countOf(events, 'review-permissions-changed')).to.be.at.least(1);
    profile.permissions = ['view_travel_rule_page'];
    await profile.updateComplete;
    expect(sectionsOf(profile)).to.include('travel-rule');
    expect(sectionsOf(profile)).to.not.include('documents');
    expect(textOf(profile)).to.include('Amira Haddad');
  });

  it('AU-19 by a 403 to a refresh: what was shown is dropped with it, the rest stays', async () => {
    const place = await aPlace();
    const {profile, events} = await openProfile(place, {realtime: 'off'});
    await place.backend.setViewer({permissions: []});
    await profile.refresh();
    expect(textOf(sectionOf(profile, 'documents'))).to.include('You have no access to Documents');
    expect(textOf(sectionOf(profile, 'travel-rule'))).to.include('You have no access to');
    expect(everyWord(sectionOf(profile, 'travel-rule'))).to.not.include('김민준');
    expect(textOf(sectionOf(profile, 'aml'))).to.include('Meridian Screening');
    expect(countOf(events, 'review-permissions-changed')).to.be.within(1, 2);
  });

  it('AU-19 4403: the socket is not opened again, what is shown is asked for anew, the host is told once', async () => {
    const place = await aPlace();
    const {profile, events} = await openProfile(place);
    await shows(profile, 'Live');
    const before = place.log.length;
    for (const socket of place.alive()) {
      socket.dispatchEvent(new CloseEvent('close', {code: 4403, wasClean: true}));
    }
    await passes(24 * hour);
    expect(place.reads('customers/customer-1', before)).to.equal(1);
    expect(place.sockets.length).to.equal(1);
    expect(countOf(events, 'review-permissions-changed')).to.equal(1);
  });
});

describe('AU-20 sections that fail, each in its own way', () => {
  const ways: readonly {
    readonly id: string;
    readonly path: string;
    readonly fault: Reply;
    readonly good: string;
    readonly bad: string | undefined;
  }[] = [
    {
      id: 'documents',
      path: 'customers/customer-1/documents',
      fault: refusal(403, 'forbidden'),
      good: 'HADAD',
      bad: 'You have no access to Documents',
    },
    {
      id: 'aml',
      path: 'customers/customer-1/aml/records',
      fault: refusal(404, 'not_found'),
      good: 'Meridian Screening',
      bad: 'nothing found here',
    },
    {
      id: 'video-calls',
      path: 'customers/customer-1/video-calls',
      fault: refusal(500, 'server'),
      good: 'Zeynep Çağlar',
      bad: 'The server reported an error',
    },
    {
      id: 'questionnaires',
      path: 'customers/customer-1/questionnaires',
      fault: silence,
      good: 'Source of funds',
      bad: undefined,
    },
  ];

  for (let combination = 0; combination < 16; combination++) {
    const broken = ways.filter((_, at) => combination & (1 << at));
    const names = broken.map(({id}) => id).join(', ') || 'none';
    it(`AU-20 broken: ${names}; the others render`, async () => {
      const place = await aPlace({
        faults: Object.fromEntries(broken.map(({path, fault}) => [path, fault])),
      });
      const {profile, events} = await aProfile(
        inputsOf(place, {customerId: 'customer-1', realtime: 'off', sections: ways.map(({id}) => id)}),
      );
      await shows(profile, 'Amira Haddad');
      for (const {id, good, bad} of ways) {
        const isBroken = broken.some((each) => each.id === id);
        if (!isBroken) await shows(sectionOf(profile, id), good);
        else if (bad) await shows(sectionOf(profile, id), bad);
        else await until(() => isBusy(sectionOf(profile, id)), `${id} is not loading`);
        if (isBroken) expect(textOf(sectionOf(profile, id))).to.not.include(good);
      }
      const told = events.filter((each) => each.type === 'review-error') as ReviewErrorEvent[];
      const expected = broken.filter(({bad}) => bad).map(({id}) => id);
      expect(told.map(({part}) => part).sort()).to.deep.equal([...expected].sort());
    });
  }
});

describe('names that nobody knows', () => {
  it('AU-21 a host that grants more than the server does gets no more than a refusal', async () => {
    const place = await aPlace({permissions: []});
    const {profile} = await openProfile(place, {realtime: 'off'});
    expect(textOf(sectionOf(profile, 'documents'))).to.include('You have no access to Documents');
    expect(textOf(sectionOf(profile, 'travel-rule'))).to.include('You have no access to');
    expect(everyWord(sectionOf(profile, 'documents'))).to.not.include('HADAD');
    // Nothing that is not shown is asked for behind the refusal.
    expect(place.log.some((each) => each.includes('/files/'))).to.equal(false);
  });

  it('AU-22 unknown permissions and services are ignored, and what is not said is not granted', async () => {
    const customer = aCustomer({active_services: ['mind_reading', 'AML', 'toString', '__proto__', 'aml ']});
    const place = await aPlace({folders: [aFolder({customer})]});
    const {profile} = await openProfile(place, {
      realtime: 'off',
      permissions: ['view_everything', 'view_documents', 'VIEW_DOCUMENT', '*', 'constructor', '__proto__'],
    });
    expect(sectionsOf(profile)).to.deep.equal(['info', 'steps']);
    profile.permissions = undefined;
    await profile.updateComplete;
    expect(sectionsOf(profile)).to.deep.equal(['info', 'steps']);
    profile.permissions = ['view_document:assigned'];
    await profile.updateComplete;
    expect(sectionsOf(profile)).to.deep.equal(['info', 'steps']);
  });
});

it('a host that says nothing of permissions draws nothing anew when nothing has changed', async () => {
  const {profile} = await openProfile(await aPlace(), {permissions: undefined});
  const info = sectionOf(profile, 'info').querySelector<ReviewPart & Element>('kyc-info-section')!;
  const {scope} = info;
  profile.requestUpdate();
  await profile.updateComplete;
  expect(scope).to.exist;
  expect(info.scope).to.equal(scope);
});
