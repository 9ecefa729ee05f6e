import type {Announced, MessageRow, NotificationRow, PdfRow} from './announce.js';
import type {
  Attempt,
  Claim,
  Notification,
  NotificationTemplate,
  Outcome,
  OutboxRecords,
  PdfJob,
  StoredWebhook,
  WebhookMessage,
} from './outbox-records.js';

type Open<T> = {-readonly [K in keyof T]: T[K]};

/** The outboxes in memory. They behave as those in a database do. */
export class MemoryOutbox implements OutboxRecords {
  private hooks: readonly StoredWebhook[] = [];
  private messages: Open<MessageRow>[] = [];
  private readonly mails: Open<NotificationRow>[] = [];
  private readonly papers: Open<PdfRow>[] = [];
  private readonly templatesOf = new Map<string, Map<string, NotificationTemplate>>();
  private readonly settingsOf = new Map<string, object>();

  /** Takes what others are to be told of an event. */
  add({messages, notifications, pdfs}: Announced): void {
    this.messages.push(...messages.map((each) => ({...each})));
    this.mails.push(...notifications.map((each) => ({...each})));
    this.papers.push(...pdfs.map((each) => ({...each})));
  }

  webhooks(tenant: string) {
    return Promise.resolve(this.webhooksNow(tenant));
  }

  webhooksNow(tenant: string): readonly StoredWebhook[] {
    return this.hooks
      .filter((each) => each.tenant === tenant)
      .toSorted((a, b) => compare(a.created_at, b.created_at) || compare(a.id, b.id));
  }

  addWebhook(webhook: StoredWebhook) {
    this.hooks = [...this.hooks, webhook];
    return Promise.resolve();
  }

  removeWebhook(tenant: string, id: string) {
    const stays = (each: StoredWebhook): boolean => each.tenant !== tenant || each.id !== id;
    const had = this.hooks.some((each) => !stays(each));
    this.hooks = this.hooks.filter(stays);
    this.messages = this.messages.filter((each) => each.tenant !== tenant || each.webhook_id !== id);
    return Promise.resolve(had);
  }

  private isFirst(message: MessageRow): boolean {
    return !this.messages.some(
      (each) =>
        each.tenant === message.tenant &&
        each.webhook_id === message.webhook_id &&
        each.verification_id === message.verification_id &&
        each.seq < message.seq &&
        each.done_at === null,
    );
  }

  claimMessages(claim: Claim) {
    const waiting = this.messages.filter((each) => each.done_at === null && this.isFirst(each));
    const taken = take(waiting, claim).flatMap((row): WebhookMessage[] => {
      const webhook = this.hooks.find(({tenant, id}) => tenant === row.tenant && id === row.webhook_id);
      if (!webhook) return [];
      const {tenant, id, type, created_at, body, attempts} = row;
      return [{tenant, id, url: webhook.url, secret: webhook.secret, type, created_at, data: body, attempts}];
    });
    return Promise.resolve(taken);
  }

  endMessage(attempt: Attempt, outcome: Outcome) {
    const row = this.messages.find(({tenant, id}) => tenant === attempt.tenant && id === attempt.id);
    if (row?.done_at === null && isStill(row, attempt, outcome)) {
      row.last_error = outcome.done ? null : outcome.error;
      if (outcome.done || outcome.next === undefined) row.done_at = outcome.at;
      else row.next_at = outcome.next;
    }
    return Promise.resolve();
  }

  templates(tenant: string) {
    return Promise.resolve(this.templatesNow(tenant));
  }

  templatesNow(tenant: string): readonly NotificationTemplate[] {
    const all = [...(this.templatesOf.get(tenant)?.values() ?? [])];
    return all.toSorted((a, b) => compare(a.event, b.event));
  }

  putTemplate(tenant: string, template: NotificationTemplate) {
    const known = this.templatesOf.get(tenant) ?? new Map<string, NotificationTemplate>();
    this.templatesOf.set(tenant, known.set(template.event, template));
    return Promise.resolve();
  }

  notifications(tenant: string, limit: number) {
    const newest = this.mails
      .filter((each) => each.tenant === tenant)
      .toSorted((a, b) => compare(b.created_at, a.created_at) || compare(b.id, a.id));
    return Promise.resolve(newest.slice(0, limit).map((each) => mailOf(each)));
  }

  claimNotifications(claim: Claim) {
    const waiting = this.mails.filter(({sent_at}) => sent_at === null);
    return Promise.resolve(take(waiting, claim).map((each) => ({...mailOf(each), tenant: each.tenant})));
  }

  endNotification(attempt: Attempt, outcome: Outcome) {
    const row = this.mails.find(({tenant, id}) => tenant === attempt.tenant && id === attempt.id);
    if (row?.sent_at === null && isStill(row, attempt, outcome)) {
      if (outcome.done) row.sent_at = outcome.at;
      else row.next_at = outcome.next ?? Infinity;
    }
    return Promise.resolve();
  }

  claimPdfs(claim: Claim) {
    const waiting = this.papers.filter(({state}) => state === 'waiting');
    return Promise.resolve(
      take(waiting, claim).map(({tenant, verification_id, verification_type, seq, attempts}) => ({
        tenant,
        verification_id,
        verification_type,
        seq,
        attempts,
      })),
    );
  }

  endPdf(job: PdfJob, outcome: Outcome, bytes?: Uint8Array) {
    const row = this.paper(job.tenant, job.verification_id, job.seq);
    if (row?.state === 'waiting' && isStill(row, job, outcome)) {
      row.state = outcome.done ? 'ready' : outcome.next === undefined ? 'failed' : 'waiting';
      if (!outcome.done && outcome.next !== undefined) row.next_at = outcome.next;
      row.bytes = bytes ?? null;
    }
    return Promise.resolve();
  }

  private paper(tenant: string, verification: string, seq: number): Open<PdfRow> | undefined {
    return this.papers.find(
      (each) => each.tenant === tenant && each.verification_id === verification && each.seq === seq,
    );
  }

  pdf(tenant: string, verification: string, seq: number) {
    const found = this.paper(tenant, verification, seq);
    return Promise.resolve(found && {state: found.state, ...(found.bytes && {bytes: found.bytes})});
  }

  nextDue() {
    const due = [
      ...this.messages.filter((each) => each.done_at === null && this.isFirst(each)),
      ...this.mails.filter(({sent_at}) => sent_at === null),
      ...this.papers.filter(({state}) => state === 'waiting'),
    ].map(({next_at}) => next_at);
    const next = Math.min(...due);
    return Promise.resolve(Number.isFinite(next) ? next : undefined);
  }

  settings<T>(tenant: string, name: string) {
    return Promise.resolve(
      structuredClone(this.settingsOf.get(JSON.stringify([tenant, name]))) as T | undefined,
    );
  }

  putSettings(tenant: string, name: string, body: object) {
    this.settingsOf.set(JSON.stringify([tenant, name]), structuredClone(body));
    return Promise.resolve();
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

interface Waiting {
  attempts: number;
  next_at: number;
}

/** Takes what is due, and lets nobody else take it for a while. */
function take<T extends Waiting>(waiting: readonly T[], {now, until, limit}: Claim): readonly T[] {
  const due = waiting
    .filter(({next_at}) => next_at <= now)
    .toSorted((a, b) => a.next_at - b.next_at)
    .slice(0, limit);
  for (const row of due) {
    row.attempts++;
    row.next_at = until;
  }
  return due;
}

/** Success counts whoever had it; a failure counts only where nobody took over meanwhile. */
const isStill = (row: Waiting, {attempts}: Pick<Attempt, 'attempts'>, outcome: Outcome): boolean =>
  outcome.done || row.attempts === attempts;

const mailOf = ({
  id,
  verification_id,
  event,
  recipient,
  subject,
  text,
  created_at,
  attempts,
  sent_at,
}: NotificationRow): Notification => ({
  id,
  verification_id,
  event,
  recipient,
  subject,
  text,
  created_at,
  attempts,
  sent_at,
});
