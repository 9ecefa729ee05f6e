import type {Finding, Judgement} from '../../../src/domain/aml.js';
import {ago, days} from './calendar.js';
import type {CasePlan} from './case-plans.js';
import {Chance} from './chance.js';
import {staff, type StaffName} from './staff.js';
import type {SeedEvent} from './world.js';

type Who = StaffName | 'subject' | 'system';

interface Happening {
  readonly type: string;
  readonly who: Who;
  readonly note?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** What the record takes the time of this from; the last one of a name counts. */
  readonly mark?: string;
}

/** What happened to a case, in order, and when what the record tells of happened. */
export interface History {
  readonly events: readonly SeedEvent[];
  /** When something with this mark happened last. */
  at(mark: string): string | undefined;
}

const remarks = [
  'Asked the subject about the second address by phone; he says he moved in September.',
  'صورة الوجه الخلفي غير واضحة، يُرجى طلب صورة جديدة.',
  'The bill is from another supplier than last year. Nothing speaks against it.',
  'Η υπογραφή ταιριάζει με αυτήν του συμβολαίου.',
  'Called back on the number on file. Answers were fluent and matched the form.',
  '住所は先月の届け出と一致しています。',
  'See matter for the letter of the bank.\n\nIt arrived as a scan, the original is in the safe.',
  'Спросили второй документ, обещан до пятницы.',
  'Compared with the verification of last year: same portrait, new number.',
] as const;

/** Why something was rejected, and what was said when that was taken back. */
const objections = [
  ['Back side unreadable; address could not be compared.', 'The subject sent a clearer back side.'],
  ['The address on the bill is not the one on the form.', 'The address was corrected at the registry.'],
  ['The list entry seems to name this very person.', 'A false positive: the list names another person.'],
] as const;

/** An empty one: approved without a word. */
const approvals = ['All documents agree.', '', 'Discussed in the committee, see matter.'] as const;

/** Who acts for the tenant where the plan names nobody. */
const anybody = (tenant: string): StaffName => (tenant === 'kestrel' ? 'nadia' : 'tomasz');

const judgements = [
  {outcome: 'false_positive', reason_code: 'other_birth_date', note: 'Born in another year.'},
  {outcome: 'true_match', reason_code: 'same_person', note: null},
  {outcome: 'unsure', reason_code: null, note: 'Asked the provider for the source.'},
] as const satisfies readonly Partial<Judgement>[];
type Judged = (typeof judgements)[number];

/** What is approved named others; what is rejected named the subject. */
const judgedIn: Readonly<Record<string, Judged>> = {approved: judgements[0], rejected: judgements[1]};

/** How the finding with this number was judged, the same every time. */
export const judgementOf = ({key, status}: CasePlan, index: number): Judged =>
  judgedIn[status] ?? new Chance(`judged ${key} ${index}`).pick(judgements);

/** How many findings somebody has judged. */
export const judgedCount = ({judged, status}: CasePlan, findings: number): number =>
  judged ?? (status === 'approved' || status === 'rejected' ? findings : 0);

function happeningsOf(plan: CasePlan, tenant: string, findings: readonly Finding[]): readonly Happening[] {
  const chance = new Chance(`history ${plan.key}`);
  const requester = plan.requester ?? undefined;
  const reviewers = plan.reviewers?.length ? plan.reviewers : [requester ?? anybody(tenant)];
  const said: Happening[] = [
    {
      type: 'request.created',
      who: requester ?? 'system',
      mark: 'sent',
      data: {type: plan.type, channel: plan.channel === undefined ? 'email' : plan.channel},
    },
  ];
  const {status} = plan;
  if (status === 'initiated') return said;
  for (let left = plan.resends ?? 0; left > 0; left--)
    said.push({type: 'request.invite_resent', who: requester ?? reviewers[0] ?? 'system', mark: 'sent'});
  if (plan.papers)
    said.push({type: 'request.updated', who: 'subject', data: {part: 'documents'}, mark: 'documents'});
  if (plan.face)
    said.push({type: 'request.updated', who: 'subject', data: {part: 'biometric'}, mark: 'biometric'});
  if (plan.screening !== undefined && plan.screening !== 'not_run')
    said.push({type: 'request.updated', who: 'system', data: {part: 'screening'}, mark: 'screened'});
  const wasFinished = status !== 'in_progress' && status !== 'expired' && (plan.papers ?? plan.screening);
  if (wasFinished) {
    said.push({
      type: 'request.updated',
      who: 'system',
      data: {part: 'status', status: 'pending_review'},
      mark: 'waiting',
    });
  }
  findings.slice(0, judgedCount(plan, findings.length)).forEach(({id}, index) => {
    const {outcome, reason_code, note} = judgementOf(plan, index);
    said.push({
      type: 'finding.judged',
      who: chance.pick(reviewers),
      data: {finding_id: id, outcome, ...(reason_code !== null && {reason_code})},
      mark: `finding ${index}`,
      ...(note !== null && {note}),
    });
  });
  for (let index = 0; index < (plan.notes ?? 0); index++)
    said.push({
      type: 'note.created',
      who: chance.pick(reviewers),
      data: {note_id: noteIdOf(plan, index)},
      mark: `note ${index}`,
    });
  for (let left = plan.reopened ?? 0; left > 0; left--) {
    const by = chance.pick(reviewers);
    const [objection, reason] = chance.pick(objections);
    said.push({type: 'request.rejected', who: by, note: objection, data: {status: 'rejected'}});
    if (left % 2 === 0) said.push({type: 'request.pdf_downloaded', who: chance.pick(reviewers)});
    said.push({
      type: 'request.reopened',
      who: by,
      note: reason,
      data: {status: 'pending_review'},
      mark: 'waiting',
    });
  }
  const ends: Readonly<Record<string, () => Happening>> = {
    approved: () => {
      const note = chance.pick(approvals);
      return {
        type: 'request.approved',
        who: chance.pick(reviewers),
        mark: 'decided',
        ...(note === '' ? {} : {note}),
      };
    },
    rejected: () => ({
      type: 'request.rejected',
      who: chance.pick(reviewers),
      note: chance.pick(objections)[0],
      mark: 'decided',
    }),
    canceled: () => ({
      type: 'request.canceled',
      who: requester ?? anybody(tenant),
      note: 'Asked for by mistake.',
    }),
    expired: () => ({type: 'request.expired', who: 'system', mark: 'expired'}),
    // An event that only this organisation knows, with the status that only it knows.
    on_hold: () => ({
      type: 'request.put_on_hold',
      who: chance.pick(reviewers),
      data: {until: 'further notice'},
    }),
  };
  const end = ends[status]?.();
  if (end) said.push({...end, data: {status, ...end.data}});
  for (let left = plan.downloads ?? 0; left > 0; left--)
    said.push({
      type: 'request.pdf_downloaded',
      who: chance.pick([...reviewers, anybody(tenant)]),
      data: {download_id: chance.uuid()},
    });
  return said;
}

/** The id of the note with this number. */
export const noteIdOf = ({key}: CasePlan, index: number): string => new Chance(`note ${key} ${index}`).uuid();

/** The text of the note with this number, the same every time. */
export const noteText = (plan: CasePlan, index: number): string =>
  remarks[(new Chance(`notes ${plan.key}`).whole(0, remarks.length - 1) + index) % remarks.length] ?? '';

/** Everything that happened to a case, spread over its life. */
export function historyOf(
  plan: CasePlan,
  tenant: string,
  subject: {readonly id: string; readonly name?: string | null | undefined},
  findings: readonly Finding[],
): History {
  const happenings = happeningsOf(plan, tenant, findings);
  const chance = new Chance(`times ${plan.key}`);
  const whole = days(plan.age) - chance.whole(0, 300);
  // What is decided lies back for good; what waits has been touched lately.
  const rest = plan.status === 'pending_review' || plan.status === 'in_progress' ? 0.08 : 0.3;
  const marks = new Map<string, string>();
  const actors = {
    subject: {kind: 'subject', id: subject.id, name: subject.name ?? null},
    system: {kind: 'system', id: null, name: null},
  } as const;
  const events = happenings.map(({type, who, note, data, mark}, index): SeedEvent => {
    const share = happenings.length === 1 ? 0 : (index + chance.next() * 0.7) / happenings.length;
    const at = ago(Math.round(whole * (1 - (index === 0 ? 0 : share) * (1 - rest))));
    if (mark !== undefined) marks.set(mark, at);
    const actor =
      who === 'subject' || who === 'system'
        ? actors[who]
        : ({kind: 'user', id: staff[who].id, name: staff[who].name} as const);
    return {type, at, actor, ...(note === undefined ? {} : {note}), ...(data ? {data} : {})};
  });
  return {events, at: (mark) => marks.get(mark)};
}
