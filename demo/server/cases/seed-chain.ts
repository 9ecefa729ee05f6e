import type {AuditEvent} from '../../../src/domain/audit-event.js';
import type {Verification} from '../../../src/domain/verification.js';
import {isDecision} from '../records/announce.js';
import type {NewEvent, StoredChain} from '../records/case-records.js';
import {nextEvent, type ChainOwner} from './audit-chain.js';

/** The chain that events make which happened before there was a store. */
export async function chainOfSeeds(owner: ChainOwner, seeds: readonly NewEvent[]): Promise<StoredChain> {
  const events: AuditEvent[] = [];
  for (const seed of seeds) {
    const head = events.at(-1)?.hash ?? '';
    events.push(await nextEvent(owner, {count: events.length, head}, seed));
  }
  return {events, count: events.length, head: events.at(-1)?.hash ?? ''};
}

/** The decision that a verification stands by, if it is decided: its PDF is still to be made. */
export function decisionsIn(
  verification: Verification,
  events: readonly AuditEvent[],
): readonly AuditEvent[] {
  if (verification.status !== 'approved' && verification.status !== 'rejected') return [];
  const last = events.findLast(({type}) => isDecision(type));
  return last ? [last] : [];
}
