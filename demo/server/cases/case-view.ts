import type {Invite, Matter, Verification} from '../../../src/domain/verification.js';
import {isInviteLive} from '../../../src/domain/verification-facts.js';
import type {FaceJudgement} from '../records/case-records.js';
import type {User} from '../records/records.js';

/** What of a verification is not the same for everybody, or at every moment. */
export interface CaseContext {
  readonly judgement: FaceJudgement | undefined;
  readonly isPdfReady: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly resendCooldownMs: number;
}

/** A verification as this user gets to see it now. */
export function seenBy(user: User, stored: Verification, context: CaseContext): Verification {
  const {biometric, invite, matter} = stored;
  const isDecided = stored.status === 'approved' || stored.status === 'rejected';
  return {
    ...stored,
    ...(biometric && {biometric: {...biometric, judgement: context.judgement ?? null}}),
    ...(invite && {invite: inviteNow(invite, stored.status, context)}),
    ...(matter && {matter: matterFor(user, matter)}),
    pdf_ready: isDecided && context.isPdfReady,
  };
}

/** A matter that is closed to others is open to those who keep the organisation's affairs. */
function matterFor({role}: User, matter: Matter): Matter {
  const accessible = matter.accessible || role === 'owner' || role === 'admin';
  return {...matter, accessible, href: accessible ? (matter.href ?? null) : null};
}

function inviteNow(invite: Invite, status: string, {now, resendCooldownMs}: CaseContext): Invite {
  const wait = Math.ceil((Date.parse(invite.sent_at ?? '') + resendCooldownMs - now) / 1000);
  const isOpen = status === 'in_progress';
  return {
    ...invite,
    live: isOpen && isInviteLive(invite, now),
    resend_after_s: isOpen && wait > 0 ? wait : 0,
  };
}
