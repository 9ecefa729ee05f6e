import {html, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {ReviewPart} from '../session/review-part.js';
import {BeforePrint} from './before-print.js';
import {renderText} from './bidi.js';
import {formatsFor} from './format.js';
import {renderPhrase} from './phrase.js';
import {printMarkStyles} from './print-mark.styles.js';

/**
 * What stands on paper above a screen, and nowhere else: that it contains personal data, who printed it, and when.
 *
 * @tag kyc-print-mark
 */
export class PrintMark extends ReviewPart {
  static override styles = printMarkStyles;

  @state() private at: number | undefined;

  constructor() {
    super();
    new BeforePrint(this, () => this.onPrint());
  }

  protected override render(): TemplateResult {
    const {at, words} = this;
    return html`<p>
      <span class="strong">${words.of('print.personal')}</span
      >${at === undefined ? nothing : html` · ${this.renderPrinted(at)}`}
    </p>`;
  }

  private renderPrinted(at: number): TemplateResult {
    const {viewer, words} = this;
    const time = html`<time datetime=${new Date(at).toISOString()}
      >${formatsFor(words.locale).exact(at)}</time
    >`;
    const user = viewer.id?.trim() && renderText(viewer.id, words);
    return html`<span>${renderPhrase(words, user ? 'print.by' : 'print.at', {user, time})}</span>`;
  }

  private onPrint(): void {
    this.at = Date.now();
    // A page that prints by a call leaves no time for an update of its own.
    this.performUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-print-mark': PrintMark;
  }
}
