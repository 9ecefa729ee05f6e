import * as z from 'zod/mini';
import {records} from '../../../src/domain/answers.js';
import type {Shape} from '../../../src/domain/resources.js';
import {verificationSchema} from '../../../src/domain/verification.js';
import type {CaseOperation} from '../cases/case-operations.js';
import {settingsOperations} from '../settings-routes.js';
import {type Json, refTo, describeRow, pageOf} from './records.js';
import {
  headersOf,
  openApiPath,
  pagingNames,
  pathNames,
  pathParameter,
  problemsOf,
  queryParameter,
} from './parts.js';

export interface DescribedRow {
  readonly path: string;
  readonly shape: Shape;
  readonly needs?: string;
  readonly service?: string;
  readonly roles?: readonly string[];
  readonly query?: readonly string[];
}

export function describeResource([name, row]: readonly [keyof typeof records, DescribedRow]): readonly [
  string,
  Json,
] {
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
        content: {'application/json': {schema: pageOf[row.shape](describeRow(records[name]))}},
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

export function describeOperation(operation: CaseOperation): readonly [string, Json] {
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

export type SettingsOperation = (typeof settingsOperations)[number] & {
  readonly body?: z.ZodMiniType;
  readonly answer?: z.ZodMiniType;
  readonly isList?: boolean;
};

export function describeSetting(operation: SettingsOperation): readonly [string, Json] {
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
export function joined(all: readonly (readonly [string, Json])[]): Json {
  const paths: Record<string, Json> = {};
  for (const [path, methods] of all) paths[path] = {...paths[path], ...methods};
  return paths;
}

/** The routes that give bytes, and what each of them needs. */
export const fileRoutes = [
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

export const describeFile = ({id, path, rule, refuses, isPrepared}: FileRoute): readonly [string, Json] => {
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

export const describeTicket = (id: string, path: string, subject: string): readonly [string, Json] => {
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
