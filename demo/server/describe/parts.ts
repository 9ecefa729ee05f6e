import {type Shape} from '../../../src/domain/resources.js';
import {buckets, directions, transactionSorts} from '../../../src/domain/transaction.js';
import {verificationTabs} from '../../../src/domain/verification.js';
import {type Json, refTo} from './records.js';

const text = {type: 'string', maxLength: 200};
const day = {
  type: 'string',
  description: 'A day as YYYY-MM-DD, counted whole in UTC, or a moment in ISO 8601.',
};
const many = (items: Json): Json => ({type: 'array', items, maxItems: 50});

/** Every name that a query may use; of verifications and their log some mean something of their own. */
const queryNames: Readonly<Record<string, Json>> = {
  q: {...text, description: 'Text to look for; case and accents do not matter.'},
  status: many(text),
  direction: many({type: 'string', enum: directions}),
  from: day,
  to: {...day, description: `${day.description} Included.`},
  sort: {type: 'string', enum: transactionSorts, default: 'at'},
  order: {type: 'string', enum: ['asc', 'desc'], default: 'desc'},
  bucket: {type: 'string', enum: buckets, default: 'day'},
  archived: {type: 'boolean', description: 'Absent: both.'},
  limit: {type: 'integer', minimum: 1, maximum: 200, default: 50},
  cursor: {type: 'string', description: 'From the page before, of the same list in the same order.'},
  tab: {type: 'string', enum: Object.keys(verificationTabs), default: 'all'},
  type: many(text),
  channel: many(text),
  requester: {...text, description: 'The id of who asked for it.'},
  actor: {...text, description: 'The id of who did it.'},
  offset: {
    type: 'integer',
    minimum: 0,
    description: 'The place of the first row. Not together with a cursor.',
  },
};

export const pagingNames: {readonly [S in Shape]: readonly string[]} = {
  one: [],
  list: [],
  page: ['limit', 'cursor'],
  rows: ['limit', 'cursor', 'offset'],
};

export const queryParameter = (name: string): Json => ({
  name,
  in: 'query',
  schema: queryNames[name],
  ...(queryNames[name]?.type === 'array' && {style: 'form', explode: true}),
});

export const pathParameter = (name: string): Json => ({
  name,
  in: 'path',
  required: true,
  schema: {type: 'string', minLength: 1},
});

const problemNames: Readonly<Record<string, string>> = {
  400: 'Invalid',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  412: 'VersionMismatch',
  413: 'TooLarge',
  422: 'KeyReused',
  428: 'VersionRequired',
  429: 'RateLimited',
};

export const problemsOf = (statuses: readonly number[]): Json =>
  Object.fromEntries(
    statuses.map((status) => [String(status), {$ref: `#/components/responses/${problemNames[status]}`}]),
  );

export const headersOf = (names: readonly string[]): Json =>
  Object.fromEntries(names.map((each) => [each, {$ref: `#/components/headers/${each}`}]));

export const openApiPath = (path: string): string => `/${path.replaceAll(/:(\w+)/g, '{$1}')}`;
export const pathNames = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

export const problemResponse = (description: string, headers: readonly string[] = []): Json => ({
  description,
  headers: headersOf(['X-Request-Id', ...headers]),
  content: {'application/problem+json': {schema: refTo('Problem')}},
});
