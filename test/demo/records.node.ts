import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import {after, before, describe, it} from 'node:test';
import type {Queries} from '../../demo/server/records/database.js';
import {MemoryRecords} from '../../demo/server/records/memory.js';
import {afterEveryMoment} from '../../demo/server/records/lists.js';
import {openPglite} from '../../demo/server/records/pglite.js';
import {openPostgres} from '../../demo/server/records/postgres.js';
import type {Change, Question, Records} from '../../demo/server/records/records.js';
import {SqlRecords} from '../../demo/server/records/sql.js';
import {findPostgres, isPostgresRequired, startPostgres, type RunningPostgres} from '../support/postgres.js';
import {away, fill, home, manyTransactions} from './contract-world.js';

const newest: Question = {sort: 'at', descending: true};
const idsOf = (rows: readonly {readonly id: string}[]): readonly string[] => rows.map(({id}) => id);

/** Walks a list page by page, as a reader with a cursor does. */
async function walk(records: Records, question: Question): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: Question['after'];
  do {
    const slice = await records.list('transactions', home, 'c-full', {...question, ...(after && {after})});
    ids.push(...idsOf(slice.rows));
    after = slice.next;
  } while (after);
  return ids;
}

/** Waits until PostgreSQL has ended a connection, its last word included. */
async function gone(database: Queries, pid: number | undefined): Promise<void> {
  const alive = 'select 1 from pg_stat_activity where pid = $1';
  while ((await database.query(alive, [pid])).length > 0);
}

/** What every store has to do alike. The memory is the yardstick for what is sorted and filtered. */
function contract(open: () => Promise<Records>): void {
  let records: Records;
  const yardstick = new MemoryRecords();
  before(async () => {
    records = await open();
    await records.seed(fill);
    await yardstick.seed(fill);
  });
  after(() => records.close());

  it('is filled once', async () => {
    assert.equal(await records.seed(() => Promise.reject(new Error('asked to fill a full store'))), false);
  });

  it('keeps a record as it came, whatever characters are in it', async () => {
    const stored = await records.customer(home, 'c-odd');
    assert.equal(stored?.customer.name, '  \u0000\ud800 \u202eevil\u202c %_\' "');
  });

  it('has no customer of another tenant', async () => {
    assert.ok(await records.customer(away, 'c-away'));
    assert.equal(await records.customer(home, 'c-away'), undefined);
    assert.equal(await records.file(home, 'documents/d-away/files/d-away-front'), undefined);
    assert.deepEqual((await records.list('transactions', home, 'c-away', newest)).rows, []);
    assert.equal(await records.change(home, 'c-away', 'step_results', () => undefined), undefined);
  });

  it('lists the customers of one tenant', async () => {
    const {rows, total} = await records.list('customers', home, '', newest);
    assert.deepEqual(idsOf(rows), ['c-full', 'c-bare', 'c-odd']);
    assert.equal(total, 3);
  });

  const questions: readonly (readonly [string, Question])[] = [
    ['newest first', newest],
    ['oldest first', {sort: 'at', descending: false}],
    ['by amount', {sort: 'amount', descending: false}],
    ['by risk', {sort: 'risk_score', descending: true}],
    ['of some statuses', {...newest, status: ['HELD', 'DECLINED']}],
    ['of one direction', {...newest, direction: ['in']}],
    [
      'of a stretch of time',
      {...newest, from: '2026-01-02T00:00:00.000Z', before: '2026-01-04T00:00:00.000Z'},
    ],
    ['of all time', {...newest, before: afterEveryMoment}],
    ['of the time after all time', {...newest, from: afterEveryMoment}],
    ['with a word', {...newest, words: 'muller'}],
    ['with what a pattern would take for a joker', {...newest, words: '%'}],
    [
      'of everything at once',
      {sort: 'amount', descending: true, words: 'globex', status: ['HELD'], direction: ['out']},
    ],
  ];
  for (const [says, question] of questions) {
    it(`sorts and filters: ${says}`, async () => {
      const expected = await yardstick.list('transactions', home, 'c-full', question);
      const whole = await records.list('transactions', home, 'c-full', question);
      assert.deepEqual(idsOf(whole.rows), idsOf(expected.rows));
      assert.equal(whole.total, expected.total);
    });

    it(`CT-04 gives every row once, page by page: ${says}`, async () => {
      const {rows} = await yardstick.list('transactions', home, 'c-full', question);
      assert.deepEqual(await walk(records, {...question, limit: 33}), idsOf(rows));
    });

    it(`gives any row by its place: ${says}`, async () => {
      const {rows} = await yardstick.list('transactions', home, 'c-full', question);
      const window = await records.list('transactions', home, 'c-full', {...question, offset: 17, limit: 5});
      assert.deepEqual(idsOf(window.rows), idsOf(rows.slice(17, 22)));
    });
  }

  it('has everything before the end of all time, in every list and in the sums', async () => {
    const before = afterEveryMoment;
    for (const list of ['transactions', 'travelRuleLogs'] as const) {
      const {total} = await records.list(list, home, 'c-full', newest);
      assert.ok(total > 0);
      assert.equal((await records.list(list, home, 'c-full', {...newest, before})).total, total);
    }
    const whole = await records.summary(home, 'c-full', 'day', {});
    assert.deepEqual(await records.summary(home, 'c-full', 'day', {before}), whole);
    const log = await records.cases.log(home, {limit: 1});
    assert.ok(log.total > 0);
    assert.equal((await records.cases.log(home, {limit: 1, before})).total, log.total);
  });

  it('sorts amounts by their value and not as text', async () => {
    const {rows} = await records.list('transactions', home, 'c-full', {sort: 'amount', descending: true});
    const amounts = rows.map(({amount}) => Number(amount));
    assert.deepEqual(
      amounts,
      amounts.toSorted((a, b) => b - a),
    );
  });

  it('keeps a walk whole while rows are added in front of it', async () => {
    const first = await records.list('transactions', home, 'c-full', {...newest, limit: 10});
    const [extra] = manyTransactions(1, 'extra');
    await records.change(home, 'c-full', 'step_results', (folder) =>
      folder.put('transactions', {...extra!, at: '2027-01-01T00:00:00Z'}),
    );
    await yardstick.change(home, 'c-full', 'step_results', (folder) =>
      folder.put('transactions', {...extra!, at: '2027-01-01T00:00:00Z'}),
    );
    const second = await records.list('transactions', home, 'c-full', {
      ...newest,
      limit: 10,
      after: first.next!,
    });
    const {rows} = await yardstick.list('transactions', home, 'c-full', newest);
    assert.deepEqual([...idsOf(first.rows), ...idsOf(second.rows)], idsOf(rows).slice(1, 21));
  });

  it('finds a name in another script, without its vowel signs', async () => {
    const {rows} = await records.list('travelRuleLogs', home, 'c-full', {...newest, words: 'حداد'});
    assert.deepEqual(idsOf(rows), ['log-04']);
  });

  it('puts documents in their order, and leaves archived ones out when asked', async () => {
    const question: Question = {sort: 'position', descending: false};
    const all = await records.list('documents', home, 'c-full', question);
    assert.deepEqual(idsOf(all.rows), ['d-1', 'd-2', 'd-3']);
    const active = await records.list('documents', home, 'c-full', {...question, archived: false});
    assert.deepEqual(idsOf(active.rows), ['d-1', 'd-2']);
  });

  it('puts a call that has not started above the others', async () => {
    const {rows} = await records.list('videoCalls', home, 'c-full', newest);
    assert.deepEqual(idsOf(rows), ['call-3', 'call-2', 'call-1']);
  });

  for (const bucket of ['day', 'week', 'month'] as const) {
    it(`sums transactions up by ${bucket}`, async () => {
      const range = {from: '2026-01-02T00:00:00.000Z', before: '2026-01-06T00:00:00.000Z'};
      const sums = await records.summary(home, 'c-full', bucket, range);
      assert.deepEqual(sums, await yardstick.summary(home, 'c-full', bucket, range));
      assert.ok(sums.length > 0);
      if (bucket === 'week') assert.ok(sums.every(({start}) => new Date(start).getUTCDay() === 1));
    });
  }

  it('gives a file back byte by byte', async () => {
    const file = await records.file(home, 'documents/d-1/files/d-1-front');
    assert.equal(file?.customer, 'c-full');
    assert.equal(new TextDecoder().decode(file?.bytes), 'front of d-1');
  });

  it('counts versions and the revision with a change, and tells of it', async () => {
    const heard: Change[] = [];
    let tell: () => void;
    const told = new Promise<void>((resolve) => (tell = resolve));
    const stop = await records.listen((change) => {
      heard.push(change);
      tell();
    });
    const before = await records.customer(home, 'c-bare');
    const revision = await records.change(home, 'c-bare', 'step_results', async (folder) => {
      folder.setCustomer({...folder.customer, name: 'Bruce Lee', version: 99});
      folder.put('questionnaires', {id: 'q-new', title: 'New', answers: []});
      assert.deepEqual(idsOf(await folder.rows('questionnaires')), ['q-new']);
    });
    const later = await records.customer(home, 'c-bare');
    await told;
    await stop();
    assert.equal(revision, before!.revision + 1);
    assert.equal(later?.revision, revision);
    assert.equal(later?.customer.name, 'Bruce Lee');
    assert.equal(later?.customer.version, before!.customer.version + 1);
    assert.deepEqual(heard, [{tenant: home, subject: 'customers/c-bare', type: 'step_results', revision}]);
    assert.deepEqual(idsOf((await records.list('customers', home, '', {...newest, words: 'bruce'})).rows), [
      'c-bare',
    ]);
  });

  it('counts the version of a row that is replaced', async () => {
    await records.change(home, 'c-full', 'step_results', async (folder) => {
      const document = (await folder.rows('documents')).find(({id}) => id === 'd-2')!;
      folder.put('documents', {...document, approved: true, version: 1000});
    });
    const {rows} = await records.list('documents', home, 'c-full', {sort: 'position', descending: false});
    assert.deepEqual(
      rows.map(({id, approved, version}) => [id, approved, version]),
      [
        ['d-1', true, 1],
        ['d-2', true, 2],
        ['d-3', false, 1],
      ],
    );
  });

  it('changes nothing and tells nobody when the work fails', async () => {
    const heard: Change[] = [];
    const stop = await records.listen((change) => heard.push(change));
    const before = await records.customer(home, 'c-bare');
    const failing = records.change(home, 'c-bare', 'step_results', (folder) => {
      folder.setCustomer({...folder.customer, name: 'Half'});
      throw new Error('halfway');
    });
    await assert.rejects(failing, /halfway/);
    assert.deepEqual(await records.customer(home, 'c-bare'), before);
    await records.change(home, 'c-full', 'ai_generated_summary', () => undefined);
    // The one that came after is the only one that was heard.
    while (heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await stop();
    assert.deepEqual(
      heard.map((each) => each !== 'gap' && each.type),
      ['ai_generated_summary'],
    );
  });

  it('loses no change when many come at once', async () => {
    const before = await records.customer(home, 'c-bare');
    await Promise.all(
      Array.from({length: 20}, () =>
        records.change(home, 'c-bare', 'step_results', (folder) =>
          folder.setCustomer({...folder.customer, level: (folder.customer.level ?? 0) + 1}),
        ),
      ),
    );
    const later = await records.customer(home, 'c-bare');
    assert.equal(later?.customer.level, (before?.customer.level ?? 0) + 20);
    assert.equal(later?.revision, before!.revision + 20);
  });

  it('hands a ticket out once', async () => {
    const ticket = {tenant: home, user: 'u', subject: 'customers/c-full', origin: null, expires: Date.now()};
    await records.addTicket('hash', ticket);
    const taken = await Promise.all([records.takeTicket('hash'), records.takeTicket('hash')]);
    assert.deepEqual(
      taken.filter((each) => each !== undefined),
      [ticket],
    );
  });

  it('keeps the secret that came first', async () => {
    const [one, other] = await Promise.all([
      records.secret('s', () => 'one'),
      records.secret('s', () => 'other'),
    ]);
    assert.equal(one, other);
    assert.equal(await records.secret('s', () => 'third'), one);
  });

  it('knows its users by tenant', async () => {
    const user = {
      tenant: home,
      id: 'u',
      name: 'U',
      role: 'viewer',
      permissions: ['view_document'],
      disabled: false,
    };
    await records.putUser(user);
    await records.putUser({...user, disabled: true});
    assert.deepEqual(await records.user(home, 'u'), {...user, disabled: true});
    assert.equal(await records.user(away, 'u'), undefined);
  });
}

describe('records in memory', () => contract(() => Promise.resolve(new MemoryRecords())));

describe('records in the embedded PostgreSQL', () =>
  contract(async () => SqlRecords.open(await openPglite())));

describe('files that are drawn when they are asked for', () => {
  it('are drawn once and then stored', async () => {
    let drawn = 0;
    const records = await SqlRecords.open(await openPglite(), {
      origin: (tenant, path) => () => {
        drawn++;
        return Promise.resolve(new TextEncoder().encode(`${tenant} ${path}`));
      },
    });
    await records.seed(fill);
    const first = await records.file(home, 'customers/c-full/photo');
    const second = await records.file(home, 'customers/c-full/photo');
    await records.close();
    assert.equal(new TextDecoder().decode(first?.bytes), `${home} customers/c-full/photo`);
    assert.deepEqual(second?.bytes, first?.bytes);
    assert.equal(drawn, 1);
  });
});

const hasPostgres = findPostgres() !== undefined;
if (!hasPostgres && !isPostgresRequired)
  console.log('SKIPPED: no PostgreSQL programs here (set PG_BIN to their folder).');

describe('records in a real PostgreSQL', {skip: !hasPostgres && !isPostgresRequired}, () => {
  let server: RunningPostgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  describe('the contract', () =>
    contract(async () => SqlRecords.open(openPostgres(await server.createDatabase()))));

  it('is made and filled once by processes that start together', async () => {
    const url = await server.createDatabase();
    const stores = await Promise.all([1, 2, 3].map(() => SqlRecords.open(openPostgres(url))));
    const filled = await Promise.all(stores.map((each) => each.seed(fill)));
    assert.deepEqual(filled.toSorted(), [false, false, true]);
    const {total} = await stores[0]!.list('customers', home, '', newest);
    await Promise.all(stores.map((each) => each.close()));
    assert.equal(total, 3);
  });

  it('hears again after its connection was cut, and says that there was a gap', async () => {
    const url = await server.createDatabase();
    const [one, other] = await Promise.all([
      SqlRecords.open(openPostgres(url)),
      SqlRecords.open(openPostgres(url)),
    ]);
    await one.seed(fill);
    const heard: Change[] = [];
    const news = new EventEmitter();
    await one.listen((change) => {
      heard.push(change);
      news.emit('heard');
    });
    const gap = once(news, 'heard');
    assert.ok((await server.disconnect('kyc-review-demo-listen')) > 0);
    await gap;
    const change = once(news, 'heard');
    await other.change(home, 'c-full', 'step_results', () => undefined);
    await change;
    await Promise.all([one.close(), other.close()]);
    assert.deepEqual(heard, [
      'gap',
      {tenant: home, subject: 'customers/c-full', type: 'step_results', revision: 2},
    ]);
  });

  it('fails a transaction whose connection was cut in the middle of it, and nothing else', async () => {
    const database = openPostgres(await server.createDatabase());
    const cut = async (inside: Queries, ask: boolean): Promise<void> => {
      const [own] = await inside.query<{pid: number}>('select pg_backend_pid() as pid');
      await database.query('select pg_terminate_backend($1)', [own?.pid]);
      // It may be noticed by the next question, or before there is one.
      if (!ask) await gone(database, own?.pid);
      await inside.query('select 1');
    };
    for (const ask of [true, false]) await assert.rejects(database.transaction((inside) => cut(inside, ask)));
    assert.deepEqual(await database.transaction((inside) => inside.query('select 1 as one')), [{one: 1}]);
    await database.close();
  });
});
