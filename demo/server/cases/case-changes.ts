import {judgementOutcomes} from '../../../src/domain/aml.js';
import type {AuditEvent} from '../../../src/domain/audit-event.js';
import {noteToSend} from '../../../src/domain/note.js';
import type {Person} from '../../../src/domain/person.js';
import type {VerificationAction} from '../../../src/domain/verification-actions.js';
import type {CurrentState, FaceOutcome, Verification} from '../../../src/domain/verification.js';
import type {CaseEditor} from '../records/case-records.js';
import type {User} from '../records/records.js';

/** Everything that can be asked of the server under `POST /verifications/:type/:id/:action`. */
export const changes = [
  'approve',
  'reject',
  'cancel',
  'resend',
  'reopen',
] as const satisfies readonly VerificationAction[];
export type CaseChange = (typeof changes)[number];

interface Act {
  readonly by: User;
  readonly at: string;
  readonly note?: string | undefined;
}

interface ChangeRow {
  readonly event: string;
  readonly next: (verification: Verification, act: Act) => Verification;
}

const decide =
  (status: 'approved' | 'rejected'): ChangeRow['next'] =>
  (verification, {by, at, note}) => ({
    ...verification,
    status,
    decision: {outcome: status, note: note ?? null, by: personOf(by), at},
  });

/** What each action makes of a verification, and the event that it is remembered by. */
const changeRows: {readonly [A in CaseChange]: ChangeRow} = {
  approve: {event: 'request.approved', next: decide('approved')},
  reject: {event: 'request.rejected', next: decide('rejected')},
  cancel: {event: 'request.canceled', next: (verification) => ({...verification, status: 'canceled'})},
  resend: {
    event: 'request.invite_resent',
    next: ({invite, ...verification}, {at}) => ({
      ...verification,
      invite: {...invite, sent_at: at, resends: (invite?.resends ?? 0) + 1},
    }),
  },
  // The decision leaves the record; the chain of events keeps it.
  reopen: {
    event: 'request.reopened',
    next: (verification) => ({...verification, status: 'pending_review', decision: null}),
  },
};

const personOf = ({id, name}: User): Person => ({id, name});
export const actorOf = ({id, name}: User): AuditEvent['actor'] => ({kind: 'user', id, name});

/** Does one of the actions, of which it is known that it may be done. */
export async function changeCase(
  editor: CaseEditor,
  change: CaseChange,
  {by, at, note}: {readonly by: User; readonly at: string; readonly note?: string | null | undefined},
): Promise<void> {
  const {event, next} = changeRows[change];
  const sent = note == null ? undefined : noteToSend(note);
  await editor.replace(next(editor.verification, {by, at, note: sent}));
  const {status, version} = editor.verification;
  await editor.append({type: event, at, actor: actorOf(by), note: sent, data: {status, version}});
}

/** Keeps what somebody thinks of the face. Only they see it before the decision. */
export async function judgeFace(
  editor: CaseEditor,
  outcome: FaceOutcome,
  {by, at}: {readonly by: User; readonly at: string},
): Promise<void> {
  await editor.judgeFace(by.id, {outcome, at});
  await editor.append({type: 'biometric.judged', at, actor: actorOf(by), data: {outcome}});
}

interface FindingJudgement {
  readonly outcome: (typeof judgementOutcomes)[number];
  readonly reason_code?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** Keeps what somebody thinks of a finding. Answers the finding, or `undefined` where it is not one of this verification. */
export async function judgeFinding(
  editor: CaseEditor,
  finding: string,
  {outcome, reason_code, note}: FindingJudgement,
  {by, at}: {readonly by: User; readonly at: string},
) {
  const {verification} = editor;
  const {screening} = verification;
  const found = screening?.findings.find(({id}) => id === finding);
  if (!screening || !found) return undefined;
  const sent = note == null ? undefined : noteToSend(note);
  const judgement = {outcome, reason_code: reason_code ?? null, note: sent ?? null, by: personOf(by), at};
  const judged = {...found, version: found.version + 1, judgement};
  const findings = screening.findings.map((each) => (each === found ? judged : each));
  await editor.replace({...verification, screening: {...screening, findings}});
  const data = {finding_id: finding, outcome, ...(reason_code != null && {reason_code})};
  await editor.append({type: 'finding.judged', at, actor: actorOf(by), note: sent, data});
  return judged;
}

/** Adds a note. What it says stands in the note and not in the chain, which is told to others. */
export async function addNote(
  editor: CaseEditor,
  text: string,
  {by, at}: {readonly by: User; readonly at: string},
) {
  const note = {id: `note_${crypto.randomUUID()}`, text, author: personOf(by), at};
  await editor.addNote(note);
  await editor.append({type: 'note.created', at, actor: actorOf(by), data: {note_id: note.id}});
  return note;
}

/** Where a verification stands, for whoever took it for something else: with who brought it there, and when. */
export async function currentState(editor: CaseEditor): Promise<CurrentState> {
  const {status, version, decision} = editor.verification;
  if (decision) return {status, version, decided_by: decision.by ?? null, decided_at: decision.at};
  const last = await editor.lastMove();
  if (!last) return {status, version};
  const {id, name, kind} = last.actor;
  const by = kind === 'user' && id ? {id, name: name ?? null} : null;
  return {status, version, decided_by: by, decided_at: last.at};
}
