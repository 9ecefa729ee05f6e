import type * as z from 'zod/mini';
import {amlRecordSchema} from './aml.js';
import {customerSchema, customerSummarySchema, hasService, type Customer, type Service} from './customer.js';
import {documentSchema} from './document.js';
import {holds, type Permission, type Viewer} from './permissions.js';
import {questionnaireSchema} from './questionnaire.js';
import {
  answerSchema,
  nameResource,
  type Page,
  type QueryValue,
  type Resource,
  type Shape,
} from './resource.js';
import {transactionSchema, transactionSummarySchema} from './transaction.js';
import {travelRuleLogSchema} from './travel-rule.js';
import {videoCallSchema} from './video-call.js';

export {answerSchema, isRecordId, type Page, type QueryValue, type Resource, type Shape} from './resource.js';

interface ResourceRow {
  readonly path: string;
  readonly shape: Shape;
  readonly needs?: Permission;
  readonly service?: Service;
  readonly query?: readonly string[];
  readonly record: z.ZodMiniType;
}

/**
 * Everything of a customer that can be read; `verification-resources.ts` is the same for verifications. One row per resource: its path, what the viewer needs to hold, which service the customer
 * needs to have, which filters it takes, and what a record looks like. The elements, the live feed and the reference
 * server all read this table; a resource is named by its path.
 */
export const resourceTable = {
  customers: {path: 'customers', shape: 'page', query: ['q', 'status'], record: customerSummarySchema},
  customer: {path: 'customers/:id', shape: 'one', record: customerSchema},
  documents: {
    path: 'customers/:id/documents',
    shape: 'list',
    needs: 'view_document',
    query: ['archived'],
    record: documentSchema,
  },
  amlRecords: {
    path: 'customers/:id/aml/records',
    shape: 'page',
    service: 'aml',
    query: ['order'],
    record: amlRecordSchema,
  },
  videoCalls: {
    path: 'customers/:id/video-calls',
    shape: 'page',
    service: 'video_kyc',
    record: videoCallSchema,
  },
  transactions: {
    path: 'customers/:id/transactions',
    shape: 'rows',
    service: 'transactions',
    query: ['q', 'from', 'to', 'status', 'direction', 'sort', 'order'],
    record: transactionSchema,
  },
  transactionSummary: {
    path: 'customers/:id/transactions/summary',
    shape: 'one',
    service: 'transactions',
    query: ['from', 'to', 'bucket'],
    record: transactionSummarySchema,
  },
  travelRuleLogs: {
    path: 'customers/:id/travel-rule-logs',
    shape: 'rows',
    needs: 'view_travel_rule_page',
    query: ['q', 'from', 'to', 'status', 'direction'],
    record: travelRuleLogSchema,
  },
  questionnaires: {
    path: 'customers/:id/questionnaires',
    shape: 'page',
    service: 'questionnaire',
    record: questionnaireSchema,
  },
} as const satisfies Record<string, ResourceRow>;

export type ResourceName = keyof typeof resourceTable;
type RecordOf<N extends ResourceName> = z.output<(typeof resourceTable)[N]['record']>;

export type ResourceValue<N extends ResourceName> = (typeof resourceTable)[N]['shape'] extends 'one'
  ? RecordOf<N>
  : Page<RecordOf<N>>;

const answerSchemas = new Map<ResourceName, z.ZodMiniType>();
for (const [name, {shape, record}] of Object.entries(resourceTable)) {
  answerSchemas.set(name as ResourceName, answerSchema(shape, record));
}

/** Names one thing to read. Throws a `RangeError` for an id that cannot stand in a path. */
export function resource<N extends ResourceName>(
  name: N,
  id = '',
  query: Readonly<Record<string, QueryValue>> = {},
): Resource<ResourceValue<N>> {
  return nameResource(
    resourceTable[name].path,
    {id},
    query,
    answerSchemas.get(name) as z.ZodMiniType<ResourceValue<N>>,
  );
}

/** Whether this viewer may read this resource of this customer: the UI shows by it, the server answers by it. */
export function mayRead(
  name: ResourceName,
  viewer: Viewer,
  customer?: Pick<Customer, 'active_services'>,
): boolean {
  const {needs, service}: ResourceRow = resourceTable[name];
  if (needs && !holds(viewer, needs)) return false;
  return !service || (customer !== undefined && hasService(customer, service));
}
