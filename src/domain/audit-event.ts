import * as z from 'zod/mini';
import {id, instant, maybe, openEnum, text, whole} from './reading.js';

export const actorKinds = ['user', 'subject', 'system'] as const;

/** The events that have words of their own. Others are shown by their raw type. */
export const auditEventTypes = [
  'request.created',
  'request.updated',
  'request.approved',
  'request.rejected',
  'request.canceled',
  'request.invite_resent',
  'request.reopened',
  'request.expired',
  'request.pdf_downloaded',
  'note.created',
  'biometric.judged',
  'finding.judged',
] as const;

const payload = z.pipe(
  z.transform((value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {},
  ),
  z.record(z.string(), z.unknown()),
);

/** One link of a verification's audit chain. */
export const auditEventSchema = z.object({
  id,
  type: openEnum(auditEventTypes),
  at: instant,
  actor: z.object({kind: openEnum(actorKinds), id: maybe(id), name: maybe(text)}),
  note: maybe(text),
  data: payload,
  seq: whole,
  hash: text,
  /** Absent in the first event of a chain. */
  prev_hash: maybe(text),
});
export type AuditEvent = z.output<typeof auditEventSchema>;

/** An event in the log of a whole organisation: it says which verification it is about. */
export const loggedEventSchema = z.extend(auditEventSchema, {verification: z.object({type: text, id})});
export type LoggedEvent = z.output<typeof loggedEventSchema>;

/** Whether a verification's chain of events is whole. */
export const chainCheckSchema = z.object({
  intact: z.boolean(),
  events: whole,
  /** The `seq` of the first event that does not fit. */
  first_broken: maybe(whole),
});
export type ChainCheck = z.output<typeof chainCheckSchema>;
