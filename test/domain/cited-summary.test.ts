import {expect} from '@open-wc/testing';
import {citedSummary, longestSummary} from '../../src/domain/cited-summary.js';

const document = {kind: 'document', id: 'document-1'};
const finding = {kind: 'finding', id: 'finding-1'};

describe('a summary with its claims', () => {
  it('is cut behind each claim, and one piece of evidence keeps its number', () => {
    const {pieces, others, cut} = citedSummary({
      text: 'One. Two. Three.',
      claims: [
        {text: 'One.', evidence: [document]},
        {text: 'Two.', evidence: [finding, document]},
      ],
    });
    expect(pieces).to.deep.equal([
      {text: 'One.', citations: [{n: 1, ...document}]},
      {
        text: ' Two.',
        citations: [
          {n: 2, ...finding},
          {n: 1, ...document},
        ],
      },
      {text: ' Three.', citations: []},
    ]);
    expect(others).to.deep.equal([]);
    expect(cut).to.equal(false);
  });

  it('lists what the text does not say word for word', () => {
    const {pieces, others} = citedSummary({text: 'One.', claims: [{text: 'Another.', evidence: [document]}]});
    expect(pieces).to.deep.equal([{text: 'One.', citations: []}]);
    expect(others).to.deep.equal([{text: 'Another.', citations: [{n: 1, ...document}]}]);
  });

  it('finds the second of two equal sentences for the second of two equal claims', () => {
    const {pieces} = citedSummary({
      text: 'Yes. Yes.',
      claims: [
        {text: 'Yes.', evidence: [document]},
        {text: 'Yes.', evidence: [finding]},
      ],
    });
    expect(pieces.map(({text}) => text)).to.deep.equal(['Yes.', ' Yes.']);
  });

  it('XS-05 shows 8,000 code points and not one more, and never half a character', () => {
    const {pieces, cut} = citedSummary({text: '😀'.repeat(longestSummary + 1)});
    expect(pieces[0]?.text).to.equal('😀'.repeat(longestSummary));
    expect(cut).to.equal(true);
  });

  it('takes a claim without words for none', () => {
    const {pieces, others} = citedSummary({text: 'One.', claims: [{text: ' ', evidence: [document]}]});
    expect(pieces).to.deep.equal([{text: 'One.', citations: []}]);
    expect(others).to.deep.equal([]);
  });

  it('leaves out, while folded, the evidence of what is folded away', () => {
    const {pieces, others, cut} = citedSummary(
      {text: 'One. Two.', claims: [{text: 'Two.', evidence: [document]}]},
      4,
    );
    expect(pieces).to.deep.equal([{text: 'One.', citations: []}]);
    expect(others).to.deep.equal([]);
    expect(cut).to.equal(true);
  });
});
