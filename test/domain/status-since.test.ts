import {expect} from '@open-wc/testing';
import {anAuditEvent} from '../../demo/server/world/verification-builders.js';
import type {AuditEvent} from '../../src/domain/audit-event.js';
import {asksTimeline, rejectedBefore, statusSince} from '../../src/domain/status-since.js';

const created = '2026-11-01T08:00:00Z';
const hour = (n: number): string => `2026-11-02T${String(n).padStart(2, '0')}:00:00Z`;

/** Events at one hour after the other, given oldest first and returned newest first. */
const timeline = (
  ...types: readonly (string | readonly [string, AuditEvent['data']])[]
): readonly AuditEvent[] =>
  types
    .map((each, at) => {
      const [type, data] = typeof each === 'string' ? [each, {}] : each;
      return anAuditEvent({id: `event-${at}`, type, data, at: hour(at), seq: at + 1});
    })
    .reverse();

const ready = ['request.updated', {part: 'status', status: 'pending_review'}] as const;
const cases = [
  {says: 'a draft since it was created', status: 'initiated', events: [], since: created},
  {
    says: 'what waits, since the event that says so',
    status: 'pending_review',
    events: timeline('request.created', ready, 'note.created'),
    since: hour(1),
  },
  {
    says: 'what was reopened, since then',
    status: 'pending_review',
    events: timeline(ready, 'request.rejected', 'request.reopened'),
    since: hour(2),
  },
  {
    says: 'what was canceled, since then',
    status: 'canceled',
    events: timeline(ready, 'request.canceled', 'note.created'),
    since: hour(1),
  },
  {
    says: 'what expired, since then',
    status: 'expired',
    events: timeline('request.created', 'request.expired'),
    since: hour(1),
  },
  {
    says: 'a status that nobody knows, since the event that names it',
    status: 'on_hold',
    events: timeline(ready, ['request.put_on_hold', {status: 'on_hold'}]),
    since: hour(1),
  },
  {
    says: 'nothing where no event says so',
    status: 'in_progress',
    events: timeline('request.created', 'request.invite_resent'),
    since: undefined,
  },
  {
    says: 'nothing where the last one that says so says another',
    status: 'pending_review',
    events: timeline(ready, 'request.rejected'),
    since: undefined,
  },
  {says: 'nothing before the timeline is there', status: 'expired', events: [], since: undefined},
] as const;

describe('since when a verification stands where it does', () => {
  for (const {says, status, events, since} of cases) {
    it(`dates ${says}`, () => {
      expect(statusSince({status, decision: null, created_at: created}, events)).to.equal(since);
    });
  }

  it('believes the decision of the record before the timeline, and does not ask for it', () => {
    const standing = {status: 'approved', decision: {outcome: 'approved', at: hour(9)}, created_at: created};
    expect(statusSince(standing, timeline('request.approved'))).to.equal(hour(9));
    expect(asksTimeline(standing)).to.equal(false);
    expect(asksTimeline({...standing, status: 'canceled'})).to.equal(true);
  });
});

describe('a rejection that was undone', () => {
  const pending = {status: 'pending_review', decision: null, created_at: created};

  it('is the one that the record still carries', () => {
    const decision = {outcome: 'rejected', at: hour(3)};
    expect(rejectedBefore({...pending, decision}, [])).to.equal(decision);
  });

  it('is the last one of the timeline where the record forgot it', () => {
    const events = timeline(
      'request.rejected',
      'request.reopened',
      'request.rejected',
      'request.reopened',
      'note.created',
    );
    expect(rejectedBefore(pending, events)).to.deep.include({outcome: 'rejected', at: hour(2)});
  });

  it('is none where nothing was reopened, or where it stands again', () => {
    expect(rejectedBefore(pending, timeline('request.created', ready))).to.equal(undefined);
    const events = timeline('request.rejected', 'request.reopened', 'request.rejected');
    expect(rejectedBefore({...pending, status: 'rejected'}, events)).to.equal(undefined);
  });
});
