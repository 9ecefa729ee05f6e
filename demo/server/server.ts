import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {connect} from 'node:net';
import {join} from 'node:path';
import {getRequestListener} from '@hono/node-server';
import type {Limits} from './app-kit.js';
import {createBackend} from './backend.js';
import {makeAuditPdf} from './audit-pdf.js';
import {createBackOffice} from './back-office.js';
import {systemClock} from './clock.js';
import {lockFolder} from './folder-lock.js';
import {startJobs} from './jobs.js';
import {addMissingTemplates, openMailer} from './notifications.js';
import {createPages} from './pages.js';
import {newRequestId} from './problem.js';
import {openPglite} from './records/pglite.js';
import {openPostgres} from './records/postgres.js';
import type {Records} from './records/records.js';
import type {RecordsWriter} from './records/writer.js';
import {SqlRecords, type Origin} from './records/sql.js';
import {createSignIn, personas, userOf} from './sign-in.js';
import {serveSockets} from './sockets.js';
import {createSubscriber} from './subscriber.js';
import {startTicker} from './ticker.js';
import {tenants} from './world/world.js';

export interface ServerOptions {
  /** Wanted port; the next free one is taken when it is not free. 0: any. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** A real PostgreSQL; without it the embedded one in `dataFolder`. */
  readonly databaseUrl?: string | undefined;
  readonly dataFolder: string;
  /** Where the built page is. */
  readonly pages: string;
  /** Other origins whose pages may call the API. */
  readonly origins?: readonly string[];
  readonly ticker: boolean;
  /** A mail server for notifications; without one they stay in the outbox. */
  readonly smtpUrl?: string | undefined;
  /** Who notifications come from. */
  readonly mailFrom?: string | undefined;
  /** Whether webhooks of its own are received and shown. */
  readonly subscriber?: boolean;
  /** How much one user may ask for, and how soon again. */
  readonly limits?: Partial<Limits> | undefined;
  /** Seconds that a token of the sign-in is good for. */
  readonly tokenSeconds?: number | undefined;
  /** Fills an empty store. */
  readonly seed: (writer: RecordsWriter, say: (line: string) => void) => Promise<void>;
  /** What is set in a store that was just filled, before anybody uses it. */
  readonly furnish?: (records: Records) => Promise<void>;
  /** Makers of bytes that are drawn when they are first asked for. */
  readonly origin?: Origin;
  readonly say: (line: string) => void;
}

export interface RunningServer {
  readonly address: string;
  /** The store, for whoever runs the server as a part of a larger program. */
  readonly records: Records;
  /** Ends sockets, lets running requests finish, and closes the store. */
  close(): Promise<void>;
}

const loopback = '127.0.0.1';
const loopback6 = '::1';
const portsTried = 20;
const lastRequestsMs = 3000;
const apiBase = '/api/';
/** What a target is resolved against where only its path matters. */
const anyHost = 'http://localhost';

/** Starts the whole demo: lock, port, database, seed, API, sockets and page, in this order. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {dataFolder, say, origins = []} = options;
  // A variable that is set to nothing is as good as absent.
  const databaseUrl = options.databaseUrl === '' ? undefined : options.databaseUrl;
  const ends: (() => void | Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const lock = databaseUrl === undefined ? await lockFolder(dataFolder) : undefined;
    if (lock) ends.push(() => lock.release());

    let answer: (incoming: IncomingMessage, outgoing: ServerResponse) => unknown = answerStarting;
    const server = createServer((incoming, outgoing) => answer(incoming, outgoing));
    const port = await listen(server, options);
    ends.push(() => endServer(server));
    const address = `http://localhost:${port}`;
    await lock?.announce(address);

    say(
      databaseUrl === undefined
        ? `Opening the database in ${dataFolder}`
        : 'Opening the database of DATABASE_URL',
    );
    const database =
      databaseUrl === undefined ? await openPglite(join(dataFolder, 'database')) : openPostgres(databaseUrl);
    ends.push(() => database.close());
    // Running requests end before the database does.
    ends.push(() => endServer(server));
    const records = await SqlRecords.open(database, options.origin ? {origin: options.origin} : {});
    const isFilled = await records.seed((writer) => options.seed(writer, say));
    if (isFilled) await options.furnish?.(records);
    for (const persona of personas) {
      const known = await records.user(persona.tenant, persona.id);
      if (isFilled || !known) await records.putUser(userOf(persona));
    }

    const clock = systemClock;
    const random = Math.random;
    const signIn = await createSignIn(records, clock, options.tokenSeconds);
    const identify = (token: string) => signIn.identify(token);
    const {limits = {}} = options;
    const backend = await createBackend({records, clock, identify, base: apiBase, origins, limits});
    ends.push(() => backend.close());
    const sockets = serveSockets(server, {live: backend.live, path: `${apiBase}live`, origins});
    // The far ends get a moment to take in why their socket was closed.
    ends.push(() => {
      setTimeout(() => sockets.close(), 500).unref();
    });
    if (options.ticker) ends.push(startTicker({records, live: backend.live, clock, random}));

    const subscriber = options.subscriber
      ? await createSubscriber({records, clock, tenants, address})
      : undefined;
    if (subscriber) ends.push(() => subscriber.close());
    for (const {id} of tenants) await addMissingTemplates(records.outbox, id);
    const mailer = options.smtpUrl ? openMailer(options.smtpUrl, options.mailFrom) : undefined;
    const jobs = await startJobs({
      ...{records, clock, random, tenants, mailer},
      makePdf: makeAuditPdf,
      say: (line) => console.error(line),
    });
    ends.push(() => jobs.stop());
    const backOffice = createBackOffice({records, signIn, clock, random, subscriber});
    const pages = createPages(options.pages);
    const listener = getRequestListener((request: Request) => {
      const {pathname} = new URL(request.url);
      if (pathname.startsWith(apiBase)) return backend.fetch(request);
      return pathname.startsWith('/back-office/') ? backOffice.fetch(request) : pages(request);
    });
    answer = (incoming, outgoing) => {
      const {url = ''} = incoming;
      if (isPlainTarget(url)) return listener(incoming, outgoing);
      if (!isBelowApi(url)) return answerNotFound(outgoing);
      // There is nothing at the base itself, and the API says so in its own way.
      incoming.url = apiBase;
      return listener(incoming, outgoing);
    };
    return {address, records, close};
  } catch (error) {
    await close();
    throw error;
  }
}

/** Takes the wanted port or, said aloud, the next free one. */
async function listen(server: Server, {port, host, say}: ServerOptions): Promise<number> {
  for (let wanted = port; ; wanted++) {
    const isOthers = host === loopback && wanted !== 0 && (await isAnswered(loopback6, wanted));
    if (isOthers && wanted === port + portsTried) throw new Error(`Ports ${port} to ${wanted} are taken.`);
    const bound = await new Promise<number | undefined>((resolve, reject) => {
      if (isOthers) return resolve(undefined);
      const onError = (error: NodeJS.ErrnoException): void => {
        if (error.code === 'EADDRINUSE' && wanted < port + portsTried && wanted < 65_535) resolve(undefined);
        else reject(error);
      };
      server.once('error', onError);
      server.listen(wanted, host, () => {
        server.off('error', onError);
        const at = server.address();
        resolve(typeof at === 'object' && at ? at.port : wanted);
      });
    });
    if (bound !== undefined) return bound;
    say(`Port ${wanted} is taken, trying ${wanted + 1}`);
  }
}

/** Whether another program has this port: the printed address says `localhost`, which is either of two addresses. */
function isAnswered(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** Running requests may finish; connections that only wait may not keep the server. */
function endServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), lastRequestsMs).unref();
  });
}

/** Parsing a URL resolves dots in any spelling; what was not asked for plainly is not answered. */
const isPlainTarget = (target: string): boolean => {
  const [path = ''] = target.split('?');
  return path.startsWith('/') && !/(^|\/)(\.|%2e){1,2}(\/|$)|\/\/|\\/i.test(path);
};

/** Whether the API is meant, by how the target is written or by what it resolves to. */
const isBelowApi = (target: string): boolean => {
  const {pathname} = URL.canParse(target, anyHost) ? new URL(target, anyHost) : {pathname: ''};
  return [target.replaceAll('\\', '/'), pathname].some((each) => each.startsWith(apiBase));
};

function answerNotFound(outgoing: ServerResponse): void {
  outgoing
    .writeHead(404, {'Content-Type': 'text/plain', 'X-Content-Type-Options': 'nosniff'})
    .end('Not found\n');
}

function answerStarting({url = ''}: IncomingMessage, outgoing: ServerResponse): void {
  const [status, title] = [503, 'Starting'];
  outgoing.setHeader('Retry-After', '2').setHeader('X-Content-Type-Options', 'nosniff');
  if (!isBelowApi(url)) {
    outgoing.writeHead(status, {'Content-Type': 'text/plain'}).end(`${title}\n`);
    return;
  }
  const request_id = newRequestId();
  outgoing
    .writeHead(status, {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'X-Request-Id': request_id,
    })
    .end(JSON.stringify({type: 'about:blank', title, status, code: 'server', request_id}));
}
