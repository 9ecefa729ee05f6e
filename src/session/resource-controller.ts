import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Resource} from '../domain/resources.js';
import type {LoadState} from './load-state.js';
import type {Subscription} from './resource-store.js';
import type {ReviewScope} from './review-scope.js';
import type {ReviewSession} from './review-session.js';

/** An element that controllers work for: it knows its scope and the part it is. */
export interface ScopedHost extends ReactiveControllerHost {
  readonly scope: ReviewScope | undefined;
  readonly partId: string | undefined;
}

/**
 * Keeps one resource loaded for its host, and fresh: whenever the session says that it went stale it is loaded again,
 * once for all who look at it. Old data stays while refreshing and through passing failures. A change that arrives by
 * itself never moves what the reviewer holds.
 */
export class ResourceController<T> implements ReactiveController {
  private readonly host: ScopedHost;
  private readonly wanted: () => Resource<T> | undefined;
  private readonly nameOfChange: (() => string) | undefined;
  private following: {session: ReviewSession; url: string; subscription: Subscription<T>} | undefined;
  private present = false;
  private shown: LoadState<T> = {status: 'loading'};
  private reported: unknown;

  /**
   * @param wanted What to load; `undefined` while the host does not know yet.
   * @param nameOfChange What a change is called while it waits for the reviewer to ask for it; without it, none waits.
   */
  constructor(host: ScopedHost, wanted: () => Resource<T> | undefined, nameOfChange?: () => string) {
    this.host = host;
    this.wanted = wanted;
    this.nameOfChange = nameOfChange;
    host.addController(this);
  }

  get state(): LoadState<T> {
    return this.following ? this.shown : {status: 'loading'};
  }

  /** Loads again now. Resolves when the outcome can be drawn. */
  async refresh(): Promise<void> {
    await this.following?.subscription.refresh();
  }

  hostConnected(): void {
    this.present = true;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.follow();
  }

  hostDisconnected(): void {
    this.present = false;
    this.follow();
  }

  private follow(): void {
    const session = this.present ? this.host.scope?.session : undefined;
    const wanted = session && this.wanted();
    const {following} = this;
    if (following?.session === session && following?.url === wanted?.url) return;
    following?.subscription.stop();
    this.host.scope?.steady.forget(this);
    this.following = undefined;
    this.reported = undefined;
    if (!session || !wanted) return;
    const subscription = session.resources.subscribe(wanted, () => this.onChange());
    this.following = {session, url: wanted.url, subscription};
    this.show();
  }

  private onChange(): void {
    const {scope} = this.host;
    const {nameOfChange, shown} = this;
    const next = this.following?.subscription.state();
    const isNews = shown.status === 'ready' && next?.status === 'ready' && next.value !== shown.value;
    if (scope?.steady.isBusy && nameOfChange && isNews) {
      scope.steady.keepBack(this, nameOfChange(), () => this.show());
      return;
    }
    scope?.steady.forget(this);
    scope?.steady.keepInPlace();
    this.show();
  }

  private show(): void {
    if (!this.following) return;
    this.shown = this.following.subscription.state();
    const problem = this.shown.status === 'loading' ? undefined : this.shown.problem;
    if (problem && problem !== this.reported) this.host.scope?.report(problem, this.host.partId);
    this.reported = problem;
    this.host.requestUpdate();
  }
}
