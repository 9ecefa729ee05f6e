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

/**
 * What a record says of an act that was sent and never answered. `done`: it shows this very decision. `moved-on`: it has
 * another version, so that the act has either happened or never will. `open`: it may still happen.
 */
export function evidenceOf(
  {action, version, note, viewerId}: Asked,
  record: Verification,
): 'done' | 'moved-on' | 'open' {
  if (version === undefined || record.version === version) return 'open';
  const {decision} = record;
  const isOurs =
    (action === 'approve' || action === 'reject') &&
    record.status === statusAfter(action) &&
    decision?.outcome === record.status &&
    viewerId !== undefined &&
    decision.by?.id === viewerId &&
    (decision.note ?? '') === (note ?? '');
  return isOurs ? 'done' : 'moved-on';
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
