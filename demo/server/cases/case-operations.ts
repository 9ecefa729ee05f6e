import type * as z from 'zod/mini';
import {findingSchema} from '../../../src/domain/aml.js';
import {noteSchema} from '../../../src/domain/note.js';
import type {Permission} from '../../../src/domain/permissions.js';
import {verificationActions} from '../../../src/domain/verification-actions.js';
import {verificationResources} from '../../../src/domain/verification-resources.js';
import {verificationSchema} from '../../../src/domain/verification.js';
import {decisionBody, faceBody, findingBody, noteBody} from './bodies.js';
import {changes} from './case-changes.js';

/** One state-changing call on a verification, for the description. */
export interface CaseOperation {
  readonly id: string;
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly needs: Permission;
  readonly summary: string;
  readonly body: z.ZodMiniType;
  /** The body may be left out. */
  readonly isBodyOptional?: boolean;
  /** Names the version that it is about. */
  readonly isOfVersion?: boolean;
  readonly status: 200 | 201;
  readonly answer: z.ZodMiniType;
}

const below = (path: string): string => `${verificationResources.verification.path}/${path}`;

const summaries = {
  approve: 'Decides for the subject.',
  reject: 'Decides against the subject.',
  cancel: 'Withdraws the verification.',
  resend: 'Sends the invitation again, not sooner than 30 s after the last time.',
  reopen: 'Puts a rejected verification back to review. The earlier decision stays in its events.',
} as const;

export const caseOperations: readonly CaseOperation[] = [
  ...changes.map((change): CaseOperation => ({
    id: `${change}Verification`,
    method: 'POST',
    path: below(change),
    needs: verificationActions[change].needs,
    summary: summaries[change],
    body: decisionBody,
    isBodyOptional: true,
    isOfVersion: true,
    status: 200,
    answer: verificationSchema,
  })),
  {
    id: 'addVerificationNote',
    method: 'POST',
    path: below('notes'),
    needs: 'add_verification_note',
    summary: 'Adds a note. Notes are never changed or removed.',
    body: noteBody,
    status: 201,
    answer: noteSchema,
  },
  {
    id: 'judgeFace',
    method: 'PUT',
    path: below('face-judgement'),
    needs: 'decide_verification',
    summary: 'Keeps what the viewer thinks of the face. Others do not see it in the verification.',
    body: faceBody,
    status: 200,
    answer: verificationSchema,
  },
  {
    id: 'judgeFinding',
    method: 'POST',
    path: 'findings/:id/judgement',
    needs: 'decide_verification',
    summary: 'Says whether the subject is who was found.',
    body: findingBody,
    status: 200,
    answer: findingSchema,
  },
];
