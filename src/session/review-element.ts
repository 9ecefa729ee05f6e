import {ContextProvider} from '@lit/context';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {ApiProblem} from '../api/api-problem.js';
import {normalizeApiBase} from '../api/api-url.js';
import type {FeedState} from '../api/live-feed.js';
import {nobody, type Viewer} from '../domain/permissions.js';
import type {Words} from '../words/words.js';
import {Drafts} from './drafts.js';
import {KeptFocus} from './kept-focus.js';
import {languageTag, NearestLanguage} from './nearest-language.js';
import {ReviewErrorEvent, ReviewReadyEvent} from './review-events.js';
import {ReviewHost, textFrom} from './review-host.js';
import {withAuth} from './review-inputs.js';
import {isSameScope, scopeContext, type ReviewScope} from './review-scope.js';
import type {Following, ReviewSession} from './review-session.js';
import {isSameKey, type SessionKey, type SessionUse} from './session-pool.js';
import {ScreenWords} from './screen-words.js';
import {SteadyView} from './steady-view.js';
import {Veil} from './veil.js';

/** What a screen is about: the path it is followed under, and the id in it. */
export interface Subject {
  readonly path: string;
  readonly id: string;
}

interface Using extends SessionUse {
  readonly key: SessionKey;
}

/** Base of the screens: makes or shares a session, follows its subject, and tells the elements inside. */
export abstract class ReviewElement extends ReviewHost {
  /** @internal A screen is no part of itself; the parts inside have an id. */
  readonly partId: string | undefined = undefined;

  private readonly language = new NearestLanguage(this);
  private readonly screenWords = new ScreenWords();
  private readonly steady = new SteadyView(this);
  private readonly drafts = new Drafts();
  private readonly veil = new Veil(
    this,
    (time) => this.holdsOlder(time),
    (time) => this.dropOlder(time),
  );
  private readonly down = new ContextProvider(this, {context: scopeContext});
  private using: Using | undefined;
  private following: (Following & {readonly session: ReviewSession; readonly key: string}) | undefined;
  private seen: IntersectionObserver | undefined;
  private locked = false;
  private present = false;
  private readyFor: string | undefined;
  private readyIn: WeakRef<ReviewSession> | undefined;
  /** What cannot be worked with, as the host was told of it. */
  private refused: string | undefined;
  private configuration: ApiProblem | undefined;
  private scopeNow: ReviewScope | undefined;

  constructor() {
    super();
    new KeptFocus(this);
  }

  /** What this screen is about; `undefined` while the host has not said. Throws a `RangeError` for an id that cannot be. */
  protected abstract get subject(): Subject | undefined;

  /** What stands inside the wrapper. */
  protected abstract renderContent(): TemplateResult;

  /** Reloads what is on screen. Resolves when it is shown. */
  async refresh(): Promise<void> {
    const {path, session} = this;
    if (path === undefined || !session) return;
    await session.resources.refreshAll(path);
    await this.updateComplete;
  }

  /** Blanks all personal data now. */
  lock(): void {
    this.locked = true;
    this.requestUpdate();
  }

  /** Loads it again after `lock()`. */
  unlock(): void {
    this.locked = false;
    this.requestUpdate();
  }

  /** @internal What the elements inside are told. */
  get scope(): ReviewScope | undefined {
    return this.scopeNow;
  }

  override connectedCallback(): void {
    this.present = true;
    super.connectedCallback();
    this.seen = new IntersectionObserver((entries) => {
      this.following?.see(entries.at(-1)?.isIntersecting ?? true);
    });
    this.seen.observe(this);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.present = false;
    this.seen?.disconnect();
    this.leave();
  }

  /**
   * Nothing is drawn in one language that belongs in another: until the words are here, what is drawn stays in the language
   * before. It does not stay as it is: what is locked, withdrawn or another customer's goes at once.
   */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const locale = languageTag(this.inputs.locale) ?? this.language.locale;
    const coming = this.screenWords.become(locale, this.hasUpdated);
    if (!coming) return super.scheduleUpdate();
    // The requests need no words.
    this.attach();
    if (this.hasUpdated && (this.screenWords.locale !== locale || this.isLocked)) {
      void coming.then(() => this.requestUpdate());
      return super.scheduleUpdate();
    }
    return coming.then(() => this.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.attach();
    this.provide();
  }

  protected override render(): TemplateResult {
    const {theme} = this.inputs;
    const {words} = this;
    const isGiven = languageTag(this.inputs.locale) !== undefined;
    const direction = isGiven || !this.language.hasDirection ? words.direction : nothing;
    return html`
      <div
        class="review"
        lang=${words.locale}
        dir=${direction}
        data-theme=${theme === 'light' || theme === 'dark' ? theme : nothing}
        ?data-veiled=${this.veil.isDown}
        aria-busy=${this.veil.isDown ? 'true' : nothing}
      >
        ${this.veil.isDown ? html`<p class="again">${words.of('state.again')}</p>` : nothing}
        ${this.renderContent()}
      </div>
    `;
  }

  protected get session(): ReviewSession | undefined {
    return this.isLocked ? undefined : this.using?.session;
  }

  protected get isLocked(): boolean {
    return this.locked || this.isLockedFromAbove;
  }

  /** The host's inputs cannot be worked with. */
  protected get misconfigured(): ApiProblem | undefined {
    return this.configuration;
  }

  protected get connection(): FeedState {
    return this.following?.state() ?? 'off';
  }

  /** The names of changes that wait for the reviewer to ask for them. */
  protected get waiting(): {
    readonly count: number;
    readonly names: readonly string[];
    readonly show: () => void;
  } {
    return {
      count: this.steady.waitingCount,
      names: this.steady.waitingNames,
      show: () => this.steady.showAll(),
    };
  }

  protected get viewerNow(): Viewer {
    return this.scopeNow?.viewer ?? nobody;
  }

  protected get words(): Words {
    return this.screenWords.with(this.inputs.strings);
  }

  /** Says once per subject that its first content is on screen. */
  protected contentIsShown(): void {
    const {path, session} = this;
    if (path === undefined || !session) return;
    // An element that was only moved finds its session again, and has been ready all along.
    if (this.readyFor === path && this.readyIn?.deref() === session) return;
    this.readyFor = path;
    this.readyIn = new WeakRef(session);
    void this.updateComplete.then(() => {
      if (this.readyFor === path) this.dispatchEvent(new ReviewReadyEvent());
    });
  }

  private get subjectOrNone(): Subject | undefined {
    try {
      return this.subject;
    } catch {
      return undefined;
    }
  }

  private get path(): string | undefined {
    return this.subjectOrNone?.path;
  }

  private holdsOlder(time: number): boolean {
    const {path, session} = this;
    return path !== undefined && session !== undefined && session.resources.holdsOlder(path, time);
  }

  private dropOlder(time: number): void {
    const {path, session} = this;
    if (path !== undefined) session?.resources.dropOlder(path, time);
  }

  /** Takes part in the session that the inputs name, and follows the subject over it. */
  private attach(): void {
    const key = this.present ? this.sessionKey() : undefined;
    const {using} = this;
    const same = using && key && isSameKey(using.key, key);
    if (!same) {
      this.unfollow();
      // Whoever comes next may be somebody else: nothing of the old session may linger.
      using?.release(true);
      this.using = key && {key, ...this.pool.use(key)};
    }
    this.follow();
  }

  private follow(): void {
    const subject = this.subjectOrNone;
    const session = this.session;
    const realtime = this.inputs.realtime !== 'off';
    const key = subject && `${realtime} ${subject.path}`;
    if (this.following?.session === session && this.following?.key === key) return;
    this.unfollow();
    if (this.readyFor !== subject?.path) this.readyFor = undefined;
    if (!session || !subject || key === undefined || session.isSignedOut) return;
    const following = session.follow(subject.path, subject.id, realtime, () => this.requestUpdate());
    this.following = {...following, session, key};
  }

  private unfollow(): void {
    this.following?.stop();
    this.following = undefined;
  }

  private leave(): void {
    this.unfollow();
    this.using?.release();
    this.using = undefined;
  }

  /** Until base URL, `auth` and the subject are all there the element waits in silence. */
  private sessionKey(): SessionKey | undefined {
    const {apiBaseUrl, auth, fetch, WebSocket} = this.inputs;
    this.configuration = undefined;
    if (!apiBaseUrl || !auth) return undefined;
    try {
      if (!this.subject) return undefined;
      // Another way than the one that was meant may lead somewhere else, so there is none.
      if (![fetch, WebSocket].every((each) => typeof (each ?? Object) === 'function'))
        throw new ApiProblem('configuration');
      const base = normalizeApiBase(apiBaseUrl, document.baseURI);
      const key = withAuth({apiBaseUrl: base, fetch, WebSocket}, auth);
      this.refused = undefined;
      return key;
    } catch (error) {
      this.configuration = error instanceof ApiProblem ? error : new ApiProblem('configuration');
      this.reportConfiguration(`${textFrom(apiBaseUrl)} ${String(error)}`);
      return undefined;
    }
  }

  private reportConfiguration(what: string): void {
    if (this.refused === what) return;
    this.refused = what;
    const problem = this.configuration ?? new ApiProblem('configuration');
    queueMicrotask(() => this.dispatchEvent(new ReviewErrorEvent(problem)));
  }

  private provide(): void {
    const {permissions, viewerId, noteLimit} = this.inputs;
    const {session, words, scopeNow: before} = this;
    const {locale} = words;
    const granted = permissions ?? nobody.permissions;
    this.drafts.belongTo(viewerId ?? this.using?.session);
    const viewerIsSame = before?.viewer.id === viewerId && before?.viewer.permissions === granted;
    const scope: ReviewScope = {
      session,
      viewer: before && viewerIsSame ? before.viewer : {id: viewerId, permissions: granted},
      words,
      strings: this.inputs.strings,
      locale,
      noteLimit,
      steady: this.steady,
      drafts: this.drafts,
      raise: (event) => this.dispatchEvent(event),
      report: (problem, part) => this.report(problem, part),
    };
    if (before && isSameScope(before, scope)) return;
    this.scopeNow = scope;
    this.down.setValue(scope);
  }

  private report(problem: ApiProblem, part: string | undefined): void {
    this.dispatchEvent(new ReviewErrorEvent(problem, part));
    if (problem.kind === 'forbidden') this.using?.session.permissionsChanged();
  }
}
