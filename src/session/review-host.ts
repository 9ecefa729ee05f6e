import {ContextConsumer} from '@lit/context';
import {LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import type {Auth} from '../api/token-source.js';
import {providedContext, withAuth, type ReviewInputs} from './review-inputs.js';
import {
  ReviewAuthRequiredEvent,
  ReviewConnectionEvent,
  ReviewPermissionsChangedEvent,
} from './review-events.js';
import type {ReviewSession, SessionSignal} from './review-session.js';
import {SessionPool} from './session-pool.js';

/** Words separated by spaces; a missing attribute is no list, an empty one is an empty list. */
export const spaceSeparated = {
  fromAttribute: (value: string | null): readonly string[] | undefined =>
    value === null ? undefined : value.split(/\s+/u).filter(Boolean),
};

/**
 * A text as a page without types gives it: an id may be a number. Anything else becomes a blank text, which is no id and no
 * address.
 */
export const textFrom = (given: unknown): string | undefined =>
  typeof given === 'string'
    ? given
    : Number.isFinite(given)
      ? String(given)
      : given == null
        ? undefined
        : ' ';

/** What `<review-provider>` and the screens have in common: the inputs that the host gives, and where they come from. */
export abstract class ReviewHost extends LitElement {
  /**
   * Where the API is: an https URL, or http on localhost, *.localhost, 127.0.0.0/8 and [::1]. A relative value resolves
   * against the page; user info is refused; a path is kept. All requests go below it.
   */
  @property({attribute: 'api-base-url'}) apiBaseUrl: string | undefined;

  /**
   * What the viewer may do. As an attribute: names separated by spaces. `undefined` inherits from a provider; with none
   * above, or with `[]`, nothing is granted. Unknown names are ignored.
   */
  @property({converter: spaceSeparated}) permissions: readonly string[] | undefined;

  /** The viewer's user id, for permissions with a scope. */
  @property({attribute: 'viewer-id'}) viewerId: string | undefined;

  /** BCP 47 language tag. Default: the nearest `lang` attribute, then the browser's language. */
  @property() locale: string | undefined;

  /** `light`, `dark`, or `auto` (default: follows the page's `color-scheme`). */
  @property() theme: 'light' | 'dark' | 'auto' | undefined;

  /** `on` (default), or `off`: polling and manual refresh only. */
  @property() realtime: 'on' | 'off' | undefined;

  /** Used instead of the page's `fetch`, for hosts with a gateway. */
  @property({attribute: false}) fetch: typeof globalThis.fetch | undefined;

  /** Used instead of the page's `WebSocket`. */
  @property({attribute: false}) WebSocket: typeof globalThis.WebSocket | undefined;

  /** Single strings in other words, by their stable key. Unknown keys are ignored. */
  @property({attribute: false}) strings: Readonly<Record<string, string>> | undefined;

  /**
   * Where the breadcrumb leads, on a screen that has one; without it the breadcrumb only raises `review-navigate`. The
   * customer profile has none.
   */
  @property({attribute: 'list-href'}) listHref: string | undefined;

  /** Code points in a note, on a screen that takes notes. Default 2,000; at most 10,000. The customer profile takes none. */
  @property({attribute: 'note-limit', type: Number}) noteLimit: number | undefined;

  /** `on` (default), or `off`: no single-key shortcuts. */
  @property() shortcuts: 'on' | 'off' | undefined;

  #auth: Auth | undefined;
  private readonly ownPool = new SessionPool((session) => this.hear(session));
  private readonly above = new ContextConsumer(this, {context: providedContext, subscribe: true});

  /**
   * A token, or a function that gives one: `(request) => string | {token, expires_in} | Promise<…>`, with `expires_in` in
   * seconds and `request = {reason: 'first' | 'expiring' | 'rejected', signal}`. Never an attribute; tokens are never
   * decoded, stored or logged.
   */
  get auth(): Auth | undefined {
    return this.#auth;
  }

  set auth(value: Auth | undefined) {
    const changed = this.#auth !== value;
    this.#auth = value;
    // The old value is not handed on, so that no token waits in a list of changes.
    if (changed) this.requestUpdate();
  }

  static {
    // Not through the decorator: its accessors can be enumerated, and whoever enumerates would meet a token.
    this.createProperty('auth', {attribute: false, noAccessor: true});
  }

  constructor() {
    super();
    // Whoever comes back under another provider, or under none, keeps nothing of the one before.
    this.addController({hostDisconnected: () => (this.above.value = undefined)});
  }

  /** The inputs, with what is absent taken from the provider above. */
  protected get inputs(): ReviewInputs {
    const from = this.above.value?.inputs;
    const inputs = {
      apiBaseUrl: this.apiBaseUrl ?? from?.apiBaseUrl,
      permissions: this.permissions ?? from?.permissions,
      viewerId: textFrom(this.viewerId) ?? from?.viewerId,
      locale: this.locale ?? from?.locale,
      theme: this.theme ?? from?.theme,
      realtime: this.realtime ?? from?.realtime,
      fetch: this.fetch ?? from?.fetch,
      WebSocket: this.WebSocket ?? from?.WebSocket,
      strings: this.strings ?? from?.strings,
      listHref: textFrom(this.listHref) ?? from?.listHref,
      noteLimit: this.noteLimit ?? from?.noteLimit,
      shortcuts: this.shortcuts ?? from?.shortcuts,
    };
    return withAuth(inputs, this.#auth ?? from?.auth);
  }

  /** The sessions of the provider above, or the element's own. */
  protected get pool(): SessionPool {
    return this.above.value?.pool ?? this.ownPool;
  }

  protected get isLockedFromAbove(): boolean {
    return this.above.value?.locked ?? false;
  }

  private hear(session: ReviewSession): void {
    session.listen((signal) => this.announce(signal));
  }

  /** Session-wide events are raised once: here, where the sessions live. */
  private announce(signal: SessionSignal): void {
    if (signal.type === 'auth-required') this.dispatchEvent(new ReviewAuthRequiredEvent());
    else if (signal.type === 'permissions-changed') this.dispatchEvent(new ReviewPermissionsChangedEvent());
    else this.dispatchEvent(new ReviewConnectionEvent(signal.state));
  }
}
