import {holds, type Permission, type Relations, type Viewer} from './permissions.js';
import type {Verification, VerificationStatus} from './verification.js';
import {isInviteLive} from './verification-facts.js';

interface ActionRule {
  readonly needs: Permission;
  readonly from: readonly VerificationStatus[];
  /** The status after it; absent where it changes none. */
  readonly to?: VerificationStatus;
  /** Asks before it is done, and takes a note. */
  readonly confirm: boolean;
}

/**
 * Everything that can be done to a verification, in the order of its buttons. The screen offers by this table and the
 * server accepts by it.
 */
export const verificationActions = {
  resend: {needs: 'resend_verification', from: ['in_progress'], to: 'in_progress', confirm: false},
  approve: {needs: 'decide_verification', from: ['pending_review'], to: 'approved', confirm: true},
  reject: {needs: 'decide_verification', from: ['pending_review'], to: 'rejected', confirm: true},
  cancel: {
    needs: 'cancel_verification',
    from: ['in_progress', 'pending_review'],
    to: 'canceled',
    confirm: true,
  },
  download: {needs: 'download_verification', from: ['approved', 'rejected'], confirm: false},
  reopen: {needs: 'reopen_verification', from: ['rejected'], to: 'pending_review', confirm: true},
} as const satisfies Record<string, ActionRule>;

export type VerificationAction = keyof typeof verificationActions;
export const verificationActionNames = Object.keys(verificationActions) as readonly VerificationAction[];

/** Why something is not done: not allowed to this viewer, not in this status, the invite ran out, or too soon again. */
export type Refusal = 'permission' | 'status' | 'invite-expired' | 'cooldown';

type Related = Pick<Verification, 'reviewers' | 'requester'>;
type Acted = Related & Pick<Verification, 'status' | 'invite'>;

/** When a verification is looked at, by the clocks of those who know. */
export interface Moment {
  /** When the answer was made, in milliseconds: its `Date` header. */
  readonly answeredAt?: number | undefined;
  /** Seconds that have passed since then. */
  readonly elapsed?: number | undefined;
}

/** How a viewer stands to a verification: one of its reviewers, and the one who requested it. Nobody without an id. */
export const relationsTo = ({reviewers, requester}: Related, {id}: Viewer): Relations => ({
  assigned: id !== undefined && id !== '' && reviewers.some((each) => each.id === id),
  own: id !== undefined && id !== '' && requester?.id === id,
});

/** Seconds until the invite may be sent again; 0 when it may. */
export const resendWait = ({invite}: Pick<Verification, 'invite'>, {elapsed = 0}: Moment = {}): number =>
  Math.max(0, Math.ceil((invite?.resend_after_s ?? 0) - elapsed));

/** Why this viewer cannot do this to this verification; `undefined`: nothing stands in the way. */
export function refusal(
  action: VerificationAction,
  verification: Acted,
  viewer: Viewer,
  moment: Moment = {},
): Refusal | undefined {
  const {needs, from}: ActionRule = verificationActions[action];
  if (!holds(viewer, needs, relationsTo(verification, viewer))) return 'permission';
  if (!from.some((each) => each === verification.status)) return 'status';
  if (action !== 'resend') return undefined;
  if (!isInviteLive(verification.invite, moment.answeredAt)) return 'invite-expired';
  return resendWait(verification, moment) > 0 ? 'cooldown' : undefined;
}

/** A button: what it does, and why it cannot be pressed now. */
export interface Offer {
  readonly action: VerificationAction;
  readonly because: 'invite-expired' | 'cooldown' | undefined;
}

/** The buttons that are drawn, in their order. What is not allowed is absent; what may be allowed later says why not now. */
export function offers(verification: Acted, viewer: Viewer, moment: Moment = {}): readonly Offer[] {
  return verificationActionNames.flatMap((action) => {
    const because = refusal(action, verification, viewer, moment);
    return because === 'permission' || because === 'status' ? [] : [{action, because}];
  });
}

/** What a status allows to whoever holds the permissions. */
export const allowedIn = (status: string): readonly VerificationAction[] =>
  verificationActionNames.filter((action) =>
    (verificationActions[action] as ActionRule).from.some((each) => each === status),
  );

/** Why a status allows nothing; `undefined` for one that allows something. */
export function deadEnd(status: string): 'initiated' | 'canceled' | 'expired' | 'unknown' | undefined {
  if (allowedIn(status).length > 0) return undefined;
  return status === 'initiated' || status === 'canceled' || status === 'expired' ? status : 'unknown';
}

/** Whether the viewer may write a note, in any status. */
export const mayAddNote = (verification: Related, viewer: Viewer): boolean =>
  holds(viewer, 'add_verification_note', relationsTo(verification, viewer));

/** Whether the viewer may judge a finding or a face. */
export const mayJudge = (verification: Related, viewer: Viewer): boolean =>
  holds(viewer, 'decide_verification', relationsTo(verification, viewer));

/**
 * Whether everything that speaks of the face match stays covered: in blind mode, while the case waits for review, for
 * whoever may decide it, until their own judgement is stored. Without biometrics there is nothing to judge and nothing
 * to cover.
 */
export function isFaceCovered(
  verification: Related & Pick<Verification, 'status' | 'biometric'>,
  viewer: Viewer,
  blind: boolean,
): boolean {
  const {status, biometric} = verification;
  if (!blind || status !== 'pending_review' || !biometric || biometric.judgement) return false;
  return mayJudge(verification, viewer);
}
