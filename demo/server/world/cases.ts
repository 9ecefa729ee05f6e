import type {Finding} from '../../../src/domain/aml.js';
import type {Customer} from '../../../src/domain/customer.js';
import type {Document} from '../../../src/domain/document.js';
import {greatCircle, type Geolocation} from '../../../src/domain/geolocation.js';
import type {Note} from '../../../src/domain/note.js';
import type {Person} from '../../../src/domain/person.js';
import type {ScoringSettings} from '../../../src/domain/scoring-settings.js';
import type {Screening} from '../../../src/domain/screening.js';
import type {Biometric, Invite, Verification} from '../../../src/domain/verification.js';
import {days} from './calendar.js';
import {historyOf, judgedCount, judgementOf, noteIdOf, noteText, type History} from './case-history.js';
import {casePlans, matters, type CasePlan} from './case-plans.js';
import {casePapersOf, portraitsOf} from './case-papers.js';
import {Chance} from './chance.js';
import {scored} from './verification-builders.js';
import type {Somebody} from './people.js';
import {findingOf} from './screening.js';
import {scoring} from './settings.js';
import {staff} from './staff.js';
import type {VerificationFolder} from './world.js';

export const caseIdOf = (key: string): string => new Chance(`verification ${key}`).uuid();

const requirements: Readonly<Record<string, readonly string[]>> = {
  idv: ['document', 'person', 'biometric_face', 'attestation'],
  kyc: ['document', 'person', 'biometric_face', 'attestation', 'location', 'contact', 'pep_hio', 'consent'],
  custom: ['document', 'consent', 'financial'],
};

const withoutFindings = (plan: CasePlan): string | undefined =>
  typeof plan.screening === 'string' ? plan.screening : undefined;

function findingsOf(plan: CasePlan, person: Somebody): readonly Finding[] {
  if (plan.screening === undefined || typeof plan.screening === 'string') return [];
  const chance = new Chance(`findings ${plan.key}`);
  return plan.screening.map((family) => ({
    ...findingOf(person, family, '', chance),
    version: 1,
    judgement: null,
  }));
}

/** The findings with the judgements that the history tells of. */
function judged(plan: CasePlan, findings: readonly Finding[], {at, events}: History): readonly Finding[] {
  const count = judgedCount(plan, findings.length);
  return findings.map((finding, index) => {
    const when = at(`finding ${index}`);
    if (index >= count || when === undefined) return finding;
    const by = events.find(
      ({type, data}) => type === 'finding.judged' && data?.['finding_id'] === finding.id,
    );
    return {
      ...finding,
      version: 2,
      judgement: {...judgementOf(plan, index), by: personOf(by?.actor), at: when},
    };
  });
}

const personOf = (actor: {readonly id?: string | null | undefined} | undefined): Person | null =>
  Object.values(staff).find(({id}) => id === actor?.id) ?? null;

function screeningOfCase(plan: CasePlan, findings: readonly Finding[], history: History): Screening | null {
  if (plan.screening === undefined) return null;
  const state = withoutFindings(plan) ?? 'findings';
  const isOver = state !== 'not_run' && state !== 'running';
  return {state, completed_at: isOver ? (history.at('screened') ?? null) : null, findings};
}

function geolocationOf({place}: CasePlan): Geolocation | null {
  if (!place) return null;
  const threshold_km = place.threshold ?? null;
  if ('state' in place)
    return {state: place.state, distance_km: null, threshold_km, device: null, declared: null};
  const [declared, device] = [place.home, place.device].map(([lat, lng]) => ({lat, lng})) as [
    {lat: number; lng: number},
    {lat: number; lng: number},
  ];
  const distance = Math.round((greatCircle(declared, device) ?? 0) * 10) / 10;
  const state = threshold_km === null ? 'unknown' : distance > threshold_km ? 'diverged' : 'near';
  return {state, distance_km: distance, threshold_km, device, declared};
}

function inviteOf(plan: CasePlan, {at}: History): Invite | null {
  const sent = at('sent');
  if (plan.status === 'initiated' || sent === undefined) return null;
  const after = (count: number): string =>
    new Date(Date.parse(sent) + days(count) * 60_000).toISOString().replace('.000Z', 'Z');
  const isOpen = plan.status === 'in_progress' && plan.invite === undefined;
  const term = isOpen ? 365 : plan.invite === 'expired' ? 7 : 30;
  const expires_at = plan.invite === 'endless' ? null : (at('expired') ?? after(term));
  return {sent_at: sent, expires_at, resends: plan.resends ?? 0};
}

function decisionOf(plan: CasePlan, {at, events}: History): Verification['decision'] {
  const when = at('decided');
  const event = events.find((each) => each.at === when && each.type === `request.${plan.status}`);
  if (when === undefined || !event) return null;
  return {outcome: plan.status, note: event.note ?? null, by: personOf(event.actor), at: when};
}

function notesOf(plan: CasePlan, {at, events}: History): readonly Note[] {
  const written = events.filter(({type}) => type === 'note.created');
  return written.map(({actor}, index) => ({
    id: noteIdOf(plan, index),
    text: noteText(plan, index),
    author: personOf(actor),
    at: at(`note ${index}`) ?? '',
  }));
}

/** Where a plan asks for what no rule gives. */
const told: Readonly<Record<string, (documents: readonly Document[]) => readonly Document[]>> = {
  // A kind of disagreement that nobody has heard of.
  tables: ([first, ...rest]) =>
    first
      ? [
          {
            ...first,
            mismatches: [
              ...first.mismatches,
              {kind: 'signature', weight: 15, declared: null, extracted: null},
            ],
            score: {raw: (first.score?.raw ?? 100) - 15, shown: (first.score?.shown ?? 100) - 15},
          },
          ...rest,
        ]
      : rest,
  // Read by a machine that does not say how sure it is.
  weaver: (documents) =>
    documents.map((each) => ({...each, fields: each.fields.map((field) => ({...field, confidence: null}))})),
};

function folderOf(
  plan: CasePlan,
  person: Somebody,
  customer: Customer,
  weights: ScoringSettings['weights'],
): VerificationFolder {
  const name = {type: plan.type, id: caseIdOf(plan.key)};
  const chance = new Chance(`short id ${plan.key}`);
  const isTeamMember = plan.isTeamMember === true;
  const portraits = portraitsOf(plan, person, name);
  const subject: Verification['subject'] = {
    id: isTeamMember ? `member-${person.key}` : customer.id,
    kind: isTeamMember ? 'team_member' : 'client',
    name: customer.name ?? null,
    email: customer.email ?? null,
    phone: customer.phone ?? null,
    avatar_url: portraits.avatar?.path ?? null,
    address: customer.address ?? null,
  };
  const found = findingsOf(plan, person);
  const history = historyOf(plan, person.tenant, subject, found);
  const papers = casePapersOf(plan, person, name, weights, history.at('documents') ?? '');
  const documents = told[plan.key]?.(papers.documents) ?? papers.documents;
  const biometric: Biometric | null = plan.face
    ? {
        selfie: portraits.selfie?.record ?? null,
        portrait: portraits.portrait?.record ?? null,
        face_match:
          plan.face.value === null ? null : {value: plan.face.value, scale: plan.face.scale ?? 'percent'},
        liveness: plan.face.live ?? 'unknown',
      }
    : null;
  const changes = new Set(['request.created', 'request.updated', 'request.invite_resent']);
  const verification: Verification = {
    ...name,
    short_id: chance.falls(0.85) ? name.id.slice(0, 8).toUpperCase() : null,
    version: history.events.filter(
      ({type}) => changes.has(type) || /approved|rejected|reopened|canceled|expired/.test(type),
    ).length,
    status: plan.status,
    subject,
    matter: plan.matter ? matters[plan.matter] : null,
    requester: plan.requester ? staff[plan.requester] : null,
    reviewers: (plan.reviewers ?? []).map((each) => staff[each]),
    channel: plan.channel === undefined ? 'email' : plan.channel,
    requirements: requirements[plan.type] ?? [],
    ...scored(documents, geolocationOf(plan)),
    documents,
    biometric,
    screening: screeningOfCase(plan, judged(plan, found, history), history),
    invite: inviteOf(plan, history),
    decision: decisionOf(plan, history),
    created_at: history.events[0]?.at ?? '',
    last_activity_at: history.events.at(-1)?.at ?? null,
    pdf_ready: false,
  };
  return {
    tenant: person.tenant,
    verification,
    events: history.events,
    notes: notesOf(plan, history),
    files: [...papers.files, ...Object.values(portraits).flatMap((each) => (each ? [each.file] : []))],
  };
}

/** Every verification of the world, about the people whose records these are. */
export function casesOf(
  known: readonly {readonly person: Somebody; readonly customer: Customer}[],
): readonly VerificationFolder[] {
  return casePlans.map((plan) => {
    const about = known.find(({person}) => person.key === plan.person);
    if (!about) throw new RangeError(`Nobody is called ${plan.person}.`);
    return folderOf(plan, about.person, about.customer, scoring[about.person.tenant].weights);
  });
}
