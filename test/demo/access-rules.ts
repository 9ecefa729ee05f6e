import type {TestServer} from './a-server.js';
import {away, home} from './contract-world.js';

/** Who may read what: one row per route; a route without a row fails below. `clerk` holds no permission. */
export const access: Readonly<
  Record<
    string,
    {
      readonly own: string;
      readonly foreign?: string;
      readonly clerk: number;
      readonly unserved?: string;
      readonly send?: {readonly body?: unknown; readonly version?: number};
      readonly status?: number;
    }
  >
> = {
  'GET /api/customers': {own: 'customers', clerk: 200},
  'GET /api/customers/:id': {own: 'customers/c-full', foreign: 'customers/c-away', clerk: 200},
  'GET /api/customers/:id/documents': {
    own: 'customers/c-full/documents',
    foreign: 'customers/c-away/documents',
    clerk: 403,
  },
  'GET /api/customers/:id/aml/records': {
    own: 'customers/c-full/aml/records',
    foreign: 'customers/c-away/aml/records',
    clerk: 200,
    unserved: 'customers/c-bare/aml/records',
  },
  'GET /api/customers/:id/video-calls': {
    own: 'customers/c-full/video-calls',
    foreign: 'customers/c-away/video-calls',
    clerk: 200,
    unserved: 'customers/c-bare/video-calls',
  },
  'GET /api/customers/:id/transactions': {
    own: 'customers/c-full/transactions',
    foreign: 'customers/c-away/transactions',
    clerk: 200,
    unserved: 'customers/c-bare/transactions',
  },
  'GET /api/customers/:id/transactions/summary': {
    own: 'customers/c-full/transactions/summary',
    foreign: 'customers/c-away/transactions/summary',
    clerk: 200,
    unserved: 'customers/c-bare/transactions/summary',
  },
  'GET /api/customers/:id/travel-rule-logs': {
    own: 'customers/c-full/travel-rule-logs',
    foreign: 'customers/c-away/travel-rule-logs',
    clerk: 403,
  },
  'GET /api/customers/:id/questionnaires': {
    own: 'customers/c-full/questionnaires',
    foreign: 'customers/c-away/questionnaires',
    clerk: 200,
    unserved: 'customers/c-bare/questionnaires',
  },
  'GET /api/documents/:id/files/:file': {
    own: 'documents/d-1/files/d-1-front',
    foreign: 'documents/d-away/files/d-away-front',
    clerk: 403,
  },
  'GET /api/customers/:id/photo': {
    own: 'customers/c-full/photo',
    foreign: 'customers/c-away/photo',
    clerk: 200,
  },
  'GET /api/video-calls/:id/recording': {
    own: 'video-calls/call-1/recording',
    foreign: 'video-calls/call-away/recording',
    clerk: 200,
    unserved: 'video-calls/call-9/recording',
  },
  'POST /api/customers/:id/socket-token': {
    own: 'customers/c-full/socket-token',
    foreign: 'customers/c-away/socket-token',
    clerk: 200,
  },
  'GET /api/verifications': {own: 'verifications', clerk: 403},
  ...ofCase('GET', '', 'v-kyc'),
  ...ofCase('GET', '/audit', 'v-kyc'),
  ...ofCase('GET', '/audit/verify', 'v-kyc'),
  ...ofCase('GET', '/notes', 'v-kyc'),
  ...ofCase('GET', '/files/:file', 'v-kyc'),
  ...ofCase(
    'GET',
    '/audit.pdf',
    'v-approved',
    {foreign: 'verifications/idv/v-away-approved/audit.pdf'},
    'idv',
  ),
  ...ofCase('POST', '/socket-token', 'v-kyc'),
  ...ofCase('POST', '/approve', 'v-pending_review', {send: {version: 1}}, 'idv'),
  ...ofCase('POST', '/reject', 'v-reject', {send: {version: 1}}, 'idv'),
  ...ofCase('POST', '/cancel', 'v-cancel', {send: {version: 1}}, 'idv'),
  ...ofCase('POST', '/resend', 'v-in_progress', {send: {version: 1}}, 'idv'),
  ...ofCase('POST', '/reopen', 'v-rejected', {send: {version: 1}}, 'idv'),
  ...ofCase('POST', '/notes', 'v-kyc', {send: {body: {text: 'Seen.'}}, status: 201}),
  ...ofCase('PUT', '/face-judgement', 'v-kyc', {send: {body: {outcome: 'same'}}}),
  'POST /api/findings/:id/judgement': {
    own: 'findings/finding-of-v-kyc/judgement',
    foreign: 'findings/finding-of-v-away/judgement',
    clerk: 403,
    send: {body: {outcome: 'false_positive'}},
  },
  'GET /api/audit-log': {own: 'audit-log', clerk: 403},
  'GET /api/settings/scoring': {own: 'settings/scoring', clerk: 403},
  'PUT /api/settings/scoring': {
    own: 'settings/scoring',
    clerk: 403,
    send: {
      body: {
        weights: {face: 50, name: 25, dob: 25, address: 10, gender: 5, nationality: 5},
        proximity_threshold_km: 100,
      },
    },
  },
  'GET /api/settings/webhooks': {own: 'settings/webhooks', clerk: 403},
  'POST /api/settings/webhooks': {
    own: 'settings/webhooks',
    clerk: 403,
    send: {body: {url: 'https://example.com/hook', events: []}},
    status: 201,
  },
  'DELETE /api/settings/webhooks/:id': {
    own: 'settings/webhooks/to-delete',
    foreign: 'settings/webhooks/away',
    clerk: 403,
    send: {},
    status: 204,
  },
  'GET /api/settings/notifications': {own: 'settings/notifications', clerk: 403},
  'GET /api/settings/notifications/templates': {own: 'settings/notifications/templates', clerk: 403},
  'PUT /api/settings/notifications/templates/:event': {
    own: 'settings/notifications/templates/request.approved',
    clerk: 403,
    send: {body: {subject: 'Decided', text: 'It is decided.', enabled: true}},
  },
};

/** The row of a route below a verification. */
function ofCase(
  method: string,
  below: string,
  id: string,
  more: Partial<(typeof access)[string]> = {},
  type = 'kyc',
): typeof access {
  const file = below.replace(':file', 'front');
  return {
    [`${method} /api/verifications/:type/:id${below}`]: {
      own: `verifications/${type}/${id}${file}`,
      foreign: `verifications/idv/v-away${file}`,
      clerk: 403,
      ...more,
    },
  };
}

/** The methods of a route's address. */
export const methodsAt = (route: string): readonly string[] =>
  Object.keys(access)
    .filter((each) => each.split(' ')[1] === route.split(' ')[1])
    .map((each) => each.split(' ')[0] ?? '');

/** What is sent on a route by whoever may: each time the same intent. */
export function requestOf(route: string): {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
} {
  const {send} = access[route]!;
  const version = send?.version;
  return {
    method: route.split(' ')[0] ?? 'GET',
    ...(send && {body: send.body}),
    headers: {
      ...(send && {'Idempotency-Key': '"8d6f0c1e-58a1-4c6b-9a50-3f3b1d0c7a11"'}),
      ...(version !== undefined && {'If-Match': `"${version}"`}),
    },
  };
}

/** Puts in place what the rows above ask for beside the world. */
export async function prepare(server: TestServer): Promise<void> {
  const webhook = {
    url: 'https://example.com',
    events: [],
    secret: 'whsec_',
    created_at: '2026-01-01T00:00:00Z',
  };
  await server.records.outbox.addWebhook({...webhook, tenant: home, id: 'to-delete'});
  await server.records.outbox.addWebhook({...webhook, tenant: away, id: 'away'});
  const pdf = {tenant: home, verification_id: 'v-approved', verification_type: 'idv', seq: 2, attempts: 0};
  await server.records.outbox.endPdf(pdf, {done: true, at: 0}, new TextEncoder().encode('%PDF-1.7'));
}
