import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Verification} from '../../domain/verification.js';
import {ReviewPart} from '../../session/review-part.js';
import {partStyles} from '../../ui/host.styles.js';

/**
 * The documents of a verification.
 *
 * @tag kyc-documents-tab
 */
export class DocumentsTab extends ReviewPart {
  static override styles = partStyles;

  override readonly partId = 'documents';

  /** What is shown; absent while it loads. */
  @property({attribute: false}) verification: Verification | undefined;

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
