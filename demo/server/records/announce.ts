import type {Announcement, NotificationTemplate, StoredWebhook} from './outbox-records.js';

/** One message to one webhook, as it waits. `data` of the answer is `body`. */
export interface MessageRow {
  readonly tenant: string;
  readonly verification_id: string;
  readonly id: string;
  readonly webhook_id: string;
  readonly seq: number;
  readonly type: string;
  readonly created_at: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly next_at: number;
  readonly done_at: number | null;
  readonly last_error: string | null;
}

/** One mail, as it waits. */
export interface NotificationRow {
  readonly tenant: string;
  readonly verification_id: string;
  readonly id: string;
  readonly event: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly created_at: string;
  readonly attempts: number;
  readonly next_at: number;
  readonly sent_at: number | null;
}

/** One PDF that is made or still to be made. */
export interface PdfRow {
  readonly tenant: string;
  readonly verification_id: string;
  /** The verification's type, which its id is not found without. Databases look it up. */
  readonly verification_type: string;
  readonly seq: number;
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly attempts: number;
  readonly next_at: number;
  readonly bytes: Uint8Array | null;
}

/** What others are told of one event. */
export interface Announced {
  readonly messages: readonly MessageRow[];
  readonly notifications: readonly NotificationRow[];
  readonly pdfs: readonly PdfRow[];
}

/** What others are told of an event, worked out without a store: both stores write these very rows. */
export function rowsOf(
  announcement: Announcement,
  webhooks: readonly StoredWebhook[],
  templates: readonly NotificationTemplate[],
): Announced {
  const {tenant, verification, event} = announcement;
  const common = {tenant, verification_id: verification.id, attempts: 0};
  const next_at = Date.parse(event.at);
  const body = {
    event_id: event.id,
    seq: event.seq,
    verification: {
      id: verification.id,
      type: verification.type,
      status: verification.status,
      version: verification.version,
    },
    actor: event.actor,
    ...(event.note != null && {note: event.note}),
    ...event.data,
  };
  const recipient = recipientOf(announcement);
  return {
    messages: webhooks
      .filter(({events}) => events.length === 0 || events.includes(event.type))
      .map((webhook) => ({
        ...common,
        id: `msg_${crypto.randomUUID()}`,
        webhook_id: webhook.id,
        seq: event.seq,
        type: event.type,
        created_at: event.at,
        body,
        next_at,
        done_at: null,
        last_error: null,
      })),
    notifications: templates
      .filter((each) => each.enabled && each.event === event.type && recipient !== undefined)
      .map(({subject, text}) => ({
        ...common,
        id: `mail_${crypto.randomUUID()}`,
        event: event.type,
        recipient: storable(recipient ?? ''),
        subject: storable(filled(subject, announcement)).replaceAll(/[\r\n]+/g, ' '),
        text: storable(filled(text, announcement)),
        created_at: event.at,
        next_at,
        sent_at: null,
      })),
    pdfs: isDecision(event.type)
      ? [
          {
            ...common,
            verification_type: verification.type,
            seq: event.seq,
            state: 'waiting',
            next_at,
            bytes: null,
          },
        ]
      : [],
  };
}

export const isDecision = (type: string): boolean =>
  type === 'request.approved' || type === 'request.rejected';

/** An invitation is the subject's; everything else is news for whoever asked for the verification. */
function recipientOf({verification, event}: Announcement): string | undefined {
  const {subject, requester} = verification;
  const address = event.type === 'request.invite_resent' ? subject.email : requester?.email;
  return address?.trim() ? address : undefined;
}

function filled(template: string, {verification, event}: Announcement): string {
  const values: Readonly<Record<string, string>> = {
    subject: verification.subject.name ?? '',
    id: verification.short_id ?? verification.id,
    status: verification.status,
    note: event.note ?? '',
    by: event.actor.name ?? event.actor.id ?? '',
    at: event.at,
  };
  return template.replaceAll(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written);
}

/** Columns of text hold neither a zero character nor half a pair. */
const storable = (text: string): string => text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\ufffd');
