import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Verification} from '../../domain/verification.js';
import {ReviewPart} from '../../session/review-part.js';

/**
 * The selfie beside the portrait on the document, what the machine made of them, and, in blind mode, the reviewer's own
 * eyes first.
 *
 * @tag kyc-biometric-tab
 */
export class BiometricTab extends ReviewPart {
  override readonly partId = 'biometric';

  /** Whose face to show. */
  @property({attribute: false}) verification?: Verification;

  /** Whether everything that speaks of the face match stays covered, until the viewer has judged it. */
  @property({type: Boolean}) covered = false;

  protected override render(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-biometric-tab': BiometricTab;
  }
}
