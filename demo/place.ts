import type {SignedIn} from './signed-in.js';
import type {DemoLanguage, DemoWord} from './words.js';

/** Where a page of the back-office is shown, to whom, and in which language. */
export interface Place {
  readonly main: HTMLElement;
  readonly who: SignedIn;
  readonly language: DemoLanguage;
  readonly word: (key: DemoWord) => string;
  /** A code of the API as a person would write it. */
  readonly code: (code: string) => string;
  /** Ends when the reader goes elsewhere. */
  readonly left: AbortSignal;
  /** Goes to another address of this back-office. */
  readonly go: (href: string) => void;
  /** Says in the address what the page has come to show by itself; as a new entry of the history, or in place of the last. */
  readonly rename: (href: string, asNew: boolean) => void;
}

/** Shows a page, given what stands in its address. */
export type ShowPage = (place: Place, ...parts: readonly string[]) => void;
