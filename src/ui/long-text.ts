import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {wordsFor, type Words} from '../words/words.js';
import {longText, renderPieces} from './bidi.js';
import {buttonStyles} from './controls.styles.js';
import {partStyles} from './host.styles.js';
import {valueStyles} from './values.styles.js';

/** How much more one press shows: megabytes of text in one line would stop the page. */
const step = 20_000;

/** The longest beginning of at most this length that does not cut a character in two. */
function beginning(text: string, length: number): string {
  const code = text.charCodeAt(length - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? length - 1 : length);
}

/**
 * A text from outside that is too long to be shown at once: its beginning, and the rest when asked for.
 *
 * @tag kyc-long-text
 */
export class LongText extends LitElement {
  static override styles = [...partStyles, buttonStyles, valueStyles];

  /** The whole text. */
  @property({attribute: false}) text = '';

  @property({attribute: false}) words: Words = wordsFor('en');

  @state() private shown = longText / 2;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.shown = longText / 2;
  }

  protected override render(): TemplateResult {
    const rest = this.text.length - this.shown;
    const open = this.shown > longText / 2;
    return html`<bdi class="towering">${renderPieces(beginning(this.text, this.shown), this.words)}</bdi>${
        rest > 0 ? '…' : nothing
      }
      <span class="row">
        ${rest > 0 ? this.renderButton('action.show-more', this.shown + step) : nothing}
        ${open ? this.renderButton('action.show-less', longText / 2) : nothing}
      </span>`;
  }

  private renderButton(word: 'action.show-more' | 'action.show-less', to: number): TemplateResult {
    return html`<button type="button" class="button small quiet" @click=${() => this.onShow(to)}>
      ${this.words.of(word)}
    </button>`;
  }

  private onShow(length: number): void {
    this.shown = length;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-long-text': LongText;
  }
}
