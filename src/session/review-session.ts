import {systemClock, type Clock} from '../api/clock.js';
import {LiveFeed, type FeedState, type PageSignals} from '../api/live-feed.js';
import {ReviewClient} from '../api/review-client.js';
import type {Auth} from '../api/token-source.js';
import {isLiveEventType, stalePaths, type LiveEvent} from '../domain/live-events.js';
import {pageSignals} from './page-signals.js';
import {ResourceStore} from './resource-store.js';
import {socketBudget, type SocketBudget} from './socket-budget.js';

/** Milliseconds that a socket stays open after its last user left, so that a moved element keeps it. */
const linger = 2000;
/** Milliseconds between two rounds of polling where the host has switched live updates off. */
const pollEvery = 60_000;

export interface SessionOptions {
  /** Normalised, with a slash at its end. */
  readonly apiBaseUrl: string;
  readonly auth: Auth;
  readonly fetch?: typeof fetch | undefined;
  readonly WebSocket?: typeof WebSocket | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: (() => number) | undefined;
  readonly page?: PageSignals | undefined;
  readonly budget?: SocketBudget | undefined;
  /** Whether the machine has a network at all. */
  readonly isOnline?: (() => boolean) | undefined;
}

export type SessionSignal =
  | {readonly type: 'auth-required'}
  | {readonly type: 'permissions-changed'}
  | {readonly type: 'connection'; readonly state: FeedState};

interface Follower {
  readonly path: string;
  readonly id: string;
  readonly feed: LiveFeed | undefined;
  /** Its place in the budget; starting there may already say something, so it comes last. */
  place: {readonly leave: () => void; readonly see: (inView: boolean) => void} | undefined;
  readonly users: Set<() => void>;
  state: FeedState;
  cancelLinger?: (() => void) | undefined;
}

/** A subject that somebody on the page looks at. */
export interface Following {
  readonly state: () => FeedState;
  readonly see: (inView: boolean) => void;
  readonly stop: () => void;
}

/**
 * What the elements below one provider, or one element alone, share: one client with one token, one value per resource,
 * one socket per subject.
 */
export class ReviewSession {
  readonly client: ReviewClient;
  readonly resources: ResourceStore;
  readonly apiBaseUrl: string;
  readonly clock: Clock;
  readonly isOnline: () => boolean;
  private readonly random: () => number;
  private readonly page: PageSignals;
  private readonly budget: SocketBudget;
  private readonly WebSocket: typeof WebSocket | undefined;
  private readonly followers = new Map<string, Follower>();
  private readonly listeners = new Set<(signal: SessionSignal) => void>();
  private readonly unfinished = new Set<() => Promise<void>>();
  private signedOut = false;

  constructor(options: SessionOptions) {
    this.apiBaseUrl = options.apiBaseUrl;
    this.clock = options.clock ?? systemClock;
    this.random = options.random ?? Math.random;
    this.page = options.page ?? pageSignals;
    this.budget = options.budget ?? socketBudget;
    this.WebSocket = options.WebSocket;
    this.isOnline = options.isOnline ?? (() => navigator.onLine);
    this.client = new ReviewClient({
      apiBaseUrl: options.apiBaseUrl,
      auth: options.auth,
      clock: this.clock,
      ...(options.fetch && {fetch: options.fetch}),
      onAuthRequired: () => this.onAuthRequired(),
    });
    this.resources = new ResourceStore(this.client, this.clock, this.random);
  }

  /** The host's token was refused for good; a new `auth` makes a new session. */
  get isSignedOut(): boolean {
    return this.signedOut;
  }

  listen(listener: (signal: SessionSignal) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Keeps what is shown of one subject fresh: over its socket, or by polling alone where the host wants no socket. */
  follow(path: string, id: string, realtime: boolean, onState: () => void): Following {
    const key = `${realtime ? 'live' : 'poll'} ${path}`;
    const follower = this.followers.get(key) ?? this.start(key, path, id, realtime);
    follower.cancelLinger?.();
    follower.cancelLinger = undefined;
    follower.users.add(onState);
    return {
      state: () => follower.state,
      see: (inView) => follower.place?.see(inView),
      stop: () => this.unfollow(key, follower, onState),
    };
  }

  /** The server refused something that the host had granted. */
  permissionsChanged(): void {
    this.say({type: 'permissions-changed'});
  }

  /** Has something finished, when this session closes, before its client stops. */
  finishFirst(finish: () => Promise<void>): void {
    this.unfinished.add(finish);
  }

  close(): void {
    for (const follower of this.followers.values()) {
      follower.cancelLinger?.();
      follower.place?.leave();
    }
    this.followers.clear();
    this.resources.close();
    this.listeners.clear();
    const finishing = Array.from(this.unfinished, (finish) => finish());
    if (finishing.length === 0) this.client.close();
    else void Promise.allSettled(finishing).then(() => this.client.close());
  }

  private start(key: string, path: string, id: string, realtime: boolean): Follower {
    const follower: Follower = {
      path,
      id,
      users: new Set(),
      feed: realtime ? this.newFeed(path, id, (state) => this.onState(follower, state)) : undefined,
      state: realtime ? 'connecting' : 'off',
      place: undefined,
    };
    this.followers.set(key, follower);
    const {feed} = follower;
    follower.place = feed
      ? this.budget.ask(
          () => feed.start(),
          () => feed.stop(),
        )
      : {leave: this.poll(path), see: () => {}};
    return follower;
  }

  private unfollow(key: string, follower: Follower, onState: () => void): void {
    follower.users.delete(onState);
    if (follower.users.size > 0) return;
    follower.cancelLinger?.();
    follower.cancelLinger = this.clock.after(linger, () => {
      follower.place?.leave();
      if (this.followers.get(key) === follower) this.followers.delete(key);
    });
  }

  private newFeed(path: string, id: string, onState: (state: FeedState) => void): LiveFeed {
    return new LiveFeed({
      id,
      ticket: (signal) => this.client.socketToken(path, signal),
      openSocket: (url, protocol) => new (this.WebSocket ?? globalThis.WebSocket)(url, protocol),
      clock: this.clock,
      random: this.random,
      page: this.page,
      onState,
      onEvent: (event) => this.onEvent(event, path),
      onReady: (revision) => this.resources.alignWith(path, revision),
      onForbidden: () => {
        this.permissionsChanged();
        this.resources.invalidateAll(path);
      },
      onPoll: () => this.resources.invalidateAll(path),
      onReturn: () => this.resources.invalidateAll(path),
    });
  }

  /** Polling alone: a round a minute while the page is visible, and one when it returns. */
  private poll(path: string): () => void {
    let cancel = () => {};
    let due = false;
    const round = () => {
      due = this.page.hidden;
      if (!due) this.resources.invalidateAll(path);
      cancel = this.clock.after(pollEvery * (0.8 + 0.4 * this.random()), round);
    };
    cancel = this.clock.after(pollEvery * (0.8 + 0.4 * this.random()), round);
    const unlisten = this.page.onChange((what) => {
      if (what !== 'visible' && what !== 'restored') return;
      if (due || what === 'restored') this.resources.invalidateAll(path);
      due = false;
    });
    return () => {
      cancel();
      unlisten();
    };
  }

  private onState(follower: Follower, state: FeedState): void {
    if (follower.state === state) return;
    follower.state = state;
    this.say({type: 'connection', state});
    for (const tell of [...follower.users]) tell();
  }

  private onEvent(event: LiveEvent, path: string): void {
    if (!isLiveEventType(event.type)) return;
    if (event.type === 'permissions.changed') this.permissionsChanged();
    this.resources.invalidate(stalePaths(event, path));
  }

  private onAuthRequired(): void {
    if (this.signedOut) return;
    this.signedOut = true;
    for (const follower of this.followers.values()) follower.feed?.stop();
    this.resources.withdrawAll();
    this.say({type: 'auth-required'});
  }

  private say(signal: SessionSignal): void {
    for (const listen of [...this.listeners]) listen(signal);
  }
}
