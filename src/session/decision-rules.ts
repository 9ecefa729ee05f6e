import type {ActionState, Intent, ReviewAction} from '../api/decision.js';
import type {LiveEventType} from '../domain/live-events.js';
import type {ProblemKind} from '../domain/problem.js';
import {verificationActions, type VerificationAction} from '../domain/verification-actions.js';

/** What each act changes, by the name of the event that it raises. */
export const raisedBy: {readonly [A in ReviewAction]: LiveEventType} = {
  approve: 'request.approved',
  reject: 'request.rejected',
  cancel: 'request.canceled',
  resend: 'request.invite_resent',
  reopen: 'request.reopened',
  download: 'request.pdf_downloaded',
  'add-note': 'note.created',
  'judge-finding': 'finding.judged',
  'judge-face': 'biometric.judged',
};

/** Faults of the integration, which the host has to hear of. */
export const integrationCodes: ReadonlySet<string> = new Set([
  'idempotency_key_missing',
  'idempotency_key_reused',
  'version_required',
  'headers_refused',
]);

export const isVerificationAction = (action: ReviewAction): action is VerificationAction =>
  Object.hasOwn(verificationActions, action);

/** What excludes each other: one decision at a time on a case; notes and judgements each on their own. */
export const lockOf = ({action, id, path}: Pick<Intent<unknown>, 'action' | 'id' | 'path'>): string =>
  isVerificationAction(action) ? caseLock(id) : `${action} ${path}`;

/** The lock of all decisions on one case. */
export const caseLock = (id: string): string => `case ${id}`;

/** The path that a verification is known under, from a path below it. */
export const subjectIn = (path: string): string | undefined => /^verifications\/[^/]+\/[^/]+/.exec(path)?.[0];

/** The status that an answer tells, of what has one. */
export const statusIn = (state: ActionState<unknown>): string | undefined => {
  if (state.status !== 'done' || typeof state.value !== 'object' || state.value === null) return undefined;
  const {status}: {status?: unknown} = state.value;
  return typeof status === 'string' ? status : undefined;
};

/** Why it was not done; nothing where it was. */
export function failureOf(state: ActionState<unknown>): ProblemKind | undefined {
  switch (state.status) {
    case 'conflict':
    case 'invalid':
    case 'offline':
      return state.status;
    case 'denied':
    case 'failed':
      return state.problem.kind;
    case 'idle':
    case 'sending':
    case 'unknown':
    case 'done':
      return undefined;
  }
}
