import type {TemplateResult} from 'lit';
import {aCase} from '../../demo/server/world/small-world.js';
import {aVerification} from '../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../src/domain/permissions.js';
import type {Verification} from '../../src/domain/verification.js';
import type {Reply} from './answering.js';
import {caseViewer, inCase} from './case.js';
import {inSession} from './in-session.js';

interface OfCase {
  /** What the verification has instead of what the usual one has. */
  readonly over?: Partial<Verification>;
  /** Answers that are given instead of the server's, by path below the API base. */
  readonly faults?: Readonly<Record<string, Reply>>;
  readonly role?: string;
  /** Loads everything a second time once the first content is there. */
  readonly refreshed?: boolean;
}

/** Draws a part of a verification with a history, over the reference server in memory. */
export function ofCase(
  draw: (verification: Verification) => TemplateResult,
  {over = {}, faults = {}, role = 'owner', refreshed = false}: OfCase = {},
): ReturnType<typeof inSession> {
  const verification = aVerification(over);
  const {events, notes} = aCase({verification});
  return inSession(
    () => inCase(over, faults, role, {...(events && {events}), ...(notes && {notes})}),
    () => draw(verification),
    {
      verification: `${verification.type}/${verification.id}`,
      viewerId: caseViewer,
      permissions: permissionsForRole(role),
      refreshed,
    },
  );
}
