import {expect} from '@open-wc/testing';
import {scoreOfDocument} from '../../src/domain/document-score.js';

const dob = {kind: 'dob', weight: 25};
const address = {kind: 'address', weight: 10};
const inBreakdown = (raw: number, mismatches: readonly object[]) => ({
  max: 100,
  documents: [{document_id: 'a', raw, mismatches: [...mismatches] as (typeof dob)[]}],
});

const cases = [
  {
    says: 'takes what the verification’s score holds of it, with the weights of its time',
    document: {id: 'a', score: {raw: 90, shown: 90}, mismatches: [address]},
    breakdown: inBreakdown(65, [dob, address]),
    found: {raw: 65, shown: 65, costs: ['dob', 'address'], isExplained: true},
  },
  {
    says: 'takes the document’s own score where the verification’s is silent',
    document: {id: 'b', score: {raw: 75, shown: 75}, mismatches: [dob]},
    breakdown: inBreakdown(65, [dob, address]),
    found: {raw: 75, shown: 75, costs: ['dob'], isExplained: true},
  },
  {
    says: 'clips what is shown and keeps what was computed',
    document: {id: 'a', score: null, mismatches: []},
    breakdown: inBreakdown(-10, [{kind: 'face', weight: 50}, {kind: 'name', weight: 25}, dob, address]),
    found: {raw: -10, shown: 0, costs: ['face', 'name', 'dob', 'address'], isExplained: true},
  },
  {
    says: 'does not claim a sum that does not come out',
    document: {id: 'a', score: {raw: 70, shown: 70}, mismatches: [dob]},
    breakdown: null,
    found: {raw: 70, shown: 70, costs: ['dob'], isExplained: false},
  },
  {
    says: 'does not take an unknown weight for none',
    document: {id: 'a', score: {raw: 100, shown: 100}, mismatches: [{kind: 'dob', weight: null}]},
    breakdown: null,
    found: {raw: 100, shown: 100, costs: ['dob'], isExplained: false},
  },
  {
    says: 'has no score where nobody scored it',
    document: {id: 'a', score: null, mismatches: [dob]},
    breakdown: null,
    found: undefined,
  },
] as const;

describe('score of a document', () => {
  for (const {says, document, breakdown, found} of cases) {
    it(says, () => {
      const score = scoreOfDocument(
        {...document, mismatches: [...document.mismatches]},
        {score_breakdown: breakdown},
      );
      expect(score && {...score, costs: score.costs.map(({kind}) => kind)}).to.deep.equal(found);
    });
  }
});
