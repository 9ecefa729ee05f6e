import {verificationEventTypes, type LiveEventType} from '../../../src/domain/live-events.js';
import {changedParts, type Verification} from '../../../src/domain/verification.js';
import type {CaseQuestion} from './case-records.js';
import {searchable} from './lists.js';

/** What verifications are filtered and sorted by, worked out from the record when it is stored. */
export interface CaseColumns {
  readonly type: string;
  readonly version: number;
  readonly status: string;
  /** When it was made, in one spelling, so that its text sorts by time. */
  readonly at: string;
  readonly channel: string | null;
  readonly requester: string | null;
  readonly search: string;
  readonly finding_ids: readonly string[];
}

export const columnsOf = (verification: Verification): CaseColumns => ({
  type: verification.type,
  version: verification.version,
  status: verification.status,
  at: momentOf(verification.created_at),
  channel: verification.channel ?? null,
  requester: verification.requester?.id ?? null,
  search: searchable(
    verification.id,
    verification.short_id,
    verification.subject.id,
    verification.subject.name,
    verification.subject.email,
    verification.subject.phone,
    verification.matter?.reference,
    verification.matter?.title,
  ),
  finding_ids: verification.screening?.findings.map(({id}) => id) ?? [],
});

export function momentOf(value: string): string {
  const at = Date.parse(value);
  return Number.isNaN(at) ? value : new Date(at).toISOString();
}

/** The next state with its version: one more where something changed that the version covers. */
export function withVersion(before: Verification, next: Verification): Verification {
  const version = before.version + (changedParts(before, next).length > 0 ? 1 : 0);
  return {...next, version};
}

export const isWanted = (columns: CaseColumns, question: CaseQuestion): boolean =>
  (question.status?.includes(columns.status) ?? true) &&
  (question.type?.includes(columns.type) ?? true) &&
  (question.channel?.includes(columns.channel ?? '') ?? true) &&
  (question.requester === undefined || question.requester === columns.requester) &&
  (question.words === undefined || columns.search.includes(question.words));

/** What sockets are told of an event. Those that the screens do not know are changes of the case. */
export const newsOf = (type: string): LiveEventType =>
  verificationEventTypes.find((each) => each === type) ?? 'request.updated';

/** The events that give a verification another status. */
export const moves: readonly string[] = [
  'request.approved',
  'request.rejected',
  'request.canceled',
  'request.reopened',
  'request.expired',
];
