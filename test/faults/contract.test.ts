import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {aCustomer, aDocument, aFinding, anAmlRecord, aRule} from '../../demo/server/world/builders.js';
import {resource, resourceTable, type ResourceName} from '../../src/domain/resources.js';
import {json, listOf} from '../../stories/support/answering.js';
import {allOf, hides, shows, textOf} from '../support/harness.js';
import {changedAt, goodAnswers, placesIn, type Wire} from './answers.js';
import {
  aPlace,
  aProfile,
  inputsOf,
  loaded,
  openProfile,
  sectionOf,
  sectionsOf,
  type Place,
} from './support.js';

const names = Object.keys(resourceTable).filter((each) => each !== 'customers') as ResourceName[];
const pathOf = (name: ResourceName) => resource(name, 'customer-1').path;
const answerOf = (name: ResourceName): Wire => {
  const found = goodAnswers[pathOf(name)];
  if (found === undefined) throw new Error(`There is no answer for ${name}.`);
  return found;
};

/** What a newer, older or broken server might put where we expect something else. */
const oddities = fc.oneof(
  fc.constantFrom<Wire | undefined>(
    undefined,
    null,
    '',
    ' ',
    'BRAND_NEW_VALUE',
    '__proto__',
    true,
    false,
    0,
    -1,
    1e308,
    2 ** 53,
    [],
    {},
    [null],
    [[]],
    {items: []},
    {toString: 'x', constructor: 1},
    'x'.repeat(3000),
    '9999-99-99T99:99:99Z',
    '-0',
    '1e999',
  ),
  fc.jsonValue({maxDepth: 2}) as fc.Arbitrary<Wire>,
);

const mutations = (value: Wire, most: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...placesIn(value)), oddities), {minLength: 1, maxLength: most})
    .map((changes) =>
      changes.reduce<Wire | undefined>(
        (so, [place, other]) => (so === undefined ? so : changedAt(so, place, other)),
        value,
      ),
    );

const reply = (value: Wire | undefined) => () =>
  value === undefined ? new Response('', {headers: {'Content-Type': 'application/json'}}) : json(value);

const goodPlace = async (): Promise<Place> => {
  const place = await aPlace();
  for (const [path, value] of Object.entries(goodAnswers)) place.faults[path] = reply(value);
  return place;
};

/** Something stands on the page: the customer, or a sentence that says why not. */
const isBlank = (root: Element): boolean =>
  textOf(root).replaceAll(/[–\s]/gu, '').length < 20 || allOf(root, '.review *').length < 5;

describe('CT-01 answers that are not as agreed', () => {
  for (const name of names) {
    it(`CT-01 ${name}: a thousand and more mutations are read or refused, and never throw`, async () => {
      const good = answerOf(name);
      const schema = await resource(name, 'customer-1').schema();
      fc.assert(
        fc.property(mutations(good, 4), (mutated) => {
          const {success} = schema.safeParse(mutated);
          return typeof success === 'boolean' && Object.keys(Object.prototype).length === 0;
        }),
        {numRuns: 1250, seed: 101},
      );
    });
  }

  it('CT-01 300 mutated answers in the element: never a blank page', async () => {
    const place = await goodPlace();
    const {profile} = await openProfile(place, {realtime: 'off'});
    const worlds = fc.tuple(...names.map((name) => mutations(answerOf(name), 3)));
    await fc.assert(
      fc.asyncProperty(worlds, async (mutated) => {
        names.forEach((name, at) => (place.faults[pathOf(name)] = reply(mutated[at])));
        await profile.refresh();
        return !isBlank(profile) && sectionsOf(profile).includes('info');
      }),
      {numRuns: 260, seed: 102, endOnFailure: true},
    );
    for (const name of names) place.faults[pathOf(name)] = reply(answerOf(name));
    await profile.refresh();
    await loaded(place, profile);
    expect(textOf(profile)).to.include('Amira Haddad');
  });

  it('CT-01 40 mutated answers at first sight: a profile, or words that say why there is none', async () => {
    const place = await goodPlace();
    const {profile} = await aProfile(inputsOf(place, {realtime: 'off'}));
    await fc.assert(
      fc.asyncProperty(mutations(answerOf('customer'), 3), async (mutated) => {
        place.faults['customers/customer-1'] = reply(mutated);
        profile.customerId = undefined;
        await profile.updateComplete;
        // Another way to sign in is another session: nothing of the one before is left.
        profile.auth = () => place.backend.token;
        profile.customerId = 'customer-1';
        await loaded(place, profile);
        return !isBlank(profile);
      }),
      {numRuns: 40, seed: 103, endOnFailure: true},
    );
  });

  it('CT-01 unknown values of every enumeration are drawn as they came', async () => {
    const place = await goodPlace();
    place.faults['customers/customer-1'] = {
      ...aCustomer({status: 'FROZEN', risk: 'EXTREME'}),
      new_field: {a: 1},
    };
    place.faults['customers/customer-1/aml/records'] = listOf(
      anAmlRecord({status: 'mystery', findings: [aFinding({family: 'rumours'})]}),
    );
    const {profile} = await openProfile(place, {realtime: 'off'});
    for (const word of ['FROZEN', 'EXTREME', 'mystery', 'rumours']) expect(textOf(profile)).to.include(word);
  });
});

describe('CT-02 one row of fifty that cannot be read', () => {
  it('CT-02 costs itself: 49 are drawn, and the reviewer is told', async () => {
    const place = await aPlace();
    const rows: unknown[] = Array.from({length: 50}, (_, at) =>
      aDocument({id: `document-${at}`, title: `Paper ${at}.`, sort_order: at, files: []}),
    );
    rows[17] = {...aDocument({id: 'document-17'}), approved: 'perhaps'};
    place.faults['customers/customer-1/documents'] = {items: rows};
    const {profile} = await openProfile(place, {realtime: 'off'});
    const documents = sectionOf(profile, 'documents');
    expect(allOf(documents, 'button.choice').length).to.equal(49);
    expect(textOf(documents)).to.include('1 row could not be read and is left out.');
    expect(textOf(documents)).to.include('Paper 49.');
  });
});

describe('CT-03 servers of other versions', () => {
  const fixtures = {
    'an older one (N-1)': {
      customer: {
        id: 1042,
        version: '3',
        name: 'Amira Haddad',
        status: 'pending review',
        risk: 'normal',
        address: '12 Rue Ibn Khaldoun, Tunis',
        created_at: 1_760_000_000,
        ai_generated_summary: 'A bare sentence about her.',
        active_services: ['aml', 'video_kyc'],
        aml_status: null,
        rules: [1, 2, 3, 4].map((id) => ({id, status: 'approved'})),
      },
      calls: {items: [{id: 7, version: 1, status: 3}]},
      shows: [
        'Amira Haddad',
        'Pending review',
        'A bare sentence about her.',
        '12 Rue Ibn Khaldoun',
        'Complete',
      ],
    },
    'a newer one (N+1)': {
      customer: {
        ...aCustomer({
          status: 'UNDER_APPEAL',
          active_services: ['aml', 'video_kyc', 'telepathy'],
          rules: [1, 2, 3, 4].map((at) => aRule({id: `r${at}`, status: 'WAIVED', sort_order: at})),
        }),
        sanctions_score: {value: 3},
        risk_reasons: ['many'],
        links: [{rel: 'self'}],
      },
      calls: {items: [{id: 'c', version: 1, status: 'HOLOGRAM', mood: 'good'}], next_cursor: null, meta: {}},
      shows: ['Amira Haddad', 'UNDER_APPEAL', 'WAIVED', 'HOLOGRAM'],
    },
  };
  for (const [says, {customer, calls, shows: words}] of Object.entries(fixtures)) {
    it(`CT-03 ${says} is read`, async () => {
      const place = await aPlace();
      const customerId = String(customer.id);
      place.faults[`customers/${customerId}`] = customer;
      place.faults[`customers/${customerId}/video-calls`] = calls;
      const {profile, events} = await openProfile(place, {
        customerId,
        realtime: 'off',
        sections: ['steps', 'video-calls'],
      });
      for (const word of words) expect(textOf(profile)).to.include(word);
      expect(events.some(({type}) => type === 'review-error')).to.equal(false);
    });
  }

  it('CT-03 an event whose name stands under "event" is heard', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place);
    await shows(profile, 'Live');
    place.faults['customers/customer-1'] = aCustomer({name: 'Second Name'});
    place.say({event: 'step_results', id: 'customer-1'});
    await shows(profile, 'Second Name');
  });
});

describe('CT-04 pages that do not end', () => {
  const records = 'customers/customer-1/aml/records';
  const checks = (from: number, count: number) =>
    Array.from({length: count}, (_, at) =>
      anAmlRecord({id: `aml-${from + at}`, provider: `Provider ${from + at}.`, findings: []}),
    );

  it('CT-04 a cursor that repeats itself ends the list, and no row stands there twice', async () => {
    const place = await aPlace();
    let asked = 0;
    place.faults[records] = ({url}) => {
      asked++;
      const cursor = new URL(url).searchParams.get('cursor');
      // The second page repeats a row of the first and points at itself; the total is wrong throughout.
      return json({items: checks(cursor === 'again' ? 2 : 0, 3), next_cursor: 'again', total: 900});
    };
    const {profile} = await openProfile(place, {realtime: 'off', sections: ['aml']});
    const aml = sectionOf(profile, 'aml');
    const history = allOf<HTMLButtonElement>(aml, 'button').find((each) => /History/u.test(textOf(each)));
    history?.click();
    await loaded(place, profile);
    const [more] = allOf<HTMLButtonElement>(aml, 'button').filter((each) =>
      textOf(each).startsWith('Load more'),
    );
    more?.click();
    await loaded(place, profile);
    await hides(aml, 'Load more');
    const before = asked;
    await profile.refresh();
    expect(asked - before).to.be.at.most(3);
    expect(allOf(aml, '.history > li').length).to.equal(5);
  });
});
