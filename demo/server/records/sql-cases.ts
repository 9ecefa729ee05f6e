import type {AuditEvent, LoggedEvent} from '../../../src/domain/audit-event.js';
import type {Note} from '../../../src/domain/note.js';
import type {Verification} from '../../../src/domain/verification.js';
import type {VerificationFolder} from '../world/world.js';
import {chainOfSeeds, decisionsIn} from '../cases/seed-chain.js';
import {fromBase64, toBase64} from './base64.js';
import type {
  CaseEditor,
  CaseFile,
  CaseName,
  CaseQuestion,
  CaseRecords,
  Desk,
  FaceJudgement,
  LogQuestion,
  Paging,
  StoredCase,
  StoredChain,
  StoredPdf,
} from './case-records.js';
import {RecordsBusy} from './case-records.js';
import {columnsOf, momentOf} from './case-row.js';
import {appRole} from './case-tables.js';
import type {Database, Queries} from './database.js';
import type {Slice} from './records.js';
import {SqlDesk} from './sql-desk.js';
import {insertEvents} from './sql-events.js';
import {Filters} from './sql-filters.js';

/** How long one transaction waits for another one. */
const lockTimeout = '10s';

interface CaseRow {
  readonly body: Verification;
  readonly revision: number;
}

/** Finds the maker of a file's bytes, for files that are drawn when they are first asked for. */
type Origin = (tenant: string, path: string) => (() => Promise<Uint8Array>) | undefined;

/** Verifications in PostgreSQL. */
export class SqlCases implements CaseRecords {
  private readonly database: Database;
  private readonly origin: Origin | undefined;
  /** Empty where the database's user may not work as the role that has no right to change what is written down. */
  private readonly role: string;

  static async open(database: Database, origin: Origin | undefined): Promise<SqlCases> {
    const role = await database
      .transaction((inside) => inside.query(`select set_config('role', $1, true)`, [appRole]))
      .then(
        () => appRole,
        () => '',
      );
    return new SqlCases(database, origin, role);
  }

  private constructor(database: Database, origin: Origin | undefined, role: string) {
    this.database = database;
    this.origin = origin;
    this.role = role;
  }

  async one(tenant: string, {type, id}: CaseName): Promise<StoredCase | undefined> {
    if (!isStorable(tenant, type, id)) return undefined;
    const [found] = await this.database.query<CaseRow>(
      'select body, revision from verifications where tenant = $1 and id = $2 and type = $3',
      [tenant, id, type],
    );
    return found && {verification: found.body, revision: found.revision};
  }

  async list(tenant: string, question: CaseQuestion): Promise<Slice<Verification>> {
    const {status, type, channel, requester, words} = question;
    const where = new Filters(tenant);
    if (status) where.add((value) => `status = any(${value(status)}::text[])`);
    if (type) where.add((value) => `type = any(${value(type)}::text[])`);
    if (channel) where.add((value) => `channel = any(${value(channel)}::text[])`);
    if (requester !== undefined) where.add((value) => `requester = ${value(requester)}`);
    if (words !== undefined) where.add((value) => `position(${value(words)} in search) > 0`);
    return this.page<Verification>('verifications', 'at', where, question, 'body');
  }

  async withFinding(tenant: string, finding: string): Promise<CaseName | undefined> {
    if (!isStorable(tenant, finding)) return undefined;
    const [found] = await this.database.query<CaseName>(
      'select type, id from verifications where tenant = $1 and finding_ids @> array[$2::text] limit 1',
      [tenant, finding],
    );
    return found;
  }

  async events(tenant: string, {id}: CaseName, paging: Paging): Promise<Slice<AuditEvent>> {
    const where = new Filters(tenant);
    where.add((value) => `verification_id = ${value(id)}`);
    return this.page<AuditEvent>('verification_events', 'seq', where, paging, 'body');
  }

  async log(tenant: string, question: LogQuestion): Promise<Slice<LoggedEvent>> {
    const {type, actor, from, before} = question;
    const where = new Filters(tenant);
    if (type) where.add((value) => `type = any(${value(type)}::text[])`);
    if (actor !== undefined) where.add((value) => `actor = ${value(actor)}`);
    if (from !== undefined) where.add((value) => `at >= ${value(from)}`);
    if (before !== undefined) where.add((value) => `at < ${value(before)}`);
    const body = `json_build_object('event', body, 'id', verification_id, 'type', (
      select type from verifications where tenant = $1 and id = verification_id
    ))`;
    const {rows, ...slice} = await this.page<{event: AuditEvent} & CaseName>(
      'verification_events',
      'at',
      where,
      question,
      body,
    );
    return {...slice, rows: rows.map(({event, id, type: of}) => ({...event, verification: {type: of, id}}))};
  }

  /** One page, the newest first. `key` is what it is sorted by, before the id. */
  private async page<T>(
    table: string,
    key: 'at' | 'seq',
    where: Filters,
    {limit, after}: Paging,
    body: string,
  ): Promise<Slice<T>> {
    const [counted] = await this.database.query<{total: number}>(
      `select count(*)::integer as total from ${table} where ${where.sql}`,
      where.values,
    );
    if (after) {
      const type = key === 'seq' ? 'integer' : 'text';
      where.add((value) => `(${key}, id) < (${value(after.key)}::${type}, ${value(after.id)})`);
    }
    const found = await this.database.query<{id: string; key: string; body: T}>(
      `select id, ${key}::text as key, ${body} as body from ${table} where ${where.sql}
       order by ${key} desc, id desc limit ${limit === undefined ? 'all' : where.value(limit + 1)}`,
      where.values,
    );
    const rows = limit === undefined ? found : found.slice(0, limit);
    const last = rows.at(-1);
    return {
      rows: rows.map((each) => each.body),
      total: counted?.total ?? 0,
      ...(last && found.length > rows.length ? {next: {key: last.key, id: last.id}} : {}),
    };
  }

  async chain(tenant: string, {id}: CaseName): Promise<StoredChain | undefined> {
    // One statement sees one moment, so that no event comes between what is counted and what is read.
    const found = await this.database.query<{count: number; head: string; event: AuditEvent | null}>(
      `select chain_count as count, chain_head as head, events.body as event
       from verifications left join verification_events events
         on events.tenant = verifications.tenant and events.verification_id = verifications.id
       where verifications.tenant = $1 and verifications.id = $2 order by events.seq`,
      [tenant, id],
    );
    const [first] = found;
    if (!first) return undefined;
    return {
      events: found.flatMap(({event}) => (event ? [event] : [])),
      count: first.count,
      head: first.head,
    };
  }

  async notes(tenant: string, {id}: CaseName): Promise<readonly Note[]> {
    const found = await this.database.query<{body: Note}>(
      'select body from verification_notes where tenant = $1 and verification_id = $2 order by at desc, id desc',
      [tenant, id],
    );
    return found.map(({body}) => body);
  }

  async faceJudgement(tenant: string, {id}: CaseName, user: string): Promise<FaceJudgement | undefined> {
    const [found] = await this.database.query<FaceJudgement>(
      'select outcome, at from face_judgements where tenant = $1 and verification_id = $2 and user_id = $3',
      [tenant, id, user],
    );
    return found;
  }

  async file(tenant: string, path: string): Promise<CaseFile | undefined> {
    if (!isStorable(tenant, path)) return undefined;
    const [found] = await this.database.query<{media_type: string; bytes: string | null}>(
      `select media_type, encode(bytes, 'base64') as bytes from verification_files where tenant = $1 and path = $2`,
      [tenant, path],
    );
    if (!found) return undefined;
    const bytes = found.bytes === null ? await this.drawn(tenant, path) : fromBase64(found.bytes);
    return bytes && {media_type: found.media_type, bytes};
  }

  /** What is drawn first stays: from then on the bytes come from the store. */
  private async drawn(tenant: string, path: string): Promise<Uint8Array | undefined> {
    const bytes = await this.origin?.(tenant, path)?.();
    if (!bytes) return undefined;
    const [kept] = await this.database.query<{bytes: string}>(
      `update verification_files set bytes = coalesce(bytes, decode($3, 'base64')) where tenant = $1 and path = $2
       returning encode(bytes, 'base64') as bytes`,
      [tenant, path, toBase64(bytes)],
    );
    return kept && fromBase64(kept.bytes);
  }

  async lastPdf(tenant: string, {id}: CaseName): Promise<StoredPdf | undefined> {
    const [found] = await this.database.query<StoredPdf>(
      'select seq, state from audit_pdfs where tenant = $1 and verification_id = $2 order by seq desc limit 1',
      [tenant, id],
    );
    return found;
  }

  async transact<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(async (inside) => {
        await inside.query(
          `select set_config('lock_timeout', $1, true), set_config('role', coalesce(nullif($2, ''), 'none'), true)`,
          [lockTimeout, this.role],
        );
        return work(new SqlDesk(inside));
      });
    } catch (error) {
      if ((error as {code?: unknown} | null)?.code === lockNotAvailable) throw new RecordsBusy();
      throw error;
    }
  }

  change<T>(tenant: string, name: CaseName, work: (editor: CaseEditor) => Promise<T>) {
    return this.transact(async (desk) => {
      const editor = await desk.open(tenant, name);
      return editor && work(editor);
    });
  }

  /** Writes a verification with everything below, as a part of seeding. */
  async add(inside: Queries, {tenant, verification, ...below}: VerificationFolder): Promise<void> {
    const {id} = verification;
    const columns = columnsOf(verification);
    const {events, count, head} = await chainOfSeeds({tenant, ...verification}, below.events ?? []);
    await inside.query(
      `insert into verifications (tenant, id, type, version, status, at, channel, requester, search, finding_ids,
         chain_count, chain_head, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::json)`,
      [
        ...[tenant, id, columns.type, columns.version, columns.status, columns.at, columns.channel],
        ...[columns.requester, columns.search, columns.finding_ids, count, head],
        JSON.stringify(verification),
      ],
    );
    await insertEvents(inside, tenant, id, events);
    const notes = below.notes ?? [];
    await inside.query(
      `insert into verification_notes (tenant, verification_id, id, at, body)
       select $1, $2, id, at, body::json from unnest($3::text[], $4::text[], $5::text[]) as given (id, at, body)`,
      [
        ...[tenant, id, notes.map((each) => each.id), notes.map(({at}) => momentOf(at))],
        notes.map((each) => JSON.stringify(each)),
      ],
    );
    for (const {path, media_type, bytes} of below.files ?? []) {
      await inside.query(
        `insert into verification_files (tenant, path, verification_id, media_type, bytes)
         values ($1, $2, $3, $4, decode($5, 'base64'))`,
        [tenant, path, id, media_type, this.origin ? null : toBase64(await bytes())],
      );
    }
    for (const {seq, at} of decisionsIn(verification, events)) {
      await inside.query(
        `insert into audit_pdfs (tenant, verification_id, seq, state, next_at) values ($1, $2, $3, 'waiting', $4)`,
        [tenant, id, seq, Date.parse(at)],
      );
    }
  }
}

/** The code of a lock that was waited for too long. */
const lockNotAvailable = '55P03';

/** PostgreSQL has no text with a zero character in it, so nothing stored can be named by one. */
const isStorable = (...texts: readonly string[]): boolean => texts.every((each) => !each.includes('\0'));
