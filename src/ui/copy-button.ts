import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {ReviewPart} from '../session/review-part.js';
import {partStyles} from './host.styles.js';
import {copyText} from './copy-text.js';
import {copyButtonStyles} from './copy-button.styles.js';
import {icon} from './icons.js';

/**
 * Copies one value, as plain text and exactly as it came.
 *
 * @tag kyc-copy-button
 */
export class CopyButton extends ReviewPart {
  static override styles = [...partStyles, copyButtonStyles];

  /** What is copied. */
  @property({attribute: false}) value = '';

  /** What the value is, as it stands within a sentence. */
  @property() label = '';

  @state() private outcome: 'none' | 'copied' | 'failed' = 'none';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.outcome = 'none';
  }

  protected override render(): TemplateResult {
    const name = this.label
      ? this.words.of('action.copy-named', {name: this.label})
      : this.words.of('action.copy');
    const said = {none: '', copied: 'action.copied', failed: 'action.copy-failed'} as const;
    const word = said[this.outcome];
    return html`<button
        type="button"
        class="copy"
        aria-label=${name}
        @click=${this.onCopy}
        @blur=${this.onLeave}
      >
        ${icon(this.outcome === 'copied' ? 'approved' : 'copy')}
      </button>
      <span class=${this.outcome === 'failed' ? 'said' : 'hidden'} role="status"
        >${word === '' ? '' : this.words.of(word)}</span
      >`;
  }

  private get root(): ShadowRoot {
    return this.renderRoot as ShadowRoot;
  }

  private async onCopy(): Promise<void> {
    const {root} = this;
    // The same words are heard again only where they have been gone.
    this.outcome = 'none';
    const copied = await copyText(this.value, root, root.querySelector('button'));
    this.outcome = copied ? 'copied' : 'failed';
  }

  private onLeave(): void {
    if (this.outcome === 'copied') this.outcome = 'none';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-copy-button': CopyButton;
  }
}
