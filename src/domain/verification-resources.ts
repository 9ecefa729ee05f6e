import type * as z from 'zod/mini';
import {auditEventSchema, chainCheckSchema, loggedEventSchema} from './audit-event.js';
import {noteSchema} from './note.js';
import {holds, type Permission, type Relations, type Viewer} from './permissions.js';
import {
  answerSchema,
  nameResource,
  type Page,
  type QueryValue,
  type Resource,
  type Shape,
} from './resource.js';
import {scoringSettingsSchema} from './scoring-settings.js';
import {verificationSchema, verificationSummarySchema} from './verification.js';
import {webhookSchema} from './webhook.js';

interface VerificationResourceRow {
  readonly path: string;
  readonly shape: Shape;
  readonly needs?: Permission;
  /** The roles that an organisation's own affairs are kept for. */
  readonly roles?: readonly string[];
  readonly query?: readonly string[];
  readonly record: z.ZodMiniType;
}

const keepers = ['owner', 'admin'] as const;

/** Everything of verifications that can be read: the table beside `resources.ts`, read in the same way by both sides. */
export const verificationResources = {
  verifications: {
    path: 'verifications',
    shape: 'page',
    needs: 'view_verification',
    query: ['tab', 'type', 'channel', 'requester', 'q'],
    record: verificationSummarySchema,
  },
  verification: {
    path: 'verifications/:type/:id',
    shape: 'one',
    needs: 'view_verification',
    record: verificationSchema,
  },
  verificationAudit: {
    path: 'verifications/:type/:id/audit',
    shape: 'page',
    needs: 'view_verification',
    record: auditEventSchema,
  },
  verificationNotes: {
    path: 'verifications/:type/:id/notes',
    shape: 'list',
    needs: 'view_verification',
    record: noteSchema,
  },
  chainCheck: {
    path: 'verifications/:type/:id/audit/verify',
    shape: 'one',
    needs: 'view_verification',
    record: chainCheckSchema,
  },
  auditLog: {
    path: 'audit-log',
    shape: 'page',
    roles: keepers,
    query: ['type', 'actor', 'from', 'to'],
    record: loggedEventSchema,
  },
  scoringSettings: {path: 'settings/scoring', shape: 'one', roles: keepers, record: scoringSettingsSchema},
  webhooks: {path: 'settings/webhooks', shape: 'list', roles: keepers, record: webhookSchema},
} as const satisfies Record<string, VerificationResourceRow>;

export type VerificationResourceName = keyof typeof verificationResources;
type RecordOf<N extends VerificationResourceName> = z.output<(typeof verificationResources)[N]['record']>;

export type VerificationResourceValue<N extends VerificationResourceName> =
  (typeof verificationResources)[N]['shape'] extends 'one' ? RecordOf<N> : Page<RecordOf<N>>;

const answerSchemas = new Map<VerificationResourceName, z.ZodMiniType>();
for (const [name, {shape, record}] of Object.entries(verificationResources)) {
  answerSchemas.set(name as VerificationResourceName, answerSchema(shape, record));
}

/** Which verification. */
export interface VerificationName {
  readonly type: string;
  readonly id: string;
}

/** Names one thing to read. Throws a `RangeError` for a type or an id that cannot stand in a path. */
export function verificationResource<N extends VerificationResourceName>(
  name: N,
  {type, id}: VerificationName = {type: '', id: ''},
  query: Readonly<Record<string, QueryValue>> = {},
): Resource<VerificationResourceValue<N>> {
  return nameResource(
    verificationResources[name].path,
    {type, id},
    query,
    answerSchemas.get(name) as z.ZodMiniType<VerificationResourceValue<N>>,
  );
}

/** Whether this viewer, who may have a role in the organisation, may read this; the server answers by it. */
export function mayReadVerification(
  name: VerificationResourceName,
  viewer: Viewer & {readonly role?: string | undefined},
  relations: Relations = {},
): boolean {
  const {needs, roles}: VerificationResourceRow = verificationResources[name];
  if (roles && !roles.some((each) => each === viewer.role?.toLowerCase())) return false;
  return !needs || holds(viewer, needs, relations);
}
