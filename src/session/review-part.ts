import {ContextConsumer} from '@lit/context';
import {LitElement} from 'lit';
import {nobody, type Viewer} from '../domain/permissions.js';
import {partWords} from '../words/part-words.js';
import {addWords, wordsFor, type Words} from '../words/words.js';
import {KeptFocus} from './kept-focus.js';
import {scopeContext, type ReviewScope} from './review-scope.js';

addWords(partWords);

const english = wordsFor('en');

/** Base of every element inside a public element: hears who looks, in which language, and over which session. */
export abstract class ReviewPart extends LitElement {
  /** The section or tab that this element is, for `review-error`. */
  readonly partId: string | undefined = undefined;

  private readonly consumer = new ContextConsumer(this, {context: scopeContext, subscribe: true});

  constructor() {
    super();
    new KeptFocus(this);
  }

  /** Known once the element is on the page, below a public element. */
  get scope(): ReviewScope | undefined {
    return this.isConnected ? this.consumer.value : undefined;
  }

  protected get words(): Words {
    return this.scope?.words ?? english;
  }

  protected get locale(): string {
    return this.scope?.locale ?? 'en';
  }

  protected get viewer(): Viewer {
    return this.scope?.viewer ?? nobody;
  }
}
