import {writeFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import * as z from 'zod/mini';
import {amlRecordSchema, findingSchema, judgementSchema} from '../../src/domain/aml.js';
import {customerSchema, customerSummarySchema, ruleSchema} from '../../src/domain/customer.js';
import {
  documentSchema,
  fieldSchema,
  fileSchema,
  mismatchSchema,
  validationSchema,
} from '../../src/domain/document.js';
import {liveEventTypes, socketTokenSchema} from '../../src/domain/live-events.js';
import {addressSchema, personSchema} from '../../src/domain/person.js';
import {answerSchema, questionnaireSchema} from '../../src/domain/questionnaire.js';
import {decimal, instant, listedValues, rowSchemas} from '../../src/domain/reading.js';
import {resourceTable, type ResourceName, type Shape} from '../../src/domain/resources.js';
import {
  bucketSchema,
  buckets,
  directions,
  transactionSchema,
  transactionSorts,
} from '../../src/domain/transaction.js';
import {transactionSummarySchema} from '../../src/domain/transaction.js';
import {travelRuleLogSchema} from '../../src/domain/travel-rule.js';
import {recordingSchema, videoCallSchema} from '../../src/domain/video-call.js';
import {closeCodes, subprotocol} from './live.js';

type Json = Record<string, unknown>;

/** The records that have a name of their own in the descriptions. */
const named: ReadonlyMap<object, string> = new Map<object, string>([
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

const refTo = (name: string): Json => ({$ref: `#/components/schemas/${name}`});

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
function describeRecord(schema: z.core.$ZodType, name: string): Json {
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
      delete target.additionalProperties;
    },
  }) as Json;
  delete described.$schema;
  return described;
}

function describeRow(row: z.core.$ZodType): Json {
  const name = named.get(row);
  return name === undefined ? describe(row) : refTo(name);
}

const pageOf: {readonly [S in Shape]: (row: Json) => Json} = {
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

const text = {type: 'string', maxLength: 200};
const day = {
  type: 'string',
  description: 'A day as YYYY-MM-DD, counted whole in UTC, or a moment in ISO 8601.',
};
const many = (items: Json): Json => ({type: 'array', items, maxItems: 50});

/** Every name that a query may use. */
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
  offset: {
    type: 'integer',
    minimum: 0,
    description: 'The place of the first row. Not together with a cursor.',
  },
};

const pagingNames: {readonly [S in Shape]: readonly string[]} = {
  one: [],
  list: [],
  page: ['limit', 'cursor'],
  rows: ['limit', 'cursor', 'offset'],
};

const queryParameter = (name: string): Json => ({
  name,
  in: 'query',
  schema: queryNames[name],
  ...(queryNames[name]?.type === 'array' && {style: 'form', explode: true}),
});

const pathParameter = (name: string): Json => ({
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
  429: 'RateLimited',
};

const problemsOf = (statuses: readonly number[]): Json =>
  Object.fromEntries(
    statuses.map((status) => [String(status), {$ref: `#/components/responses/${problemNames[status]}`}]),
  );

const headersOf = (names: readonly string[]): Json =>
  Object.fromEntries(names.map((each) => [each, {$ref: `#/components/headers/${each}`}]));

const openApiPath = (path: string): string => `/${path.replaceAll(/:(\w+)/g, '{$1}')}`;
const pathNames = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

function describeResource(name: ResourceName): readonly [string, Json] {
  const row: {
    path: string;
    shape: Shape;
    needs?: string;
    service?: string;
    query?: readonly string[];
    record: z.ZodMiniType;
  } = resourceTable[name];
  const queries = [...(row.query ?? []), ...pagingNames[row.shape]];
  const rules = [
    row.needs && `needs the permission \`${row.needs}\``,
    row.service && `needs the customer's service \`${row.service}\``,
  ].filter((each) => each);
  const isOfCustomer = row.path.includes(':id');
  const problems = [
    ...(queries.length > 0 ? [400] : []),
    401,
    ...(rules.length > 0 ? [403] : []),
    ...(isOfCustomer ? [404] : []),
  ];
  const headers = [
    'X-Request-Id',
    ...(isOfCustomer ? ['X-Review-Revision'] : []),
    ...(name === 'customer' ? ['ETag'] : []),
  ];
  const operation = {
    operationId: name,
    ...(rules.length > 0 && {description: `This ${rules.join(' and ')}.`}),
    parameters: [...pathNames(row.path).map(pathParameter), ...queries.map(queryParameter)],
    responses: {
      200: {
        description: 'What was asked for.',
        headers: headersOf(headers),
        content: {'application/json': {schema: pageOf[row.shape](describeRow(row.record))}},
      },
      ...problemsOf(problems),
    },
  };
  return [openApiPath(row.path), {get: operation}];
}

/** The routes that give bytes, and what each of them needs. */
const fileRoutes = [
  {
    id: 'documentFile',
    path: 'documents/:id/files/:file',
    rule: 'This needs the permission `view_document`.',
    refuses: true,
  },
  {id: 'customerPhoto', path: 'customers/:id/photo', rule: undefined, refuses: false},
  {
    id: 'callRecording',
    path: 'video-calls/:id/recording',
    rule: "This needs the customer's service `video_kyc`.",
    refuses: true,
  },
] as const;

const describeFile = ({id, path, rule, refuses}: (typeof fileRoutes)[number]): readonly [string, Json] => {
  const bytes = {
    headers: headersOf(['X-Request-Id', 'X-Review-Revision', 'Content-Disposition']),
    content: {'*/*': {schema: {type: 'string', format: 'binary'}}},
  };
  const get = {
    operationId: id,
    ...(rule !== undefined && {description: rule}),
    parameters: pathNames(path).map(pathParameter),
    responses: {
      200: {description: 'The bytes. They never change under one address.', ...bytes},
      206: {description: 'The range that was asked for.', ...bytes},
      ...problemsOf([401, ...(refuses ? [403] : []), 404]),
      416: {$ref: '#/components/responses/RangeNotSatisfiable'},
    },
  };
  return [openApiPath(path), {get}];
};

const problemResponse = (description: string, headers: readonly string[] = []): Json => ({
  description,
  headers: headersOf(['X-Request-Id', ...headers]),
  content: {'application/problem+json': {schema: refTo('Problem')}},
});

/** The HTTP API as OpenAPI 3.1. */
export function describeApi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Review API',
      version: '1',
      description:
        'What the review elements ask of a tenant\u2019s backend. All paths are below the API base URL.',
    },
    servers: [{url: '/api'}],
    security: [{bearer: []}],
    paths: {
      ...Object.fromEntries((Object.keys(resourceTable) as ResourceName[]).map(describeResource)),
      ...Object.fromEntries(fileRoutes.map(describeFile)),
      '/customers/{id}/socket-token': {
        post: {
          operationId: 'socketToken',
          description:
            'A token for one socket: used once, within 60 s, by this user, on this customer, from this origin.',
          parameters: [pathParameter('id')],
          responses: {
            200: {
              description: 'The token.',
              headers: headersOf(['X-Request-Id', 'X-Review-Revision']),
              content: {'application/json': {schema: refTo('SocketToken')}},
            },
            ...problemsOf([401, 404, 429]),
          },
        },
      },
    },
    components: {
      securitySchemes: {bearer: {type: 'http', scheme: 'bearer'}},
      headers: {
        'X-Request-Id': {description: 'Names this answer in the logs.', schema: {type: 'string'}},
        'X-Review-Revision': {
          description:
            'Counts the changes of the customer and of everything below; read no later than the rows.',
          schema: {type: 'integer'},
        },
        ETag: {description: 'The version of the record, in quotes.', schema: {type: 'string'}},
        'Retry-After': {description: 'Seconds.', schema: {type: 'integer'}},
        'Content-Disposition': {schema: {type: 'string'}},
      },
      responses: {
        Invalid: problemResponse('The request cannot be read; `errors` says where.'),
        Unauthorized: problemResponse('Nobody is signed in.'),
        Forbidden: problemResponse('Not allowed.'),
        NotFound: problemResponse('Not there, or another tenant\u2019s.'),
        RangeNotSatisfiable: problemResponse('The range lies behind the end.'),
        RateLimited: problemResponse('Too many; later again.', ['Retry-After']),
      },
      schemas: {
        ...Object.fromEntries(
          [...named].map(([schema, name]) => [name, describeRecord(schema as z.core.$ZodType, name)]),
        ),
        Problem: {
          type: 'object',
          properties: {
            type: {type: 'string'},
            title: {type: 'string'},
            status: {type: 'integer'},
            code: {type: 'string'},
            detail: {type: 'string'},
            request_id: {type: 'string'},
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: {path: {type: 'string'}, message: {type: 'string'}},
                required: ['path', 'message'],
              },
            },
          },
          required: ['type', 'title', 'status', 'code', 'request_id'],
        },
      },
    },
  };
}

const frame = (type: Json, more: Readonly<Record<string, Json>> = {}): Json => ({
  type: 'object',
  properties: {type, ...more},
  required: ['type', ...Object.keys(more)],
});
const id = {type: 'string', description: 'The id in the path under which the socket token was asked.'};
const revision = {
  type: 'integer',
  description: 'Counts the changes of the customer and of everything below.',
};

/** The frames of a socket, by the name of their message: who sends it, and what it holds. */
export const socketMessages = {
  auth: {
    from: 'client',
    payload: frame({const: 'auth'}, {token: {type: 'string'}}),
    summary: 'The first frame, within 5 s.',
  },
  ping: {from: 'client', payload: frame({const: 'ping'}), summary: 'Answered by a heartbeat.'},
  ready: {from: 'server', payload: frame({const: 'ready'}, {id, revision}), summary: 'The token was good.'},
  heartbeat: {from: 'server', payload: frame({const: 'hb'}), summary: 'Every 25 s.'},
  event: {
    from: 'server',
    payload: frame({type: 'string', enum: liveEventTypes}, {id, revision}),
    summary: 'Something changed; read it anew.',
  },
} as const;

/** The socket as AsyncAPI 3.0. */
export function describeSocket(): Json {
  const messages = Object.entries(socketMessages);
  const refsFrom = (side: 'client' | 'server'): readonly Json[] =>
    messages
      .filter(([, {from}]) => from === side)
      .map(([name]) => ({$ref: `#/channels/live/messages/${name}`}));
  const codes = Object.entries(closeCodes).map(([reason, code]) => `${code} ${reason}`);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Review socket',
      version: '1',
      description: 'Says that something changed, never what it is now.',
    },
    defaultContentType: 'application/json',
    channels: {
      live: {
        address: '/api/live',
        description: `Subprotocol \`${subprotocol}\`. Close codes: ${codes.join(', ')}.`,
        messages: Object.fromEntries(
          messages.map(([name]) => [name, {$ref: `#/components/messages/${name}`}]),
        ),
      },
    },
    operations: {
      fromClient: {action: 'receive', channel: {$ref: '#/channels/live'}, messages: refsFrom('client')},
      fromServer: {action: 'send', channel: {$ref: '#/channels/live'}, messages: refsFrom('server')},
    },
    components: {
      messages: Object.fromEntries(
        messages.map(([name, {summary, payload}]) => [name, {name, summary, payload}]),
      ),
    },
  };
}

/** The committed descriptions: where each stands, and its text. */
export const descriptions = (): readonly {readonly file: URL; readonly text: string}[] => [
  {file: new URL('../openapi.json', import.meta.url), text: `${JSON.stringify(describeApi(), null, 2)}\n`},
  {
    file: new URL('../asyncapi.json', import.meta.url),
    text: `${JSON.stringify(describeSocket(), null, 2)}\n`,
  },
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const {file, text: description} of descriptions()) {
    await writeFile(file, description);
    console.log(`Wrote ${file.pathname.split('/').at(-1)}`);
  }
}
