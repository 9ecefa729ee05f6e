import {createServer} from 'node:http';
import {getRequestListener} from '@hono/node-server';
import {createBackend} from '../demo/server/backend.js';
import {addMissingTemplates} from '../demo/server/notifications.js';
import {createPages} from '../demo/server/pages.js';
import {openPglite} from '../demo/server/records/pglite.js';
import {openPostgres} from '../demo/server/records/postgres.js';
import {SqlRecords} from '../demo/server/records/sql.js';
import {newSecret} from '../demo/server/webhook-address.js';
import {aCase} from '../demo/server/world/small-world.js';
import {aVerification} from '../demo/server/world/verification-builders.js';
import {tenants} from '../demo/server/world/world.js';
import {permissionsForRole} from '../src/domain/permissions.js';

// The server of the bench: a process of its own, so that whoever asks does not take its time. It is the API over one
// database; what happens after the answer stays in the outboxes. DATABASE_URL names a PostgreSQL; without it, the embedded
// one works in memory.

const {PAGES = '', DATABASE_URL = '', CASES = '1'} = process.env;
const [{id: tenant}] = tenants;
const database = DATABASE_URL === '' ? await openPglite() : openPostgres(DATABASE_URL);
const records = await SqlRecords.open(database);
await records.seed(async (writer) => {
  for (const each of tenants) await writer.addTenant(each);
  await writer.addVerification(aCase());
  for (let n = 1; n < Number(CASES); n++) {
    const verification = aVerification({id: `case-${n}`, short_id: null});
    await writer.addVerification(aCase({verification, events: [], files: [], notes: []}));
  }
});
await records.putUser({
  ...{tenant, id: 'owner', name: 'Owner', role: 'owner', disabled: false},
  permissions: permissionsForRole('owner'),
});
// Whoever is to be told of a decision has rows to be written.
await addMissingTemplates(records.outbox, tenant);
await records.outbox.addWebhook({
  ...{tenant, id: 'webhook-1', url: 'https://hooks.example/reviews', events: []},
  ...{secret: newSecret(), created_at: new Date().toISOString()},
});

const backend = await createBackend({
  records,
  base: '/api/',
  identify: (token) => Promise.resolve(token === 'a-token' ? {tenant, user: 'owner'} : undefined),
  limits: {changesPerMinute: Number.POSITIVE_INFINITY},
});

/** Changes single rows of a bare table by a guarded UPDATE each, on some connections at once, for so long. Answers how many. */
async function updateBare(lanes: number, ms: number): Promise<number> {
  await database.query('create table if not exists bare (id text primary key, version integer, status text)');
  await database.query('truncate bare');
  const end = performance.now() + ms;
  const counts = await Promise.all(
    Array.from({length: lanes}, async (_, lane) => {
      const id = `row-${lane}`;
      await database.query(`insert into bare values ($1, 0, 'pending_review')`, [id]);
      let version = 0;
      for (let status = 'pending_review'; performance.now() < end; version++) {
        const next = status === 'rejected' ? 'pending_review' : 'rejected';
        const changed = await database.query(
          `update bare set version = version + 1, status = $4 where id = $1 and version = $2 and status = $3
           returning version`,
          [id, version, status, next],
        );
        if (changed.length !== 1) throw new Error('A row has moved.');
        status = next;
      }
      return version;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

const pages = createPages(PAGES);
const listener = getRequestListener(async (request: Request) => {
  const {pathname, searchParams} = new URL(request.url);
  if (pathname === '/bare') {
    const [lanes, ms] = [Number(searchParams.get('lanes')), Number(searchParams.get('ms'))];
    return Response.json({count: await updateBare(lanes, ms)});
  }
  if (!pathname.startsWith('/api/')) return pages(request);
  const began = performance.now();
  const answer = await backend.fetch(request);
  answer.headers.set('Server-Timing', `own;dur=${performance.now() - began}`);
  return answer;
});
const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`Ready: http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
});
process.on('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void backend.close();
  void database.close().then(() => process.exit(0));
});
