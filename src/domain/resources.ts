import type {RecordOf} from './answers.js';
import type {Customer} from './customer.js';
import {holds, type Permission, type Viewer} from './permissions.js';
import {
  bringAnswers,
  nameResource,
  type Page,
  type QueryValue,
  type Reader,
  type Resource,
  type Shape,
} from './resource.js';
import {hasService, type Service} from './services.js';

export {isRecordId, type Page, type QueryValue, type Resource, type Shape} from './resource.js';

interface ResourceRow {
  readonly path: string;
  readonly shape: Shape;
  readonly needs?: Permission;
  readonly service?: Service;
  readonly query?: readonly string[];
}

/**
 * Everything of a customer that can be read; `verification-resources.ts` is the same for verifications. One row per
 * resource: its path, what the viewer needs to hold, which service the customer needs to have and which filters it takes;
 * `answers.ts` says what its records look like. The elements, the live feed and the reference server all read this table; a
 * resource is named by its path.
 */
export const resourceTable = {
  customers: {path: 'customers', shape: 'page', query: ['q', 'status']},
  customer: {path: 'customers/:id', shape: 'one'},
  documents: {
    path: 'customers/:id/documents',
    shape: 'list',
    needs: 'view_document',
    query: ['archived'],
  },
  amlRecords: {
    path: 'customers/:id/aml/records',
    shape: 'page',
    service: 'aml',
    query: ['order'],
  },
  videoCalls: {
    path: 'customers/:id/video-calls',
    shape: 'page',
    service: 'video_kyc',
  },
  transactions: {
    path: 'customers/:id/transactions',
    shape: 'rows',
    service: 'transactions',
    query: ['q', 'from', 'to', 'status', 'direction', 'sort', 'order'],
  },
  transactionSummary: {
    path: 'customers/:id/transactions/summary',
    shape: 'one',
    service: 'transactions',
    query: ['from', 'to', 'bucket'],
  },
  travelRuleLogs: {
    path: 'customers/:id/travel-rule-logs',
    shape: 'rows',
    needs: 'view_travel_rule_page',
    query: ['q', 'from', 'to', 'status', 'direction'],
  },
  questionnaires: {
    path: 'customers/:id/questionnaires',
    shape: 'page',
    service: 'questionnaire',
  },
} as const satisfies Record<string, ResourceRow>;

export type ResourceName = keyof typeof resourceTable;

export type ResourceValue<N extends ResourceName> = (typeof resourceTable)[N]['shape'] extends 'one'
  ? RecordOf<N>
  : Page<RecordOf<N>>;

/** Names one thing to read. Throws a `RangeError` for an id that cannot stand in a path. */
export function resource<N extends ResourceName>(
  name: N,
  id = '',
  query: Readonly<Record<string, QueryValue>> = {},
): Resource<ResourceValue<N>> {
  const {path, shape} = resourceTable[name];
  const schema = async () => (await bringAnswers()).readerOf(name, shape) as Reader<ResourceValue<N>>;
  return nameResource(path, {id}, query, schema);
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
