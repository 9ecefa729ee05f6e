import {expect} from '@open-wc/testing';
import {
  holds,
  permissions,
  permissionsForRole,
  type Permission,
  type Relations,
} from '../../src/domain/permissions.js';

const cases: readonly {
  readonly says: string;
  readonly granted: readonly string[];
  readonly needs: Permission;
  readonly on?: Relations;
  readonly holds: boolean;
}[] = [
  {says: 'a bare name holds everywhere', granted: ['view_document'], needs: 'view_document', holds: true},
  {says: 'nothing granted, nothing held', granted: [], needs: 'view_document', holds: false},
  {says: 'another name does not help', granted: ['add_document'], needs: 'view_document', holds: false},
  {
    says: 'assigned, without the relation',
    granted: ['decide_verification:assigned'],
    needs: 'decide_verification',
    holds: false,
  },
  {
    says: 'assigned, with the relation',
    granted: ['decide_verification:assigned'],
    needs: 'decide_verification',
    on: {assigned: true},
    holds: true,
  },
  {
    says: 'the wrong relation',
    granted: ['resend_verification:own'],
    needs: 'resend_verification',
    on: {assigned: true},
    holds: false,
  },
  {
    says: 'scopes of one name add up',
    granted: ['cancel_verification:assigned', 'cancel_verification:own'],
    needs: 'cancel_verification',
    on: {own: true},
    holds: true,
  },
  {
    says: 'AU-22 an unknown scope grants nothing',
    granted: ['view_document:everyone'],
    needs: 'view_document',
    holds: false,
  },
  {
    says: 'AU-22 too many parts grant nothing',
    granted: ['view_document:own:own'],
    needs: 'view_document',
    on: {own: true},
    holds: false,
  },
  {
    says: 'AU-22 names of object members are not scopes',
    granted: ['view_document:constructor'],
    needs: 'view_document',
    holds: false,
  },
];

// What a page without types may set.
const untyped: readonly {readonly says: string; readonly granted: unknown; readonly holds: boolean}[] = [
  {says: 'one text with all names', granted: 'view_travel_rule_page view_document', holds: true},
  {says: 'one text without the name', granted: 'view_travel_rule_page', holds: false},
  {says: 'something else among the names', granted: [undefined, null, 5, 'view_document'], holds: true},
  {says: 'a set', granted: new Set(['view_document']), holds: false},
  {says: 'a number', granted: 5, holds: false},
  {says: 'null', granted: null, holds: false},
];

describe('permissions', () => {
  for (const {says, granted, holds: expected} of untyped) {
    it(`read ${says}`, () =>
      expect(holds({permissions: granted as string[]}, 'view_document')).to.equal(expected));
  }
  for (const {says, granted, needs, on, holds: expected} of cases) {
    it(says, () => expect(holds({permissions: granted}, needs, on)).to.equal(expected));
  }
});

describe('what a role may do with a verification', () => {
  const columns = [
    'view_verification',
    'decide_verification',
    'resend_verification',
    'cancel_verification',
    'reopen_verification',
    'download_verification',
    'add_verification_note',
  ] as const;
  const rows = [
    {role: 'owner', on: {}, may: '1111111'},
    {role: 'admin', on: {}, may: '1111111'},
    {role: 'Admin', on: {}, may: '1111111'},
    {role: 'member', on: {assigned: true}, may: '1111111'},
    {role: 'member', on: {own: true}, may: '1011010'},
    {role: 'member', on: {}, may: '1000010'},
    {role: 'manager', on: {assigned: true}, may: '1111111'},
    {role: 'general', on: {own: true}, may: '1011010'},
    {role: 'viewer', on: {assigned: true, own: true}, may: '1000010'},
    {role: 'superuser', on: {assigned: true, own: true}, may: '0000000'},
    {role: 'constructor', on: {}, may: '0000000'},
  ] as const;
  for (const {role, on, may} of rows) {
    it(`${role}, ${JSON.stringify(on)}: ${may}`, () => {
      const viewer = {permissions: permissionsForRole(role)};
      expect(columns.map((each) => Number(holds(viewer, each, on))).join('')).to.equal(may);
    });
  }

  for (const role of [undefined, null, 5, {}, ['owner']]) {
    it(`grants nothing to ${JSON.stringify(role)}, which is no role`, () =>
      expect(permissionsForRole(role as string)).to.deep.equal([]));
  }

  it('grants only names that exist', () => {
    for (const role of ['owner', 'member', 'viewer']) {
      for (const each of permissionsForRole(role)) expect(permissions).to.include(each.split(':')[0]);
    }
  });
});
