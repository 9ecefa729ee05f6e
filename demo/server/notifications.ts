import {createTransport} from 'nodemailer';
import {nextTry} from './backoff.js';
import type {Clock} from './clock.js';
import type {NotificationTemplate, OutboxRecords} from './records/outbox-records.js';

const leaseMs = 120_000;
const mailsAtOnce = 8;
const attemptMs = 20_000;

/** A mail as it leaves. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same on every attempt, so that a mail that arrives twice is known for one. */
  readonly messageId: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Sends mails through a mail server: `smtp://user:password@host:port` or `smtps://…`. */
export function openMailer(url: string, from = 'Review <no-reply@localhost>'): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: attemptMs,
    greetingTimeout: attemptMs,
    socketTimeout: attemptMs,
    // What a template says is text. It may not name files or addresses to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({to, subject, text, messageId}) {
      // One address, whatever is written in it.
      await transport.sendMail({from, to: {name: '', address: to}, subject, text, messageId});
    },
    close: () => transport.close(),
  };
}

const bySystem = 'Sent by the review system. Please do not answer.';

/** What an organisation starts with. Each can be rewritten and switched off. */
export const firstTemplates: readonly NotificationTemplate[] = [
  {
    event: 'request.invite_resent',
    subject: 'Your verification is waiting for you',
    text: `Dear {subject},\n\nplease finish your verification {id}.\n\n${bySystem}`,
    enabled: true,
  },
  {
    event: 'request.updated',
    subject: 'Verification {id}: something is new',
    text: `The verification {id} of {subject} changed at {at}. Its status is {status}.\n\n${bySystem}`,
    enabled: false,
  },
  ...(
    [
      ['request.approved', 'approved'],
      ['request.rejected', 'rejected'],
      ['request.canceled', 'canceled'],
      ['request.reopened', 'reopened'],
    ] as const
  ).map(([event, word]) => ({
    event,
    subject: `Verification {id} was ${word}`,
    text: `The verification {id} of {subject} was ${word} by {by} at {at}.\n\nNote: {note}\n\n${bySystem}`,
    enabled: true,
  })),
  {
    event: 'request.expired',
    subject: 'Verification {id} expired',
    text: `The invite of {subject} to the verification {id} ran out.\n\n${bySystem}`,
    enabled: true,
  },
];

/** Gives an organisation the templates that it does not have yet. */
export async function addMissingTemplates(outbox: OutboxRecords, tenant: string): Promise<void> {
  const known = new Set((await outbox.templates(tenant)).map(({event}) => event));
  for (const template of firstTemplates) {
    if (!known.has(template.event)) await outbox.putTemplate(tenant, template);
  }
}

interface SendOptions {
  readonly outbox: OutboxRecords;
  readonly clock: Clock;
  readonly random: () => number;
  readonly mailer: Mailer;
}

/** Sends what is due. Answers how many attempts there were. */
export async function sendDue({outbox, clock, random, mailer}: SendOptions): Promise<number> {
  const now = clock.now();
  const mails = await outbox.claimNotifications({now, until: now + leaseMs, limit: mailsAtOnce});
  await Promise.all(
    mails.map(async (mail) => {
      const {id, recipient, subject, text, created_at, attempts} = mail;
      try {
        await mailer.send({to: recipient, subject, text, messageId: `<${id}@kyc-review.invalid>`});
      } catch (error) {
        const at = clock.now();
        const next = nextTry(attempts, Date.parse(created_at), at, random);
        await outbox.endNotification(mail, {
          done: false,
          at,
          error: error instanceof Error ? error.name : 'error',
          ...(next !== undefined && {next}),
        });
        return;
      }
      await outbox.endNotification(mail, {done: true, at: clock.now()});
    }),
  );
  return mails.length;
}
