import {verificationStatuses, type Verification} from '../../src/domain/verification.js';
import {
  aFinding,
  anInvite,
  aNote,
  aScreening,
  aVerification,
  caseFilePath,
} from '../../demo/server/world/verification-builders.js';
import type {SeedEvent, VerificationFolder} from '../../demo/server/world/world.js';

/** When the tests' clock stands; the invitations of these cases are an hour old and good for a month. */
const sentAt = '2026-11-20T11:00:00Z';
const expiresAt = '2026-12-20T11:00:00Z';

const created: SeedEvent = {
  type: 'request.created',
  at: '2026-11-10T09:00:00Z',
  actor: {kind: 'user', id: 'maker', name: 'Maker'},
};

const decisionOf = (status: string): Verification['decision'] =>
  status === 'approved' || status === 'rejected'
    ? {outcome: status, note: 'Seen.', by: {id: 'decider', name: 'Decider'}, at: '2026-11-12T09:00:00Z'}
    : null;

/** A verification whose requester is `maker` and whose reviewer is `judge`. */
export const aCase = (
  id: string,
  status: string,
  over: Partial<Verification> = {},
): Omit<VerificationFolder, 'tenant'> => {
  const decision = decisionOf(status);
  return {
    verification: aVerification({
      id,
      type: 'idv',
      version: 1,
      status,
      requester: {id: 'maker', name: 'Maker', email: 'maker@example.com'},
      reviewers: [{id: 'judge', name: 'Judge'}],
      screening: aScreening({findings: [aFinding({id: `finding-of-${id}`, version: 1, judgement: null})]}),
      invite: anInvite({sent_at: sentAt, expires_at: expiresAt, resends: 0}),
      decision,
      created_at: '2026-11-10T09:00:00Z',
      last_activity_at: null,
      ...over,
    }),
    events: [
      created,
      ...(decision
        ? [
            {
              type: `request.${status}`,
              at: decision.at,
              actor: {kind: 'user', id: 'decider', name: 'Decider'},
              note: 'Seen.',
            },
          ]
        : []),
    ],
    notes: [aNote({id: `note-of-${id}`})],
    files: [
      {
        path: caseFilePath({type: over.type ?? 'idv', id}, 'front'),
        media_type: 'image/png',
        bytes: () => Promise.resolve(new TextEncoder().encode(`front of ${id}`)),
      },
    ],
  };
};

/** One case in every status, some to be changed by one test each, and one of another type. */
export const homeCases = (): readonly Omit<VerificationFolder, 'tenant'>[] => [
  ...verificationStatuses.map((status, n) =>
    aCase(`v-${status}`, status, {
      created_at: `2026-11-0${n + 1}T09:00:00Z`,
      channel: n % 2 ? 'sms' : 'email',
    }),
  ),
  aCase('v-reject', 'pending_review'),
  aCase('v-cancel', 'in_progress'),
  aCase('v-kyc', 'pending_review', {type: 'kyc', subject: {id: 's-1', kind: 'client', name: 'Zoë Müller'}}),
];

export const awayCases = (): readonly Omit<VerificationFolder, 'tenant'>[] => [
  aCase('v-away', 'pending_review'),
  aCase('v-away-approved', 'approved'),
];
