import * as z from 'zod/mini';
import {resourceTable, type ResourceName} from '../../../src/domain/resources.js';
import {
  verificationResources,
  type VerificationResourceName,
} from '../../../src/domain/verification-resources.js';
import {caseOperations} from '../cases/case-operations.js';
import {settingsOperations} from '../settings-routes.js';
import {describeRecord, named, refTo, type Json} from './records.js';
import {problemResponse} from './parts.js';
import {
  type DescribedRow,
  describeResource,
  describeOperation,
  type SettingsOperation,
  describeSetting,
  joined,
  describeFile,
  fileRoutes,
  describeTicket,
} from './operations.js';

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
      ...(Object.entries(verificationResources) as [VerificationResourceName, DescribedRow][])
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
