import {expect} from '@open-wc/testing';
import {aField} from '../../demo/server/world/builders.js';
import {deductionsOf} from '../../src/domain/deductions.js';

describe('deductions', () => {
  it('stand once, beside the first field that they speak of', () => {
    const {byField, others} = deductionsOf({
      fields: [
        aField({mismatch: null}),
        aField({mismatch: 'name'}),
        aField({key: 'given_names', mismatch: 'name'}),
      ],
      mismatches: [{kind: 'name', weight: 25}],
    });
    expect([...byField.keys()]).to.deep.equal([1]);
    expect(others).to.be.empty;
  });

  it('stand apart when no field shows them', () => {
    const {byField, others} = deductionsOf({
      fields: [aField()],
      mismatches: [{kind: 'face', weight: 50}],
    });
    expect(byField.size).to.equal(0);
    expect(others.map(({kind}) => kind)).to.deep.equal(['face']);
  });
});
