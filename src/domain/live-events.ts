import {isRecordId} from './resource.js';

/** What the server says over the socket of a customer: something changed, never what it is now. */
export const liveEventTypes = ['step_results', 'ai_generated_summary', 'permissions.changed'] as const;

/** The same over the socket of a verification. */
export const verificationEventTypes = [
  'request.updated',
  'request.approved',
  'request.rejected',
  'request.canceled',
  'request.reopened',
  'request.expired',
  'request.invite_resent',
  'request.pdf_downloaded',
  'note.created',
  'biometric.judged',
  'finding.judged',
  'permissions.changed',
] as const;

/** Who a socket is about. */
export type SubjectKind = 'customer' | 'verification';

export type LiveEventType = (typeof liveEventTypes)[number] | (typeof verificationEventTypes)[number];

/** A frame from the server. */
export interface LiveFrame {
  readonly type: string;
  /** The id in the path under which the socket token was asked. */
  readonly id: string | undefined;
  /** Counts the changes of the record and everything below it. */
  readonly revision: number | undefined;
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;

/**
 * Reads a frame; `undefined` for one that is none. The name may also stand under `event`. Without a schema, because a frame
 * may be here before what reads the answers is, and must not wait.
 */
export function frameFrom(value: unknown): LiveFrame | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const {event, type: name = event, id, revision}: Readonly<Record<string, unknown>> = {...value};
  const type = textIn(name);
  const said = {id: textIn(id), revision: /^-?\d+$/.test(String(revision)) ? Number(revision) : undefined};
  if (!type || (id != null && said.id === undefined)) return undefined;
  if (revision != null && !Number.isSafeInteger(said.revision)) return undefined;
  return {type, ...said};
}

export interface LiveEvent {
  readonly type: LiveEventType;
  readonly id: string;
}

/** Frames of these types speak of the connection itself. */
export const connectionFrames = ['ready', 'hb'] as const;

const ofEither: readonly string[] = [...liveEventTypes, ...verificationEventTypes];
export const isLiveEventType = (type: string): type is LiveEventType => ofEither.includes(type);

interface StaleRow {
  readonly of: readonly SubjectKind[];
  /** Paths from that of the subject on: `''` is the subject itself, `/*` is it and everything below. */
  readonly stale: readonly string[];
}

const changesCase: StaleRow = {of: ['verification'], stale: ['', '/audit']};

/** Which paths each event makes stale. Exact paths; one that ends in `/*` also reaches everything below. */
const staleRows: {readonly [T in LiveEventType]: StaleRow} = {
  step_results: {of: ['customer'], stale: ['', '/documents']},
  ai_generated_summary: {of: ['customer'], stale: ['']},
  'request.updated': changesCase,
  'request.approved': changesCase,
  'request.rejected': changesCase,
  'request.canceled': changesCase,
  'request.reopened': changesCase,
  'request.expired': changesCase,
  'request.invite_resent': changesCase,
  'request.pdf_downloaded': {of: ['verification'], stale: ['/audit']},
  'note.created': {of: ['verification'], stale: ['/notes', '/audit']},
  'biometric.judged': changesCase,
  'finding.judged': changesCase,
  'permissions.changed': {of: ['customer', 'verification'], stale: ['/*']},
};

const kindOf = (subjectPath: string): SubjectKind =>
  subjectPath.startsWith('verifications/') ? 'verification' : 'customer';

/**
 * The paths that an event makes stale.
 *
 * @param subjectPath Under which path the socket token was asked; absent: that of the customer with the event's id. An
 *   event that is not one of this kind of subject makes nothing stale.
 */
export function stalePaths({type, id}: LiveEvent, subjectPath?: string): readonly string[] {
  if (subjectPath === undefined && !isRecordId(id)) throw new RangeError('This id cannot stand in a path.');
  const path = subjectPath ?? `customers/${encodeURIComponent(id)}`;
  const {of, stale} = staleRows[type];
  return of.includes(kindOf(path)) ? stale.map((below) => `${path}${below}`) : [];
}

/** Whether a stale path reaches this one. */
export function reaches(stalePath: string, path: string): boolean {
  if (!stalePath.endsWith('/*')) return stalePath === path;
  const above = stalePath.slice(0, -2);
  return path === above || path.startsWith(`${above}/`);
}
