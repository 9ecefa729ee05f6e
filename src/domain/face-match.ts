import type {Document} from './document.js';
import {facePercent, type Verification} from './verification.js';

/** What speaks of the face among the checks of a document. */
const speaksOfFace = (key: string): boolean =>
  /(^|[._-])(face|selfie|portrait|biometric)([._-]|$)/iu.test(key);

/** A document as it is shown to somebody who has not judged the face yet: nothing on it says what the machine made of it. */
export const withFaceCovered = (document: Document): Document => ({
  ...document,
  score: null,
  // Somebody may have rejected it for the face.
  reject_reason: null,
  mismatches: document.mismatches.filter(({kind}) => kind !== 'face'),
  validations: document.validations.filter(({key}) => !speaksOfFace(key)),
  fields: document.fields.filter(({key, mismatch}) => mismatch !== 'face' && !speaksOfFace(key)),
});

/**
 * What the machine made of the two faces. It says so by a mismatch of the face, or by having scored the documents without
 * one; a bare number is no verdict, because nobody has said from which number on it is the same person.
 */
export function machineVerdict({
  biometric,
  documents,
  score_breakdown: breakdown,
}: Pick<Verification, 'biometric' | 'documents' | 'score_breakdown'>): 'same' | 'different' | undefined {
  const {face_match: match, selfie, portrait} = biometric ?? {};
  const mismatches = [...documents, ...(breakdown?.documents ?? [])].flatMap((each) => each.mismatches);
  if (mismatches.some(({kind}) => kind === 'face')) return 'different';
  const wasCompared = match && facePercent(match) !== undefined && selfie && portrait;
  return wasCompared && breakdown && breakdown.documents.length > 0 ? 'same' : undefined;
}
