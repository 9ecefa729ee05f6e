import type {Finding} from '../../src/domain/aml.js';
import type {AuditEvent} from '../../src/domain/audit-event.js';
import {documentsInOrder} from '../../src/domain/document.js';
import type {Person} from '../../src/domain/person.js';
import {screeningState} from '../../src/domain/screening-state.js';
import {fullScore, scoreMaximum, shownScore} from '../../src/domain/score.js';
import {facePercent, type Verification} from '../../src/domain/verification.js';
import {shortIdOf} from '../../src/domain/verification-facts.js';
import {directionOf, inPlainSight} from './audit-pdf/plain-sight.js';
import {typeset} from './audit-pdf/typesetter.js';

export interface AuditPdfInput {
  /** As it stood when it was decided. */
  readonly verification: Verification;
  /** Up to the decision, in their order. */
  readonly events: readonly AuditEvent[];
  readonly organisation: {readonly name: string};
  /** The hash of the last event: what the chain of this paper's events ends in. */
  readonly chainHead: string;
}

/** A text of somebody's: what is seen of it, from which side, and what it is to the letter. */
interface Told {
  readonly seen: string;
  readonly exact: string;
  readonly direction: 'ltr' | 'rtl';
}

const told = (text: string): Told => ({
  seen: inPlainSight(text),
  exact: text,
  direction: directionOf(text),
});
const plain = (text: string | null | undefined): string => (text?.trim() ? inPlainSight(text) : '–');

const nameOf = (person: Person | null | undefined): string =>
  person ? plain([person.name, person.email].find((each) => each?.trim()) ?? person.id) : '–';

/** 12 Nov 2026, 10:02:31 UTC, in whichever language the machine is set up. */
function instantOf(text: string | null | undefined): string {
  const at = Date.parse(text ?? '');
  if (Number.isNaN(at)) return plain(text);
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

const eventWords: Readonly<Record<string, string>> = {
  'request.created': 'Created',
  'request.updated': 'Updated',
  'request.approved': 'Approved',
  'request.rejected': 'Rejected',
  'request.canceled': 'Canceled',
  'request.invite_resent': 'Invite sent again',
  'request.reopened': 'Reopened',
  'request.expired': 'Expired',
  'request.pdf_downloaded': 'Audit PDF downloaded',
  'note.created': 'Note added',
  'biometric.judged': 'Face match judged',
  'finding.judged': 'Finding judged',
};

const screeningWords: Readonly<Record<string, string>> = {
  not_run: 'Has not run. This is not a clear screening.',
  running: 'Was still running',
  clear: 'Clear: no findings',
  findings: 'Findings',
  failed: 'Failed. This is not a clear screening.',
};

const outcomeWords: Readonly<Record<string, string>> = {
  approved: 'Approved',
  rejected: 'Rejected',
  true_match: 'True match',
  false_positive: 'False positive',
  unsure: 'Can’t tell',
};
const wordOf = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : plain(key);

function factsOf({subject, matter, ...verification}: Verification) {
  const {line, city, province, country} = subject.address ?? {};
  const address = [line, city, province, country].filter((each) => each?.trim()).join(', ');
  const {reviewers} = verification;
  return {
    subject: [
      ['Name', plain(subject.name)],
      ['E-mail', plain(subject.email)],
      ['Phone', plain(subject.phone)],
      ['Address', plain(address)],
      ['Kind', subject.kind === 'team_member' ? 'Team member' : 'Client'],
      ['Subject’s id', plain(subject.id)],
    ],
    verification: [
      ['Verification', plain(shortIdOf(verification))],
      ['Full id', plain(verification.id)],
      ['Type', plain(verification.type.toUpperCase())],
      ['Sent by', plain(verification.channel)],
      ['Requested by', nameOf(verification.requester)],
      ['Reviewers', reviewers.length === 0 ? '–' : reviewers.map((each) => nameOf(each)).join(', ')],
      ['Matter', matter ? [matter.reference, matter.title].filter(Boolean).map(plain).join(' · ') : '–'],
      ['Created', instantOf(verification.created_at)],
    ],
  };
}

function scoreOf({documents, score_total, score_breakdown}: Verification) {
  const titles = new Map(documents.map(({id, title, type}) => [id, plain(title ?? type)]));
  const scored = score_breakdown?.documents ?? [];
  const maximum = scoreMaximum(score_breakdown?.max, scored.length);
  const total =
    score_total === null || score_total === undefined
      ? 'No score'
      : `${shownScore(score_total, maximum)} of ${maximum}${
          shownScore(score_total, maximum) === score_total ? '' : ` (as computed: ${score_total})`
        }`;
  return {
    total,
    documents: scored.map(({document_id, raw, mismatches}) => ({
      title: titles.get(document_id) ?? plain(document_id),
      raw: `${raw} of ${fullScore}`,
      deductions: mismatches.map(({kind, weight, declared, extracted}) => ({
        kind: plain(kind === 'dob' ? 'Date of birth' : kind.charAt(0).toUpperCase() + kind.slice(1)),
        weight: typeof weight === 'number' ? `−${weight}` : '–',
        declared: plain(declared),
        extracted: plain(extracted),
      })),
    })),
  };
}

const documentsOf = ({documents}: Verification) =>
  documentsInOrder(documents).map(({title, type, uploaded_at, validations, archived}) => ({
    title: plain(title ?? type) + (archived ? ' (archived)' : ''),
    uploaded: instantOf(uploaded_at),
    checks:
      validations.length === 0
        ? '–'
        : validations.map(({label, key, outcome}) => `${plain(label ?? key)}: ${plain(outcome)}`).join('; '),
  }));

function biometricOf({biometric}: Verification): readonly (readonly [string, string])[] {
  if (!biometric) return [];
  const percent = biometric.face_match ? facePercent(biometric.face_match) : undefined;
  return [
    ['Face match', percent === undefined ? '–' : `${Math.round(percent * 10) / 10} %`],
    ['Liveness', plain(biometric.liveness)],
  ];
}

function findingOf({family, source, matched_name, match_score, country, judgement}: Finding) {
  const judged = judgement
    ? `${wordOf(outcomeWords, judgement.outcome)}, ${nameOf(judgement.by)}, ${instantOf(judgement.at)}`
    : 'Not judged';
  return {
    family: plain(family.replaceAll('_', ' ').toUpperCase()),
    source: plain(source),
    name: plain(matched_name),
    score: typeof match_score === 'number' ? `${match_score} %` : '–',
    country: plain(country),
    judged,
    ...(judgement?.note ? {note: told(judgement.note)} : {}),
  };
}

function eventOf({seq, at, type, actor, note, hash}: AuditEvent) {
  const kind = {user: '', subject: ' (subject)', system: ' (system)'}[actor.kind] ?? '';
  return {
    seq: String(seq),
    at: instantOf(at),
    what: wordOf(eventWords, type),
    who: `${plain(actor.name ?? actor.id ?? (kind === '' ? undefined : actor.kind))}${kind}`,
    hash: plain(hash),
    ...(note ? {note: told(note)} : {}),
  };
}

/**
 * The paper of a decision: who was verified, what was decided by whom and why, what it rested on, and every event up to
 * then with the chain that proves them. The same input makes the same bytes. Throws for a verification without a
 * decision.
 */
export async function makeAuditPdf(input: AuditPdfInput): Promise<Uint8Array> {
  const {verification, events, organisation, chainHead} = input;
  const {decision, screening} = verification;
  if (!decision) throw new Error('There is no decision to put on paper.');
  const state = screeningState(screening);
  const decided = new Date(decision.at);
  return typeset({
    title: `Audit of verification ${plain(shortIdOf(verification))}`,
    organisation: plain(organisation.name),
    name: plain(verification.subject.name ?? 'Subject without a name'),
    short: plain(shortIdOf(verification)),
    made: Number.isNaN(decided.getTime())
      ? null
      : [
          decided.getUTCFullYear(),
          decided.getUTCMonth() + 1,
          decided.getUTCDate(),
          decided.getUTCHours(),
          decided.getUTCMinutes(),
          decided.getUTCSeconds(),
        ],
    decision: {
      outcome: decision.outcome,
      word: wordOf(outcomeWords, decision.outcome),
      by: nameOf(decision.by),
      at: instantOf(decision.at),
      ...(decision.note ? {note: told(decision.note)} : {}),
    },
    facts: factsOf(verification),
    score: scoreOf(verification),
    documents: documentsOf(verification),
    biometric: biometricOf(verification),
    screening: {
      state: wordOf(screeningWords, state),
      completed: instantOf(screening?.completed_at),
      findings: screening?.findings.map((each) => findingOf(each)) ?? [],
    },
    events: events.map((each) => eventOf(each)),
    chain: {head: plain(chainHead), count: String(events.length)},
  });
}
