import type {LiveEvent} from '../domain/live-events.js';
import {promptDelay} from './backoff.js';
import type {Clock} from './clock.js';
import {reactionTo, type CloseReaction} from './close-codes.js';
import {dial, type DialOptions} from './dial.js';
import {Fallback} from './fallback.js';
import {LiveSocket} from './live-socket.js';
import {Pace} from './pace.js';

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

export interface LiveFeedOptions extends DialOptions {
  /** The id in the path under which the socket token is asked. */
  readonly id: string;
  /** 0 to 1, like `Math.random`. */
  readonly random: () => number;
  readonly page: PageSignals;
  onState(state: FeedState): void;
  /** Something changed; never what it is now. */
  readonly onEvent: (event: LiveEvent & {revision?: number}) => void;
  /** The socket is live. Whatever was not read at this very revision may have missed something. */
  onReady(revision: number | undefined): void;
  /** The server withdrew its permission. There will be no further attempt. */
  onForbidden(): void;
  /** There is no socket: time to look. */
  onPoll(): void;
  /** The page was away, and what it shows may be old. */
  onReturn(): void;
}

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
  private readonly page: PageSignals;
  private readonly fallback: Fallback;
  private pace: Pace;
  private state: FeedState = 'off';
  private running = false;
  /** No further attempt, though polling may go on. */
  private resigned = false;
  /** The page was hidden, left or offline since somebody last looked. */
  private away = false;

  private dialling = false;
  private socket: LiveSocket | undefined;
  private liveSince: number | undefined;
  private attemptedAt = -Infinity;
  private knownAt = 0;

  private unlisten = nothing;
  private cancelRelease = nothing;
  private endDial = nothing;
  private next: {readonly prompt: boolean; readonly cancel: () => void} | undefined;

  constructor(options: LiveFeedOptions) {
    this.options = options;
    this.clock = options.clock;
    this.page = options.page;
    this.pace = this.newPace();
    this.fallback = new Fallback({
      clock: options.clock,
      random: options.random,
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
    this.unlisten = this.page.onChange((what) => this.onPage[what]());
    if (this.page.hidden) this.setState('waiting');
    else this.dial();
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
    return new Pace(this.clock, this.options.random);
  }

  private get mayDial(): boolean {
    return this.running && !this.resigned && !this.dialling && !this.socket && !this.page.hidden;
  }

  private dial(): void {
    if (!this.mayDial) return;
    this.forgetNext();
    this.attemptedAt = this.clock.now();
    this.setState('connecting');
    this.endDial();
    this.dialling = true;
    this.endDial = dial(
      this.options,
      (connection, ticket) => {
        this.dialling = false;
        this.socket = new LiveSocket(connection, ticket, {
          id: this.options.id,
          clock: this.clock,
          onReady: (revision) => this.onReady(revision),
          onEvent: this.options.onEvent,
          onEnd: (code) => this.onEnd(code),
        });
      },
      (reaction, peace) => {
        this.dialling = false;
        this.reactions[reaction](peace);
      },
    );
  }

  private onReady(revision: number | undefined): void {
    this.liveSince = this.clock.now();
    this.endDial();
    this.fallback.end();
    this.setState('live');
    this.options.onReady(revision);
  }

  private onEnd(code: number): void {
    const {liveSince} = this;
    if (liveSince !== undefined && this.socket) this.knownAt = this.socket.heardAt;
    this.socket = undefined;
    this.liveSince = undefined;
    this.reactions[this.pace.ended(code, liveSince) ? 'slow' : reactionTo(code)]();
  }

  private readonly reactions: {readonly [R in CloseReaction]: (peace?: number) => void} = {
    forbidden: () => {
      this.resign();
      this.options.onForbidden();
    },
    gone: () => this.resign(),
    stop: () => this.resignToPolling(),
    token: () => {
      if (this.page.hidden || !this.pace.takeImmediate()) return this.reactions.retry();
      this.dial();
      this.watchWithoutSocket();
    },
    retry: () => this.wait(this.pace.retry()),
    slow: (peace = 0) => this.wait(this.pace.slow(peace)),
  };

  private wait(ms: number): void {
    this.setState('waiting');
    this.watchWithoutSocket();
    // A hidden page does not reconnect; coming back does.
    if (!this.page.hidden) this.dialAfter(ms);
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
    if (this.page.hidden) this.fallback.rest();
  }

  private drop(): void {
    this.endDial();
    this.dialling = false;
    this.socket?.close();
    this.socket = undefined;
    this.liveSince = undefined;
    this.forgetNext();
    this.cancelRelease();
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
    if (this.page.hidden || this.state === 'off') return;
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
    const delay = tooSoon ? promptEvery : promptDelay(this.options.random);
    this.dialAfter(Math.max(delay, this.pace.peace), true);
  }

  private dialAfter(ms: number, prompt = false): void {
    this.forgetNext();
    const cancel = this.clock.after(Math.min(ms, longestWait), () => {
      this.next = undefined;
      this.dial();
    });
    this.next = {prompt, cancel};
  }

  private forgetNext(): void {
    this.next?.cancel();
    this.next = undefined;
  }

  private watchWithoutSocket(): void {
    if (!this.socket?.isLive && !this.page.hidden && this.state !== 'off') this.fallback.watch();
  }

  private setState(state: FeedState): void {
    // Attempts go on behind a degraded page, but what the reviewer has to know stays the same until one succeeds.
    const hides = this.state === 'degraded' && (state === 'connecting' || state === 'waiting');
    if (hides || this.state === state) return;
    this.state = state;
    this.options.onState(state);
  }
}
