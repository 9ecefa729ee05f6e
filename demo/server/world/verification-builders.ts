import type {Finding} from '../../../src/domain/aml.js';
import type {AuditEvent} from '../../../src/domain/audit-event.js';
import type {Document, Field, File, Mismatch} from '../../../src/domain/document.js';
import type {Geolocation} from '../../../src/domain/geolocation.js';
import type {Note} from '../../../src/domain/note.js';
import {defaultWeights, documentScore, fullScore, shownScore, totalScore} from '../../../src/domain/score.js';
import type {Screening} from '../../../src/domain/screening.js';
import type {
  Biometric,
  Invite,
  Matter,
  ScoreBreakdown,
  Verification,
  VerificationSubject,
} from '../../../src/domain/verification.js';
import {aDocument, aField, aFile, aFinding} from './builders.js';

/**
 * One good record of each kind below a verification, in the shape of the contract, with whatever the caller says
 * differently. Stories, tests and the demo's own world are built from these. Nothing here needs Node.
 */

export {aFinding} from './builders.js';

/** The verification that all of these belong to where nothing else is said. */
export const aCaseName = {type: 'idv', id: 'verification-7F3A21C9'} as const;

interface CaseName {
  readonly type: string;
  readonly id: string;
}

/** Where the files of a verification are served, below the API base. */
export const caseFilesFolder = ({type, id}: CaseName): string => `verifications/${type}/${id}/files`;

/** Where one file of a verification is served. */
export const caseFilePath = (name: CaseName, fileId: string): string => `${caseFilesFolder(name)}/${fileId}`;

/** The picture of a document's front, served below its verification. */
export const aCaseFile = (over: Partial<File> = {}, name: CaseName = aCaseName): File => {
  const id = over.id ?? 'card-front';
  return aFile({id, url: caseFilePath(name, id), ...over});
};

/** A disagreement with what it costs by the usual weights. */
export const aMismatch = (kind: keyof typeof defaultWeights, over: Partial<Mismatch> = {}): Mismatch => ({
  kind,
  weight: defaultWeights[kind],
  declared: null,
  extracted: null,
  ...over,
});

/** What a document is worth after its disagreements, and what is shown of it. */
export function scoreOfMismatches(mismatches: readonly Mismatch[]): {
  readonly raw: number;
  readonly shown: number;
} {
  const raw = documentScore(mismatches.map(({weight}) => weight ?? 0));
  return {raw, shown: shownScore(raw, fullScore)};
}

/** The score of a verification as its documents and their stored disagreements make it. */
export function scored(
  documents: readonly Document[],
  geolocation?: Geolocation | null,
): Pick<Verification, 'score_total' | 'score_breakdown'> {
  const counted = documents.filter(({archived, score}) => !archived && score);
  const breakdown: ScoreBreakdown = {
    max: fullScore * Math.max(1, counted.length),
    documents: counted.map(({id, score, mismatches}) => ({
      document_id: id,
      raw: score?.raw ?? fullScore,
      mismatches,
    })),
    geolocation: geolocation ?? null,
  };
  const total = totalScore(breakdown.documents.map(({raw}) => raw));
  return {
    score_total: total ?? null,
    score_breakdown: counted.length > 0 || geolocation ? breakdown : null,
  };
}

/** An identity card whose date of birth and address differ from the form, with a place on the picture for each field. */
export const aCheckedCard = (over: Partial<Document> = {}, name: CaseName = aCaseName): Document => {
  const id = over.id ?? 'card';
  const front = aCaseFile({id: `${id}-front`}, name);
  const back = aCaseFile({id: `${id}-back`, side: 'back'}, name);
  const on = (file: File, x: number, y: number, width: number): Field['box'] => ({
    file_id: file.id,
    x,
    y,
    width,
    height: 0.09,
  });
  const mismatches = over.mismatches ?? [
    aMismatch('dob', {declared: '1987-05-14', extracted: '1987-03-14'}),
    aMismatch('address', {
      declared: 'Skoufa 14, 106 73 Athens',
      extracted: 'Tsimiski 41, 546 23 Thessaloniki',
    }),
  ];
  return aDocument({
    id,
    title: 'Identity card',
    sort_order: 1,
    approved: null,
    files: [front, back],
    fields: [
      aField({
        value: 'PAPADOPOULOS ΠΑΠΑΔΟΠΟΥΛΟΣ',
        declared: 'Papadopoulos Παπαδόπουλος',
        box: on(front, 0.36, 0.19, 0.52),
      }),
      aField({
        key: 'given_names',
        label: 'Given names',
        value: 'IOANNIS ΙΩΑΝΝΗΣ',
        declared: 'Ioannis Ιωάννης',
        box: on(front, 0.36, 0.32, 0.4),
      }),
      aField({
        key: 'birth_date',
        label: 'Date of birth',
        value: '1987-03-14',
        declared: '1987-05-14',
        confidence: 0.99,
        mismatch: 'dob',
        box: on(front, 0.36, 0.46, 0.3),
      }),
      aField({
        key: 'gender',
        label: 'Gender',
        value: 'M',
        declared: 'M',
        confidence: 0.99,
        box: on(front, 0.36, 0.59, 0.1),
      }),
      aField({
        key: 'nationality',
        label: 'Nationality',
        value: 'GR',
        declared: 'GR',
        confidence: 0.99,
        box: on(front, 0.5, 0.59, 0.14),
      }),
      aField({
        key: 'document_number',
        label: 'Document number',
        value: 'AB1234567',
        declared: null,
        confidence: 0.97,
        box: on(front, 0.36, 0.72, 0.34),
      }),
      aField({
        key: 'address',
        label: 'Address',
        value: 'Tsimiski 41, 546 23 Thessaloniki',
        declared: 'Skoufa 14, 106 73 Athens',
        confidence: 0.91,
        mismatch: 'address',
        box: on(back, 0.36, 0.19, 0.52),
      }),
      aField({
        key: 'issued_on',
        label: 'Issued',
        value: '2021-08-22',
        declared: null,
        confidence: 0.96,
        box: on(back, 0.36, 0.32, 0.2),
      }),
      aField({
        key: 'expires_on',
        label: 'Expires',
        value: '2031-08-22',
        declared: null,
        confidence: null,
        box: on(back, 0.58, 0.32, 0.2),
      }),
    ],
    mismatches,
    score: scoreOfMismatches(mismatches),
    uploaded_at: '2026-11-11T15:28:00Z',
    ...over,
  });
};

/** A bill that agrees with everything that was declared. */
export const aCheckedBill = (over: Partial<Document> = {}, name: CaseName = aCaseName): Document => {
  const id = over.id ?? 'bill';
  const page = aCaseFile({id: `${id}-page`, side: 'page', page: 1}, name);
  return aDocument({
    id,
    type: 'UB',
    title: 'Proof of address',
    sort_order: 2,
    approved: null,
    files: [page],
    fields: [
      aField({
        key: 'name',
        label: 'Name',
        value: 'IOANNIS PAPADOPOULOS',
        declared: 'Ioannis Papadopoulos',
        box: {file_id: page.id, x: 0.36, y: 0.19, width: 0.5, height: 0.09},
      }),
      aField({
        key: 'address',
        label: 'Address',
        value: 'Skoufa 14, 106 73 Athens',
        declared: 'Skoufa 14, 106 73 Athens',
        box: {file_id: page.id, x: 0.36, y: 0.32, width: 0.5, height: 0.09},
      }),
    ],
    validations: [
      {key: 'age', label: 'Not older than 90 days', outcome: 'pass', detail: null},
      {key: 'edited', label: 'Not edited', outcome: 'unknown', detail: null},
    ],
    mismatches: [],
    score: {raw: fullScore, shown: fullScore},
    uploaded_at: '2026-11-11T15:30:00Z',
    ...over,
  });
};

/** A living person who looks like the photograph; the viewer has not judged it. */
export const aBiometric = (over: Partial<Biometric> = {}, name: CaseName = aCaseName): Biometric => ({
  selfie: aCaseFile({id: 'selfie', side: 'selfie'}, name),
  portrait: aCaseFile({id: 'portrait', side: 'portrait'}, name),
  face_match: {value: 94.2, scale: 'percent'},
  liveness: 'pass',
  ...over,
});

/** Somebody of nearly the same name who held an office; nobody has judged it. */
export const aPepFinding = (over: Partial<Finding> = {}): Finding =>
  aFinding({
    id: 'finding-pep',
    family: 'pep',
    source: 'EU list of prominent functions',
    matched_name: 'Ioannis PAPADOPOULOS',
    match_score: 88,
    country: 'GR',
    birth_date: '1961',
    listed_on: '2019-02-03',
    url: 'https://lists.example/pep/1961',
    details: 'Member of a municipal council until 2023',
    ...over,
  });

/** A finished search with one finding that waits for a judgement. */
export const aScreening = (over: Partial<Screening> = {}): Screening => ({
  state: 'findings',
  completed_at: '2026-11-12T09:55:00Z',
  findings: [aPepFinding()],
  ...over,
});

/** A device far from the declared address. */
export const aGeolocation = (over: Partial<Geolocation> = {}): Geolocation => ({
  state: 'diverged',
  distance_km: 302,
  threshold_km: 100,
  device: {lat: 40.6401, lng: 22.9444},
  declared: {lat: 37.9838, lng: 23.7275},
  ...over,
});

/** An outsider with a name in two scripts. */
export const aSubject = (over: Partial<VerificationSubject> = {}): VerificationSubject => ({
  id: 'subject-1',
  kind: 'client',
  name: 'Ioannis Papadopoulos Ιωάννης Παπαδόπουλος',
  email: 'ioannis.papadopoulos@example.gr',
  phone: '+30 210 555 0142',
  avatar_url: null,
  address: {line: 'Skoufa 14', city: '106 73 Athens', province: null, country: 'GR'},
  ...over,
});

/** A matter that the viewer may open. */
export const aMatter = (over: Partial<Matter> = {}): Matter => ({
  id: 'matter-1',
  reference: 'M-2025-0147',
  title: 'Skoufa Holdings, onboarding',
  status: 'Open',
  accessible: true,
  href: '/matters/matter-1',
  ...over,
});

/** An invite that was sent twice and has run its course. */
export const anInvite = (over: Partial<Invite> = {}): Invite => ({
  sent_at: '2026-11-10T09:02:00Z',
  expires_at: '2026-12-08T10:58:00Z',
  resends: 1,
  ...over,
});

/** Who asked for the verification, and who reviews it. */
export const caseRequester = {id: 'user-1', name: '山田 花子', email: 'hanako.yamada@example.com'} as const;
export const caseReviewers = [
  {id: 'user-2', name: 'Chiara Rossi', email: 'chiara.rossi@example.com'},
  {id: 'user-4', name: 'Дмитрий Орлов', email: 'dmitri.orlov@example.com'},
] as const;

/**
 * A verification that waits for review with something in every part: two documents, one of which differs in two fields,
 * a face, a finding, a device far away, a matter. Its score is made from its documents unless it is said.
 */
export const aVerification = (over: Partial<Verification> = {}): Verification => {
  const name = {type: over.type ?? aCaseName.type, id: over.id ?? aCaseName.id};
  const documents = over.documents ?? [aCheckedCard({}, name), aCheckedBill({}, name)];
  return {
    ...name,
    short_id: '7F3A21C9',
    version: 3,
    status: 'pending_review',
    subject: aSubject(),
    matter: aMatter(),
    requester: caseRequester,
    reviewers: [...caseReviewers],
    channel: 'email',
    requirements: ['document', 'person', 'biometric_face', 'attestation', 'location', 'pep_hio'],
    ...scored(documents, aGeolocation()),
    documents,
    biometric: aBiometric({}, name),
    screening: aScreening(),
    invite: anInvite(),
    decision: null,
    created_at: '2026-11-08T10:58:00Z',
    last_activity_at: '2026-11-12T10:40:00Z',
    pdf_ready: false,
    ...over,
  };
};

/** The first event of a chain. */
export const anAuditEvent = (over: Partial<AuditEvent> = {}): AuditEvent => ({
  id: 'event-1',
  type: 'request.created',
  at: '2026-11-08T10:58:00Z',
  actor: {kind: 'user', id: caseRequester.id, name: caseRequester.name},
  note: null,
  data: {channel: 'email'},
  seq: 1,
  hash: 'b1946ac92492d2347c6235b4d2611184f0c3b1a9a3f0a7de3f5f2b8a6d9e7c01',
  prev_hash: null,
  ...over,
});

/** What a reviewer wrote. */
export const aNote = (over: Partial<Note> = {}): Note => ({
  id: 'note-1',
  text: 'Asked the subject about the second address by phone; he says he moved in September.',
  author: caseReviewers[0],
  at: '2026-11-12T10:44:00Z',
  ...over,
});
