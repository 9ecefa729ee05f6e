import * as z from 'zod/mini';
import {openEnum, text, whole} from './reading.js';
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

const frame = {
  /** The id in the path under which the socket token was asked. */
  id: z.optional(z.nullable(text)),
  /** Counts the changes of the record and everything below it. */
  revision: z.optional(z.nullable(whole)),
};

/** A frame from the server. The name may also stand under `event`. */
export const liveFrameSchema = z.pipe(
  z.transform((value: unknown) => {
    if (typeof value !== 'object' || value === null || Object.hasOwn(value, 'type')) return value;
    return {...value, type: (value as {event?: unknown}).event};
  }),
  z.object({type: openEnum([]), ...frame}),
);
export type LiveFrame = z.output<typeof liveFrameSchema>;

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

/** What the server hands out to open one socket: single use, for one customer or one verification. */
export const socketTokenSchema = z.object({
  token: z.string().check(z.minLength(1)),
  /** Seconds. */
  expires_in: z.optional(z.nullable(z.number())),
  url: z.string().check(z.minLength(1)),
});
export type SocketToken = z.output<typeof socketTokenSchema>;
