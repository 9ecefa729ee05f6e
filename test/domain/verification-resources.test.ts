import {expect} from '@open-wc/testing';
import {permissionsForRole} from '../../src/domain/permissions.js';
import {
  liveEventTypes,
  reaches,
  stalePaths,
  verificationEventTypes,
  type LiveEventType,
} from '../../src/domain/live-events.js';
import {
  mayReadVerification,
  verificationResource,
  verificationResources,
  type VerificationResourceName,
} from '../../src/domain/verification-resources.js';

const names = Object.keys(verificationResources) as VerificationResourceName[];
const subject = {type: 'idv', id: 'v-1'};

describe('naming what is read of a verification', () => {
  it('by type and id, with repeated filters', () => {
    expect(verificationResource('verification', subject).path).to.equal('verifications/idv/v-1');
    const {path, url} = verificationResource('verifications', undefined, {
      tab: 'active',
      type: ['idv', 'kyc'],
      q: '',
    });
    expect(path).to.equal('verifications');
    expect(url).to.equal('verifications?tab=active&type=idv&type=kyc');
  });

  for (const wrong of [
    {type: '..', id: 'v-1'},
    {type: 'idv', id: '../../audit-log'},
    {type: '', id: 'v-1'},
  ]) {
    it(`AU-16 ${wrong.type}/${wrong.id} is no verification`, () => {
      expect(() => verificationResource('verification', wrong)).to.throw(RangeError);
    });
  }

  it('reads a list row by row', async () => {
    const schema = await verificationResource('verificationNotes', subject).schema();
    const note = {id: 'n', text: 'Called back.', at: '2026-01-01T00:00:00Z'};
    expect(schema.parse({items: [note, {id: null}]}).items.map(({id}) => id)).to.deep.equal(['n']);
  });
});

describe('who may read what of verifications', () => {
  it('every role reads the screen; the organisation’s own affairs are for owner and admin', () => {
    const own = names.filter(
      (name) => !mayReadVerification(name, {permissions: permissionsForRole('viewer'), role: 'viewer'}),
    );
    expect(own).to.deep.equal(['auditLog', 'scoringSettings', 'webhooks']);
    for (const name of names)
      expect(mayReadVerification(name, {permissions: permissionsForRole('admin'), role: 'Admin'})).to.equal(
        true,
      );
  });

  it('nothing without a permission and a role', () => {
    expect(names.filter((name) => mayReadVerification(name, {permissions: []}))).to.deep.equal([]);
  });

  it('a scoped permission reads where the relation holds', () => {
    const viewer = {permissions: ['view_verification:assigned']};
    expect(mayReadVerification('verification', viewer)).to.equal(false);
    expect(mayReadVerification('verification', viewer, {assigned: true})).to.equal(true);
  });
});

describe('what an event of a verification makes stale', () => {
  const path = 'verifications/idv/v-1';
  const everything = [...new Set(names.map((name) => verificationResource(name, subject).path))];
  const staleAfter = (type: LiveEventType) =>
    everything.filter((each) => stalePaths({type, id: 'v-1'}, path).some((stale) => reaches(stale, each)));

  for (const type of verificationEventTypes.filter(
    (each) => each.startsWith('request.') && each !== 'request.pdf_downloaded',
  )) {
    it(`${type}: the verification and its timeline, nothing else`, () => {
      expect(staleAfter(type)).to.deep.equal([path, `${path}/audit`]);
    });
  }
  it('a download: the timeline', () =>
    expect(staleAfter('request.pdf_downloaded')).to.deep.equal([`${path}/audit`]));
  it('a note: the notes and the timeline', () => {
    expect(staleAfter('note.created')).to.deep.equal([`${path}/audit`, `${path}/notes`]);
  });
  it('permissions.changed: the verification and everything below', () => {
    expect(staleAfter('permissions.changed')).to.deep.equal(
      everything.filter((each) => each.startsWith(path)),
    );
  });
  it('what belongs to a customer means nothing here, and the other way round', () => {
    for (const type of liveEventTypes.filter((each) => each !== 'permissions.changed'))
      expect(staleAfter(type)).to.deep.equal([]);
    for (const type of verificationEventTypes.filter((each) => each !== 'permissions.changed'))
      expect(stalePaths({type, id: '42'}, 'customers/42')).to.deep.equal([]);
  });
});
