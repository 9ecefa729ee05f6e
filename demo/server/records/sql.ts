import type {Customer} from '../../../src/domain/customer.js';
import type {LiveEventType} from '../../../src/domain/live-events.js';
import type {Bucket, TransactionBucket} from '../../../src/domain/transaction.js';
import type {CustomerFolder} from '../world/world.js';
import {fromBase64, toBase64} from './base64.js';
import {changeChannel} from './change-channel.js';
import type {Database, Queries} from './database.js';
import {lists, type FolderList, type Listed, type ListName} from './lists.js';
import {advisoryLock, migrate} from './migrations.js';
import type {Change, Question, Records, Slice, Ticket, User} from './records.js';
import {SqlCases} from './sql-cases.js';
import {Conditions} from './sql-conditions.js';
import {Draft} from './sql-draft.js';
import {SqlOutbox} from './sql-outbox.js';
import {insertRows} from './sql-rows.js';
import {customerSubject} from './subject.js';
import type {RecordsWriter} from './writer.js';

const rowsAtOnce = 2000;
/** How often a long list says how far it is. */
const rowsBetweenWords = 20_000;

/** Finds the maker of a file's bytes, for files that are drawn when they are first asked for. */
export type Origin = (tenant: string, path: string) => (() => Promise<Uint8Array>) | undefined;

interface SqlOptions {
  /** Without it, a file's bytes are stored with the file. */
  readonly origin?: Origin;
}

/** Records in PostgreSQL, the embedded one or a real one. */
export class SqlRecords implements Records {
  readonly cases: SqlCases;
  readonly outbox: SqlOutbox;
  private readonly database: Database;
  private readonly origin: Origin | undefined;

  /** Brings the database to this version first. */
  static async open(database: Database, {origin}: SqlOptions = {}): Promise<SqlRecords> {
    await migrate(database);
    return new SqlRecords(database, origin, await SqlCases.open(database, origin));
  }

  private constructor(database: Database, origin: Origin | undefined, cases: SqlCases) {
    this.cases = cases;
    this.outbox = new SqlOutbox(database);
    this.database = database;
    this.origin = origin;
  }

  async user(tenant: string, id: string) {
    const [found] = await this.database.query<User>(
      'select tenant, id, name, role, permissions, disabled from users where tenant = $1 and id = $2',
      [tenant, id],
    );
    return found;
  }

  async putUser({tenant, id, name, role, permissions, disabled}: User) {
    await this.database.query(
      `insert into users (tenant, id, name, role, permissions, disabled) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant, id) do update set name = excluded.name, role = excluded.role,
       permissions = excluded.permissions, disabled = excluded.disabled`,
      [tenant, id, name, role, permissions, disabled],
    );
  }

  async customer(tenant: string, id: string) {
    if (!isStorable(tenant, id)) return undefined;
    const [found] = await this.database.query<{body: Customer; revision: number}>(
      'select body, revision from customers where tenant = $1 and id = $2',
      [tenant, id],
    );
    return found && {customer: found.body, revision: found.revision};
  }

  async list<L extends ListName>(list: L, tenant: string, customer: string, question: Question) {
    const {table} = lists[list];
    const filters = new Conditions(list === 'customers' ? {tenant} : {tenant, customer_id: customer});
    filters.addFilters(question);
    const [counted] = await this.database.query<{total: number}>(
      `select count(*)::integer as total from ${table} where ${filters.sql}`,
      filters.values,
    );
    const {sort, descending, limit, offset = 0, after} = question;
    const order = descending ? 'desc' : 'asc';
    if (after) filters.addPosition(question, after);
    // The inner query runs on the index alone, so that a far page costs little more than a near one.
    const found = await this.database.query<{id: string; key: string; body: Listed[L]}>(
      `select page.id, page.key::text as key, record.body
       from (
         select id, ${sort} as key from ${table} where ${filters.sql}
         order by ${sort} ${order}, id ${order}
         limit ${limit === undefined ? 'all' : filters.value(limit + 1)} offset ${filters.value(offset)}
       ) page
       join ${table} record on record.tenant = $1 and record.id = page.id
       order by page.key ${order}, page.id ${order}`,
      filters.values,
    );
    const rows = limit === undefined ? found : found.slice(0, limit);
    const last = rows.at(-1);
    const slice: Slice<Listed[L]> = {
      rows: rows.map(({body}) => body),
      total: counted?.total ?? 0,
      ...(last && found.length > rows.length ? {next: {key: last.key, id: last.id}} : {}),
    };
    return slice;
  }

  async summary(tenant: string, customer: string, bucket: Bucket, range: Pick<Question, 'from' | 'before'>) {
    const filters = new Conditions({tenant, customer_id: customer});
    filters.addFilters(range);
    return this.database.query<TransactionBucket>(
      `select to_char(date_trunc(${filters.value(bucket)}::text, day::timestamp), 'YYYY-MM-DD') as start, currency,
         coalesce(sum(amount) filter (where direction = 'in'), 0)::text as "in",
         coalesce(sum(amount) filter (where direction = 'out'), 0)::text as "out",
         count(*)::integer as count, (count(*) filter (where flagged))::integer as flagged
       from transactions where ${filters.sql} and day is not null
       group by 1, 2 order by 1, currency collate "C"`,
      filters.values,
    );
  }

  async file(tenant: string, path: string) {
    if (!isStorable(tenant, path)) return undefined;
    const [found] = await this.database.query<{
      customer_id: string;
      media_type: string;
      bytes: string | null;
    }>(
      `select customer_id, media_type, encode(bytes, 'base64') as bytes from files where tenant = $1 and path = $2`,
      [tenant, path],
    );
    if (!found) return undefined;
    const bytes = found.bytes === null ? await this.drawn(tenant, path) : fromBase64(found.bytes);
    return bytes && {customer: found.customer_id, media_type: found.media_type, bytes};
  }

  /** What is drawn first stays: from then on the bytes come from the store. */
  private async drawn(tenant: string, path: string): Promise<Uint8Array | undefined> {
    const bytes = await this.origin?.(tenant, path)?.();
    if (!bytes) return undefined;
    const [kept] = await this.database.query<{bytes: string}>(
      `update files set bytes = coalesce(bytes, decode($3, 'base64')) where tenant = $1 and path = $2
       returning encode(bytes, 'base64') as bytes`,
      [tenant, path, toBase64(bytes)],
    );
    return kept && fromBase64(kept.bytes);
  }

  change(...[tenant, id, event, work]: Parameters<Records['change']>): Promise<number | undefined> {
    return this.database.transaction(async (inside) => {
      const [found] = await inside.query<{body: Customer}>(
        'select body from customers where tenant = $1 and id = $2 for update',
        [tenant, id],
      );
      if (!found) return undefined;
      const draft = new Draft(inside, tenant, found.body);
      await work(draft);
      await draft.keep();
      const [counted] = await inside.query<{revision: number}>(
        'update customers set revision = revision + 1 where tenant = $1 and id = $2 returning revision',
        [tenant, id],
      );
      const revision = counted?.revision ?? 0;
      await inside.query('select pg_notify($1, $2)', [
        changeChannel,
        JSON.stringify({tenant, subject: customerSubject(id), type: event, revision}),
      ]);
      return revision;
    });
  }

  listen(hear: (change: Change) => void) {
    return this.database.listen(
      changeChannel,
      (payload) => {
        const change = readChange(payload);
        if (change) hear(change);
      },
      () => hear('gap'),
    );
  }

  async addTicket(hash: string, {tenant, user, subject, origin, expires}: Ticket) {
    // Tickets that nobody came for have no other end.
    await this.database.query('delete from tickets where expires < $1', [expires - 3_600_000]);
    await this.database.query(
      'insert into tickets (hash, tenant, user_id, subject, origin, expires) values ($1, $2, $3, $4, $5, $6)',
      [hash, tenant, user, subject, origin, expires],
    );
  }

  async takeTicket(hash: string) {
    const [found] = await this.database.query<Ticket>(
      `delete from tickets where hash = $1
       returning tenant, user_id as user, subject, origin, expires`,
      [hash],
    );
    return found;
  }

  async secret(name: string, make: () => string) {
    await this.database.query('insert into secrets (name, value) values ($1, $2) on conflict do nothing', [
      name,
      make(),
    ]);
    const [found] = await this.database.query<{value: string}>('select value from secrets where name = $1', [
      name,
    ]);
    if (!found) throw new Error('A secret that was just stored is gone.');
    return found.value;
  }

  async seed(fill: (writer: RecordsWriter) => Promise<void>) {
    const isFilled = await this.fillEmpty(fill);
    // So that the planner knows what it has, and counting rows need not look at each of them.
    if (isFilled) await this.database.query('vacuum analyze');
    return isFilled;
  }

  private fillEmpty(fill: (writer: RecordsWriter) => Promise<void>): Promise<boolean> {
    return this.database.transaction(async (inside) => {
      await inside.query('select pg_advisory_xact_lock($1)', [advisoryLock]);
      const [some] = await inside.query('select 1 from tenants limit 1');
      if (some) return false;
      await fill({
        async addTenant({id, name}) {
          await inside.query('insert into tenants (id, name) values ($1, $2)', [id, name]);
        },
        addCustomer: (folder, onRows) => this.addCustomer(inside, folder, onRows),
        addVerification: (folder) => this.cases.add(inside, folder),
      });
      return true;
    });
  }

  private async addCustomer(
    inside: Queries,
    folder: CustomerFolder,
    onRows: (stored: number) => void = () => undefined,
  ) {
    const {tenant, customer} = folder;
    await insertRows(inside, 'customers', tenant, undefined, [customer]);
    const add = async <L extends FolderList>(list: L, records: Iterable<Listed[L]> = [], stored = onRows) => {
      let count = 0;
      for (const some of inChunks(records, rowsAtOnce)) {
        await insertRows(inside, list, tenant, customer.id, some);
        count += some.length;
        if (count % rowsBetweenWords === 0) stored(count);
      }
    };
    const quietly = (): void => undefined;
    await add('documents', folder.documents, quietly);
    await add('amlRecords', folder.amlRecords, quietly);
    await add('videoCalls', folder.videoCalls, quietly);
    await add('transactions', folder.transactions);
    await add('travelRuleLogs', folder.travelRuleLogs, quietly);
    await add('questionnaires', folder.questionnaires, quietly);
    for (const {path, media_type, bytes} of folder.files ?? []) {
      await inside.query(
        `insert into files (tenant, path, customer_id, media_type, bytes) values ($1, $2, $3, $4, decode($5, 'base64'))`,
        [tenant, path, customer.id, media_type, this.origin ? null : toBase64(await bytes())],
      );
    }
  }

  close() {
    return this.database.close();
  }
}

function* inChunks<T>(all: Iterable<T>, size: number): Generator<readonly T[]> {
  let chunk: T[] = [];
  for (const each of all) {
    chunk.push(each);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** PostgreSQL has no text with a zero character in it, so nothing stored can be named by one. */
const isStorable = (...texts: readonly string[]): boolean => texts.every((each) => !each.includes('\0'));

function readChange(payload: string): Change | undefined {
  try {
    const {tenant, subject, type, revision} = JSON.parse(payload) as Record<string, unknown>;
    if (typeof tenant !== 'string' || typeof subject !== 'string' || typeof revision !== 'number')
      return undefined;
    return {tenant, subject, type: type as LiveEventType, revision};
  } catch {
    return undefined;
  }
}
