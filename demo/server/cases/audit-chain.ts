import type {AuditEvent, ChainCheck} from '../../../src/domain/audit-event.js';
import type {CaseName, NewEvent, StoredChain} from '../records/case-records.js';

/** Whose chain it is; part of what is hashed, so that no event can be moved to another verification. */
export interface ChainOwner extends CaseName {
  readonly tenant: string;
}

/** One spelling for one value: properties by name, nothing between them. What is not there is left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const parts = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
  return `{${parts.join(',')}}`;
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((each) => each.toString(16).padStart(2, '0')).join('');
}

/** The hash of an event: of the one before, and of everything that it says itself. */
async function hashOf(owner: ChainOwner, event: AuditEvent): Promise<string> {
  const {tenant, type, id} = owner;
  const {hash: _hash, prev_hash, ...said} = event;
  return sha256(`${prev_hash ?? ''}\n${canonical({of: {tenant, type, id}, said})}`);
}

/** The next link of a chain. */
export async function nextEvent(
  owner: ChainOwner,
  {count, head}: Pick<StoredChain, 'count' | 'head'>,
  {type, at, actor, note, data}: NewEvent,
): Promise<AuditEvent> {
  const event: AuditEvent = {
    id: `evt_${crypto.randomUUID()}`,
    type,
    at,
    actor,
    note: note ?? null,
    data: {...data},
    seq: count + 1,
    hash: '',
    prev_hash: count === 0 ? null : head,
  };
  return {...event, hash: await hashOf(owner, event)};
}

/**
 * Whether a chain is whole. The verification itself keeps its length and its last hash, so a tail that was cut off, or
 * another chain in its place, shows as well.
 */
export async function checkChain(owner: ChainOwner, {events, count, head}: StoredChain): Promise<ChainCheck> {
  const broken = await firstBroken(owner, {events, count, head});
  return {intact: broken === undefined, events: events.length, first_broken: broken ?? null};
}

async function firstBroken(
  owner: ChainOwner,
  {events, count, head}: StoredChain,
): Promise<number | undefined> {
  let before: string | null = null;
  for (const [at, event] of events.entries()) {
    const fits = event.seq === at + 1 && (event.prev_hash ?? null) === before;
    if (!fits || event.hash !== (await hashOf(owner, event))) return at + 1;
    before = event.hash;
  }
  if (events.length !== count) return Math.min(events.length, count) + 1;
  if ((before ?? '') !== head) return Math.max(1, events.length);
  return undefined;
}
