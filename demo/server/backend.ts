import {Hono} from 'hono';
import {isRecordId, mayRead, resourceTable, type ResourceName} from '../../src/domain/resources.js';
import {holds, type Viewer} from '../../src/domain/permissions.js';
import type {Customer} from '../../src/domain/customer.js';
import {hasService} from '../../src/domain/services.js';
import {pathOf, refuseMethod, usualLimits, type Asked, type Env, type Kit, type Limits} from './app-kit.js';
import {addCaseRoutes} from './cases/case-routes.js';
import {Intents} from './cases/intents.js';
import {systemClock, type Clock} from './clock.js';
import {answerFile} from './files.js';
import {Live} from './live.js';
import {answerProblem, newRequestId, Problem} from './problem.js';
import {Query, writeCursor} from './query.js';
import type {FolderList} from './records/lists.js';
import type {Question, Records, StoredCustomer, User} from './records/records.js';
import {customerSubject} from './records/subject.js';
import {addSettingsRoutes} from './settings-routes.js';

/** Who a token speaks for. What they may do is looked up anew on every call. */
export interface Identity {
  readonly tenant: string;
  readonly user: string;
}

export interface BackendOptions {
  readonly records: Records;
  /** Whose token this is; `undefined` for one that is not good, or not good any more. */
  readonly identify: (token: string) => Promise<Identity | undefined>;
  readonly clock?: Clock;
  /** Where the API begins, as a path with slashes at both ends. */
  readonly base?: string;
  /** Other origins whose pages may call the API from a browser. */
  readonly origins?: readonly string[];
  /** Where sockets are opened. By default `live` below the API, on the host that the request was sent to. */
  readonly socketUrl?: (requestUrl: string) => string;
  readonly limits?: Partial<Limits>;
}

export interface Backend {
  /** The API as a function: the same in Node, in a browser test and in a story. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly live: Live;
  /** Every route there is, such as `GET /api/customers/:id`. */
  readonly routes: readonly string[];
  readonly close: () => Promise<void>;
}

const exposed =
  'Date, ETag, Retry-After, X-Request-Id, X-Review-Revision, Content-Disposition, Idempotency-Replayed';
const allowedHeaders = 'Authorization, Content-Type, If-Match, Idempotency-Key, X-Download-Id';
const allowedMethods = 'GET, HEAD, POST, PUT, DELETE';

/** The reference server's API, as CONTRACT.md describes it, over any store. It runs in Node and in a browser. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const {records, identify, clock = systemClock, base = '/', origins = []} = options;
  const limits = {...usualLimits, ...options.limits};
  const socketUrl = options.socketUrl ?? besideApi(base);
  const live = await Live.open({records, clock});
  const app = new Hono<Env>({strict: true}).basePath(base);

  app.onError((error, context) => {
    const problem = error instanceof Problem ? error : new Problem('server');
    // The kind of the error only: its text may quote what somebody sent, or a record.
    if (problem !== error) console.error(`${context.get('requestId')}: ${error.name}`);
    return answerProblem(problem, context.get('requestId'));
  });
  app.notFound((context) => answerProblem(new Problem('not_found'), context.get('requestId')));

  app.use(async (context, next) => {
    const requestId = newRequestId();
    context.set('requestId', requestId);
    await next();
    addCommonHeaders(context, requestId);
  });

  function addCommonHeaders(context: Asked, requestId: string): void {
    const {headers} = context.res;
    headers.set('X-Request-Id', requestId);
    headers.set('Date', new Date(clock.now()).toUTCString());
    headers.set('Cache-Control', 'no-store');
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.append('Vary', 'Origin');
    const origin = context.req.header('Origin');
    if (origin === undefined || !origins.includes(origin)) return;
    headers.set('Access-Control-Allow-Origin', origin);
    headers.set('Access-Control-Expose-Headers', exposed);
  }

  async function signIn(context: Asked): Promise<User> {
    const [, token] = /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(context.req.header('Authorization') ?? '') ?? [];
    const identity = token === undefined ? undefined : await identify(token);
    const user = identity && (await records.user(identity.tenant, identity.user));
    if (!user || user.disabled) throw new Problem('unauthorized', {headers: {'WWW-Authenticate': 'Bearer'}});
    context.set('user', user);
    return user;
  }

  /** The customer in the path, as far as the viewer's tenant has it. Read before the rows, so that the revision is no later. */
  async function openFolder(context: Asked, id: string): Promise<StoredCustomer> {
    const folder = isRecordId(id) ? await records.customer(context.get('user').tenant, id) : undefined;
    if (!folder) throw new Problem('not_found');
    context.header('X-Review-Revision', String(folder.revision));
    return folder;
  }

  const listOf = async (context: Asked, list: FolderList, question: Question) => {
    const {tenant} = context.get('user');
    return records.list(list, tenant, context.get('folder').customer.id, question);
  };

  /** A page of a list, or of rows by their place. `order` makes the question's part that the cursor depends on. */
  async function answerPage(
    context: Asked,
    list: FolderList | 'customers',
    query: Query,
    filters: Partial<Question> = {},
    hasOffset = false,
  ): Promise<Response> {
    const {sort = 'at', descending = true} = filters;
    const name = `${list}:${sort}:${descending ? 'desc' : 'asc'}`;
    const page = query.page(name, sort, hasOffset);
    query.check();
    const customer = list === 'customers' ? '' : context.get('folder').customer.id;
    const question = {...filters, sort, descending, ...page};
    const {rows, total, next} = await records.list(list, context.get('user').tenant, customer, question);
    const items = list === 'customers' ? rows.map((each) => customerSummary(each as Customer)) : rows;
    return context.json({items, next_cursor: next ? writeCursor(next, name) : null, total});
  }

  /** How each resource is answered, once it is known that the viewer may read it. */
  const readers: {readonly [N in ResourceName]: (context: Asked, query: Query) => Promise<Response>} = {
    customers: (context, query) =>
      answerPage(context, 'customers', query, {...query.words(), ...query.statuses()}),
    customer: async (context) => {
      const {customer} = context.get('folder');
      context.header('ETag', `"${customer.version}"`);
      return context.json(asSeenBy(context.get('user'), customer));
    },
    documents: async (context, query) => {
      const archived = query.archived();
      query.check();
      const {rows} = await listOf(context, 'documents', {...archived, sort: 'position', descending: false});
      return context.json({items: rows});
    },
    amlRecords: (context, query) => answerPage(context, 'amlRecords', query, {descending: query.order()}),
    videoCalls: (context, query) => answerPage(context, 'videoCalls', query),
    transactions: (context, query) =>
      answerPage(
        context,
        'transactions',
        query,
        {
          ...query.words(),
          ...query.range(),
          ...query.statuses(),
          ...query.directions(),
          sort: query.sort(),
          descending: query.order(),
        },
        true,
      ),
    transactionSummary: async (context, query) => {
      const range = query.range();
      const bucket = query.bucket();
      query.check();
      const {tenant} = context.get('user');
      return context.json({
        buckets: await records.summary(tenant, context.get('folder').customer.id, bucket, range),
      });
    },
    travelRuleLogs: (context, query) =>
      answerPage(
        context,
        'travelRuleLogs',
        query,
        {...query.words(), ...query.range(), ...query.statuses(), ...query.directions()},
        true,
      ),
    questionnaires: (context, query) => answerPage(context, 'questionnaires', query),
  };

  for (const [name, {path}] of Object.entries(resourceTable) as [ResourceName, {path: string}][]) {
    app.get(`/${path}`, async (context) => {
      const user = await signIn(context);
      const id = context.req.param('id');
      if (id === undefined) return readers[name](context, new Query(context.req.url));
      const folder = await openFolder(context, id);
      context.set('folder', folder);
      if (!mayRead(name, user, folder.customer)) throw new Problem('forbidden');
      return readers[name](context, new Query(context.req.url));
    });
  }

  /** Bytes under a path. Whether the viewer may have them is asked of the customer that they belong to. */
  async function serveFile(
    context: Asked,
    path: string,
    mayHave: (customer: Customer) => boolean,
  ): Promise<Response> {
    const file = await records.file(context.get('user').tenant, path);
    if (!file) throw new Problem('not_found');
    const {customer} = await openFolder(context, file.customer);
    if (!mayHave(customer)) throw new Problem('forbidden');
    return answerFile(context, path, file);
  }

  app.get('/documents/:id/files/:file', async (context) => {
    const user = await signIn(context);
    if (!holds(user, 'view_document')) throw new Problem('forbidden');
    return serveFile(
      context,
      pathOf`documents/${context.req.param('id')}/files/${context.req.param('file')}`,
      () => true,
    );
  });
  app.get('/customers/:id/photo', async (context) => {
    await signIn(context);
    return serveFile(context, pathOf`customers/${context.req.param('id')}/photo`, () => true);
  });
  app.get('/video-calls/:id/recording', async (context) => {
    await signIn(context);
    const path = pathOf`video-calls/${context.req.param('id')}/recording`;
    return serveFile(context, path, (customer) => hasService(customer, 'video_kyc'));
  });

  app.post('/customers/:id/socket-token', async (context) => {
    const {tenant, id: user} = await signIn(context);
    const {customer} = await openFolder(context, context.req.param('id'));
    const origin = context.req.header('Origin') ?? null;
    const ticket = await live.issue({tenant, user, subject: customerSubject(customer.id), origin});
    return context.json({...ticket, url: socketUrl(context.req.url)});
  });

  // Before every route that answers whatever the method is.
  app.options('*', (context) => {
    const headers: Record<string, string> = {};
    const origin = context.req.header('Origin');
    if (origin !== undefined && origins.includes(origin)) {
      headers['Access-Control-Allow-Methods'] = allowedMethods;
      headers['Access-Control-Allow-Headers'] = allowedHeaders;
      headers['Access-Control-Max-Age'] = '600';
    }
    return new Response(null, {status: 204, headers});
  });

  const intents = new Intents({records, clock, limits});
  const kit: Kit = {app, records, clock, live, limits, intents, signIn, socketUrl};
  addCaseRoutes(kit);
  addSettingsRoutes(kit);

  // What is known but was asked for in another way.
  const reading = [
    ...Object.values(resourceTable).map(({path}) => path),
    'documents/:id/files/:file',
    'customers/:id/photo',
    'video-calls/:id/recording',
  ];
  for (const path of reading) app.all(`/${path}`, refuseMethod('GET, HEAD, OPTIONS'));
  app.all('/customers/:id/socket-token', refuseMethod('POST, OPTIONS'));

  return {
    // Some answer at once and some later; the caller need not care.
    fetch: async (request) => app.fetch(request),
    live,
    routes: app.routes
      .filter(({method}) => method !== 'ALL' && method !== 'OPTIONS')
      .map(({method, path}) => `${method} ${path}`),
    close: () => live.close(),
  };
}

const besideApi = (base: string) => (requestUrl: string) => {
  const url = new URL(`${base}live`, requestUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
};

const customerSummary = ({id, name, status, risk, active_services, updated_at}: Customer) => ({
  id,
  name: name ?? null,
  status,
  risk,
  active_services,
  updated_at: updated_at ?? null,
});

/** Whoever may not see documents does not learn from the summary's evidence which there are. */
function asSeenBy(viewer: Viewer, customer: Customer): Customer {
  const summary = customer.ai_generated_summary;
  if (!summary?.claims || holds(viewer, 'view_document')) return customer;
  const claims = summary.claims.map(({text, evidence}) => ({
    text,
    evidence: evidence.filter(({kind}) => kind !== 'document' && kind !== 'field'),
  }));
  return {...customer, ai_generated_summary: {...summary, claims}};
}
