import {expect} from '@open-wc/testing';
import {
  bandsFrom,
  defaultBands,
  defaultWeights,
  documentScore,
  numberFrom,
  scoreBand,
  scoreMaximum,
  scorePercent,
  segmentFills,
  shownScore,
  totalScore,
  withoutDeduction,
} from '../../src/domain/score.js';

const {face, name, dob, address, gender, nationality} = defaultWeights;
const allSix = [face, name, dob, address, gender, nationality];

/** The vectors of the source product's scoring, with the weights that it begins with. */
const vectors = [
  {
    says: 'one document, no mismatch',
    weights: [[]],
    raw: [100],
    shown: [100],
    total: 100,
    of: 100,
    percent: 100,
  },
  {
    says: 'one document, address',
    weights: [[address]],
    raw: [90],
    shown: [90],
    total: 90,
    of: 100,
    percent: 90,
  },
  {says: 'one document, face', weights: [[face]], raw: [50], shown: [50], total: 50, of: 100, percent: 50},
  {
    says: 'one document, name and date of birth',
    weights: [[name, dob]],
    raw: [50],
    shown: [50],
    total: 50,
    of: 100,
    percent: 50,
  },
  {says: 'one document, all six', weights: [allSix], raw: [-20], shown: [0], total: -20, of: 100, percent: 0},
  {
    says: 'two documents, clean and gender',
    weights: [[], [gender]],
    raw: [100, 95],
    shown: [100, 95],
    total: 195,
    of: 200,
    percent: 98,
  },
  {
    says: 'two documents, all six and clean',
    weights: [allSix, []],
    raw: [-20, 100],
    shown: [0, 100],
    total: 80,
    of: 200,
    percent: 40,
  },
] as const;

describe('scores', () => {
  for (const {says, weights, raw, shown, total, of, percent} of vectors) {
    it(says, () => {
      const scores = weights.map((each) => documentScore(each));
      const maximum = scoreMaximum(undefined, scores.length);
      expect(scores).to.deep.equal(raw);
      expect(scores.map((each) => shownScore(each, 100))).to.deep.equal(shown);
      expect(totalScore(scores)).to.equal(total);
      expect(maximum).to.equal(of);
      expect(scorePercent(total, maximum)).to.equal(percent);
    });
  }

  it('no document has no score, which is not zero', () => {
    expect(totalScore([])).to.equal(undefined);
  });

  const maxima = [
    {stated: 300, documents: 1, is: 300},
    {stated: undefined, documents: 3, is: 300},
    {stated: null, documents: 0, is: 100},
    {stated: 0, documents: 2, is: 200},
    {stated: -5, documents: 1, is: 100},
    {stated: Infinity, documents: 1, is: 100},
    {stated: '200', documents: 1, is: 200},
  ];
  for (const {stated, documents, is} of maxima) {
    it(`stated ${stated} with ${documents} documents: the dial reaches up to ${is}`, () => {
      expect(scoreMaximum(stated, documents)).to.equal(is);
    });
  }

  const numbers = [
    [90, 90],
    ['90', 90],
    [' -20 ', -20],
    [0, 0],
    ['0', 0],
    ['', undefined],
    [' ', undefined],
    ['ninety', undefined],
    [NaN, undefined],
    [Infinity, undefined],
    ['Infinity', undefined],
    [null, undefined],
    [undefined, undefined],
    [true, undefined],
    [{}, undefined],
    [[90], undefined],
  ] as const;
  for (const [value, is] of numbers) {
    it(`${JSON.stringify(value) ?? value} reads as ${is}`, () => expect(numberFrom(value)).to.equal(is));
  }

  const bands = [
    {raw: 80, of: 100, is: 'good'},
    {raw: 79.9, of: 100, is: 'fair'},
    {raw: 50, of: 100, is: 'fair'},
    {raw: 49.9, of: 100, is: 'poor'},
    {raw: -20, of: 100, is: 'poor'},
    {raw: 900, of: 100, is: 'good'},
    {raw: 160, of: 200, is: 'good'},
    {raw: 159, of: 200, is: 'fair'},
  ];
  for (const {raw, of, is} of bands)
    it(`${raw} of ${of} is ${is}`, () => expect(scoreBand(raw, of)).to.equal(is));

  const written = [
    ['90 60', {good: 90, fair: 60}],
    ['60,90', {good: 90, fair: 60}],
    ['70 70', {good: 70, fair: 70}],
    ['100 0', {good: 100, fair: 0}],
    ['', defaultBands],
    [null, defaultBands],
    ['90', defaultBands],
    ['90 x', defaultBands],
    ['120 50', defaultBands],
    ['1 2 3', defaultBands],
    [[90, 60], {good: 90, fair: 60}],
    [['60', '90'], {good: 90, fair: 60}],
    [[90], defaultBands],
    [[{}, []], defaultBands],
    [5, defaultBands],
    [{}, defaultBands],
    [undefined, defaultBands],
  ] as const;
  for (const [text, is] of written) {
    it(`bands ${JSON.stringify(text)} are ${is.good} and ${is.fair}`, () =>
      expect(bandsFrom(text)).to.deep.equal(is));
  }

  const explained = [
    {raw: 65, weight: 25, is: 90},
    {raw: 65, weight: 10, is: 75},
    {raw: -20, weight: 50, is: 30},
    {raw: -20, weight: 10, is: 0},
    {raw: 95, weight: 25, is: 100},
  ];
  for (const {raw, weight, is} of explained) {
    it(`${raw} without a deduction of ${weight} would show ${is}`, () =>
      expect(withoutDeduction(raw, weight, 100)).to.equal(is));
  }
});

describe('the parts of a dial', () => {
  const cases = [
    {says: 'one part without documents', documents: [], total: 65, of: 100, is: [0.65]},
    {says: 'one part for each document', documents: [100, 95], total: 195, of: 200, is: [1, 0.95]},
    {
      says: 'a document below zero takes from the other',
      documents: [-20, 100],
      total: 80,
      of: 200,
      is: [0, 0.8],
    },
    {says: 'wherever it stands', documents: [100, -20], total: 80, of: 200, is: [0.8, 0]},
    {
      says: 'the total of the server wins when it is lower',
      documents: [100, 100],
      total: 50,
      of: 200,
      is: [0.5, 0],
    },
    {says: 'and when it is higher', documents: [0, 0], total: 150, of: 200, is: [1, 0.5]},
    {says: 'nothing below zero', documents: [-20, -20], total: -40, of: 200, is: [0, 0]},
    {says: 'nothing beyond the end', documents: [500], total: 500, of: 100, is: [1]},
  ];
  for (const {says, documents, total, of, is} of cases) {
    it(says, () => expect(segmentFills(documents, total, of)).to.deep.equal(is));
  }
});
