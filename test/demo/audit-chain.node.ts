import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import fc from 'fast-check';
import type {AuditEvent} from '../../src/domain/audit-event.js';
import {canonical, checkChain} from '../../demo/server/cases/audit-chain.js';
import {chainOfSeeds} from '../../demo/server/cases/seed-chain.js';
import type {StoredChain} from '../../demo/server/records/case-records.js';
import {appRole} from '../../demo/server/records/case-tables.js';
import type {Database, Queries} from '../../demo/server/records/database.js';
import {openPglite} from '../../demo/server/records/pglite.js';
import {openPostgres} from '../../demo/server/records/postgres.js';
import {findPostgres, isPostgresRequired, startPostgres, type RunningPostgres} from '../support/postgres.js';
import {aServer} from './a-server.js';
import {caseMaker, inDatabase, inMemory} from './case-stores.js';
import {home} from './contract-world.js';

const owner = {tenant: 'meridian', type: 'idv', id: 'v-1'};
const actor = {kind: 'user', id: 'u', name: 'U'};
const chainOf = (events: number, of = owner): Promise<StoredChain> =>
  chainOfSeeds(
    of,
    Array.from({length: events}, (_, n) => ({
      type: n % 2 ? 'note.created' : 'request.updated',
      at: new Date(Date.parse('2026-01-01') + n * 60_000).toISOString(),
      actor,
      note: n % 3 ? `note ${n}` : undefined,
      data: {n, deep: {list: [n, 'a']}},
    })),
  );

/** Flips one bit of one character, in a place that is said by a number. */
function flipped(event: AuditEvent, place: number): AuditEvent {
  const text = JSON.stringify(event);
  for (let at = place % text.length; ; at = (at + 1) % text.length) {
    const changed = String.fromCharCode(text.charCodeAt(at) ^ (1 << (place % 7)));
    try {
      const read = JSON.parse(text.slice(0, at) + changed + text.slice(at + 1)) as AuditEvent;
      if (canonical(read) !== canonical(event)) return read;
    } catch {
      // This bit made it unreadable; the next one is tried.
    }
  }
}

describe('a chain of events', () => {
  it('is whole as it was made, from none to many', async () => {
    for (const events of [0, 1, 2, 30]) {
      assert.deepEqual(await checkChain(owner, await chainOf(events)), {
        intact: true,
        events,
        first_broken: null,
      });
    }
  });

  it('is written in one spelling, whatever order its fields came in', () => {
    assert.equal(canonical({b: 1, a: [{d: undefined, c: null}]}), canonical({a: [{c: null}], b: 1}));
    assert.notEqual(canonical({a: '1'}), canonical({a: 1}));
    assert.notEqual(canonical({a: ['b,c']}), canonical({a: ['b', 'c']}));
  });

  it('PR-01 names the first event that does not fit, after any of 1000 changes', async () => {
    const kinds = fc.constantFrom('flip', 'delete', 'swap', 'insert', 'cut', 'replace' as const);
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({min: 2, max: 12}),
        kinds,
        fc.nat(),
        fc.nat(),
        async (length, kind, one, two) => {
          const chain = await chainOf(length);
          const events = [...chain.events];
          const at = one % length;
          let broken = at + 1;
          if (kind === 'flip') events[at] = flipped(events[at]!, two);
          else if (kind === 'delete') events.splice(at, 1);
          else if (kind === 'insert') events.splice(at, 0, {...events[two % length]!, id: 'evt_forged'});
          else if (kind === 'cut') events.splice(at);
          else if (kind === 'swap') {
            const other = (at + 1 + (two % (length - 1))) % length;
            [events[at], events[other]] = [events[other]!, events[at]!];
            broken = Math.min(at, other) + 1;
          } else {
            events.splice(0, length, ...(await chainOf(length, {...owner, id: 'v-2'})).events);
            broken = 1;
          }
          const check = await checkChain(owner, {...chain, events});
          assert.deepEqual([check.intact, check.first_broken], [false, broken], kind);
          changes++;
        },
      ),
      {numRuns: 1000},
    );
    assert.equal(changes, 1000);
  });

  it('PR-01 notices another chain in its place that is whole in itself', async () => {
    const kept = await chainOf(5);
    const forged = await chainOfSeeds(
      owner,
      kept.events.map(({type, at}) => ({type, at, actor})),
    );
    assert.equal((await checkChain(owner, forged)).intact, true);
    const check = await checkChain(owner, {...kept, events: forged.events});
    assert.equal(check.intact, false);
  });
});

/** The same database, whose transaction breaks off at one of its statements. */
function breakingAt(
  database: Database,
  statement: () => number,
): Database & {readonly statements: () => number} {
  let done = 0;
  return {
    ...database,
    statements: () => done,
    transaction: (work) =>
      database.transaction((inside) => {
        done = 0;
        const breaking: Queries = {
          query: (sql, values) => {
            if (++done === statement()) return Promise.reject(new Error('The power is gone.'));
            return inside.query(sql, values);
          },
        };
        return work(breaking);
      }),
  };
}

function atomicity(open: () => Promise<Database>): void {
  it('MU-17 keeps state, event, outboxes and answer together, whichever statement breaks', async () => {
    let at = 0;
    const whole = await open();
    const breaking = breakingAt(whole, () => at);
    const store = await inDatabase(breaking);
    const server = await aServer(store.records);
    await store.records.outbox.addWebhook({
      ...{tenant: home, id: 'hook', url: 'https://example.com', events: [], secret: 'whsec_'},
      created_at: '2026-01-01T00:00:00Z',
    });
    await store.records.outbox.putTemplate(home, {
      ...{event: 'request.approved', subject: 's', text: 't', enabled: true},
    });
    const fresh = caseMaker(() => store);
    const {path, name, id} = await fresh('pending_review');
    const kept = async () => {
      const count = async (table: string, column = 'verification_id') =>
        (
          await whole.query<{count: number}>(
            `select count(*)::integer as count from ${table} where ${column} = $1`,
            [id],
          )
        )[0]?.count;
      const answers = await whole.query('select key from answers where route like $1', [`%${id}%`]);
      return {
        stored: await store.records.cases.one(home, name),
        chain: await checkChain({tenant: home, ...name}, (await store.records.cases.chain(home, name))!),
        messages: await count('webhook_messages'),
        mails: await count('notifications'),
        pdfs: await count('audit_pdfs'),
        answers: answers.length,
      };
    };
    const before = await kept();
    const key = crypto.randomUUID();
    const said = console.error;
    console.error = () => undefined;
    let broken = 0;
    for (at = 1; ; at++) {
      const answer = await server.send(`${path}/approve`, {key, version: 1});
      if (answer.status === 200) break;
      assert.equal(answer.status, 500);
      assert.deepEqual(await kept(), before);
      broken++;
    }
    console.error = said;
    // Each statement of the transaction has had its turn.
    assert.equal(broken, breaking.statements());
    assert.ok(broken >= 10, String(broken));
    const later = await kept();
    assert.deepEqual(
      [later.stored?.verification.status, later.chain.intact, later.chain.events],
      ['approved', true, before.chain.events + 1],
    );
    assert.deepEqual([later.messages, later.mails, later.pdfs, later.answers], [1, 1, 1, 1]);
    await server.backend.close();
    await store.records.close();
  });

  it('PR-02 refuses to change what is written down, to its owner and to the role of the server', async () => {
    const database = await open();
    const store = await inDatabase(database);
    const attempts = [
      "update verification_events set type = 'x'",
      'delete from verification_events',
      'truncate verification_events',
      "insert into verification_events select * from verification_events on conflict (tenant, verification_id, seq) do update set type = 'x'",
    ];
    for (const role of ['none', appRole]) {
      for (const sql of attempts) {
        await assert.rejects(
          database.transaction(async (inside) => {
            await inside.query(`select set_config('role', $1, true)`, [role]);
            await inside.query(sql);
          }),
          role === 'none' ? /stays as it is/ : /stays as it is|permission denied/,
        );
      }
    }
    const {intact, events} = await checkChain(
      {tenant: home, type: 'idv', id: 'v-approved'},
      (await store.records.cases.chain(home, {type: 'idv', id: 'v-approved'}))!,
    );
    assert.deepEqual([intact, events], [true, 2]);
    await store.records.close();
  });

  it('PR-01 finds what somebody changed behind its back, and a tail that was cut off', async () => {
    const database = await open();
    const store = await inDatabase(database);
    const server = await aServer(store.records);
    const check = async () =>
      (await (await server.ask('verifications/idv/v-rejected/audit/verify')).json()) as {
        intact: boolean;
        first_broken: number | null;
      };
    assert.deepEqual(await check(), {intact: true, events: 2, first_broken: null});
    const where = `where tenant = '${home}' and verification_id = 'v-rejected' and seq = 2`;
    await database.query('alter table verification_events disable trigger user');
    await database.query(
      `update verification_events set body = replace(body::text, 'Seen.', 'Sean.')::json ${where}`,
    );
    assert.deepEqual(await check(), {intact: false, events: 2, first_broken: 2});
    await database.query(`delete from verification_events ${where}`);
    assert.deepEqual(await check(), {intact: false, events: 1, first_broken: 2});
    await server.backend.close();
    await store.records.close();
  });
}

describe('what is kept together, in the embedded PostgreSQL', () => atomicity(() => openPglite()));

const hasPostgres = findPostgres() !== undefined;
describe('what is kept together, in a real PostgreSQL', {skip: !hasPostgres && !isPostgresRequired}, () => {
  let postgres: RunningPostgres;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());
  atomicity(async () => openPostgres(await postgres.createDatabase()));

  it('MU-14 MU-04 holds between processes on one database', async () => {
    const url = await postgres.createDatabase();
    const [one, other] = [await inDatabase(openPostgres(url)), await inDatabase(openPostgres(url))];
    const servers = [await aServer(one.records), await aServer(other.records)];
    const fresh = caseMaker(() => one);
    for (let race = 0; race < 50; race++) {
      const {path, name} = await fresh('pending_review');
      const key = crypto.randomUUID();
      const action = race % 2 ? 'approve' : 'reject';
      const answers = await Promise.all(
        servers.map((each) => each.send(`${path}/${action}`, {key, version: 1})),
      );
      assert.deepEqual(
        answers.map(({status}) => status),
        [200, 200],
      );
      assert.equal(answers.filter(({headers}) => headers.get('Idempotency-Replayed') === 'true').length, 1);
      assert.equal((await one.records.cases.chain(home, name))?.count, 2);
    }
    await Promise.all(servers.map(({backend}) => backend.close()));
    await Promise.all([one.records.close(), other.records.close()]);
  });
});

describe('what is kept together, in memory', () => {
  it('MU-17 changes nothing and tells nobody when the work fails', async () => {
    const store = inMemory();
    await aServer(store.records);
    const name = {type: 'idv', id: 'v-pending_review'};
    const before = await store.records.cases.one(home, name);
    const chain = await store.records.cases.chain(home, name);
    const heard: unknown[] = [];
    await store.records.listen((change) => heard.push(change));
    const failing = store.records.cases.change(home, name, async (editor) => {
      await editor.replace({...editor.verification, status: 'approved'});
      await editor.append({type: 'request.approved', at: '2026-01-01T00:00:00Z', actor});
      throw new Error('halfway');
    });
    await assert.rejects(failing, /halfway/);
    assert.deepEqual(await store.records.cases.one(home, name), before);
    assert.deepEqual(await store.records.cases.chain(home, name), chain);
    assert.equal(await store.records.cases.lastPdf(home, name), undefined);
    assert.deepEqual(heard, []);
  });
});
