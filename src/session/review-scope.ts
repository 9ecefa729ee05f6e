import {createContext} from '@lit/context';
import type {ApiProblem} from '../api/api-problem.js';
import type {Viewer} from '../domain/permissions.js';
import type {Words} from '../words/words.js';
import type {Drafts} from './drafts.js';
import type {ReviewSession} from './review-session.js';
import type {SteadyView} from './steady-view.js';

/** What every element inside a public element works with. A new object whenever anything in it changes. */
export interface ReviewScope {
  /** Absent while the public element waits for its inputs, and while it is locked. */
  readonly session: ReviewSession | undefined;
  readonly viewer: Viewer;
  readonly words: Words;
  /** The host's own texts by key, for elements that bring words of their own. */
  readonly strings: Readonly<Record<string, string>> | undefined;
  /** BCP 47, for `Intl`. */
  readonly locale: string;
  /** Code points in a note as the host wants it; `noteLimit()` of the domain says what that comes to. */
  readonly noteLimit: number | undefined;
  readonly steady: SteadyView;
  /** What the reviewer has begun to write on this screen; one object as long as the screen lives. */
  readonly drafts: Drafts;
  /** Raises an event of the screen, also after the part that had it raised is gone. Says whether nobody prevented it. */
  readonly raise: (event: Event) => boolean;
  /** Tells the host, once per problem, that a part could not be loaded. */
  readonly report: (problem: ApiProblem, part: string | undefined) => void;
}

const changing = ['session', 'viewer', 'words', 'locale', 'noteLimit'] as const;

/** Whether one scope says what the other one says; what a screen keeps as long as it lives is not compared. */
export const isSameScope = (one: ReviewScope, other: ReviewScope): boolean =>
  changing.every((name) => one[name] === other[name]);

// Registered, because tags belong to the page: where two bundles have a copy of this package each, the parts inside a screen
// may be the other copy's. The number changes with what is handed down.
export const scopeContext = createContext<ReviewScope | undefined>(Symbol.for('kyc-review-scope.1'));
