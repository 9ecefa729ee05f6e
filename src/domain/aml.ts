import * as z from 'zod/mini';
import {personSchema} from './person.js';
import {finite, id, instant, maybe, openEnum, rowsOf, text, triState, whole} from './reading.js';

export const findingFamilies = ['sanctions', 'pep', 'fatf', 'adverse_media'] as const;
export const judgementOutcomes = ['true_match', 'false_positive', 'unsure'] as const;

export const judgementSchema = z.object({
  outcome: openEnum(judgementOutcomes),
  reason_code: maybe(text),
  note: maybe(text),
  by: maybe(personSchema),
  at: instant,
});
export type Judgement = z.output<typeof judgementSchema>;

/** One hit on a list, a PEP register, a FATF list or in the news. */
export const findingSchema = z.object({
  id,
  version: whole,
  family: openEnum(findingFamilies),
  source: maybe(text),
  matched_name: maybe(text),
  /** 0 to 100. */
  match_score: maybe(finite),
  country: maybe(text),
  birth_date: maybe(text),
  listed_on: maybe(text),
  url: maybe(text),
  details: maybe(text),
  judgement: z.optional(z.nullable(judgementSchema)),
});
export type Finding = z.output<typeof findingSchema>;

export const amlStatuses = ['no_records', 'records_found', 'whitelisted'] as const;

/** One screening check of a customer. */
export const amlRecordSchema = z.object({
  id,
  version: whole,
  /** 1 for the first generation, whose records cannot be decided; absent means 2. */
  generation: maybe(whole),
  checked_at: instant,
  status: openEnum(amlStatuses),
  approved: triState,
  provider: maybe(text),
  databases: rowsOf(text),
  /** A person decided against, or instead of, the machine. */
  override: z.optional(z.nullable(z.object({by: maybe(personSchema), at: instant}))),
  findings: rowsOf(findingSchema),
});
export type AmlRecord = z.output<typeof amlRecordSchema>;

/** What the AML label says: the state of the check, and the risk beside it. */
export function amlLabel(amlStatus: boolean | null): {
  readonly state: 'approved' | 'rejected' | 'created';
  readonly risk: 'low' | 'high' | 'not-checked';
} {
  if (amlStatus === null) return {state: 'created', risk: 'not-checked'};
  return amlStatus ? {state: 'approved', risk: 'low'} : {state: 'rejected', risk: 'high'};
}

/** The newest record whenever there is one; the oldest only beside another one. */
export function summaryRecords(
  newest: AmlRecord | undefined,
  oldest: AmlRecord | undefined,
): {readonly latest?: AmlRecord; readonly initial?: AmlRecord} {
  if (!newest) return {};
  return oldest && oldest.id !== newest.id ? {latest: newest, initial: oldest} : {latest: newest};
}
