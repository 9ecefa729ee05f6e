import * as z from 'zod/mini';
import {decimal, finite, id, instant, maybe, openEnum, rowsOf, text, whole} from './reading.js';

export const directions = ['in', 'out', 'unknown'] as const;

/** The statuses that have a tone of their own. Others are possible. */
export const transactionStatuses = ['COMPLETED', 'HELD', 'DECLINED', 'FAILED'] as const;

export const transactionSchema = z.object({
  id,
  at: instant,
  /** Digits as text, without sign; the direction says which way. */
  amount: decimal,
  currency: text,
  direction: openEnum(directions),
  status: openEnum(transactionStatuses),
  /** 0 to 100. */
  risk_score: maybe(finite),
  risk_level: maybe(text),
  /** Names of the rules that it triggered. */
  rules: rowsOf(text),
  counterparty: maybe(text),
});
export type Transaction = z.output<typeof transactionSchema>;

export const transactionSorts = ['at', 'amount', 'risk_score'] as const;
export type TransactionSort = (typeof transactionSorts)[number];

export const buckets = ['day', 'week', 'month'] as const;
export type Bucket = (typeof buckets)[number];

/** What moved within one stretch of time, in one currency. */
export const bucketSchema = z.object({
  /** First day of the stretch. */
  start: text,
  currency: text,
  in: decimal,
  out: decimal,
  count: whole,
  /** How many of them triggered a rule. */
  flagged: whole,
});
export const transactionSummarySchema = z.object({buckets: rowsOf(bucketSchema)});
export type TransactionBucket = z.output<typeof bucketSchema>;

/** From 70 on the risk is high, from 40 on it is medium. */
export function riskBand(score: number): 'high' | 'medium' | 'low' {
  if (score >= 70) return 'high';
  return score >= 40 ? 'medium' : 'low';
}
