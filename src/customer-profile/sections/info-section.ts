import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Customer} from '../../domain/customer.js';
import type {LoadState} from '../../session/load-state.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderLoadState} from '../../ui/render-load-state.js';
import {renderSection} from '../../ui/section.js';
import {bone, factBones} from '../../ui/skeleton.js';
import {renderUnreadable} from '../../ui/unreadable.js';
import {renderFacts} from './customer-facts.js';
import {infoStyles} from './info-section.styles.js';

/**
 * Who the customer is: photo, identity and contact, labels, and what a machine wrote about them.
 *
 * @tag kyc-info-section
 */
export class InfoSection extends ReviewPart {
  static override styles = infoStyles;

  override readonly partId = 'info';

  /** Whom to show; absent while it loads. */
  @property({attribute: false}) customer: Customer | undefined;

  protected override render(): TemplateResult {
    const {customer, words} = this;
    const title = words.of('section.info');
    const load: LoadState<Customer> = customer
      ? {status: 'ready', value: customer, at: 0}
      : {status: 'loading'};
    return renderSection(
      {id: this.partId, title, first: true},
      renderLoadState(load, {
        words,
        name: title,
        skeleton: html`<div class="cols main-side">
          <div class="who">${bone('full', 'face')}${factBones(18)}</div>
          ${bone('full', 'block')}
        </div>`,
        ready: (value) => this.renderReady(value),
        retry: () => undefined,
      }),
    );
  }

  private renderReady(customer: Customer): TemplateResult {
    const {words} = this;
    return html`
      <div class="cols main-side">
        <div class="who">
          <kyc-person-photo .url=${customer.photo_url} label=${words.of('profile.photo')}></kyc-person-photo>
          ${renderFacts(customer, words)}
        </div>
        <kyc-machine-summary exportparts="summary" .customer=${customer}></kyc-machine-summary>
      </div>
      ${renderUnreadable(words, customer.ai_generated_summary?.claims ?? [])}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-info-section': InfoSection;
  }
}
