import {expect} from '@open-wc/testing';
import {auditEventSchema} from '../../src/domain/audit-event.js';
import {idempotencyKey, readEntityTag, readIdempotencyKey, entityTag} from '../../src/domain/intent.js';
import {noteLength, noteLimit, noteToSend} from '../../src/domain/note.js';
import {screeningState, unjudged} from '../../src/domain/screening-state.js';
import {
  changedParts,
  facePercent,
  isInTab,
  verificationSchema,
  verificationStatuses,
  verificationTabs,
  type VerificationTab,
} from '../../src/domain/verification.js';
import {isInviteLive, shortIdOf} from '../../src/domain/verification-facts.js';
import {aVerification, verificationRecord as record} from '../support/a-verification.js';

describe('reading a verification', () => {
  it('with nothing but what it needs', () => {
    const {reviewers, documents, requirements, score_total, screening} = aVerification();
    expect([reviewers, documents, requirements]).to.deep.equal([[], [], []]);
    expect(score_total).to.equal(undefined);
    expect(screening).to.equal(undefined);
  });

  const spellings = [
    {field: 'status', given: 'cancelled', is: 'canceled'},
    {field: 'status', given: 'Cancelled', is: 'canceled'},
    {field: 'status', given: 'PENDING REVIEW', is: 'pending_review'},
    {field: 'status', given: 'sent_to_mars', is: 'sent_to_mars'},
    {field: 'type', given: 'share', is: 'custom'},
    {field: 'type', given: 'IDV', is: 'idv'},
    {field: 'id', given: 42, is: '42'},
    {field: 'score_total', given: null, is: null},
    {field: 'score_total', given: 'much', is: null},
    {field: 'score_total', given: -20, is: -20},
  ] as const;
  for (const {field, given, is} of spellings) {
    it(`${field} ${JSON.stringify(given)} is read as ${JSON.stringify(is)}`, () => {
      expect(aVerification({[field]: given})[field]).to.equal(is);
    });
  }

  const strict = [
    {says: 'a status that is not there', change: {status: null}},
    {says: 'a version that is no number', change: {version: 'new'}},
    {says: 'a screening that cannot be read', change: {screening: {state: null}}},
    {says: 'a decision that does not say which', change: {decision: {at: '2026-01-01T00:00:00Z'}}},
    {says: 'an invite whose "live" is no yes or no', change: {invite: {live: 'perhaps'}}},
    {says: 'a judgement that cannot be read', change: {biometric: {judgement: 'same'}}},
    {says: 'documents that are no list', change: {documents: {}}},
  ];
  for (const {says, change} of strict) {
    it(`${says} makes the record unreadable`, () => {
      expect(verificationSchema.safeParse({...record, ...change}).success).to.equal(false);
    });
  }

  it('a matter that does not say so cannot be opened', () => {
    expect(aVerification({matter: {id: 'm', title: 'Loan'}}).matter?.accessible).to.equal(false);
  });

  it('the short id is the server’s, else the last eight characters', () => {
    expect(shortIdOf(aVerification({short_id: 'V-17'}))).to.equal('V-17');
    expect(shortIdOf(aVerification({short_id: ' ', id: 'abcdefghijkl'}))).to.equal('efghijkl');
    expect(shortIdOf(aVerification({id: 'abc'}))).to.equal('abc');
  });

  it('an event that nobody knows keeps its name', () => {
    const event = {
      id: 1,
      type: 'matter.shared',
      at: '2026-01-01T00:00:00Z',
      actor: {kind: 'system'},
      seq: 1,
      hash: 'x',
    };
    expect(auditEventSchema.parse(event)).to.deep.include({type: 'matter.shared', data: {}});
  });
});

describe('whether an invite is live', () => {
  const noon = Date.parse('2026-03-01T12:00:00Z');
  const cases = [
    {
      says: 'the server says so',
      invite: {live: true, expires_at: '2020-01-01T00:00:00Z'},
      at: noon,
      is: true,
    },
    {
      says: 'the server denies it',
      invite: {live: false, expires_at: '2030-01-01T00:00:00Z'},
      at: noon,
      is: false,
    },
    {says: 'it ran out before the answer', invite: {expires_at: '2026-03-01T11:59:59Z'}, at: noon, is: false},
    {
      says: 'it runs out at the very moment',
      invite: {expires_at: '2026-03-01T12:00:00Z'},
      at: noon,
      is: false,
    },
    {says: 'it runs out later', invite: {expires_at: '2026-03-01T12:00:01Z'}, at: noon, is: true},
    {says: 'nobody knows when it runs out', invite: {}, at: noon, is: true},
    {
      says: 'nobody knows when the answer was made',
      invite: {expires_at: '2020-01-01T00:00:00Z'},
      at: undefined,
      is: true,
    },
    {says: 'there is no invite', invite: null, at: noon, is: true},
  ];
  for (const {says, invite, at, is} of cases) {
    it(`${says}: ${is}`, () => expect(isInviteLive(aVerification({invite}).invite, at)).to.equal(is));
  }
});

describe('which statuses the tabs of the list hold', () => {
  const tabOf: Record<string, VerificationTab | undefined> = {
    initiated: 'drafts',
    in_progress: 'active',
    pending_review: 'active',
    approved: 'completed',
    rejected: 'voided',
    canceled: 'voided',
    expired: 'voided',
    sent_to_mars: undefined,
  };
  for (const status of [...verificationStatuses, 'sent_to_mars']) {
    it(`${status}: all${tabOf[status] ? ` and ${tabOf[status]}` : ''}`, () => {
      const held = (Object.keys(verificationTabs) as VerificationTab[]).filter((tab) => isInTab(tab, status));
      expect(held).to.deep.equal(['all', tabOf[status]].filter(Boolean));
    });
  }
});

describe('the face match', () => {
  const cases = [
    {match: {value: 91.5, scale: 'percent'}, is: 91.5},
    {match: {value: 0.915, scale: 'unit'}, is: 91.5},
    {match: {value: 0.915}, is: 0.915},
    {match: {value: 1, scale: 'unit'}, is: 100},
    {match: {value: 91.5, scale: 'unit'}, is: undefined},
    {match: {value: 101, scale: 'percent'}, is: undefined},
    {match: {value: -1, scale: 'percent'}, is: undefined},
    {match: {value: 5, scale: 'stars'}, is: undefined},
  ];
  for (const {match, is} of cases) {
    it(`${match.value} ${match.scale ?? 'without a scale'} is ${is} percent`, () => {
      const read = aVerification({biometric: {face_match: match}}).biometric?.face_match;
      expect(read && facePercent(read)).to.equal(is);
    });
  }

  it('a liveness that was not told is not known', () => {
    expect(aVerification({biometric: {}}).biometric?.liveness).to.equal('unknown');
  });
});

describe('what a screening may be called', () => {
  const finding = {id: 'f', version: 1, family: 'pep'};
  const cases = [
    {says: 'none has not run', screening: null, is: 'not_run'},
    {says: 'clear', screening: {state: 'clear', findings: []}, is: 'clear'},
    {
      says: 'a clear one with a finding is not clear',
      screening: {state: 'clear', findings: [finding]},
      is: 'findings',
    },
    {
      says: 'a clear one with an unreadable finding is not clear',
      screening: {state: 'clear', findings: [{}]},
      is: 'findings',
    },
    {says: 'a failed one is not clear', screening: {state: 'failed'}, is: 'failed'},
    {says: 'a state that nobody knows is kept', screening: {state: 'paused'}, is: 'paused'},
  ];
  for (const {says, screening, is} of cases) {
    it(says, () => expect(screeningState(aVerification({screening}).screening)).to.equal(is));
  }

  it('findings wait until they are judged', () => {
    const judged = {...finding, id: 'g', judgement: {outcome: 'unsure', at: '2026-01-01T00:00:00Z'}};
    const {screening} = aVerification({screening: {state: 'findings', findings: [finding, judged]}});
    expect(unjudged(screening?.findings ?? []).map(({id}) => id)).to.deep.equal(['f']);
  });
});

describe('what a version covers', () => {
  const file = {id: 'x', side: 'selfie', media_type: 'image/png', url: 'x'};
  const finding = {id: 'f', version: 1, family: 'pep'};
  const judgement = {outcome: 'same', at: '2026-01-01T00:00:00Z'};
  const cases = [
    {says: 'the status', change: {status: 'approved'}, parts: ['status']},
    {says: 'the subject', change: {subject: {id: 's', kind: 'client', name: 'Other'}}, parts: ['subject']},
    {says: 'the reviewers', change: {reviewers: [{id: 'u2'}]}, parts: ['reviewers']},
    {says: 'a resent invite', change: {invite: {resends: 2}}, parts: ['invite']},
    {says: 'a selfie', change: {biometric: {selfie: file}}, parts: ['biometric']},
    {says: 'a finding', change: {screening: {state: 'findings', findings: [finding]}}, parts: ['screening']},
    {says: 'the score', change: {score_total: 65}, parts: ['score']},
    {says: 'not a cooldown', change: {invite: {resends: 0, resend_after_s: 30, live: false}}, parts: []},
    {says: 'not the viewer’s judgement', change: {biometric: {judgement}}, parts: []},
    {says: 'not the PDF', change: {pdf_ready: true, last_activity_at: '2026-02-02T00:00:00Z'}, parts: []},
  ];
  for (const {says, change, parts} of cases) {
    it(says, () => {
      const before = aVerification({invite: {}, biometric: {}});
      expect(changedParts(before, aVerification({invite: {}, biometric: {}, ...change}))).to.deep.equal(
        parts,
      );
    });
  }

  it('not a judged finding', () => {
    const found = (each: object) => aVerification({screening: {state: 'findings', findings: [each]}});
    expect(
      changedParts(
        found(finding),
        found({...finding, version: 2, judgement: {outcome: 'true_match', at: judgement.at}}),
      ),
    ).to.deep.equal([]);
  });
});

describe('an intent', () => {
  const uuid = '0b7d1f0e-9f0b-4f0a-8d67-2f9f3a1b2c3d';
  it('its key is a UUID in quotes', () => {
    expect(readIdempotencyKey(idempotencyKey(uuid.toUpperCase()))).to.equal(uuid);
  });
  for (const header of [undefined, '', uuid, '"1"', `"${uuid}", "${uuid}"`, `"${uuid}`]) {
    it(`${header} is no key`, () => expect(readIdempotencyKey(header)).to.equal(undefined));
  }
  it('the version goes both ways', () => expect(readEntityTag(entityTag(17))).to.equal(17));
  for (const header of [
    undefined,
    '',
    '17',
    'W/"17"',
    '*',
    '"17", "18"',
    '"-1"',
    '"017"',
    '"9999999999999999"',
  ]) {
    it(`${header} names no version`, () => expect(readEntityTag(header)).to.equal(undefined));
  }
});

describe('a note', () => {
  it('counts as a reader does', () => expect(noteLength('a😀é')).to.equal(3));
  it('is none when it is blank', () => {
    expect([noteToSend(' \n'), noteToSend(''), noteToSend(' a ')]).to.deep.equal([
      undefined,
      undefined,
      ' a ',
    ]);
  });
  it('takes 2,000 code points unless the host says otherwise, and 10,000 at most', () => {
    const wanted = [undefined, null, 0, -1, 1.5, NaN, 500, 20_000];
    expect(wanted.map((each) => noteLimit(each))).to.deep.equal([
      2000, 2000, 2000, 2000, 2000, 2000, 500, 10_000,
    ]);
  });
});
