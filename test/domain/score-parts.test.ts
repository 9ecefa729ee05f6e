import {expect} from '@open-wc/testing';
import {scoreParts} from '../../src/domain/score-parts.js';
import {aVerification} from '../support/a-verification.js';

const mismatch = (kind: string, weight?: number) => ({kind, weight});
const document = (id: string, change: object = {}) => ({
  id,
  version: 1,
  type: 'ID',
  approved: null,
  archived: false,
  ...change,
});

describe('what a score is made of', () => {
  const cases = [
    {
      says: 'the server’s total stands, also where its documents add up to something else',
      of: {
        score_total: 70,
        score_breakdown: {max: 100, documents: [{document_id: 'a', raw: 75, mismatches: []}]},
      },
      total: 70,
      maximum: 100,
    },
    {
      says: 'a total below zero stays below zero',
      of: {
        score_total: -20,
        score_breakdown: {max: 100, documents: [{document_id: 'a', raw: -20, mismatches: []}]},
      },
      total: -20,
      maximum: 100,
    },
    {
      says: 'no total is no score, which is not zero',
      of: {documents: [document('a')]},
      total: undefined,
      maximum: 100,
    },
    {
      says: 'without a stated maximum it is 100 for each document of the score',
      of: {
        score_total: 195,
        score_breakdown: {
          max: 0,
          documents: [
            {document_id: 'a', raw: 100, mismatches: []},
            {document_id: 'b', raw: 95, mismatches: []},
          ],
        },
      },
      total: 195,
      maximum: 200,
    },
    {
      says: 'without a breakdown it is 100 for each document that is not archived',
      of: {score_total: 150, documents: [document('a'), document('b'), document('c', {archived: true})]},
      total: 150,
      maximum: 200,
    },
  ];
  for (const {says, of, total, maximum} of cases) {
    it(says, () => {
      const parts = scoreParts(aVerification(of));
      expect([parts.total, parts.maximum]).to.deep.equal([total, maximum]);
    });
  }

  it('deducts by the weights that are stored with the score, never by those of today', () => {
    const {deductions} = scoreParts(
      aVerification({
        score_total: 63,
        score_breakdown: {
          max: 200,
          documents: [
            {document_id: 'a', raw: 63, mismatches: [mismatch('dob', 37), mismatch('name')]},
            {document_id: 'b', raw: 0, mismatches: []},
          ],
        },
      }),
    );
    expect(deductions).to.deep.equal([
      {document_id: 'a', kind: 'dob', weight: 37},
      {document_id: 'a', kind: 'name', weight: undefined},
    ]);
  });
});
