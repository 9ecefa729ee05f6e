import type {Auth} from '../api/token-source.js';
import {ReviewSession} from './review-session.js';

export interface SessionKey {
  /** Normalised. */
  readonly apiBaseUrl: string;
  readonly auth: Auth;
  readonly fetch: typeof fetch | undefined;
  readonly WebSocket: typeof WebSocket | undefined;
}

const partsOfKey = ['apiBaseUrl', 'auth', 'fetch', 'WebSocket'] as const;

/** Whether two keys name one session: what they are made of is the very same. */
export const isSameKey = (one: SessionKey, other: SessionKey): boolean =>
  partsOfKey.every((part) => one[part] === other[part]);

interface Held {
  readonly key: SessionKey;
  readonly session: ReviewSession;
  users: number;
  cancelClose?: ReturnType<typeof setTimeout> | undefined;
}

/** One user's part in a session. */
export interface SessionUse {
  readonly session: ReviewSession;
  /** Gives it back; `now` when what it holds must not stay a moment longer, for instance after a sign-out. */
  readonly release: (now?: boolean) => void;
}

/** Milliseconds that an unused session stays; longer than what its sockets and values linger. */
const linger = 2100;

/**
 * The sessions below one provider, or of one element alone. A session is shared by those whose API base, `auth`, `fetch`
 * and `WebSocket` are the very same; nothing is shared between two pools.
 */
export class SessionPool {
  private readonly held: Held[] = [];
  private readonly onNew: ((session: ReviewSession) => void) | undefined;

  constructor(onNew?: (session: ReviewSession) => void) {
    this.onNew = onNew;
  }

  /** Takes part in the session with this key. `release` gives it back. */
  use(key: SessionKey): SessionUse {
    let held = this.held.find((each) => isSameKey(each.key, key));
    if (!held) {
      held = {key, session: new ReviewSession(key), users: 0};
      this.held.push(held);
      this.onNew?.(held.session);
    }
    const mine = held;
    clearTimeout(mine.cancelClose);
    mine.users++;
    let released = false;
    const release = (now = false) => {
      if (released) return;
      released = true;
      mine.users--;
      if (mine.users > 0) return;
      if (now) this.close(mine);
      else mine.cancelClose = setTimeout(() => this.close(mine), linger);
    };
    return {session: mine.session, release};
  }

  /** Loads again whatever any of the sessions shows. */
  async refreshAll(): Promise<void> {
    await Promise.all(this.held.map(({session}) => session.resources.refreshAll()));
  }

  private close(held: Held): void {
    held.session.close();
    this.held.splice(this.held.indexOf(held), 1);
  }
}
