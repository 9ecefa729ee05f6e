import * as z from 'zod/mini';
import {amlRecordSchema, findingSchema, judgementSchema} from '../../../src/domain/aml.js';
import {customerSchema, customerSummarySchema, ruleSchema} from '../../../src/domain/customer.js';
import {
  documentSchema,
  fieldSchema,
  fileSchema,
  mismatchSchema,
  validationSchema,
} from '../../../src/domain/document.js';
import {auditEventSchema, chainCheckSchema, loggedEventSchema} from '../../../src/domain/audit-event.js';
import {geolocationSchema} from '../../../src/domain/geolocation.js';
import {socketTokenSchema} from '../../../src/domain/socket-token.js';
import {noteSchema} from '../../../src/domain/note.js';
import {addressSchema, personSchema} from '../../../src/domain/person.js';
import {answerSchema, questionnaireSchema} from '../../../src/domain/questionnaire.js';
import {decimal, instant, listedValues, rowSchemas} from '../../../src/domain/reading.js';
import {type Shape} from '../../../src/domain/resources.js';
import {bucketSchema, transactionSchema} from '../../../src/domain/transaction.js';
import {transactionSummarySchema} from '../../../src/domain/transaction.js';
import {travelRuleLogSchema} from '../../../src/domain/travel-rule.js';
import {scoringSettingsSchema} from '../../../src/domain/scoring-settings.js';
import {screeningSchema} from '../../../src/domain/screening.js';
import {
  biometricSchema,
  currentStateSchema,
  decisionSchema,
  inviteSchema,
  matterSchema,
  scoreBreakdownSchema,
  subjectSchema,
  verificationSchema,
  verificationSummarySchema,
} from '../../../src/domain/verification.js';
import {recordingSchema, videoCallSchema} from '../../../src/domain/video-call.js';
import {webhookSchema} from '../../../src/domain/webhook.js';
import {notificationSchema, templateSchema} from '../settings-routes.js';

export type Json = Record<string, unknown>;

/** The records that have a name of their own in the descriptions. */
export const named: ReadonlyMap<object, string> = new Map<object, string>([
  [customerSchema, 'Customer'],
  [customerSummarySchema, 'CustomerSummary'],
  [ruleSchema, 'Rule'],
  [personSchema, 'Person'],
  [addressSchema, 'Address'],
  [documentSchema, 'Document'],
  [fileSchema, 'File'],
  [fieldSchema, 'Field'],
  [validationSchema, 'Validation'],
  [mismatchSchema, 'Mismatch'],
  [amlRecordSchema, 'AmlRecord'],
  [findingSchema, 'Finding'],
  [judgementSchema, 'Judgement'],
  [videoCallSchema, 'VideoCall'],
  [recordingSchema, 'Recording'],
  [transactionSchema, 'Transaction'],
  [bucketSchema, 'TransactionBucket'],
  [transactionSummarySchema, 'TransactionSummary'],
  [travelRuleLogSchema, 'TravelRuleLog'],
  [questionnaireSchema, 'Questionnaire'],
  [answerSchema, 'Answer'],
  [socketTokenSchema, 'SocketToken'],
  [verificationSchema, 'Verification'],
  [verificationSummarySchema, 'VerificationSummary'],
  [subjectSchema, 'Subject'],
  [matterSchema, 'Matter'],
  [scoreBreakdownSchema, 'ScoreBreakdown'],
  [geolocationSchema, 'Geolocation'],
  [biometricSchema, 'Biometric'],
  [screeningSchema, 'Screening'],
  [inviteSchema, 'Invite'],
  [decisionSchema, 'Decision'],
  [currentStateSchema, 'CurrentState'],
  [auditEventSchema, 'AuditEvent'],
  [loggedEventSchema, 'LoggedEvent'],
  [chainCheckSchema, 'ChainCheck'],
  [noteSchema, 'Note'],
  [scoringSettingsSchema, 'ScoringSettings'],
  [webhookSchema, 'Webhook'],
  [notificationSchema, 'Notification'],
  [templateSchema, 'NotificationTemplate'],
]);

const between = (minimum: number, maximum: number): Json => ({type: ['number', 'null'], minimum, maximum});

/** What a server has to send more strictly than readers ask for, by record and property. */
const strictly: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  Customer: {created_at: {type: 'string', format: 'date-time'}},
  Field: {confidence: between(0, 1)},
  Finding: {match_score: between(0, 100)},
  Mismatch: {weight: between(0, 100)},
  SocketToken: {expires_in: {type: 'number', exclusiveMinimum: 0, description: 'Seconds.'}},
};

export const refTo = (name: string): Json => ({$ref: `#/components/schemas/${name}`});

const allowsNull = (schema: unknown): boolean => {
  const {type, anyOf} = schema as {readonly type?: unknown; readonly anyOf?: readonly unknown[]};
  return type === 'null' || (Array.isArray(type) && type.includes('null')) || (anyOf ?? []).some(allowsNull);
};

/** What may be null may be absent too, everywhere. */
function withoutRequiredNulls(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutRequiredNulls);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside: Json = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, withoutRequiredNulls(value)]),
  );
  const {properties, required} = inside;
  if (typeof properties !== 'object' || !Array.isArray(required)) return inside;
  const needed = required.filter((name: string) => !allowsNull((properties as Json)[name]));
  if (needed.length > 0) return {...inside, required: needed};
  delete inside.required;
  return inside;
}

/** A record as a server sends it. */
export function describeRecord(schema: z.core.$ZodType, name: string): Json {
  const described = withoutRequiredNulls(describe(schema)) as Json;
  const stricter = strictly[name];
  if (!stricter) return described;
  const always = Object.keys(stricter).filter((each) => !allowsNull(stricter[each]));
  return {
    ...described,
    properties: {...(described.properties as Json), ...stricter},
    required: [...new Set([...(described.required as string[]), ...always])],
  };
}

/**
 * A schema as JSON Schema: what the server sends, not everything that a reader would put up with. Unknown properties
 * are allowed, as they are for readers.
 */
function describe(schema: z.core.$ZodType): Json {
  const described = z.toJSONSchema(schema, {
    io: 'output',
    unrepresentable: 'any',
    override({zodSchema, jsonSchema}) {
      const target = jsonSchema as Json;
      const name = zodSchema === schema ? undefined : named.get(zodSchema);
      if (name !== undefined) {
        for (const key of Object.keys(target)) delete target[key];
        Object.assign(target, refTo(name));
        return;
      }
      const row = rowSchemas.get(zodSchema);
      if (row) Object.assign(target, {type: 'array', items: describeRow(row)});
      const listed = listedValues.get(zodSchema);
      if (listed && listed.length > 0) {
        delete target.type;
        delete target.minLength;
        target.anyOf = [
          {type: 'string', enum: listed},
          {type: 'string', minLength: 1, description: 'Others are possible.'},
        ];
      }
      if (zodSchema === instant) target.format = 'date-time';
      if (zodSchema === decimal) target.description = 'A decimal number as text, so that no digit is lost.';
      if (target.default === null) delete target.default;
      if (target.maximum === Number.MAX_SAFE_INTEGER) delete target.maximum;
      if (target.minimum === Number.MIN_SAFE_INTEGER) delete target.minimum;
      if (target.additionalProperties === false) delete target.additionalProperties;
    },
  }) as Json;
  delete described.$schema;
  return described;
}

export function describeRow(row: z.core.$ZodType): Json {
  const name = named.get(row);
  return name === undefined ? describe(row) : refTo(name);
}

export const pageOf: {readonly [S in Shape]: (row: Json) => Json} = {
  one: (row) => row,
  list: (row) => ({type: 'object', properties: {items: {type: 'array', items: row}}, required: ['items']}),
  page: (row) => ({
    type: 'object',
    properties: {
      items: {type: 'array', items: row},
      next_cursor: {type: ['string', 'null'], description: 'For the next page; null on the last one.'},
      total: {type: 'integer', minimum: 0, description: 'How many rows the filters let through.'},
    },
    required: ['items', 'next_cursor', 'total'],
  }),
  rows: (row) => pageOf.page(row),
};
