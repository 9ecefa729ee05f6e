import type {LiveEvent} from '../domain/live-events.js';
import type {SocketToken} from '../domain/socket-token.js';
import {ApiProblem} from './api-problem.js';
import {socketUrl} from './api-url.js';
import {promptDelay} from './backoff.js';
import type {Clock} from './clock.js';
import {reactionTo, type CloseReaction} from './close-codes.js';
import {abortable, Deadline} from './deadline.js';
import {Fallback} from './fallback.js';
import {liveProtocol, LiveSocket} from './live-socket.js';
import {Pace} from './pace.js';
import {onPolicyRefusal} from './policy.js';

/** `waiting`: before the next attempt. `degraded`: no socket for half a minute, polling. `off`: never again, or stopped. */
export type FeedState = 'connecting' | 'live' | 'waiting' | 'degraded' | 'off';

/** `wake` is any sign that the page may have slept: focus, resume, back online. `restored`: back from the page cache. */
export type PageChange = 'hidden' | 'visible' | 'wake' | 'pagehide' | 'restored' | 'offline';

/** What the page tells about itself. */
export interface PageSignals {
  readonly hidden: boolean;
  /** Returns the function that stops listening. */
  onChange(listen: (what: PageChange) => void): () => void;
}

export interface LiveFeedOptions {
  /** The id in the path under which the socket token is asked. */
  readonly id: string;
  /** Asks for a socket token, for every attempt anew: each opens one socket. */
  ticket(signal: AbortSignal): Promise<SocketToken>;
  openSocket(url: string, protocol: string): WebSocket;
  readonly clock: Clock;
  /** 0 to 1, like `Math.random`. */
  random(): number;
  readonly page: PageSignals;
  onState(state: FeedState): void;
  /** Something changed; never what it is now. */
  onEvent(event: LiveEvent & {revision?: number}): void;
  /** The socket is live. Whatever was not read at this very revision may have missed something. */
  onReady(revision: number | undefined): void;
  /** The server withdrew its permission. There will be no further attempt. */
  onForbidden(): void;
  /** There is no socket: time to look. */
  onPoll(): void;
  /** The page was away, and what it shows may be old. */
  onReturn(): void;
}

const ticketTime = 10_000;
const promptEvery = 5_000;
const longestWait = 3_600_000;
const releaseAfter = 300_000;
/** A live server is heard every 25 s. What has been quiet for longer may have been asleep. */
const trustedFor = 30_000;

const nothing = (): void => {};

/**
 * Keeps one socket open between `start` and `stop`, as far as the server and the page allow. It holds no data: it says when
 * something changed, when something may have been missed, and when to look by oneself instead.
 */
export class LiveFeed {
  private readonly options: LiveFeedOptions;
  private readonly clock: Clock;
  private readonly fallback: Fallback;
  private pace: Pace;
  private state: FeedState = 'off';
  private running = false;
  /** No further attempt, though polling may go on. */
  private resigned = false;
  /** The page was hidden, left or offline since somebody last looked. */
  private away = false;

  private asking: AbortController | undefined;
  private socket: LiveSocket | undefined;
  private liveSince: number | undefined;
  private attemptedAt = -Infinity;
  private knownAt = 0;

  private unlisten = nothing;
  private cancelRelease = nothing;
  private trustPolicy = nothing;
  private next: {readonly prompt: boolean; readonly cancel: () => void} | undefined;

  constructor(options: LiveFeedOptions) {
    this.options = options;
    this.clock = options.clock;
    this.pace = this.newPace();
    this.fallback = new Fallback({
      clock: options.clock,
      random: () => options.random(),
      onDegraded: () => this.setState('degraded'),
      onPoll: () => {
        this.knownAt = this.clock.now();
        options.onPoll();
      },
    });
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.resigned = false;
    this.away = false;
    this.pace = this.newPace();
    this.attemptedAt = -Infinity;
    this.knownAt = this.clock.now();
    this.unlisten = this.options.page.onChange((what) => this.onPage[what]());
    if (this.options.page.hidden) this.setState('waiting');
    else void this.dial();
    this.watchWithoutSocket();
  }

  stop(): void {
    if (!this.running) return;
    this.running = false;
    this.unlisten();
    this.drop();
    this.fallback.end();
    this.setState('off');
  }

  private newPace(): Pace {
    return new Pace(this.clock, () => this.options.random());
  }

  private get mayDial(): boolean {
    return this.running && !this.resigned && !this.asking && !this.socket && !this.options.page.hidden;
  }

  private async dial(): Promise<void> {
    if (!this.mayDial) return;
    this.forgetNext();
    this.attemptedAt = this.clock.now();
    this.setState('connecting');
    const asking = new AbortController();
    this.asking = asking;
    const deadline = new Deadline(this.clock, ticketTime, asking.signal);
    const {signal} = deadline;
    try {
      const ticket = await abortable(this.options.ticket(signal), signal);
      if (this.asking === asking) this.open(ticket);
    } catch (error) {
      if (this.asking !== asking) return;
      this.asking = undefined;
      this.onNoTicket(ApiProblem.from(error));
    } finally {
      deadline.end();
    }
  }

  private open(ticket: SocketToken): void {
    this.asking = undefined;
    const url = socketUrl(ticket.url);
    // An insecure address is a mistake of the backend's configuration and must not even be dialled.
    if (url === undefined) return this.resignToPolling();
    // Heard until the next dial: one browser closes the socket first and says why afterwards.
    this.trustPolicy();
    this.trustPolicy = onPolicyRefusal(url, () => this.resignToPolling());
    let connection: WebSocket;
    try {
      connection = this.options.openSocket(url, liveProtocol);
    } catch (error) {
      const isPolicy = error instanceof Error && error.name === 'SecurityError';
      return isPolicy ? this.resignToPolling() : this.retry();
    }
    this.socket = new LiveSocket(connection, ticket, {
      id: this.options.id,
      clock: this.clock,
      onReady: (revision) => this.onReady(revision),
      onEvent: (event) => this.options.onEvent(event),
      onEnd: (code) => this.onEnd(code),
    });
  }

  private onNoTicket({kind, retryAfter = 0}: ApiProblem): void {
    if (kind === 'forbidden') return this.reactions.forbidden();
    // Without a token of the host's there is no traffic at all until the session is replaced.
    if (kind === 'unauthorized') return this.resign();
    // A backend without sockets is no error: there is still polling.
    if (kind === 'not-found') return this.resignToPolling();
    if (kind === 'rate-limited') return this.slow(retryAfter * 1000);
    this.retry();
  }

  private onReady(revision: number | undefined): void {
    this.liveSince = this.clock.now();
    this.trustPolicy();
    this.fallback.end();
    this.setState('live');
    this.options.onReady(revision);
  }

  private onEnd(code: number): void {
    const {liveSince} = this;
    if (liveSince !== undefined && this.socket) this.knownAt = this.socket.heardAt;
    this.socket = undefined;
    this.liveSince = undefined;
    if (this.pace.ended(code, liveSince)) this.slow();
    else this.reactions[reactionTo(code)]();
  }

  private readonly reactions: {readonly [R in CloseReaction]: () => void} = {
    forbidden: () => {
      this.resign();
      this.options.onForbidden();
    },
    gone: () => this.resign(),
    stop: () => this.resignToPolling(),
    token: () => {
      if (this.options.page.hidden || !this.pace.takeImmediate()) return this.retry();
      void this.dial();
      this.watchWithoutSocket();
    },
    retry: () => this.retry(),
    slow: () => this.slow(),
  };

  private retry(): void {
    this.wait(this.pace.retry());
  }

  private slow(atLeast = 0): void {
    this.wait(this.pace.slow(atLeast));
  }

  private wait(ms: number): void {
    this.setState('waiting');
    this.watchWithoutSocket();
    // A hidden page does not reconnect; coming back does.
    if (!this.options.page.hidden) this.dialAfter(ms);
  }

  /** Never again: the server has said no, and asking or polling would only hear it once more. */
  private resign(): void {
    this.resigned = true;
    this.drop();
    this.fallback.end();
    this.setState('off');
  }

  /** There will be no socket, for a reason that does not pass by itself; there is still polling. */
  private resignToPolling(): void {
    if (!this.running || this.resigned) return;
    this.resigned = true;
    this.drop();
    this.fallback.degrade();
    if (this.options.page.hidden) this.fallback.rest();
  }

  private drop(): void {
    this.asking?.abort();
    this.asking = undefined;
    this.socket?.close();
    this.socket = undefined;
    this.liveSince = undefined;
    this.forgetNext();
    this.cancelRelease();
    this.trustPolicy();
  }

  private readonly onPage: {readonly [C in PageChange]: () => void} = {
    hidden: () => {
      this.away = true;
      this.forgetNext();
      this.fallback.rest();
      this.cancelRelease();
      this.cancelRelease = this.clock.after(releaseAfter, () => this.release());
    },
    pagehide: () => {
      this.away = true;
      this.release();
    },
    offline: () => {
      this.away = true;
    },
    visible: () => this.comeBack(),
    wake: () => this.comeBack(),
    restored: () => this.comeBack(),
  };

  /** Gives the socket back while nobody looks. */
  private release(): void {
    this.drop();
    this.fallback.rest();
    if (!this.resigned) this.setState('waiting');
  }

  /** All signs of a return mean the same and may come together, so this does nothing the second time. */
  private comeBack(): void {
    if (this.options.page.hidden || this.state === 'off') return;
    this.cancelRelease();
    const now = this.clock.now();
    const live = this.socket?.isLive ? this.socket : undefined;
    const knownAt = Math.max(this.knownAt, live?.heardAt ?? 0);
    const missed = (this.away && !live) || now - knownAt > trustedFor;
    if (live) live.probe();
    else this.dialPromptly(now);
    this.away = false;
    this.watchWithoutSocket();
    if (!missed) return;
    this.knownAt = now;
    this.options.onReturn();
  }

  private dialPromptly(now: number): void {
    if (!this.mayDial || this.next?.prompt) return;
    // Whoever clicks into a window and out again does not hurry the server.
    const tooSoon = !this.away && now - this.attemptedAt < promptEvery;
    if (tooSoon && this.next) return;
    const delay = tooSoon ? promptEvery : promptDelay(() => this.options.random());
    this.dialAfter(Math.max(delay, this.pace.peace), true);
  }

  private dialAfter(ms: number, prompt = false): void {
    this.forgetNext();
    const cancel = this.clock.after(Math.min(ms, longestWait), () => {
      this.next = undefined;
      void this.dial();
    });
    this.next = {prompt, cancel};
  }

  private forgetNext(): void {
    this.next?.cancel();
    this.next = undefined;
  }

  private watchWithoutSocket(): void {
    if (!this.socket?.isLive && !this.options.page.hidden && this.state !== 'off') this.fallback.watch();
  }

  private setState(state: FeedState): void {
    // Attempts go on behind a degraded page, but what the reviewer has to know stays the same until one succeeds.
    const hides = this.state === 'degraded' && (state === 'connecting' || state === 'waiting');
    if (hides || this.state === state) return;
    this.state = state;
    this.options.onState(state);
  }
}
