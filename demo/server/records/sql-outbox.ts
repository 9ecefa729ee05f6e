import type {Queries} from './database.js';
import type {
  Attempt,
  Claim,
  Notification,
  NotificationTemplate,
  Outcome,
  OutboxRecords,
  PdfJob,
  PdfState,
  StoredWebhook,
  WebhookMessage,
} from './outbox-records.js';

/** A message that no earlier one of the same case to the same webhook stands before. */
const isFirst = `not exists (
  select from webhook_messages earlier
  where earlier.tenant = message.tenant and earlier.webhook_id = message.webhook_id
    and earlier.verification_id = message.verification_id and earlier.seq < message.seq and earlier.done_at is null
)`;

/** What nobody tries again waits for a moment that never comes. */
const never = 'Infinity';

/** The outboxes in PostgreSQL. Rows that another worker is taking are passed over, so no two take the same. */
export class SqlOutbox implements OutboxRecords {
  private readonly database: Queries;

  constructor(database: Queries) {
    this.database = database;
  }

  webhooks(tenant: string) {
    return this.database.query<StoredWebhook>(
      'select tenant, id, url, events, secret, created_at from webhooks where tenant = $1 order by created_at, id',
      [tenant],
    );
  }

  async addWebhook({tenant, id, url, events, secret, created_at}: StoredWebhook) {
    await this.database.query(
      'insert into webhooks (tenant, id, url, events, secret, created_at) values ($1, $2, $3, $4, $5, $6)',
      [tenant, id, url, events, secret, created_at],
    );
  }

  async removeWebhook(tenant: string, id: string) {
    const gone = await this.database.query(
      'delete from webhooks where tenant = $1 and id = $2 returning id',
      [tenant, id],
    );
    return gone.length > 0;
  }

  claimMessages({now, until, limit}: Claim) {
    return this.database.query<WebhookMessage>(
      `with due as (
         select tenant, id from webhook_messages message
         where done_at is null and next_at <= $1 and ${isFirst}
         order by next_at, id limit $3 for update skip locked
       )
       update webhook_messages message set attempts = message.attempts + 1, next_at = $2
       from due, webhooks webhook
       where message.tenant = due.tenant and message.id = due.id
         and webhook.tenant = message.tenant and webhook.id = message.webhook_id
       returning message.tenant, message.id, webhook.url, webhook.secret, message.type, message.created_at,
         message.body as data, message.attempts`,
      [now, until, limit],
    );
  }

  async endMessage({tenant, id, attempts}: Attempt, outcome: Outcome) {
    const values: unknown[] = [tenant, id, attempts];
    if (outcome.done) {
      await this.database.query(
        `update webhook_messages set done_at = $4, last_error = null
         where tenant = $1 and id = $2 and done_at is null and attempts >= $3`,
        [...values, outcome.at],
      );
      return;
    }
    await this.database.query(
      `update webhook_messages
       set last_error = $4, next_at = coalesce($5::double precision, next_at),
         done_at = case when $5::double precision is null then $6::double precision end
       where tenant = $1 and id = $2 and done_at is null and attempts = $3`,
      [...values, outcome.error, outcome.next ?? null, outcome.at],
    );
  }

  templates(tenant: string) {
    return this.database.query<NotificationTemplate>(
      'select event, subject, text, enabled from notification_templates where tenant = $1 order by event',
      [tenant],
    );
  }

  async putTemplate(tenant: string, {event, subject, text, enabled}: NotificationTemplate) {
    await this.database.query(
      `insert into notification_templates (tenant, event, subject, text, enabled) values ($1, $2, $3, $4, $5)
       on conflict (tenant, event) do update set subject = excluded.subject, text = excluded.text,
       enabled = excluded.enabled`,
      [tenant, event, subject, text, enabled],
    );
  }

  notifications(tenant: string, limit: number) {
    return this.database.query<Notification>(
      `select id, verification_id, event, recipient, subject, text, created_at, attempts, sent_at
       from notifications where tenant = $1 order by created_at desc, id desc limit $2`,
      [tenant, limit],
    );
  }

  claimNotifications({now, until, limit}: Claim) {
    return this.database.query<Notification & {tenant: string}>(
      `with due as (
         select tenant, id from notifications where sent_at is null and next_at <= $1
         order by next_at, id limit $3 for update skip locked
       )
       update notifications mail set attempts = mail.attempts + 1, next_at = $2
       from due where mail.tenant = due.tenant and mail.id = due.id
       returning mail.tenant, mail.id, mail.verification_id, mail.event, mail.recipient, mail.subject, mail.text,
         mail.created_at, mail.attempts, mail.sent_at`,
      [now, until, limit],
    );
  }

  async endNotification({tenant, id, attempts}: Attempt, outcome: Outcome) {
    await this.database.query(
      `update notifications set sent_at = $4::double precision, next_at = coalesce($5::double precision, next_at)
       where tenant = $1 and id = $2 and sent_at is null and attempts ${outcome.done ? '>=' : '='} $3`,
      [tenant, id, attempts, outcome.done ? outcome.at : null, outcome.done ? null : (outcome.next ?? never)],
    );
  }

  claimPdfs({now, until, limit}: Claim) {
    return this.database.query<PdfJob>(
      `with due as (
         select tenant, verification_id, seq from audit_pdfs where state = 'waiting' and next_at <= $1
         order by next_at, verification_id, seq limit $3 for update skip locked
       )
       update audit_pdfs pdf set attempts = pdf.attempts + 1, next_at = $2
       from due, verifications verification
       where pdf.tenant = due.tenant and pdf.verification_id = due.verification_id and pdf.seq = due.seq
         and verification.tenant = pdf.tenant and verification.id = pdf.verification_id
       returning pdf.tenant, pdf.verification_id, verification.type as verification_type, pdf.seq, pdf.attempts`,
      [now, until, limit],
    );
  }

  async endPdf({tenant, verification_id, seq, attempts}: PdfJob, outcome: Outcome, bytes?: Uint8Array) {
    const state: PdfState = outcome.done ? 'ready' : outcome.next === undefined ? 'failed' : 'waiting';
    await this.database.query(
      `update audit_pdfs set state = $5, next_at = coalesce($6::double precision, next_at), bytes = decode($7, 'base64')
       where tenant = $1 and verification_id = $2 and seq = $3 and state = 'waiting'
         and attempts ${outcome.done ? '>=' : '='} $4`,
      [
        tenant,
        verification_id,
        seq,
        attempts,
        state,
        outcome.done ? null : (outcome.next ?? null),
        bytes ? Buffer.from(bytes).toString('base64') : null,
      ],
    );
  }

  async pdf(tenant: string, verification: string, seq: number) {
    const [found] = await this.database.query<{state: PdfState; bytes: string | null}>(
      `select state, encode(bytes, 'base64') as bytes from audit_pdfs
       where tenant = $1 and verification_id = $2 and seq = $3`,
      [tenant, verification, seq],
    );
    if (!found) return undefined;
    const {state, bytes} = found;
    return {state, ...(bytes === null ? {} : {bytes: new Uint8Array(Buffer.from(bytes, 'base64'))})};
  }

  async nextDue() {
    const [found] = await this.database.query<{due: number | null}>(
      `select least(
         (select min(next_at) from webhook_messages message where done_at is null and ${isFirst}),
         (select min(next_at) from notifications where sent_at is null),
         (select min(next_at) from audit_pdfs where state = 'waiting')
       ) as due`,
    );
    const due = found?.due ?? undefined;
    return due === undefined || !Number.isFinite(due) ? undefined : due;
  }

  async settings<T>(tenant: string, name: string) {
    const [found] = await this.database.query<{body: T}>(
      'select body from settings where tenant = $1 and name = $2',
      [tenant, name],
    );
    return found?.body;
  }

  async putSettings(tenant: string, name: string, body: object) {
    await this.database.query(
      `insert into settings (tenant, name, body) values ($1, $2, $3::json)
       on conflict (tenant, name) do update set body = excluded.body`,
      [tenant, name, JSON.stringify(body)],
    );
  }
}
