import type {AuditEvent} from './audit-event.js';

/** One thing that an event says beyond what happened. */
export interface EventFact {
  /** A path of names, with dots between them. */
  readonly key: string;
  readonly value: string | number | boolean | null;
}

/** Deeper than this, and further than this, what an event carries is told in one line. */
const deepest = 3;
const longest = 40;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is EventFact['value'] =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

function factsOf(key: string, value: unknown, depth: number): readonly EventFact[] {
  if (isScalar(value)) return [{key, value}];
  if (isRecord(value) && depth < deepest) {
    return Object.entries(value).flatMap(([name, below]) =>
      factsOf(key ? `${key}.${name}` : name, below, depth + 1),
    );
  }
  if (Array.isArray(value) && value.every(isScalar)) return [{key, value: value.join(', ')}];
  return [{key, value: JSON.stringify(value) ?? ''}];
}

/** What an event carries, as lines of name and value. Nothing is left out; what is too much is told in the last line. */
export function eventFacts(data: AuditEvent['data']): readonly EventFact[] {
  const facts = factsOf('', data, 0);
  if (facts.length <= longest) return facts;
  const rest = Object.fromEntries(facts.slice(longest - 1).map(({key, value}) => [key, value]));
  return [...facts.slice(0, longest - 1), {key: '…', value: JSON.stringify(rest)}];
}

/** What can be told in blind mode, because it cannot speak of the face match. */
const harmless: readonly string[] = [
  'status',
  'part',
  'from',
  'to',
  'channel',
  'type',
  'version',
  'expires_at',
  'sent_at',
  'resends',
  'finding_id',
  'family',
  'document_id',
  'note_id',
  'download_id',
];

/** Whether a fact may be shown while everything that speaks of the face match is covered. What is not known may not. */
export const isHarmlessFact = (event: Pick<AuditEvent, 'type'>, {key}: EventFact): boolean =>
  event.type !== 'biometric.judged' &&
  (harmless.includes(key) ||
    (event.type === 'finding.judged' && (key === 'outcome' || key === 'reason_code')));

const decided = ['request.approved', 'request.rejected'];

/**
 * The ids of decisions that were undone: those that stand, newest first, behind a reopening.
 *
 * @param events Newest first.
 */
export function earlierDecisions(events: readonly AuditEvent[]): ReadonlySet<string> {
  const from = events.findIndex(({type}) => type === 'request.reopened');
  if (from < 0) return new Set();
  return new Set(
    events
      .slice(from)
      .filter(({type}) => decided.includes(type))
      .map(({id}) => id),
  );
}
