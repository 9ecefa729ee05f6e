import type {ReactiveController} from 'lit';
import type {ScopedHost} from './resource-controller.js';
import type {ReviewSession} from './review-session.js';

/**
 * The newest state of something that is on the page, also while what is drawn of it waits for the reviewer's hands. It is
 * for what is done to a record, which must never rest on an older state than the one that is known.
 */
export class LatestRecord<T> implements ReactiveController {
  private readonly host: ScopedHost;
  private readonly path: () => string | undefined;
  private following: {session: ReviewSession; stop: () => void} | undefined;

  constructor(host: ScopedHost, path: () => string | undefined) {
    this.host = host;
    this.path = path;
    host.addController(this);
  }

  /** `undefined` while nobody on the page has loaded it. */
  get value(): T | undefined {
    const {resources} = this.following?.session ?? {};
    const wanted = this.path();
    if (!resources || wanted === undefined) return undefined;
    for (const [path, value] of resources.values()) if (path === wanted) return value as T;
    return undefined;
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.follow(this.host.scope?.session);
  }

  hostDisconnected(): void {
    this.follow(undefined);
  }

  private follow(session: ReviewSession | undefined): void {
    if (this.following?.session === session) return;
    this.following?.stop();
    this.following = session && {
      session,
      stop: session.resources.observe((path) => {
        if (path === this.path()) this.host.requestUpdate();
      }),
    };
  }
}
