import type {AuditEvent} from '../../../src/domain/audit-event.js';
import type {Verification} from '../../../src/domain/verification.js';

/** Where a tenant's own systems hear of events. No event named means every event. */
export interface StoredWebhook {
  readonly tenant: string;
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  /** `whsec_` and the key in base64: what a receiver checks signatures with. */
  readonly secret: string;
  readonly created_at: string;
}

/** What is written of one event of a case, in the transaction that makes the event. */
export interface Announcement {
  readonly tenant: string;
  /** The verification after it. */
  readonly verification: Verification;
  readonly event: AuditEvent;
}

/** One message to one webhook, while it is being delivered. */
export interface WebhookMessage {
  readonly tenant: string;
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly type: string;
  readonly created_at: string;
  /** The same for every webhook and every attempt. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Counts this attempt too. */
  readonly attempts: number;
}

/** A mail of the organisation's, by event. The text may name `{subject}`, `{id}`, `{status}`, `{note}`, `{by}` and `{at}`. */
export interface NotificationTemplate {
  readonly event: string;
  readonly subject: string;
  readonly text: string;
  readonly enabled: boolean;
}

/** One mail in the outbox. */
export interface Notification {
  readonly id: string;
  readonly verification_id: string;
  readonly event: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly created_at: string;
  readonly attempts: number;
  /** Milliseconds since 1970; `null` while it waits. */
  readonly sent_at: number | null;
}

export type PdfState = 'waiting' | 'ready' | 'failed';

/** Which decision of which case is to be put on paper. */
export interface PdfJob {
  readonly tenant: string;
  readonly verification_id: string;
  readonly verification_type: string;
  /** The `seq` of the event that decided. */
  readonly seq: number;
  /** Counts this attempt too. */
  readonly attempts: number;
}

/** What a worker may take at once, and for how long nobody else takes it. */
export interface Claim {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** From then on another worker may take it: the one that had it is taken for dead. */
  readonly until: number;
  readonly limit: number;
}

/** Which attempt at what. A worker that was taken for dead does not end the attempt of the one that took over. */
export interface Attempt {
  readonly tenant: string;
  readonly id: string;
  readonly attempts: number;
}

/** How an attempt ended. Without `next` and without success nobody tries again. */
export type Outcome =
  | {readonly done: true; readonly at: number}
  | {readonly done: false; readonly at: number; readonly error: string; readonly next?: number};

/**
 * What is still to be told to others, and what is kept of how that went. Rows come here in the transaction that makes
 * an event; workers of any number of processes take them from here, none of them the same row at the same time.
 */
export interface OutboxRecords {
  webhooks(tenant: string): Promise<readonly StoredWebhook[]>;
  /** What was not delivered to it yet is dropped. */
  removeWebhook(tenant: string, id: string): Promise<boolean>;
  addWebhook(webhook: StoredWebhook): Promise<void>;

  /** Takes what is due. A later message of a case waits for the earlier ones to the same webhook. */
  claimMessages(claim: Claim): Promise<readonly WebhookMessage[]>;
  endMessage(message: Attempt, outcome: Outcome): Promise<void>;

  templates(tenant: string): Promise<readonly NotificationTemplate[]>;
  putTemplate(tenant: string, template: NotificationTemplate): Promise<void>;
  /** Newest first. */
  notifications(tenant: string, limit: number): Promise<readonly Notification[]>;
  claimNotifications(claim: Claim): Promise<readonly (Notification & {readonly tenant: string})[]>;
  endNotification(notification: Attempt, outcome: Outcome): Promise<void>;

  claimPdfs(claim: Claim): Promise<readonly PdfJob[]>;
  endPdf(job: PdfJob, outcome: Outcome, bytes?: Uint8Array): Promise<void>;
  /** The paper of a decision, once it is made. */
  pdf(
    tenant: string,
    verification: string,
    seq: number,
  ): Promise<{readonly state: PdfState; readonly bytes?: Uint8Array} | undefined>;

  /** When something is due next, in milliseconds since 1970; `undefined`: nothing waits. */
  nextDue(): Promise<number | undefined>;

  /** What an organisation has set under a name; `undefined` where it never did. */
  settings<T>(tenant: string, name: string): Promise<T | undefined>;
  putSettings(tenant: string, name: string, body: object): Promise<void>;
}
