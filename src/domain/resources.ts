import * as z from 'zod/mini';
import {amlRecordSchema} from './aml.js';
import {customerSchema, customerSummarySchema, hasService, type Customer, type Service} from './customer.js';
import {documentSchema} from './document.js';
import {holds, type Permission, type Viewer} from './permissions.js';
import {questionnaireSchema} from './questionnaire.js';
import {maybe, rowsOf, text, whole} from './reading.js';
import {transactionSchema, transactionSummarySchema} from './transaction.js';
import {travelRuleLogSchema} from './travel-rule.js';
import {videoCallSchema} from './video-call.js';

/** `one` record; a `list` that is always whole; a `page` by cursor; `rows` by cursor or offset, with their total. */
export type Shape = 'one' | 'list' | 'page' | 'rows';

interface ResourceRow {
  readonly path: string;
  readonly shape: Shape;
  readonly needs?: Permission;
  readonly service?: Service;
  readonly query?: readonly string[];
  readonly record: z.ZodMiniType;
}

/**
 * Everything that can be read. One row per resource: its path, what the viewer needs to hold, which service the customer
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

/** One page of a longer list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next_cursor?: string | null | undefined;
  readonly total?: number | null | undefined;
}

export type ResourceValue<N extends ResourceName> = (typeof resourceTable)[N]['shape'] extends 'one'
  ? RecordOf<N>
  : Page<RecordOf<N>>;

/** The answer that carries records of this kind in this shape. */
export const answerSchema = (shape: Shape, record: z.ZodMiniType): z.ZodMiniType => {
  if (shape === 'one') return record;
  if (shape === 'list') return z.object({items: rowsOf(record)});
  return z.object({items: rowsOf(record), next_cursor: maybe(text), total: maybe(whole)});
};

const answerSchemas = new Map<ResourceName, z.ZodMiniType>();
for (const [name, {shape, record}] of Object.entries(resourceTable)) {
  answerSchemas.set(name as ResourceName, answerSchema(shape, record));
}

export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** One thing to read. `path` is its identity for the live feed; `url`, with the filters, for the request and the cache. */
export interface Resource<T> {
  readonly path: string;
  /** Below the API base, without a leading slash. */
  readonly url: string;
  readonly schema: z.ZodMiniType<T>;
}

/**
 * A record's id as one segment of a path. Dots alone, slashes in any spelling and control characters would leave the
 * segment once a server or proxy has decoded it, so such ids are refused.
 */
export const isRecordId = (id: string): boolean =>
  /^(?!\.{1,2}$)[^/\\%?#\p{Cc}\p{Zl}\p{Zp}∕⁄/\s]{1,200}$/u.test(id);

/** Names one thing to read. Throws a `RangeError` for an id that cannot stand in a path. */
export function resource<N extends ResourceName>(
  name: N,
  id = '',
  query: Readonly<Record<string, QueryValue>> = {},
): Resource<ResourceValue<N>> {
  const {path: pattern} = resourceTable[name];
  if (pattern.includes(':id') && !isRecordId(id)) throw new RangeError('This id cannot stand in a path.');
  const path = pattern.replace(':id', encodeURIComponent(id));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== '') search.append(key, String(each));
    }
  }
  const filters = search.toString();
  return {
    path,
    url: filters ? `${path}?${filters}` : path,
    schema: answerSchemas.get(name) as z.ZodMiniType<ResourceValue<N>>,
  };
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
