import type {Clock} from './clock.js';
import type {Ticket} from './records/records.js';
import {readSubject, type Subject} from './records/subject.js';

const authMs = 5000;
const beatMs = 25_000;
const sessionMs = 15 * 60_000;
const longestFirstFrame = 4096;
const messagesPerMinute = 120;

/** Why the server ends a socket; CONTRACT.md says what the client makes of it. */
export const closeCodes = {
  protocol: 4400,
  token: 4401,
  forbidden: 4403,
  gone: 4404,
  late: 4408,
  tooMany: 4429,
  restart: 1012,
  tryLater: 1013,
} as const;
export type CloseReason = keyof typeof closeCodes;

/** The far end of a socket, whatever carries it. */
export interface Wire {
  readonly origin: string | null;
  send(text: string): void;
  close(code: number, reason: string): void;
}

/** The near end: what came over the wire is told here. */
export interface Socket {
  /** `undefined` for a frame that is not text. */
  message(text: string | undefined): void;
  closed(): void;
}

interface Hooks {
  admit(token: string): Promise<void>;
  ended(): void;
}

/** One socket from its opening to its end: it signs in, is told what has changed, and is ended when that is due. */
export class LiveSession implements Socket {
  ticket: Ticket | undefined;
  /** The last revision that the client was told. */
  revision: number | undefined;
  private readonly wire: Wire;
  private readonly clock: Clock;
  private readonly hooks: Hooks;
  /** The revision that was stored at the last look. */
  private stored = 0;
  private permissions: readonly string[] = [];
  private isAuthenticating = false;
  private isOver = false;
  private waiting: {readonly type: string; readonly revision: number}[] = [];
  private messages: number[] = [];
  private stopBeat: () => void = () => undefined;
  private stopDeadline: () => void;

  constructor(wire: Wire, clock: Clock, hooks: Hooks) {
    this.wire = wire;
    this.clock = clock;
    this.hooks = hooks;
    this.stopDeadline = clock.after(authMs, () => this.end('late'));
  }

  get origin(): string | null {
    return this.wire.origin;
  }

  isOn(tenant: string, subject: Subject): boolean {
    return this.ticket?.tenant === tenant && this.ticket.subject === subject;
  }

  message(text: string | undefined): void {
    if (this.isOver) return;
    const now = this.clock.now();
    this.messages = [...this.messages.filter((at) => at > now - 60_000), now];
    if (this.messages.length > messagesPerMinute) return this.end('tooMany');
    const frame = text === undefined ? undefined : readFrame(text);
    if (!this.isAuthenticating) return this.authenticate(text, frame);
    if (frame?.type === 'auth') this.end('protocol');
    else if (frame?.type === 'ping' && this.revision !== undefined) this.send({type: 'hb'});
  }

  private authenticate(text: string | undefined, frame: Frame | undefined): void {
    const isShort = text !== undefined && new TextEncoder().encode(text).length <= longestFirstFrame;
    if (!isShort || frame?.type !== 'auth' || typeof frame.token !== 'string') return this.end('protocol');
    this.isAuthenticating = true;
    this.hooks.admit(frame.token).catch(() => this.end('tryLater'));
  }

  /** Who this is, and what for. */
  join(ticket: Ticket, permissions: readonly string[]): void {
    if (this.isOver) return;
    this.ticket = ticket;
    this.permissions = permissions;
    this.stopDeadline();
    this.stopDeadline = this.clock.after(sessionMs, () => this.end('token'));
    this.beatLater();
  }

  ready(revision: number): void {
    if (this.isOver || !this.ticket) return;
    this.revision = revision;
    this.send({type: 'ready', id: readSubject(this.ticket.subject).id, revision});
    for (const news of this.waiting.splice(0)) this.tell(news.type, news.revision);
  }

  tell(type: string, revision: number): void {
    if (this.isOver || !this.ticket) return;
    if (this.revision === undefined) {
      this.waiting.push({type, revision});
      return;
    }
    if (revision <= this.revision) return;
    this.revision = revision;
    this.send({type, id: readSubject(this.ticket.subject).id, revision});
  }

  /** Whether news that were due at the last look have still not come. Takes the revision that is stored now. */
  hasMissed(stored: number): boolean {
    const isLate = this.revision !== undefined && this.revision < this.stored;
    this.stored = stored;
    return isLate;
  }

  setPermissions(permissions: readonly string[]): void {
    if (this.isOver || !this.ticket || this.revision === undefined) return;
    const isSame = JSON.stringify(permissions) === JSON.stringify(this.permissions);
    this.permissions = permissions;
    if (!isSame)
      this.send({
        type: 'permissions.changed',
        id: readSubject(this.ticket.subject).id,
        revision: this.revision,
      });
  }

  private beatLater(): void {
    this.stopBeat = this.clock.after(beatMs, () => {
      this.send({type: 'hb'});
      this.beatLater();
    });
  }

  private send(frame: object): void {
    this.wire.send(JSON.stringify(frame));
  }

  end(reason: CloseReason): void {
    if (this.isOver) return;
    this.stop();
    this.wire.close(closeCodes[reason], reason);
  }

  closed(): void {
    if (!this.isOver) this.stop();
  }

  private stop(): void {
    this.isOver = true;
    this.stopDeadline();
    this.stopBeat();
    this.hooks.ended();
  }
}

interface Frame {
  readonly type?: unknown;
  readonly token?: unknown;
}

function readFrame(text: string): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(text);
    return typeof frame === 'object' && frame !== null ? frame : undefined;
  } catch {
    return undefined;
  }
}
