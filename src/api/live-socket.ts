import {frameFrom, isLiveEventType, type LiveEvent, type LiveFrame} from '../domain/live-events.js';
import type {SocketToken} from '../domain/socket-token.js';
import type {Clock} from './clock.js';

/** The subprotocol that both sides have to speak. */
export const liveProtocol = 'kyc-review.v1';

const dialTime = 10_000;
const readyTime = 5_000;
const pongTime = 5_000;
/** The server beats every 25 s. */
const longestSilence = 60_000;
/** A timer this late has slept, and the frames it is looking for may be waiting behind it. */
const sleepy = 5_000;
/** Characters. Hints are short: whatever is longer is not one, and parsing it would hold up the page. */
const longestFrame = 256 * 1024;

const invitedClose = 1000;
/** What the platform reports for a connection that simply broke; used for those that we give up on, too. */
const brokenClose = 1006;

export interface LiveSocketOptions {
  readonly id: string;
  readonly clock: Clock;
  readonly onReady: (revision: number | undefined) => void;
  readonly onEvent: (event: LiveEvent & {revision?: number}) => void;
  /** It is over, by a close of the other side or because nothing comes any more. Told once, never after `close()`. */
  readonly onEnd: (code: number) => void;
}

/** One socket, from the dial to its end: it signs in by its first message, listens, and notices when nobody is there. */
export class LiveSocket {
  private readonly socket: WebSocket;
  private readonly options: LiveSocketOptions;
  private readonly clock: Clock;
  private token: string | undefined;
  private ready = false;
  private over = false;
  private heard: number;
  private pongDue = false;
  private cancelWatch: () => void = () => {};
  private cancelPong: () => void = () => {};

  constructor(socket: WebSocket, {token}: SocketToken, options: LiveSocketOptions) {
    this.socket = socket;
    this.token = token;
    this.options = options;
    this.clock = options.clock;
    this.heard = this.clock.now();
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => this.onOpen());
    socket.addEventListener('message', ({data}) => this.onMessage(data));
    socket.addEventListener('close', ({code}) => this.end(code));
    this.endUnlessBy(dialTime);
  }

  /** Signed in, and not known to be dead. */
  get isLive(): boolean {
    return this.ready && !this.over;
  }

  /** When the server was last heard. */
  get heardAt(): number {
    return this.heard;
  }

  /** Asks for a sign of life: the page may have slept, and a broken connection looks just like a quiet one. */
  probe(): void {
    if (!this.isLive || this.pongDue) return;
    this.pongDue = true;
    this.cancelPong = this.clock.after(pongTime, () => {
      if (this.pongDue) this.giveUp();
    });
    this.send({type: 'ping'});
  }

  close(): void {
    if (this.over) return;
    this.finish();
    this.socket.close(invitedClose);
  }

  private onOpen(): void {
    if (this.over) return;
    // One browser accepts a server that chose none of the protocols offered. It must not be told the token.
    if (this.socket.protocol !== liveProtocol) return this.giveUp();
    this.send({type: 'auth', token: this.token});
    this.token = undefined;
    this.endUnlessBy(readyTime);
  }

  private onMessage(data: unknown): void {
    if (this.over) return;
    this.heard = this.clock.now();
    if (this.pongDue) {
      this.pongDue = false;
      this.cancelPong();
      this.watch();
    }
    const frame = readFrame(data);
    if (frame && isFor(this.options.id, frame)) this.onFrame(frame);
  }

  private onFrame({type, revision}: LiveFrame): void {
    if (!this.ready) {
      if (type === 'ready') this.onReady(revision);
      return;
    }
    if (!isLiveEventType(type)) return;
    this.options.onEvent({type, id: this.options.id, ...(revision === undefined ? {} : {revision})});
  }

  private onReady(revision: number | undefined): void {
    this.ready = true;
    this.watch();
    this.options.onReady(revision);
  }

  private watch(): void {
    this.cancelWatch();
    const due = this.heard + longestSilence;
    this.cancelWatch = this.clock.after(due - this.clock.now(), () => {
      const now = this.clock.now();
      // Judged by the wall, because timers of a hidden page come when they please.
      if (now - this.heard < longestSilence) this.watch();
      else if (now - due > sleepy) this.probe();
      else this.giveUp();
    });
  }

  private endUnlessBy(ms: number): void {
    this.cancelWatch();
    this.cancelWatch = this.clock.after(ms, () => this.giveUp());
  }

  private send(message: object): void {
    try {
      this.socket.send(JSON.stringify(message));
    } catch {
      this.giveUp();
    }
  }

  private giveUp(): void {
    if (this.over) return;
    // The close event of a dead connection can take its time, and nobody needs to wait for it.
    this.close();
    this.options.onEnd(brokenClose);
  }

  private end(code: number): void {
    if (this.over) return;
    this.finish();
    this.options.onEnd(code);
  }

  private finish(): void {
    this.over = true;
    this.token = undefined;
    this.cancelWatch();
    this.cancelPong();
  }
}

const isFor = (id: string, frame: LiveFrame): boolean => frame.id === undefined || frame.id === id;

/** What a frame says, or nothing: an unreadable frame, or one of a newer server, is no error. */
function readFrame(data: unknown): LiveFrame | undefined {
  if (typeof data !== 'string' || data.length > longestFrame) return undefined;
  try {
    return frameFrom(JSON.parse(data));
  } catch {
    return undefined;
  }
}
