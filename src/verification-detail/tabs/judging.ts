import type {Intent} from '../../api/decision.js';
import {findingSchema, type Finding} from '../../domain/aml.js';
import {noteToSend} from '../../domain/note.js';
import {verificationResource} from '../../domain/verification-resources.js';
import type {Verification} from '../../domain/verification.js';

/** What is written for the judgement of a finding is kept under this. */
export const aboutFinding = (finding: Finding, verification: Verification): string =>
  `${verificationResource('verification', verification).path} finding ${finding.id}`;

export const judgementOf = (finding: Finding, verification: Verification) =>
  ({
    action: 'judge-finding',
    id: verification.id,
    path: `findings/${encodeURIComponent(finding.id)}/judgement`,
  }) as const;

interface Judged {
  readonly outcome: string;
  readonly reason?: string | undefined;
  readonly note: string;
}

/** What is sent to judge a finding. */
export const judging = (
  finding: Finding,
  verification: Verification,
  {outcome, reason, note}: Judged,
): Intent<Finding> => ({
  ...judgementOf(finding, verification),
  method: 'post',
  body: {outcome, reason_code: reason || undefined, note: noteToSend(note)},
  schema: findingSchema,
});
