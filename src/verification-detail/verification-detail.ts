import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {isFaceCovered} from '../domain/verification-actions.js';
import {verificationResource} from '../domain/verification-resources.js';
import type {Verification} from '../domain/verification.js';
import {ResourceController} from '../session/resource-controller.js';
import {ReviewElement, type Subject} from '../session/review-element.js';
import {baseStyles, hostStyles} from '../ui/host.styles.js';
import {tokens} from '../ui/tokens.styles.js';
import {cardsOf} from './cards.js';
import {tabs} from './tabs.js';
import {styles} from './verification-detail.styles.js';

/**
 * One verification, with everything that a decision on it rests on.
 *
 * @tag verification-detail
 */
export class VerificationDetail extends ReviewElement {
  static override styles = [tokens, hostStyles, baseStyles, styles];

  /** `idv`, `kyc` or `custom`. */
  @property({attribute: 'verification-type'}) verificationType: string | undefined;

  /** Which verification to show. */
  @property({attribute: 'verification-id'}) verificationId: string | undefined;

  /** Covers everything that speaks of the face match until the viewer has compared the faces. */
  @property({attribute: 'blind-face-match', type: Boolean}) blindFaceMatch = false;

  private readonly verification = new ResourceController<Verification>(this, () => this.wanted);

  protected override get subject(): Subject | undefined {
    const {wanted, verificationId: id} = this;
    return wanted && id ? {path: wanted.path, id} : undefined;
  }

  protected override renderContent(): TemplateResult {
    const {state} = this.verification;
    if (state.status !== 'ready') return html`<div class="inner">${state.status}</div>`;
    const {value} = state;
    const covered = isFaceCovered(value, this.viewerNow, this.blindFaceMatch);
    return html`<div class="inner">
      ${tabs.map(
        ({title, render}) =>
          html`<section>
            <h2>${this.words.of(title)}</h2>
            ${render(value, covered)}
          </section>`,
      )}
      ${cardsOf(value).map(({render}) => render(value, covered))}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.session && this.verification.state.status === 'ready') this.contentIsShown();
  }

  private get wanted() {
    const {verificationType: type, verificationId: id} = this;
    return type && id ? verificationResource('verification', {type, id}) : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'verification-detail': VerificationDetail;
  }
}
