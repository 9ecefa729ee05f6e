import type {AuditEvent} from './audit-event.js';
import {earlierDecisions} from './event-facts.js';
import type {Decision, Verification} from './verification.js';

/** The events that lead to a status without saying so. */
const leadsTo: ReadonlyMap<string, string> = new Map([
  ['request.approved', 'approved'],
  ['request.rejected', 'rejected'],
  ['request.canceled', 'canceled'],
  ['request.expired', 'expired'],
  ['request.reopened', 'pending_review'],
]);

function statusAfter({type, data}: AuditEvent): string | undefined {
  const said = data['status'] ?? data['to'];
  return typeof said === 'string' ? said : leadsTo.get(type);
}

type Standing = Pick<Verification, 'status' | 'decision' | 'created_at'>;

/** Whether the record itself says since when it stands where it does. */
const ownSince = ({status, decision, created_at: created}: Standing): string | undefined => {
  if (decision?.outcome === status) return decision.at;
  // Every verification starts as a draft, and nothing leads back to it.
  return status === 'initiated' ? created : undefined;
};

/** Whether the timeline has to be asked for since when, because the record does not say it. */
export const asksTimeline = (verification: Standing): boolean => ownSince(verification) === undefined;

/**
 * Since when a verification stands where it does: as the record says, else as the last event says that led to a status.
 * `undefined` where neither does, or where the last one led to another status.
 *
 * @param events Newest first.
 */
export function statusSince(verification: Standing, events: readonly AuditEvent[]): string | undefined {
  const own = ownSince(verification);
  if (own !== undefined) return own;
  const last = events.find((event) => statusAfter(event) !== undefined);
  return last && statusAfter(last) === verification.status ? last.at : undefined;
}

/**
 * The rejection that was undone: the one that the record still carries, else the last one in the timeline that stands
 * behind a reopening.
 *
 * @param events Newest first.
 */
export function rejectedBefore(
  {status, decision}: Standing,
  events: readonly AuditEvent[],
): Decision | undefined {
  if (status === 'rejected') return undefined;
  if (decision) return decision.outcome === 'rejected' ? decision : undefined;
  const earlier = earlierDecisions(events);
  const last = events.find(({id}) => earlier.has(id));
  if (last?.type !== 'request.rejected') return undefined;
  const {at, note, actor} = last;
  return {outcome: 'rejected', at, note, by: actor.id ? {id: actor.id, name: actor.name} : undefined};
}
