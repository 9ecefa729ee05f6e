import {verificationActions, type VerificationAction} from './verification-actions.js';
import type {CurrentState, Verification} from './verification.js';

/** What was asked for, on which version, and by whom. */
export interface Asked {
  readonly action: VerificationAction;
  readonly version: number | undefined;
  readonly note: string | undefined;
  readonly viewerId: string | undefined;
}

/** The status that an act leads to; `undefined` where it changes none. */
const statusAfter = (action: VerificationAction): string | undefined => {
  const rule = verificationActions[action];
  return 'to' in rule ? rule.to : undefined;
};

/** Where a record stands, as a refusal would tell it. */
export const currentStateOf = ({status, version, decision}: Verification): CurrentState => ({
  status,
  version,
  decided_by: decision?.by,
  decided_at: decision?.at,
});

/** Whether nothing that can be done leaves a status. */
const isFinal = (status: string): boolean =>
  Object.values<{readonly from: readonly string[]; readonly to?: string}>(verificationActions).every(
    ({from, to}) => to === undefined || !from.includes(status),
  );

/**
 * What a record says of an act that was sent and never answered. `done`: it shows this very decision. `moved-on`: it has
 * another version, and cannot have come there by this act, which therefore never happens. `open`: it may still happen, or
 * may have happened before the record moved on again; only the server can tell.
 */
export function evidenceOf(
  {action, version, note, viewerId}: Asked,
  record: Verification,
): 'done' | 'moved-on' | 'open' {
  if (version === undefined || record.version === version) return 'open';
  const {decision, status} = record;
  const to = statusAfter(action);
  if (to === undefined) return 'open';
  // What came after the act can have hidden it, unless nothing comes after such an act.
  const wouldShow = isFinal(to) || record.version === version + 1;
  if (status !== to) return wouldShow ? 'moved-on' : 'open';
  const tells = (action === 'approve' || action === 'reject') && decision?.outcome === status;
  if (!tells || viewerId === undefined || !decision.by) return 'open';
  const isOurs = decision.by.id === viewerId && (decision.note ?? '') === (note ?? '');
  if (isOurs) return 'done';
  return wouldShow ? 'moved-on' : 'open';
}

/** Whether somebody, with this id, has recorded just what was asked for: in another window, or a moment ago. */
export const isAlreadyRecorded = (
  action: VerificationAction,
  current: CurrentState | undefined,
  viewerId: string | undefined,
): boolean =>
  current !== undefined &&
  viewerId !== undefined &&
  current.status === statusAfter(action) &&
  current.decided_by?.id === viewerId;
