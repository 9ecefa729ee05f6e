import type {Invite, Verification} from './verification.js';

/** What people call a verification by: the server's short id, else the end of its id. */
export const shortIdOf = ({id, short_id}: Pick<Verification, 'id' | 'short_id'>): string =>
  short_id?.trim() ? short_id : [...id].slice(-8).join('');

/**
 * Whether the invite can still be used. The server says so; where it does not, its time runs out by the clock of the
 * answer (the `Date` header, in milliseconds) and never by the reader's. What cannot be known counts as live: the server
 * has the last word.
 */
export function isInviteLive(invite: Invite | null | undefined, answeredAt: number | undefined): boolean {
  if (typeof invite?.live === 'boolean') return invite.live;
  const ends = Date.parse(invite?.expires_at ?? '');
  return Number.isNaN(ends) || answeredAt === undefined || Number.isNaN(answeredAt) || answeredAt < ends;
}
