import {html, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {ReviewPart} from '../session/review-part.js';
import {buttonStyles} from '../ui/controls.styles.js';
import {formStyles} from '../ui/form.styles.js';
import {copyText} from '../ui/copy-text.js';
import {partStyles} from '../ui/host.styles.js';
import {icon} from '../ui/icons.js';
import {actionWords} from '../words/action-words.js';
import {addWords} from '../words/words.js';

addWords(actionWords);

/**
 * What a reviewer wrote for something that is no longer there, to be read and copied.
 *
 * @tag kyc-kept-note
 */
export class KeptNote extends ReviewPart {
  static override styles = [...partStyles, buttonStyles, formStyles];

  /** What was written. */
  @property({attribute: false}) note = '';

  @state() private copied = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('note')) this.copied = false;
  }

  protected override render(): TemplateResult {
    const {words, note, copied} = this;
    return html`<div class="field-wide">
      <label class="small" for="kept">${words.of('outcome.your-note')}</label>
      <textarea id="kept" rows="3" readonly dir="auto" translate="no" data-private .value=${note}></textarea>
      <div class="row">
        <button type="button" class="button small" @click=${this.onCopy}>
          ${icon('copy')}<span>${words.of('outcome.copy-note')}</span>
        </button>
        <span class="key" role="status">${copied ? words.of('outcome.note-copied') : ''}</span>
      </div>
    </div>`;
  }

  private async onCopy({currentTarget}: Event): Promise<void> {
    this.copied = await copyText(this.note, this.renderRoot as ShadowRoot, currentTarget as HTMLElement);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-kept-note': KeptNote;
  }
}
