import type {AuditEvent} from '../../../src/domain/audit-event.js';
import type {Note} from '../../../src/domain/note.js';
import type {Verification} from '../../../src/domain/verification.js';
import {nextEvent} from '../cases/audit-chain.js';
import {rowsOf} from './announce.js';
import {
  answersKeptMs,
  CaseMoved,
  type AnswerKey,
  type CaseEditor,
  type CaseFile,
  type CaseName,
  type Desk,
  type FaceJudgement,
  type NewEvent,
  type StoredAnswer,
} from './case-records.js';
import {toBase64} from './base64.js';
import {columnsOf, momentOf, moves, newsOf, withVersion} from './case-row.js';
import {changeChannel} from './change-channel.js';
import type {Queries} from './database.js';
import type {Announcement, NotificationTemplate, StoredWebhook} from './outbox-records.js';
import {SqlOutbox} from './sql-outbox.js';
import {insertEvents} from './sql-events.js';
import {caseSubject} from './subject.js';

/** One transaction on verifications in PostgreSQL. */
export class SqlDesk implements Desk {
  readonly outbox: SqlOutbox;
  private readonly inside: Queries;

  constructor(inside: Queries) {
    this.inside = inside;
    this.outbox = new SqlOutbox(inside);
  }

  async claim(key: AnswerKey, fingerprint: string, now: number): Promise<StoredAnswer | undefined> {
    const old = now - answersKeptMs;
    await this.inside.query('delete from answers where at < $1', [old]);
    // Waits for whoever has written the same key and has not ended yet.
    const [taken] = await this.inside.query(
      `insert into answers (tenant, actor, route, key, fingerprint, at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning key`,
      [key.tenant, key.actor, key.route, key.key, fingerprint, now],
    );
    if (taken) return undefined;
    const [kept] = await this.inside.query<StoredAnswer>(
      `select fingerprint, status, headers, body from answers
       where tenant = $1 and actor = $2 and route = $3 and key = $4`,
      [key.tenant, key.actor, key.route, key.key],
    );
    if (!kept) throw new Error('An answer that stood in the way is gone.');
    return kept;
  }

  async keep(key: AnswerKey, {status, headers, body}: StoredAnswer): Promise<void> {
    await this.inside.query(
      `update answers set status = $5, headers = $6::json, body = $7
       where tenant = $1 and actor = $2 and route = $3 and key = $4`,
      [key.tenant, key.actor, key.route, key.key, status, JSON.stringify(headers), body],
    );
  }

  async open(tenant: string, {type, id}: CaseName): Promise<CaseEditor | undefined> {
    const [found] = await this.inside.query<Row>(
      `select body, revision, chain_count, chain_head from verifications
       where tenant = $1 and id = $2 and type = $3 for update`,
      [tenant, id, type],
    );
    return found && new SqlEditor(this.inside, tenant, found);
  }
}

interface Row {
  readonly body: Verification;
  readonly revision: number;
  readonly chain_count: number;
  readonly chain_head: string;
}

class SqlEditor implements CaseEditor {
  private readonly inside: Queries;
  private readonly tenant: string;
  private row: Row;

  constructor(inside: Queries, tenant: string, row: Row) {
    this.inside = inside;
    this.tenant = tenant;
    this.row = row;
  }

  get verification(): Verification {
    return this.row.body;
  }

  get revision(): number {
    return this.row.revision;
  }

  private get id(): string {
    return this.row.body.id;
  }

  async replace(next: Verification): Promise<void> {
    const before = this.row.body;
    const after = withVersion(before, next);
    const columns = columnsOf(after);
    const changed = await this.inside.query(
      `update verifications set body = $5::json, version = $6, status = $7, channel = $8, requester = $9, search = $10,
         finding_ids = $11
       where tenant = $1 and id = $2 and version = $3 and status = $4 returning id`,
      [
        ...[this.tenant, this.id, before.version, before.status, JSON.stringify(after), columns.version],
        ...[columns.status, columns.channel, columns.requester, columns.search, columns.finding_ids],
      ],
    );
    if (changed.length !== 1) throw new CaseMoved();
    this.row = {...this.row, body: after};
  }

  async append(given: NewEvent): Promise<AuditEvent> {
    const {chain_count: count, chain_head: head, body: before} = this.row;
    const event = await nextEvent({tenant: this.tenant, ...before}, {count, head}, given);
    await insertEvents(this.inside, this.tenant, this.id, [event]);
    const body = {...before, last_activity_at: event.at};
    const [counted] = await this.inside.query<{revision: number}>(
      `update verifications set chain_count = $4, chain_head = $5, revision = revision + 1, body = $6::json
       where tenant = $1 and id = $2 and chain_count = $3 returning revision`,
      [this.tenant, this.id, count, event.seq, event.hash, JSON.stringify(body)],
    );
    if (!counted) throw new CaseMoved();
    this.row = {body, revision: counted.revision, chain_count: event.seq, chain_head: event.hash};
    await announce(this.inside, {tenant: this.tenant, verification: body, event});
    await this.inside.query('select pg_notify($1, $2)', [
      changeChannel,
      JSON.stringify({
        tenant: this.tenant,
        subject: caseSubject(body),
        type: newsOf(event.type),
        revision: counted.revision,
      }),
    ]);
    return event;
  }

  async addNote(note: Note): Promise<void> {
    await this.inside.query(
      'insert into verification_notes (tenant, verification_id, id, at, body) values ($1, $2, $3, $4, $5::json)',
      [this.tenant, this.id, note.id, momentOf(note.at), JSON.stringify(note)],
    );
  }

  async addFile(path: string, {media_type, bytes}: CaseFile): Promise<void> {
    await this.inside.query(
      `insert into verification_files (tenant, path, verification_id, media_type, bytes)
       values ($1, $2, $3, $4, decode($5, 'base64')) on conflict do nothing`,
      [this.tenant, path, this.id, media_type, toBase64(bytes)],
    );
  }

  async judgeFace(user: string, {outcome, at}: FaceJudgement): Promise<void> {
    await this.inside.query(
      `insert into face_judgements (tenant, verification_id, user_id, outcome, at) values ($1, $2, $3, $4, $5)
       on conflict (tenant, verification_id, user_id) do update set outcome = excluded.outcome, at = excluded.at`,
      [this.tenant, this.id, user, outcome, at],
    );
  }

  async countDownload(user: string, download: string): Promise<boolean> {
    const added = await this.inside.query(
      `insert into downloads (tenant, verification_id, user_id, download_id, at)
       values ($1, $2, $3, $4, now()::text) on conflict do nothing returning download_id`,
      [this.tenant, this.id, user, download],
    );
    return added.length === 1;
  }

  async lastMove(): Promise<AuditEvent | undefined> {
    const [found] = await this.inside.query<{body: AuditEvent}>(
      `select body from verification_events where tenant = $1 and verification_id = $2 and type = any($3::text[])
       order by seq desc limit 1`,
      [this.tenant, this.id, moves],
    );
    return found?.body;
  }
}

/** Writes what others are to be told of an event. */
async function announce(inside: Queries, announcement: Announcement): Promise<void> {
  const {tenant, event} = announcement;
  const webhooks = await inside.query<StoredWebhook>(
    `select tenant, id, url, events, secret, created_at from webhooks
     where tenant = $1 and ($2 = any(events) or cardinality(events) = 0)`,
    [tenant, event.type],
  );
  const templates = await inside.query<NotificationTemplate>(
    'select event, subject, text, enabled from notification_templates where tenant = $1 and event = $2 and enabled',
    [tenant, event.type],
  );
  const {messages, notifications, pdfs} = rowsOf(announcement, webhooks, templates);
  for (const each of messages) {
    await inside.query(
      `insert into webhook_messages (tenant, verification_id, id, webhook_id, seq, type, created_at, body, next_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::json, $9)`,
      [
        ...[
          each.tenant,
          each.verification_id,
          each.id,
          each.webhook_id,
          each.seq,
          each.type,
          each.created_at,
        ],
        ...[JSON.stringify(each.body), each.next_at],
      ],
    );
  }
  for (const each of notifications) {
    await inside.query(
      `insert into notifications (tenant, verification_id, id, event, recipient, subject, text, created_at, next_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[each.tenant, each.verification_id, each.id, each.event, each.recipient, each.subject, each.text],
        ...[each.created_at, each.next_at],
      ],
    );
  }
  for (const each of pdfs) {
    await inside.query(
      'insert into audit_pdfs (tenant, verification_id, seq, state, next_at) values ($1, $2, $3, $4, $5)',
      [each.tenant, each.verification_id, each.seq, each.state, each.next_at],
    );
  }
}
