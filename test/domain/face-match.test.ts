import {expect} from '@open-wc/testing';
import {
  aBiometric,
  aCheckedBill,
  aCheckedCard,
  aMismatch,
  aVerification,
} from '../../demo/server/world/verification-builders.js';
import {machineVerdict, withFaceCovered} from '../../src/domain/face-match.js';

const withFace = aVerification({documents: [aCheckedCard({mismatches: [aMismatch('face')]})]});

describe('what the machine made of a face', () => {
  for (const [says, verification, verdict] of [
    [
      'the same person where the documents were scored without a mismatch of the face',
      aVerification(),
      'same',
    ],
    ['another person where one says that the face differs', withFace, 'different'],
    ['nothing where nothing was scored', aVerification({score_breakdown: null}), undefined],
    ['nothing where only a device was placed', aVerification({documents: []}), undefined],
    [
      'nothing where the number cannot be read',
      aVerification({biometric: aBiometric({face_match: {value: 94, scale: 'unit'}})}),
      undefined,
    ],
    [
      'nothing where there is no number',
      aVerification({biometric: aBiometric({face_match: null})}),
      undefined,
    ],
    [
      'nothing where there was nothing to compare with',
      aVerification({biometric: aBiometric({portrait: null})}),
      undefined,
    ],
    ['nothing where nobody was looked at', aVerification({biometric: null}), undefined],
  ] as const) {
    it(`is ${says}`, () => expect(machineVerdict(verification)).to.equal(verdict));
  }

  it('is gone from a covered document, with everything from which it could be told', () => {
    const card = aCheckedCard({
      mismatches: [aMismatch('face'), aMismatch('dob')],
      reject_reason: 'Another face.',
      validations: [
        {key: 'face_match', label: 'Face', outcome: 'fail', detail: null},
        {key: 'surface', label: 'Surface', outcome: 'pass', detail: null},
      ],
    });
    const covered = withFaceCovered(card);
    expect(covered.mismatches.map(({kind}) => kind)).to.deep.equal(['dob']);
    expect(covered.validations.map(({key}) => key)).to.deep.equal(['surface']);
    expect(covered.score).to.equal(null);
    expect(covered.reject_reason).to.equal(null);
    expect(covered.fields).to.deep.equal(card.fields);
  });

  it('leaves a document without a face as it is, but for its score', () => {
    const bill = aCheckedBill();
    expect(withFaceCovered(bill)).to.deep.equal({...bill, score: null, reject_reason: null});
  });
});
