import type {RecordOf} from './answers.js';
import {holds, type Permission, type Relations, type Viewer} from './permissions.js';
import {
  bringAnswers,
  nameResource,
  type Page,
  type QueryValue,
  type Reader,
  type Resource,
  type Shape,
} from './resource.js';

interface VerificationResourceRow {
  readonly path: string;
  readonly shape: Shape;
  readonly needs?: Permission;
  /** The roles that an organisation's own affairs are kept for. */
  readonly roles?: readonly string[];
  readonly query?: readonly string[];
}

const keepers = ['owner', 'admin'] as const;

/** Everything of verifications that can be read: the table beside `resources.ts`, read in the same way by both sides. */
export const verificationResources = {
  verifications: {
    path: 'verifications',
    shape: 'page',
    needs: 'view_verification',
    query: ['tab', 'type', 'channel', 'requester', 'q'],
  },
  verification: {
    path: 'verifications/:type/:id',
    shape: 'one',
    needs: 'view_verification',
  },
  verificationAudit: {
    path: 'verifications/:type/:id/audit',
    shape: 'page',
    needs: 'view_verification',
  },
  verificationNotes: {
    path: 'verifications/:type/:id/notes',
    shape: 'list',
    needs: 'view_verification',
  },
  chainCheck: {
    path: 'verifications/:type/:id/audit/verify',
    shape: 'one',
    needs: 'view_verification',
  },
  auditLog: {
    path: 'audit-log',
    shape: 'page',
    roles: keepers,
    query: ['type', 'actor', 'from', 'to'],
  },
  scoringSettings: {path: 'settings/scoring', shape: 'one', roles: keepers},
  webhooks: {path: 'settings/webhooks', shape: 'list', roles: keepers},
} as const satisfies Record<string, VerificationResourceRow>;

export type VerificationResourceName = keyof typeof verificationResources;

export type VerificationResourceValue<N extends VerificationResourceName> =
  (typeof verificationResources)[N]['shape'] extends 'one' ? RecordOf<N> : Page<RecordOf<N>>;

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
  const {path, shape} = verificationResources[name];
  const schema = async () =>
    (await bringAnswers()).readerOf(name, shape) as Reader<VerificationResourceValue<N>>;
  return nameResource(path, {type, id}, query, schema);
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
