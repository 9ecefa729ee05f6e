import {expect} from '@open-wc/testing';
import {permissions, permissionsForRole, type Viewer} from '../../src/domain/permissions.js';
import {
  allowedIn,
  deadEnd,
  isFaceCovered,
  mayAddNote,
  offers,
  refusal,
  resendWait,
  verificationActionNames,
  verificationActions,
  type Moment,
  type Refusal,
  type VerificationAction,
} from '../../src/domain/verification-actions.js';
import {verificationStatuses} from '../../src/domain/verification.js';
import {aVerification} from '../support/a-verification.js';

const viewers = {
  'owner/admin': {id: 'boss', permissions: permissionsForRole('owner')},
  reviewer: {id: 'reviewer', permissions: permissionsForRole('member')},
  requester: {id: 'requester', permissions: permissionsForRole('member')},
  unrelated: {id: 'somebody', permissions: permissionsForRole('member')},
  viewer: {id: 'viewer', permissions: permissionsForRole('viewer')},
} as const satisfies Record<string, Viewer>;
type Who = keyof typeof viewers;

const inStatus = (status: string, change: object = {}) =>
  aVerification({status, reviewers: [{id: 'other'}, {id: 'reviewer'}], ...change});
const buttons = (status: string, viewer: Viewer, change: object = {}) =>
  offers(inStatus(status, change), viewer).map(({action}) => action);

/** The long form of the documented table: buttons in their documented order. */
const table: Readonly<Record<string, Readonly<Record<Who, readonly VerificationAction[]>>>> = {
  initiated: {'owner/admin': [], reviewer: [], requester: [], unrelated: [], viewer: []},
  in_progress: {
    'owner/admin': ['resend', 'cancel'],
    reviewer: ['resend', 'cancel'],
    requester: ['resend', 'cancel'],
    unrelated: [],
    viewer: [],
  },
  pending_review: {
    'owner/admin': ['approve', 'reject', 'cancel'],
    reviewer: ['approve', 'reject', 'cancel'],
    requester: ['cancel'],
    unrelated: [],
    viewer: [],
  },
  approved: {
    'owner/admin': ['download'],
    reviewer: ['download'],
    requester: ['download'],
    unrelated: ['download'],
    viewer: ['download'],
  },
  rejected: {
    'owner/admin': ['download', 'reopen'],
    reviewer: ['download', 'reopen'],
    requester: ['download'],
    unrelated: ['download'],
    viewer: ['download'],
  },
  canceled: {'owner/admin': [], reviewer: [], requester: [], unrelated: [], viewer: []},
  expired: {'owner/admin': [], reviewer: [], requester: [], unrelated: [], viewer: []},
};

describe('which buttons a status and a role give', () => {
  for (const [status, row] of Object.entries(table)) {
    for (const [who, expected] of Object.entries(row)) {
      it(`${status} for ${who}: ${expected.join(', ') || 'none'}`, () => {
        expect(buttons(status, viewers[who as Who])).to.deep.equal(expected);
      });
    }
  }

  it('a status that nobody knows offers nothing to anybody', () => {
    expect(buttons('sent_to_mars', {id: 'boss', permissions})).to.deep.equal([]);
    expect(buttons('APPROVED?', {id: 'boss', permissions})).to.deep.equal([]);
  });

  it('requester and reviewer in one person has the rights of both', () => {
    const both = {id: 'reviewer', permissions: permissionsForRole('member')};
    const own = {requester: {id: 'reviewer'}};
    expect(buttons('pending_review', both, own)).to.deep.equal(['approve', 'reject', 'cancel']);
  });

  it('without a user id no relation holds, not even to a record without a requester', () => {
    const nobody = {permissions: permissionsForRole('member')};
    const empty = {id: '', permissions: permissionsForRole('member')};
    expect(buttons('in_progress', nobody, {requester: null})).to.deep.equal([]);
    expect(buttons('in_progress', empty)).to.deep.equal([]);
  });

  it('nobody without a permission is offered anything, in any status', () => {
    for (const status of verificationStatuses)
      expect(buttons(status, {id: 'reviewer', permissions: []})).to.deep.equal([]);
  });
});

describe('why something is refused', () => {
  const noon = Date.parse('2026-03-01T12:00:00Z');
  const gone = {invite: {expires_at: '2026-03-01T11:00:00Z'}};
  const cooling = {invite: {live: true, resend_after_s: 30}};
  const cases: readonly {
    says: string;
    action: VerificationAction;
    status: string;
    who: Who;
    because: Refusal | undefined;
    change?: object;
    moment?: Moment;
  }[] = [
    {
      says: 'a decider approves what waits for review',
      action: 'approve',
      status: 'pending_review',
      who: 'reviewer',
      because: undefined,
    },
    {
      says: 'nobody approves what is already decided',
      action: 'approve',
      status: 'approved',
      who: 'owner/admin',
      because: 'status',
    },
    {
      says: 'whoever may not is told so first',
      action: 'approve',
      status: 'approved',
      who: 'viewer',
      because: 'permission',
    },
    {
      says: 'nobody decides their own request',
      action: 'approve',
      status: 'pending_review',
      who: 'requester',
      because: 'permission',
    },
    {says: 'approved is final', action: 'reopen', status: 'approved', who: 'owner/admin', because: 'status'},
    {
      says: 'an invite that ran out is not sent again',
      action: 'resend',
      status: 'in_progress',
      who: 'requester',
      because: 'invite-expired',
      change: gone,
      moment: {answeredAt: noon},
    },
    {
      says: 'but the case can be canceled',
      action: 'cancel',
      status: 'in_progress',
      who: 'requester',
      because: undefined,
      change: gone,
      moment: {answeredAt: noon},
    },
    {
      says: 'not twice within the cooldown',
      action: 'resend',
      status: 'in_progress',
      who: 'requester',
      because: 'cooldown',
      change: cooling,
      moment: {elapsed: 29.5},
    },
    {
      says: 'again after it',
      action: 'resend',
      status: 'in_progress',
      who: 'requester',
      because: undefined,
      change: cooling,
      moment: {elapsed: 30},
    },
    {
      says: 'an invite that nobody knows about is live',
      action: 'resend',
      status: 'in_progress',
      who: 'requester',
      because: undefined,
      change: {invite: null},
    },
  ];
  for (const {says, action, status, who, because, change, moment} of cases) {
    it(says, () => expect(refusal(action, inStatus(status, change), viewers[who], moment)).to.equal(because));
  }

  it('a resend that has to wait is drawn, and says why', () => {
    expect(offers(inStatus('in_progress', cooling), viewers.reviewer)).to.deep.equal([
      {action: 'resend', because: 'cooldown'},
      {action: 'cancel', because: undefined},
    ]);
    expect(resendWait(inStatus('in_progress', cooling), {elapsed: 12.2})).to.equal(18);
  });

  it('every status either allows something or says why it does not', () => {
    const said = [...verificationStatuses, 'sent_to_mars'].map((status) => [status, deadEnd(status)]);
    expect(said).to.deep.equal([
      ['initiated', 'initiated'],
      ['in_progress', undefined],
      ['pending_review', undefined],
      ['approved', undefined],
      ['rejected', undefined],
      ['canceled', 'canceled'],
      ['expired', 'expired'],
      ['sent_to_mars', 'unknown'],
    ]);
    expect(allowedIn('pending_review')).to.deep.equal(['approve', 'reject', 'cancel']);
  });

  it('what needs no confirmation changes no decision', () => {
    const unasked = verificationActionNames.filter((action) => !verificationActions[action].confirm);
    expect(unasked).to.deep.equal(['resend', 'download']);
  });
});

describe('who may write notes', () => {
  const may: Readonly<Record<Who, boolean>> = {
    'owner/admin': true,
    reviewer: true,
    requester: false,
    unrelated: false,
    viewer: false,
  };
  for (const [who, is] of Object.entries(may)) {
    it(`${who}: ${is}, in any status`, () => {
      for (const status of verificationStatuses)
        expect(mayAddNote(inStatus(status), viewers[who as Who])).to.equal(is);
    });
  }
});

describe('blind face match', () => {
  const biometric = {face_match: {value: 91}};
  const judged = {...biometric, judgement: {outcome: 'unsure', at: '2026-01-01T00:00:00Z'}};
  const cases: readonly {
    says: string;
    status: string;
    who: Who;
    blind: boolean;
    biometric: unknown;
    is: boolean;
  }[] = [
    {
      says: 'covered for whoever decides',
      status: 'pending_review',
      who: 'reviewer',
      blind: true,
      biometric,
      is: true,
    },
    {
      says: 'not for whoever cannot decide',
      status: 'pending_review',
      who: 'requester',
      blind: true,
      biometric,
      is: false,
    },
    {
      says: 'not once they have judged',
      status: 'pending_review',
      who: 'reviewer',
      blind: true,
      biometric: judged,
      is: false,
    },
    {says: 'not after the decision', status: 'approved', who: 'reviewer', blind: true, biometric, is: false},
    {
      says: 'not unless the host wants it',
      status: 'pending_review',
      who: 'reviewer',
      blind: false,
      biometric,
      is: false,
    },
    {
      says: 'not where there is nothing to judge',
      status: 'pending_review',
      who: 'reviewer',
      blind: true,
      biometric: null,
      is: false,
    },
  ];
  for (const {says, status, who, blind, biometric: shown, is} of cases) {
    it(says, () => {
      expect(isFaceCovered(inStatus(status, {biometric: shown}), viewers[who], blind)).to.equal(is);
    });
  }
});
