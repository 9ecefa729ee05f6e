import * as z from 'zod/mini';
import {addressSchema} from './person.js';
import {flag, id, instant, maybe, openEnum, rowsOf, text, triState, whole} from './reading.js';

export const customerStatuses = [
  'CREATED',
  'INCOMPLETE',
  'PENDING_UPLOAD',
  'PENDING_REVIEW',
  'PENDING_APPROVAL',
  'APPROVED',
  'REJECTED',
  'BLACKLISTED',
  'INACTIVE',
] as const;
export type CustomerStatus = (typeof customerStatuses)[number];

export const risks = ['NORMAL', 'HIGH', 'VERY_HIGH'] as const;

export const ruleStatuses = [
  'NOT_UPLOADED',
  'PROCESSING',
  'PENDING_REVIEW',
  'APPROVED',
  'REJECTED',
  'AUTOMATICALLY_REJECTED',
] as const;

export const ruleErrorSchema = z.object({code: maybe(text), message: text});

/** One verification step that the customer has to pass. */
export const ruleSchema = z.object({
  id,
  title: maybe(text),
  document_classes: rowsOf(text),
  status: openEnum(ruleStatuses),
  sort_order: maybe(whole),
  attempt: maybe(whole),
  errors: rowsOf(ruleErrorSchema),
});
export type Rule = z.output<typeof ruleSchema>;

export const evidenceKinds = ['document', 'field', 'finding', 'rule', 'transaction'] as const;

const claimSchema = z.object({
  text,
  evidence: rowsOf(z.object({kind: openEnum(evidenceKinds), id})),
});

/** A text written by a machine about the customer. */
const summaryRecordSchema = z.object({
  text,
  generated_at: maybe(instant),
  claims: maybe(rowsOf(claimSchema)),
});
export type Summary = z.output<typeof summaryRecordSchema>;

/** A bare string is a summary without a time. */
const summarySchema = z.pipe(
  z.transform((value: unknown) => (typeof value === 'string' ? {text: value} : value)),
  summaryRecordSchema,
);

/** An address may come as one line. */
const customerAddressSchema = z.pipe(
  z.transform((value: unknown) => (typeof value === 'string' ? {line: value} : value)),
  addressSchema,
);

const verified = z.pipe(
  z.transform((value: unknown) => (value === undefined ? false : value)),
  z.nullable(z.boolean()),
);

export const customerSchema = z.object({
  id,
  version: whole,
  external_id: maybe(text),
  name: maybe(text),
  email: maybe(text),
  phone: maybe(text),
  id_number: maybe(text),
  birth_date: maybe(text),
  gender: maybe(text),
  nationality: maybe(text),
  occupation: maybe(text),
  company_name: maybe(text),
  address: maybe(customerAddressSchema),
  photo_url: maybe(text),
  level: maybe(whole),
  status: openEnum(customerStatuses),
  risk: openEnum(risks),
  reject_reason: maybe(text),
  created_at: maybe(instant),
  updated_at: maybe(instant),
  last_status_at: maybe(instant),
  rules: rowsOf(ruleSchema),
  active_services: rowsOf(text),
  /** `true` low risk, `false` high risk, `null` not checked. */
  aml_status: triState,
  aml_whitelisted: flag,
  /** `null` is not known; absent means not verified. */
  email_verified: verified,
  phone_verified: verified,
  biopay_enabled: triState,
  video_call_status: maybe(text),
  ai_generated_summary: maybe(summarySchema),
});
export type Customer = z.output<typeof customerSchema>;

export const customerSummarySchema = z.object({
  id,
  name: maybe(text),
  status: openEnum(customerStatuses),
  risk: openEnum(risks),
  active_services: rowsOf(text),
  updated_at: maybe(instant),
});
export type CustomerSummary = z.output<typeof customerSummarySchema>;

/** Steps in the order of `sort_order`; steps without one come last, in the order they came. */
export const rulesInOrder = (rules: readonly Rule[]): readonly Rule[] =>
  [...rules].sort((a, b) => (a.sort_order ?? Infinity) - (b.sort_order ?? Infinity) || 0);

/** The summary is out of date when the record has changed since it was written, or when nobody knows when that was. */
export function isSummaryStale(customer: Pick<Customer, 'updated_at'>, summary: Summary): boolean {
  if (!customer.updated_at) return false;
  const written = Date.parse(summary.generated_at ?? '');
  const changed = Date.parse(customer.updated_at);
  return Number.isNaN(written) || (!Number.isNaN(changed) && changed > written);
}

/** What the risk says of the customer's KYC, as the product documents it. */
export function kycLabel(risk: string): 'approved' | 'pending' | 'rejected' | 'created' {
  const labels = {NORMAL: 'approved', HIGH: 'pending', VERY_HIGH: 'rejected'} as const;
  return Object.hasOwn(labels, risk) ? labels[risk as keyof typeof labels] : 'created';
}
