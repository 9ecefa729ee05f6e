import * as z from 'zod/mini';
import {amlRecordSchema} from './aml.js';
import {auditEventSchema, chainCheckSchema, loggedEventSchema} from './audit-event.js';
import {customerSchema, customerSummarySchema} from './customer.js';
import {documentSchema} from './document.js';
import {noteSchema} from './note.js';
import {questionnaireSchema} from './questionnaire.js';
import {maybe, rowsOf, text, whole} from './reading.js';
import type {Shape} from './resource.js';
import type {ResourceName} from './resources.js';
import {scoringSettingsSchema} from './scoring-settings.js';
import {transactionSchema, transactionSummarySchema} from './transaction.js';
import {travelRuleLogSchema} from './travel-rule.js';
import type {VerificationResourceName} from './verification-resources.js';
import {verificationSchema, verificationSummarySchema} from './verification.js';
import {videoCallSchema} from './video-call.js';
import {webhookSchema} from './webhook.js';

export {socketTokenSchema} from './socket-token.js';

type Name = ResourceName | VerificationResourceName;

/** What a record of each resource looks like. It stands apart from the tables, so that a page can ask before this is here. */
export const records = {
  customers: customerSummarySchema,
  customer: customerSchema,
  documents: documentSchema,
  amlRecords: amlRecordSchema,
  videoCalls: videoCallSchema,
  transactions: transactionSchema,
  transactionSummary: transactionSummarySchema,
  travelRuleLogs: travelRuleLogSchema,
  questionnaires: questionnaireSchema,
  verifications: verificationSummarySchema,
  verification: verificationSchema,
  verificationAudit: auditEventSchema,
  verificationNotes: noteSchema,
  chainCheck: chainCheckSchema,
  auditLog: loggedEventSchema,
  scoringSettings: scoringSettingsSchema,
  webhooks: webhookSchema,
} as const satisfies Readonly<Record<Name, z.ZodMiniType>>;

/** What one record of a resource is read as. */
export type RecordOf<N extends Name> = z.output<(typeof records)[N]>;

/** The answer that carries records of this kind in this shape. */
export const answerSchema = (shape: Shape, record: z.ZodMiniType): z.ZodMiniType => {
  if (shape === 'one') return record;
  if (shape === 'list') return z.object({items: rowsOf(record)});
  return z.object({items: rowsOf(record), next_cursor: maybe(text), total: maybe(whole)});
};

const schemas = new Map<Name, z.ZodMiniType>();

/** What reads the answer of a resource that comes in this shape. */
export function readerOf(name: Name, shape: Shape): z.ZodMiniType {
  const schema = schemas.get(name) ?? answerSchema(shape, records[name]);
  schemas.set(name, schema);
  return schema;
}
