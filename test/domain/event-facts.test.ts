import {expect} from '@open-wc/testing';
import {anAuditEvent} from '../../demo/server/world/verification-builders.js';
import {earlierDecisions, eventFacts, isHarmlessFact} from '../../src/domain/event-facts.js';

describe('what an event carries', () => {
  const cases = [
    {says: 'nothing', data: {}, facts: []},
    {
      says: 'scalars, one a line',
      data: {status: 'approved', version: 4, live: false, note: null},
      facts: [
        {key: 'status', value: 'approved'},
        {key: 'version', value: 4},
        {key: 'live', value: false},
        {key: 'note', value: null},
      ],
    },
    {
      says: 'what lies deeper, by its path',
      data: {score: {total: 165, of: {max: 200}}},
      facts: [
        {key: 'score.total', value: 165},
        {key: 'score.of.max', value: 200},
      ],
    },
    {
      says: 'a list of scalars in one line',
      data: {parts: ['status', 'score']},
      facts: [{key: 'parts', value: 'status, score'}],
    },
    {
      says: 'a list of records as it came',
      data: {list: [{a: 1}]},
      facts: [{key: 'list', value: '[{"a":1}]'}],
    },
    {
      says: 'what lies too deep as it came',
      data: {a: {b: {c: {d: 1}}}},
      facts: [{key: 'a.b.c', value: '{"d":1}'}],
    },
    {says: 'a name without letters', data: {'': 'x'}, facts: [{key: '', value: 'x'}]},
  ];
  for (const {says, data, facts} of cases) {
    it(says, () => expect(eventFacts(data)).to.deep.equal(facts));
  }

  it('no more than forty lines, the rest whole in the last one', () => {
    const data = Object.fromEntries(Array.from({length: 100}, (_, at) => [`key-${at}`, at]));
    const facts = eventFacts(data);
    expect(facts).to.have.length(40);
    expect(facts.at(-1)?.value).to.contain('"key-99":99');
  });

  it('nothing of the face match in blind mode, and nothing that nobody knows', () => {
    const told = (type: string, key: string) => isHarmlessFact({type}, {key, value: 'x'});
    expect(told('biometric.judged', 'outcome')).to.equal(false);
    expect(told('request.updated', 'score_total')).to.equal(false);
    expect(told('request.updated', 'score.total')).to.equal(false);
    expect(told('request.updated', 'face_match.value')).to.equal(false);
    expect(told('request.seen', 'anything')).to.equal(false);
    expect(told('request.rejected', 'outcome')).to.equal(false);
    expect(told('finding.judged', 'outcome')).to.equal(true);
    expect(told('request.updated', 'status')).to.equal(true);
  });
});

describe('earlier decisions', () => {
  const events = (...types: readonly string[]) => types.map((type, at) => anAuditEvent({id: `${at}`, type}));
  const cases = [
    {says: 'none where nothing was reopened', types: ['request.rejected', 'request.created'], earlier: []},
    {says: 'those before a reopening', types: ['request.reopened', 'request.rejected'], earlier: ['1']},
    {
      says: 'not the one after it',
      types: ['request.approved', 'request.reopened', 'note.created', 'request.rejected'],
      earlier: ['3'],
    },
    {
      says: 'all of several',
      types: ['request.reopened', 'request.rejected', 'request.reopened', 'request.rejected'],
      earlier: ['1', '3'],
    },
  ];
  for (const {says, types, earlier} of cases) {
    it(says, () => expect([...earlierDecisions(events(...types))]).to.deep.equal(earlier));
  }
});
