import type {ReactiveController} from 'lit';
import type {ActionState, Intent, ReviewAction} from '../api/decision.js';
import {caseLock, lockOf} from './decision-rules.js';
import {Decisions} from './decisions.js';
import type {ScopedHost} from './resource-controller.js';
import type {ReviewSession} from './review-session.js';

const idle = {status: 'idle'} as const;

/** What tells one thing that is done from another. */
type Course = Pick<Intent<unknown>, 'action' | 'id' | 'path'>;

/**
 * Does what the reviewer has confirmed, and says how it stands. What it started belongs to the session: it goes on without
 * its element, and ends in an event of the screen.
 */
export class ActionController<T> implements ReactiveController {
  private readonly host: ScopedHost & Element;
  private readonly followed: (() => string | Course | undefined) | undefined;
  private following: {session: ReviewSession; lock: string; stop: () => void} | undefined;
  private lastRun: string | undefined;
  private present = false;

  /**
   * @param followed The verification whose decisions are followed, by its id, or the one thing that is, whoever on the page
   *   has done it. Without it, what this controller itself has run is followed.
   */
  constructor(host: ScopedHost & Element, followed?: () => string | Course | undefined) {
    this.host = host;
    this.followed = followed;
    host.addController(this);
  }

  get state(): ActionState<T> {
    const {following} = this;
    return following ? (Decisions.of(following.session).state(following.lock) as ActionState<T>) : idle;
  }

  /** Whether the server has refused this to the viewer, who was granted nothing anew since. */
  isWithheld(action: ReviewAction, id: string): boolean {
    const {session, viewer} = this.host.scope ?? {};
    return session !== undefined && Decisions.of(session).isWithheld(action, id, viewer?.permissions ?? []);
  }

  /**
   * Raises `review-action-request` and, unless it is prevented, sends. Resolves with how it ended, or with `unknown` when
   * there are no tries left. What is under way already stays as it is, and nothing is sent twice.
   */
  async run(intent: Intent<T>): Promise<ActionState<T>> {
    const {scope, partId} = this.host;
    if (!scope?.session) return idle;
    this.lastRun = lockOf(intent);
    this.follow();
    const state = await Decisions.of(scope.session).run(intent, {
      viewerId: scope.viewer.id,
      permissions: scope.viewer.permissions,
      raise: scope.raise,
      report: (problem) => scope.report(problem, partId),
    });
    return state as ActionState<T>;
  }

  /** Looks again, where nobody knows what became of it. */
  checkAgain(): void {
    const {following} = this;
    if (following) Decisions.of(following.session).checkAgain(following.lock);
  }

  /** The reviewer has read how it ended. What is not known yet cannot be forgotten. */
  forget(): void {
    const {following} = this;
    if (following) Decisions.of(following.session).forget(following.lock);
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
    const followed = this.followed?.();
    const named = typeof followed === 'object' ? lockOf(followed) : followed && caseLock(followed);
    const lock = named ?? this.lastRun;
    const {following} = this;
    if (following?.session === session && following?.lock === lock) return;
    following?.stop();
    this.following = undefined;
    if (!session || lock === undefined) return;
    const stop = Decisions.of(session).listen(lock, () => this.host.requestUpdate());
    this.following = {session, lock, stop};
  }
}
