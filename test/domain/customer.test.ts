import {expect} from '@open-wc/testing';
import {amlLabel, summaryRecords, type AmlRecord} from '../../src/domain/aml.js';
import {isSummaryStale, kycLabel} from '../../src/domain/customer.js';
import {riskBand} from '../../src/domain/transaction.js';
import {callSeconds} from '../../src/domain/video-call.js';

const record = (id: string) => ({id}) as AmlRecord;

describe('labels of a customer', () => {
  for (const [risk, label] of [
    ['NORMAL', 'approved'],
    ['HIGH', 'pending'],
    ['VERY_HIGH', 'rejected'],
    ['SOMETHING', 'created'],
    ['constructor', 'created'],
  ] as const) {
    it(`KYC of risk ${risk}: ${label}`, () => expect(kycLabel(risk)).to.equal(label));
  }
  for (const [status, state, risk] of [
    [true, 'approved', 'low'],
    [false, 'rejected', 'high'],
    [null, 'created', 'not-checked'],
  ] as const) {
    it(`AML ${status}: ${state}, ${risk}`, () => expect(amlLabel(status)).to.deep.equal({state, risk}));
  }

  it('0, 1 and 2 AML records: no card, Latest, Latest and Initial', () => {
    expect(summaryRecords(undefined, undefined)).to.deep.equal({});
    expect(summaryRecords(record('a'), record('a'))).to.deep.equal({latest: record('a')});
    expect(summaryRecords(record('b'), record('a'))).to.deep.equal({
      latest: record('b'),
      initial: record('a'),
    });
  });
});

describe('an AI summary', () => {
  const text = 'x';
  const cases = [
    {
      says: 'older than the record is stale',
      at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-02T00:00:00Z',
      stale: true,
    },
    {
      says: 'newer than the record is not',
      at: '2026-01-02T00:00:00Z',
      updated_at: '2026-01-01T00:00:00Z',
      stale: false,
    },
    {
      says: 'of the same moment is not',
      at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-01T00:00:00Z',
      stale: false,
    },
    {says: 'without a time is stale', at: null, updated_at: '2026-01-01T00:00:00Z', stale: true},
    {says: 'with a time that is none is stale', at: 'soon', updated_at: '2026-01-01T00:00:00Z', stale: true},
    {
      says: 'of a record without a time cannot be told stale',
      at: '2026-01-01T00:00:00Z',
      updated_at: null,
      stale: false,
    },
  ];
  for (const {says, at, updated_at, stale} of cases) {
    it(says, () => expect(isSummaryStale({updated_at}, {text, generated_at: at})).to.equal(stale));
  }
});

describe('numbers', () => {
  for (const [score, band] of [
    [100, 'high'],
    [70, 'high'],
    [69.9, 'medium'],
    [40, 'medium'],
    [39, 'low'],
    [0, 'low'],
  ] as const) {
    it(`a risk of ${score} is ${band}`, () => expect(riskBand(score)).to.equal(band));
  }
  for (const [started_at, ended_at, seconds] of [
    ['2026-01-01T10:00:00Z', '2026-01-01T10:11:03Z', 663],
    ['2026-01-01T10:00:00Z', null, undefined],
    ['2026-01-01T10:00:00Z', '2026-01-01T09:00:00Z', undefined],
    ['nonsense', '2026-01-01T09:00:00Z', undefined],
  ] as const) {
    it(`a call from ${started_at} to ${ended_at}: ${seconds} s`, () => {
      expect(callSeconds({started_at, ended_at})).to.equal(seconds);
    });
  }
});
