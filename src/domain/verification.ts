import * as z from 'zod/mini';
import {documentSchema, fileSchema, mismatchSchema} from './document.js';
import {geolocationSchema} from './geolocation.js';
import {addressSchema, personSchema} from './person.js';
import {
  finite,
  flag,
  id,
  instant,
  listedValues,
  maybe,
  openEnum,
  rowsOf,
  text,
  triState,
  whole,
} from './reading.js';
import {screeningSchema} from './screening.js';

export const verificationStatuses = [
  'initiated',
  'in_progress',
  'pending_review',
  'approved',
  'rejected',
  'canceled',
  'expired',
] as const;
export type VerificationStatus = (typeof verificationStatuses)[number];

export const verificationTypes = ['idv', 'kyc', 'custom'] as const;
export type VerificationType = (typeof verificationTypes)[number];

export const channels = ['email', 'sms', 'link', 'in_person', 'api'] as const;

/** An open enumeration some of whose values have a second spelling. */
const spelled = (listed: readonly string[], spellings: Readonly<Record<string, string>>) => {
  const schema = z.pipe(
    z.transform((value: unknown) => {
      const name = typeof value === 'string' ? value.trim().toLowerCase() : '';
      return Object.hasOwn(spellings, name) ? spellings[name] : value;
    }),
    openEnum(listed),
  );
  listedValues.set(schema, listed);
  return schema;
};

const status = spelled(verificationStatuses, {cancelled: 'canceled'});
/** `share` is another name of custom. */
const type = spelled(verificationTypes, {share: 'custom'});

export const subjectSchema = z.object({
  id,
  kind: openEnum(['client', 'team_member']),
  name: maybe(text),
  email: maybe(text),
  phone: maybe(text),
  avatar_url: maybe(text),
  address: maybe(addressSchema),
});
export type VerificationSubject = z.output<typeof subjectSchema>;

/** The unit of work that a verification belongs to. */
export const matterSchema = z.object({
  id,
  reference: maybe(text),
  title: text,
  status: maybe(text),
  /** Whether the viewer may open it; a lock stands in the place of the link where not. */
  accessible: flag,
  href: maybe(text),
});
export type Matter = z.output<typeof matterSchema>;

export const scoreBreakdownSchema = z.object({
  max: finite,
  documents: rowsOf(z.object({document_id: id, raw: finite, mismatches: rowsOf(mismatchSchema)})),
  geolocation: maybe(geolocationSchema),
});
export type ScoreBreakdown = z.output<typeof scoreBreakdownSchema>;

export const faceOutcomes = ['same', 'different', 'unsure'] as const;
export type FaceOutcome = (typeof faceOutcomes)[number];
export const livenessResults = ['pass', 'fail', 'unknown'] as const;

const faceMatchSchema = z.object({
  value: finite,
  /** Stated, never guessed from the value; absent means percent. */
  scale: z._default(openEnum(['percent', 'unit']), 'percent'),
});
export type FaceMatch = z.output<typeof faceMatchSchema>;

export const biometricSchema = z.object({
  selfie: maybe(fileSchema),
  portrait: maybe(fileSchema),
  face_match: maybe(faceMatchSchema),
  liveness: z._default(openEnum(livenessResults), 'unknown'),
  /** The asking viewer's own. Not read tolerantly: whether it is there uncovers what was covered. */
  judgement: z.optional(z.nullable(z.object({outcome: openEnum(faceOutcomes), at: instant}))),
});
export type Biometric = z.output<typeof biometricSchema>;

export const inviteSchema = z.object({
  sent_at: maybe(instant),
  expires_at: maybe(instant),
  live: z.optional(triState),
  resends: z._default(whole, 0),
  /** Seconds, counted from the answer. */
  resend_after_s: maybe(finite),
});
export type Invite = z.output<typeof inviteSchema>;

export const decisionOutcomes = ['approved', 'rejected'] as const;
export const decisionSchema = z.object({
  outcome: openEnum(decisionOutcomes),
  note: maybe(text),
  by: maybe(personSchema),
  at: instant,
});
export type Decision = z.output<typeof decisionSchema>;

/**
 * One verification, fully assembled. What a decision rests on is read strictly: a status, version, screening, decision
 * or face match that came in a form nobody can read makes the record unreadable, and never looks like its absence.
 */
export const verificationSchema = z.object({
  id,
  short_id: maybe(text),
  version: whole,
  type,
  status,
  subject: subjectSchema,
  matter: maybe(matterSchema),
  requester: maybe(personSchema),
  reviewers: rowsOf(personSchema),
  channel: maybe(openEnum(channels)),
  requirements: rowsOf(text),
  /** The sum of the documents' scores as computed; may lie below zero or above 100. Shown as it is, never recomputed. */
  score_total: maybe(finite),
  score_breakdown: maybe(scoreBreakdownSchema),
  documents: rowsOf(documentSchema),
  biometric: z.optional(z.nullable(biometricSchema)),
  screening: z.optional(z.nullable(screeningSchema)),
  invite: z.optional(z.nullable(inviteSchema)),
  decision: z.optional(z.nullable(decisionSchema)),
  created_at: instant,
  last_activity_at: maybe(instant),
  pdf_ready: z.optional(triState),
});
export type Verification = z.output<typeof verificationSchema>;

export const verificationSummarySchema = z.object({
  id,
  short_id: maybe(text),
  type,
  status,
  subject: z.object({name: maybe(text)}),
  channel: maybe(openEnum(channels)),
  requester: maybe(personSchema),
  created_at: instant,
  last_activity_at: maybe(instant),
});
export type VerificationSummary = z.output<typeof verificationSummarySchema>;

/** Where a record stands that moved on meanwhile, as a 409 or 412 tells it. */
export const currentStateSchema = z.object({
  status,
  version: whole,
  decided_by: maybe(personSchema),
  decided_at: maybe(instant),
});
export type CurrentState = z.output<typeof currentStateSchema>;

/** The tabs of the list, and which statuses each holds; `all` holds every one, also those that are not listed here. */
export const verificationTabs = {
  all: undefined,
  drafts: ['initiated'],
  active: ['in_progress', 'pending_review'],
  completed: ['approved'],
  voided: ['rejected', 'canceled', 'expired'],
} as const satisfies Readonly<Record<string, readonly VerificationStatus[] | undefined>>;
export type VerificationTab = keyof typeof verificationTabs;

export function isInTab(tab: VerificationTab, statusOfRow: string): boolean {
  const held: readonly string[] | undefined = verificationTabs[tab];
  return held === undefined || held.includes(statusOfRow);
}

/** The face match in percent. A value that its scale does not allow, or a scale that nobody knows, gives none. */
export function facePercent({value, scale}: FaceMatch): number | undefined {
  const most = scale === 'unit' ? 1 : scale === 'percent' ? 100 : undefined;
  if (most === undefined || value < 0 || value > most) return undefined;
  return most === 1 ? value * 100 : value;
}

/** What each part of a verification is compared by to see whether its version covers a change of it. */
const covered = {
  status: ({status: now}) => now,
  subject: ({subject}) => subject,
  reviewers: ({reviewers}) => reviewers.map((each) => each.id),
  invite: ({invite}) => [invite?.sent_at, invite?.resends],
  documents: ({documents}) => documents,
  biometric: ({biometric}) => {
    const {judgement: _own, ...rest} = biometric ?? {};
    return rest;
  },
  screening: ({screening}) =>
    screening && [
      screening.state,
      screening.completed_at,
      screening.findings.map(({judgement: _judgement, version: _version, ...rest}) => rest),
    ],
  score: ({score_total, score_breakdown}) => [score_total, score_breakdown],
} as const satisfies Record<string, (verification: Verification) => unknown>;

/** The parts whose change makes a new version. Notes, events, judgements, downloads and `pdf_ready` do not. */
export type CoveredPart = keyof typeof covered;
export const coveredParts = Object.keys(covered) as readonly CoveredPart[];

/** What changed between two states of a verification, as far as its version covers it. */
export const changedParts = (before: Verification, after: Verification): readonly CoveredPart[] =>
  coveredParts.filter(
    (part) => JSON.stringify(covered[part](before) ?? null) !== JSON.stringify(covered[part](after) ?? null),
  );
