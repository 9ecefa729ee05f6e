import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Verification} from '../../domain/verification.js';
import {ReviewPart} from '../../session/review-part.js';
import {partStyles} from '../../ui/host.styles.js';

/**
 * Who a verification is about.
 *
 * @tag kyc-subject-card
 */
export class SubjectCard extends ReviewPart {
  static override styles = partStyles;

  override readonly partId = 'subject';

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
    'kyc-subject-card': SubjectCard;
  }
}
