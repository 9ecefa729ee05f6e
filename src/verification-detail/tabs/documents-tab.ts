import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Verification} from '../../domain/verification.js';
import {ReviewPart} from '../../session/review-part.js';

/**
 * The documents of a verification: what they look like, what was declared and what was read from them, and what each
 * difference cost.
 *
 * @tag kyc-documents-tab
 */
export class DocumentsTab extends ReviewPart {
  override readonly partId = 'documents';

  /** Whose documents to show. */
  @property({attribute: false}) verification?: Verification;

  /** Whether everything that speaks of the face match stays covered. */
  @property({type: Boolean}) covered = false;

  protected override render(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-documents-tab': DocumentsTab;
  }
}
