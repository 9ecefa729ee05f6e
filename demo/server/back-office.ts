import {Hono} from 'hono';
import type {Identity} from './backend.js';
import {moveCaseOn} from './case-happenings.js';
import type {Clock} from './clock.js';
import {makeSomethingHappen} from './happenings.js';
import {answerProblem, Problem} from './problem.js';
import {readBytes} from './read-bytes.js';
import type {CaseName} from './records/case-records.js';
import type {Records} from './records/records.js';
import {personas, type SignIn} from './sign-in.js';
import type {Subscriber} from './subscriber.js';
import {colleagues, staff} from './world/staff.js';
import {tenants} from './world/world.js';

interface BackOfficeOptions {
  readonly records: Records;
  readonly signIn: SignIn;
  readonly clock: Clock;
  readonly random: () => number;
  /** Receives webhooks, where the demo has one. */
  readonly subscriber?: Subscriber | undefined;
}

/** What a tenant's own back-office does beside the API: it knows who is signed in, and gets them a token. */
export function createBackOffice({records, signIn, clock, random, subscriber}: BackOfficeOptions): Hono {
  const app = new Hono().basePath('/back-office/');

  app.onError((error) => {
    const problem = error instanceof Problem ? error : new Problem('server');
    if (problem !== error) console.error(`back-office: ${error.name}`);
    return answerProblem(problem, crypto.randomUUID());
  });
  app.notFound(() => answerProblem(new Problem('not_found'), crypto.randomUUID()));
  app.use(async (context, next) => {
    // The demo asks for no password, so at least no other page may sign in through the reader's browser.
    const origin = context.req.header('Origin');
    const isOwn = origin !== undefined && isOf(origin, new URL(context.req.url).host);
    if (origin !== undefined && !isOwn) throw new Problem('forbidden');
    await next();
    context.res.headers.set('Cache-Control', 'no-store');
    context.res.headers.set('X-Content-Type-Options', 'nosniff');
  });

  async function identify(authorization: string | undefined): Promise<Identity> {
    const [, token = ''] = /^Bearer (.+)$/i.exec(authorization ?? '') ?? [];
    const identity = await signIn.identify(token);
    if (!identity) throw new Problem('unauthorized');
    return identity;
  }

  app.get('/personas', (context) =>
    context.json({
      items: personas.map(({id, name, title, role, tenant}) => ({
        id,
        name,
        title,
        role,
        tenant,
        tenant_name: tenants.find((each) => each.id === tenant)?.name ?? tenant,
      })),
    }),
  );

  app.post('/session', async (context) => {
    const {persona} = await readBody(context.req.raw);
    const chosen = personas.find(({id}) => id === persona);
    if (!chosen)
      throw new Problem('invalid', {errors: [{path: 'persona', message: 'Nobody is called this.'}]});
    const session = await signIn.issue(chosen.tenant, chosen.id);
    if (!session) throw new Problem('unauthorized');
    const {token, expires_in, user} = session;
    return context.json({
      token,
      expires_in,
      viewer_id: user.id,
      permissions: user.permissions,
      name: user.name,
    });
  });

  app.post('/something-happens', async (context) => {
    const {tenant} = await identify(context.req.header('Authorization'));
    const {customer_id: id, verification} = await readBody(context.req.raw);
    const name = caseNameIn(verification);
    if (name) {
      if (!(await moveCaseOn(records, clock, tenant, name))) throw new Problem('not_found');
      return context.json({moved: true});
    }
    const happened =
      typeof id === 'string' ? await makeSomethingHappen(records, clock, tenant, id, random()) : undefined;
    if (!happened) throw new Problem('not_found');
    return context.json(happened);
  });

  app.get('/colleagues', async (context) => {
    const {tenant} = await identify(context.req.header('Authorization'));
    const own = tenants.find(({id}) => id === tenant);
    const items = own ? colleagues[own.id].map((each) => ({id: staff[each].id, name: staff[each].name})) : [];
    return context.json({items});
  });

  app.get('/deliveries', async (context) => {
    const {tenant} = await identify(context.req.header('Authorization'));
    const after = Number(context.req.query('after') ?? 0);
    const items = (await subscriber?.deliveries(tenant, after, context.req.raw.signal)) ?? [];
    return context.json({items});
  });

  app.post('/subscriber/:tenant', async (context) => {
    const isTaken = await subscriber?.receive(context.req.param('tenant'), context.req.raw);
    if (isTaken === undefined) throw new Problem('not_found');
    return context.body(null, isTaken ? 204 : 400);
  });

  return app;
}

function caseNameIn(value: unknown): CaseName | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value && 'id' in value)) return undefined;
  const {type, id} = value;
  return typeof type === 'string' && typeof id === 'string' ? {type, id} : undefined;
}

const isOf = (origin: string, host: string): boolean => URL.canParse(origin) && new URL(origin).host === host;

/** Nothing that is sent here is long. */
const mostBytes = 16 * 1024;

async function readBody(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const bytes = await readBytes(request, mostBytes);
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // Answered below, like every other body that is no object.
  }
  throw new Problem('invalid', {errors: [{path: '', message: 'A JSON object.'}]});
}
