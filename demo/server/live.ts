import {relationsTo} from '../../src/domain/verification-actions.js';
import {mayReadVerification} from '../../src/domain/verification-resources.js';
import type {Clock} from './clock.js';
import type {Change, Records, Ticket, User} from './records/records.js';
import {readSubject, type Subject} from './records/subject.js';
import {LiveSession, type Socket, type Wire} from './live-session.js';
import {Problem} from './problem.js';

export type {Socket, Wire} from './live-session.js';

export const subprotocol = 'kyc-review.v1';

const ticketMs = 60_000;
const recheckMs = 5000;
const socketsPerUser = 50;
const unknownSockets = 200;
const ticketsPerMinute = 120;

interface LiveOptions {
  readonly records: Records;
  readonly clock: Clock;
}

/** The server's side of the socket protocol. It knows no library: bytes come and go through a `Wire`. */
export class Live {
  private readonly records: Records;
  private readonly clock: Clock;
  private readonly sessions = new Set<LiveSession>();
  private readonly issued = new Map<string, number[]>();
  private stopListening: (() => Promise<void>) | undefined;
  private stopRecheck: (() => void) | undefined;
  private ended = false;

  static async open(options: LiveOptions): Promise<Live> {
    const live = new Live(options);
    live.stopListening = await options.records.listen((change) => live.tell(change));
    return live;
  }

  private constructor({records, clock}: LiveOptions) {
    this.records = records;
    this.clock = clock;
  }

  /** Hands out a socket token. The store keeps its hash only. */
  async issue(to: Omit<Ticket, 'expires'>): Promise<{token: string; expires_in: number}> {
    this.countTicket(`${to.tenant}\n${to.user}`);
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const token = [...bytes].map((each) => each.toString(16).padStart(2, '0')).join('');
    await this.records.addTicket(await hashOf(token), {...to, expires: this.clock.now() + ticketMs});
    return {token, expires_in: ticketMs / 1000};
  }

  private countTicket(user: string): void {
    const now = this.clock.now();
    const recent = (this.issued.get(user) ?? []).filter((at) => at > now - 60_000);
    if (recent.length >= ticketsPerMinute)
      throw new Problem('rate_limited', {headers: {'Retry-After': '30'}});
    recent.push(now);
    this.issued.set(user, recent);
  }

  /** Takes up a socket that was just opened. */
  accept(wire: Wire): Socket {
    const unknown = [...this.sessions].filter((each) => !each.ticket).length;
    const session: LiveSession = new LiveSession(wire, this.clock, {
      admit: (token) => this.admit(session, token),
      ended: () => this.forget(session),
    });
    this.sessions.add(session);
    if (this.ended) session.end('restart');
    else if (unknown >= unknownSockets) session.end('tryLater');
    else this.recheckSoon();
    return session;
  }

  private async admit(session: LiveSession, token: string): Promise<void> {
    const ticket = await this.records.takeTicket(await hashOf(token));
    if (!ticket || ticket.expires <= this.clock.now() || ticket.origin !== session.origin)
      return session.end('token');
    const {tenant, user} = ticket;
    const known = await this.records.user(tenant, user);
    if (!known || known.disabled) return session.end('forbidden');
    const open = [...this.sessions].filter(
      ({ticket: other}) => other?.tenant === tenant && other.user === user,
    );
    if (open.length >= socketsPerUser) return session.end('tooMany');
    // From here on news are kept for this socket, so that none falls between the revision and the first event.
    session.join(ticket, known.permissions);
    const state = await this.stateOf(known, ticket.subject);
    if (typeof state === 'number') session.ready(state);
    else session.end(state);
  }

  /** The revision of what somebody looks at, or why they may not look at it any more. */
  private async stateOf(user: User, subject: Subject): Promise<number | 'gone' | 'forbidden'> {
    const name = readSubject(subject);
    if (name.kind === 'customer')
      return (await this.records.customer(user.tenant, name.id))?.revision ?? 'gone';
    const stored = await this.records.cases.one(user.tenant, name);
    if (!stored) return 'gone';
    const relations = relationsTo(stored.verification, user);
    return mayReadVerification('verification', user, relations) ? stored.revision : 'forbidden';
  }

  private tell(change: Change): void {
    if (change === 'gap') {
      void this.findMissed();
      return;
    }
    for (const session of [...this.sessions]) {
      if (session.isOn(change.tenant, change.subject)) session.tell(change.type, change.revision);
    }
  }

  /** News may have been lost. A socket that missed some is ended; when it comes back, the client catches up. */
  private async findMissed(): Promise<void> {
    for (const session of [...this.sessions]) {
      const {ticket} = session;
      if (!ticket) continue;
      const state = await this.currently(ticket).catch(() => undefined);
      if (state !== session.revision) session.end('restart');
    }
  }

  private async currently({tenant, user, subject}: Ticket): Promise<number | 'gone' | 'forbidden'> {
    const known = await this.records.user(tenant, user);
    return known && !known.disabled ? this.stateOf(known, subject) : 'forbidden';
  }

  private recheckSoon(): void {
    this.stopRecheck ??= this.clock.after(recheckMs, () => {
      this.stopRecheck = undefined;
      void this.recheck()
        // A store that is away for a moment is no reason to end sockets.
        .catch(() => undefined)
        .finally(() => {
          if (this.sessions.size > 0 && !this.ended) this.recheckSoon();
        });
    });
  }

  private async recheck(): Promise<void> {
    for (const session of [...this.sessions]) {
      const {ticket} = session;
      if (!ticket) continue;
      const user = await this.records.user(ticket.tenant, ticket.user);
      const state = user && !user.disabled ? await this.stateOf(user, ticket.subject) : 'forbidden';
      if (typeof state !== 'number') session.end(state);
      // A connection may be lost without a word, and then no news arrive and no gap is told of.
      else if (session.hasMissed(state)) session.end('restart');
      else session.setPermissions(user?.permissions ?? []);
    }
  }

  private forget(session: LiveSession): void {
    this.sessions.delete(session);
    if (this.sessions.size > 0) return;
    this.stopRecheck?.();
    this.stopRecheck = undefined;
  }

  /** The customers and verifications that somebody is looking at through this process. */
  watched(): readonly {readonly tenant: string; readonly subject: Subject}[] {
    return [...this.sessions].flatMap(({ticket}) => (ticket ? [ticket] : []));
  }

  /** How many sockets are open. */
  get open(): number {
    return this.sessions.size;
  }

  /** Ends every socket, so that the clients go on with another process or with the next start. */
  async close(): Promise<void> {
    this.ended = true;
    for (const session of [...this.sessions]) session.end('restart');
    await this.stopListening?.();
    this.stopListening = undefined;
  }
}

async function hashOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return [...new Uint8Array(digest)].map((each) => each.toString(16).padStart(2, '0')).join('');
}
