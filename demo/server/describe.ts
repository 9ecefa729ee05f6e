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
import {auditEventSchema, chainCheckSchema, loggedEventSchema} from '../../src/domain/audit-event.js';
import {geolocationSchema} from '../../src/domain/geolocation.js';
import {liveEventTypes, socketTokenSchema, verificationEventTypes} from '../../src/domain/live-events.js';
import {noteSchema} from '../../src/domain/note.js';
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
import {scoringSettingsSchema} from '../../src/domain/scoring-settings.js';
import {screeningSchema} from '../../src/domain/screening.js';
import {verificationResources} from '../../src/domain/verification-resources.js';
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
  verificationTabs,
} from '../../src/domain/verification.js';
import {recordingSchema, videoCallSchema} from '../../src/domain/video-call.js';
import {webhookSchema} from '../../src/domain/webhook.js';
import {caseOperations, type CaseOperation} from './cases/case-operations.js';
import {notificationSchema, settingsOperations, templateSchema} from './settings-routes.js';
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
      if (target.additionalProperties === false) delete target.additionalProperties;
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
  409: 'Conflict',
  412: 'VersionMismatch',
  413: 'TooLarge',
  422: 'KeyReused',
  428: 'VersionRequired',
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

interface DescribedRow {
  readonly path: string;
  readonly shape: Shape;
  readonly needs?: string;
  readonly service?: string;
  readonly roles?: readonly string[];
  readonly query?: readonly string[];
  readonly record: z.ZodMiniType;
}

function describeResource([name, row]: readonly [string, DescribedRow]): readonly [string, Json] {
  const queries = [...(row.query ?? []), ...pagingNames[row.shape]];
  const rules = [
    row.needs && `needs the permission \`${row.needs}\``,
    row.service && `needs the customer's service \`${row.service}\``,
    row.roles && `is kept for the roles ${row.roles.join(' and ')}`,
  ].filter((each) => each);
  const isOfSubject = row.path.includes(':id');
  const problems = [
    ...(queries.length > 0 ? [400] : []),
    401,
    ...(rules.length > 0 ? [403] : []),
    ...(isOfSubject ? [404] : []),
  ];
  const headers = [
    'X-Request-Id',
    ...(isOfSubject ? ['X-Review-Revision'] : []),
    ...(name === 'customer' || name === 'verification' ? ['ETag'] : []),
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

const keyParameter: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A UUID in quotes, one for each confirmed intent. Kept for 7 days.',
  schema: {type: 'string', pattern: '^"[0-9a-fA-F-]{36}"$'},
};
const versionParameter: Json = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The version that this is about, in quotes.',
  schema: {type: 'string', pattern: '^"(0|[1-9][0-9]*)"$'},
};

/** What is sent may hold nothing that is not named here. */
const sent = (schema: z.ZodMiniType, isOptional = false): Json => {
  const {$schema: _, ...described} = z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'}) as Json;
  return {required: !isOptional, content: {'application/json': {schema: described}}};
};

function describeOperation(operation: CaseOperation): readonly [string, Json] {
  const {id, method, path, needs, summary, body, isBodyOptional, isOfVersion, status, answer} = operation;
  const problems = [400, 401, 403, 404, 409, ...(isOfVersion ? [412] : []), 413, 422];
  const described = {
    operationId: id,
    description: `${summary} This needs the permission \`${needs}\`.`,
    parameters: [
      ...pathNames(path).map(pathParameter),
      keyParameter,
      ...(isOfVersion ? [versionParameter] : []),
    ],
    requestBody: sent(body, isBodyOptional),
    responses: {
      [status]: {
        description: 'Done; or done before, with `Idempotency-Replayed: true`.',
        headers: headersOf([
          'X-Request-Id',
          'X-Review-Revision',
          ...(answer === verificationSchema ? ['ETag'] : []),
        ]),
        content: {'application/json': {schema: describeRow(answer)}},
      },
      ...problemsOf([...problems, ...(isOfVersion ? [428] : []), 429]),
    },
  };
  return [openApiPath(path), {[method.toLowerCase()]: described}];
}

type SettingsOperation = (typeof settingsOperations)[number] & {
  readonly body?: z.ZodMiniType;
  readonly answer?: z.ZodMiniType;
  readonly isList?: boolean;
};

function describeSetting(operation: SettingsOperation): readonly [string, Json] {
  const {method, path, summary, body, status, answer, isList} = operation;
  const isChange = method !== 'GET';
  const names = pathNames(path);
  const schema = answer && pageOf[isList ? 'list' : 'one'](describeRow(answer));
  const described = {
    operationId: `${method.toLowerCase()}${path.replaceAll(/\W+(\w)/g, (_whole, first: string) => first.toUpperCase())}`,
    description: `${summary} This is kept for the roles owner and admin.`,
    parameters: [...names.map(pathParameter), ...(isChange ? [keyParameter] : [])],
    ...(body && {requestBody: sent(body)}),
    responses: {
      [status]: {
        description: isChange
          ? 'Done; or done before, with `Idempotency-Replayed: true`.'
          : 'What was asked for.',
        headers: headersOf(['X-Request-Id']),
        ...(schema && {content: {'application/json': {schema}}}),
      },
      ...problemsOf([
        ...(isChange ? [400] : []),
        ...[401, 403],
        ...(names.length > 0 ? [404] : []),
        ...(isChange ? [409, 413, 422, 429] : []),
      ]),
    },
  };
  return [openApiPath(path), {[method.toLowerCase()]: described}];
}

/** Several methods of one path stand together. */
function joined(all: readonly (readonly [string, Json])[]): Json {
  const paths: Record<string, Json> = {};
  for (const [path, methods] of all) paths[path] = {...paths[path], ...methods};
  return paths;
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
  {
    id: 'verificationFile',
    path: 'verifications/:type/:id/files/:file',
    rule: 'This needs the permission `view_verification`.',
    refuses: true,
  },
  {
    id: 'auditPdf',
    path: 'verifications/:type/:id/audit.pdf',
    rule: 'This needs the permission `download_verification`. Not there until decided; a conflict while it is being made. Each `X-Download-Id`, a UUID of the click, is written down once.',
    refuses: true,
    isPrepared: true,
  },
] as const;

type FileRoute = (typeof fileRoutes)[number] & {readonly isPrepared?: boolean};

const downloadParameter: Json = {
  name: 'X-Download-Id',
  in: 'header',
  required: false,
  schema: {type: 'string', format: 'uuid'},
};

const describeFile = ({id, path, rule, refuses, isPrepared}: FileRoute): readonly [string, Json] => {
  const bytes = {
    headers: headersOf(['X-Request-Id', 'X-Review-Revision', 'Content-Disposition']),
    content: {'*/*': {schema: {type: 'string', format: 'binary'}}},
  };
  const get = {
    operationId: id,
    ...(rule !== undefined && {description: rule}),
    parameters: [...pathNames(path).map(pathParameter), ...(isPrepared ? [downloadParameter] : [])],
    responses: {
      200: {description: 'The bytes. They never change under one address.', ...bytes},
      206: {description: 'The range that was asked for.', ...bytes},
      ...problemsOf([
        ...(isPrepared ? [400] : []),
        401,
        ...(refuses ? [403] : []),
        404,
        ...(isPrepared ? [409] : []),
      ]),
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

const describeTicket = (id: string, path: string, subject: string): readonly [string, Json] => {
  const isOfCase = path.startsWith('verifications');
  const post = {
    operationId: id,
    description: `A token for one socket: used once, within 60 s, by this user, on ${subject}, from this origin.`,
    parameters: pathNames(path).map(pathParameter),
    responses: {
      200: {
        description: 'The token.',
        headers: headersOf(['X-Request-Id', 'X-Review-Revision']),
        content: {'application/json': {schema: refTo('SocketToken')}},
      },
      ...problemsOf([401, ...(isOfCase ? [403] : []), 404, 429]),
    },
  };
  return [openApiPath(`${path}/socket-token`), {post}];
};

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
    paths: joined([
      ...(Object.entries(resourceTable) as [ResourceName, DescribedRow][]).map(describeResource),
      // What belongs to the settings is described with what changes them.
      ...Object.entries(verificationResources as Readonly<Record<string, DescribedRow>>)
        .filter(([, {path}]) => !path.startsWith('settings/'))
        .map(describeResource),
      ...fileRoutes.map(describeFile),
      ...caseOperations.map(describeOperation),
      ...(settingsOperations as readonly SettingsOperation[]).map(describeSetting),
      describeTicket('socketToken', 'customers/:id', 'this customer'),
      describeTicket('verificationSocketToken', 'verifications/:type/:id', 'this verification'),
    ]),
    components: {
      securitySchemes: {bearer: {type: 'http', scheme: 'bearer'}},
      headers: {
        'X-Request-Id': {description: 'Names this answer in the logs.', schema: {type: 'string'}},
        'X-Review-Revision': {
          description:
            'Counts the changes of the customer or verification and of everything below; read no later than the rows.',
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
        Conflict: problemResponse(
          'Not possible as it stands (`invalid_transition`, with `current`), or not yet (`request_in_flight`, `being_prepared`, with `Retry-After`).',
        ),
        VersionMismatch: problemResponse('It has changed meanwhile; `current` says to what.'),
        TooLarge: problemResponse('Too large.'),
        KeyReused: problemResponse('This key belongs to another request.'),
        VersionRequired: problemResponse('The version is missing.'),
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
            current: refTo('CurrentState'),
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
  description: 'Counts the changes of the customer or verification and of everything below.',
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
    payload: frame(
      {type: 'string', enum: [...new Set([...liveEventTypes, ...verificationEventTypes])]},
      {id, revision},
    ),
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
