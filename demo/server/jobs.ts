import type {Clock} from './clock.js';
import {nextTry} from './backoff.js';
import {expireDue} from './expiry.js';
import {sendDue, type Mailer} from './notifications.js';
import {isDecision} from './records/announce.js';
import type {PdfJob} from './records/outbox-records.js';
import type {Records} from './records/records.js';
import {deliverDue} from './webhooks.js';
import type {AuditPdfInput} from './audit-pdf.js';

/** How often is looked for what nobody said anything of: time that passed, or another process that ended. */
const pollMs = 5000;
const expiryMs = 30_000;
const pdfLeaseMs = 60_000;
const pdfsAtOnce = 4;
/** A paper that cannot be made is not made better by waiting for days. */
const pdfAttempts = 5;

export interface JobsOptions {
  readonly records: Records;
  readonly clock: Clock;
  readonly random: () => number;
  readonly tenants: readonly {readonly id: string; readonly name: string}[];
  /** Without one, notifications stay in the outbox, where they can be read. */
  readonly mailer?: Mailer | undefined;
  /** Sets a decision's paper. */
  readonly makePdf: (input: AuditPdfInput) => Promise<Uint8Array>;
  /** Which job failed and how, in one word: never what it was about. */
  readonly say: (line: string) => void;
}

export interface Jobs {
  /** Works off everything that is due now; resolves when nothing more is. */
  workOff(): Promise<void>;
  /** Lets what is under way end, and takes nothing more. */
  stop(): Promise<void>;
}

/**
 * What happens after the answer: webhooks, notifications, papers, and invites that run out. Any number of processes may
 * run these side by side; the store hands each row to one of them.
 */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const {records, clock, random, mailer, say} = options;
  const {outbox} = records;
  const ended = new AbortController();
  let running: Promise<void> | undefined;
  let isWanted = false;
  let expiryAt = 0;
  let stopWaiting: () => void = () => undefined;

  const jobs: readonly (readonly [string, () => Promise<number>])[] = [
    ['paper', () => makeDue(options)],
    ['webhook', () => deliverDue({outbox, clock, random, signal: ended.signal})],
    ...(mailer ? [['mail', () => sendDue({outbox, clock, random, mailer})] as const] : []),
    ['expiry', expire],
  ];

  async function expire(): Promise<number> {
    if (clock.now() < expiryAt) return 0;
    expiryAt = clock.now() + expiryMs;
    return expireDue(records, clock, options.tenants);
  }

  /** Each job goes on for as long as it finds something; one that fails does not hold up the others. */
  async function round(): Promise<void> {
    await Promise.all(
      jobs.map(async ([name, work]) => {
        try {
          while (!ended.signal.aborted && (await work()) > 0);
        } catch (error) {
          say(`${name}: ${error instanceof Error ? error.name : 'error'}`);
        }
      }),
    );
  }

  async function run(): Promise<void> {
    do {
      isWanted = false;
      await round();
      // What came meanwhile is looked at too.
    } while (isWanted && !ended.signal.aborted);
  }

  function wake(): Promise<void> {
    isWanted = true;
    if (ended.signal.aborted) return Promise.resolve();
    stopWaiting();
    running ??= run().finally(() => {
      running = undefined;
      if (!ended.signal.aborted) void waitLonger();
    });
    return running;
  }

  async function waitLonger(): Promise<void> {
    const due = await outbox.nextDue().catch(() => undefined);
    if (ended.signal.aborted || running) return;
    const now = clock.now();
    // What is due and was not taken is in other hands, or waits for a mail server that is not there.
    const wait = due !== undefined && due > now ? Math.min(due - now, pollMs) : pollMs;
    stopWaiting = clock.after(wait, () => void wake());
  }

  const stopListening = await records.listen(() => void wake());
  void wake();

  return {
    workOff: wake,
    async stop() {
      ended.abort();
      stopWaiting();
      await stopListening();
      await running;
      mailer?.close();
    },
  };
}

/** Sets the papers that are due. Answers how many there were. */
async function makeDue({records, clock, random, tenants, makePdf, say}: JobsOptions): Promise<number> {
  const now = clock.now();
  const jobs = await records.outbox.claimPdfs({now, until: now + pdfLeaseMs, limit: pdfsAtOnce});
  for (const job of jobs) {
    try {
      const input = await inputOf(records, job, tenants);
      // Reopened before anybody came to it: there is no decision any more that a paper could tell of.
      if (!input) await records.outbox.endPdf(job, {done: false, at: clock.now(), error: 'reopened'});
      else await records.outbox.endPdf(job, {done: true, at: clock.now()}, await makePdf(input));
    } catch (error) {
      say(`paper: ${error instanceof Error ? error.name : 'error'}`);
      const at = clock.now();
      const next = job.attempts < pdfAttempts ? nextTry(job.attempts, now, at, random) : undefined;
      await records.outbox.endPdf(job, {done: false, at, error: 'failed', ...(next !== undefined && {next})});
    }
  }
  return jobs.length;
}

/** What stands on the paper of a decision: the case as it is decided, and its events up to then. */
async function inputOf(
  records: Records,
  {tenant, verification_id: id, verification_type: type, seq}: PdfJob,
  tenants: JobsOptions['tenants'],
): Promise<AuditPdfInput | undefined> {
  const [stored, chain] = await Promise.all([
    records.cases.one(tenant, {type, id}),
    records.cases.chain(tenant, {type, id}),
  ]);
  const events = chain?.events.filter((each) => each.seq <= seq) ?? [];
  const decided = events.at(-1);
  const {verification} = stored ?? {};
  const last = chain?.events.findLast(({type: what}) => isDecision(what) || what === 'request.reopened');
  if (!verification?.decision || decided === undefined || last?.seq !== seq) return undefined;
  return {
    verification,
    events,
    organisation: {name: tenants.find((each) => each.id === tenant)?.name ?? tenant},
    chainHead: decided.hash,
  };
}
