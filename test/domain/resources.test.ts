import {expect} from '@open-wc/testing';
import {isRecordId, mayRead, resource, resourceTable} from '../../src/domain/resources.js';
import {liveEventTypes, reaches, stalePaths} from '../../src/domain/live-events.js';

describe('naming a resource', () => {
  it('path, filters and repeated filters', () => {
    const {path, url} = resource('transactions', 'c 1'.replace(' ', '-'), {
      q: 'a b',
      status: ['HELD', 'FAILED'],
      from: undefined,
      to: '',
    });
    expect(path).to.equal('customers/c-1/transactions');
    expect(url).to.equal('customers/c-1/transactions?q=a+b&status=HELD&status=FAILED');
  });

  for (const id of ['42', 'c-1', '8d1f0e0c-9f0b-4f0a-8d67-2f9f3a1b2c3d', 'a.b', 'عميل', 'x'.repeat(200)]) {
    it(`AU-16 ${id.slice(0, 12)} can stand in a path`, () => {
      expect(resource('customer', id).path).to.equal(`customers/${encodeURIComponent(id)}`);
    });
  }

  for (const id of [
    '',
    '.',
    '..',
    '../../admin',
    '%2e%2e',
    'a/b',
    'a\\b',
    'a?x=1',
    'a#b',
    '∕',
    '⁄',
    '/',
    'a\u0000',
    'a b',
    '\n',
    'x'.repeat(10_000),
  ]) {
    it(`AU-16 ${JSON.stringify(id.slice(0, 12))} cannot`, () => {
      expect(isRecordId(id)).to.equal(false);
      expect(() => resource('customer', id)).to.throw(RangeError);
    });
  }
});

describe('who may read what', () => {
  const every = {active_services: ['aml', 'video_kyc', 'transactions', 'questionnaire']};
  const none = {active_services: []};
  const cases = [
    {name: 'customer', permissions: [], of: none, may: true},
    {name: 'documents', permissions: [], of: every, may: false},
    {name: 'documents', permissions: ['view_document'], of: none, may: true},
    {name: 'amlRecords', permissions: [], of: every, may: true},
    {name: 'amlRecords', permissions: ['change_profileamlrecord'], of: none, may: false},
    {name: 'videoCalls', permissions: [], of: none, may: false},
    {name: 'transactions', permissions: [], of: every, may: true},
    {name: 'transactionSummary', permissions: [], of: none, may: false},
    {name: 'travelRuleLogs', permissions: [], of: every, may: false},
    {name: 'travelRuleLogs', permissions: ['view_travel_rule_page'], of: none, may: true},
    {name: 'questionnaires', permissions: [], of: every, may: true},
  ] as const;
  for (const {name, permissions, of, may} of cases) {
    it(`${name} with ${permissions.join() || 'nothing'} of a customer with ${of.active_services.length} services: ${may}`, () => {
      expect(mayRead(name, {permissions}, of)).to.equal(may);
    });
  }
});

describe('what an event makes stale', () => {
  const everything = Object.keys(resourceTable).map(
    (name) => resource(name as keyof typeof resourceTable, '42').path,
  );
  const staleAfter = (type: (typeof liveEventTypes)[number]) =>
    everything.filter((path) => stalePaths({type, id: '42'}).some((stale) => reaches(stale, path)));

  it('RT-25 step_results: the customer and the document list, nothing else', () => {
    expect(staleAfter('step_results')).to.deep.equal(['customers/42', 'customers/42/documents']);
  });

  it('ai_generated_summary: the customer, nothing else', () => {
    expect(staleAfter('ai_generated_summary')).to.deep.equal(['customers/42']);
  });

  it('permissions.changed: the customer and everything below it', () => {
    expect(staleAfter('permissions.changed')).to.deep.equal(
      everything.filter((path) => path !== 'customers'),
    );
  });

  it('a neighbour whose id begins alike is not reached', () => {
    expect(reaches('customers/42/*', 'customers/421')).to.equal(false);
    expect(reaches('customers/42', 'customers/42/documents')).to.equal(false);
  });
});
