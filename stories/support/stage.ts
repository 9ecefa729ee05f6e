import {css, html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {define} from '../../src/define/define.js';
import {stalePaths, type LiveEventType} from '../../src/domain/live-events.js';
import {resource} from '../../src/domain/resources.js';
import {verificationResource} from '../../src/domain/verification-resources.js';
import {ReviewElement, type Subject} from '../../src/session/review-element.js';
import {baseStyles, hostStyles} from '../../src/ui/host.styles.js';
import {tokens} from '../../src/ui/tokens.styles.js';
import {defineEveryElement} from './every-element.js';

/**
 * A screen with nothing on it but what a story or test puts there: the same session, scope, tokens and width as a public
 * element gives its parts.
 *
 * @tag kyc-stage
 */
export class Stage extends ReviewElement {
  static override styles = [
    tokens,
    hostStyles,
    baseStyles,
    css`
      :host([data-width='360']) {
        inline-size: 360px;
      }
      :host([data-width='700']) {
        inline-size: 700px;
      }
      :host([data-width='1280']) {
        inline-size: 1280px;
      }
    `,
  ];

  /** Whose profile is on the stage. */
  @property({attribute: 'customer-id'}) customerId = 'customer-1';

  /** Which verification is on the stage instead, as `type/id`. */
  @property() verification: string | undefined;

  /** What stands on the stage. */
  @property({attribute: false}) content: () => TemplateResult = () => html``;

  /** Called once, when the stage has been drawn for the first time. */
  @property({attribute: false}) whenDrawn: ((stage: Stage) => void) | undefined;

  /** As if the server had said so over the socket. */
  happens(type: LiveEventType): void {
    const {path, id} = this.subject;
    this.scope?.session?.resources.invalidate(stalePaths({type, id}, path));
  }

  protected override get subject(): Subject {
    const [type, id] = this.verification?.split('/') ?? [];
    if (type && id) return {path: verificationResource('verification', {type, id}).path, id};
    return {path: resource('customer', this.customerId).path, id: this.customerId};
  }

  protected override renderContent(): TemplateResult {
    return html`<div class="inner">${this.content()}</div>`;
  }

  protected override firstUpdated(): void {
    this.whenDrawn?.(this);
  }
}

/** Registers the stage and all internal elements. A call, because bundlers drop imports of which nothing is used. */
export function defineStage(): void {
  defineEveryElement();
  define('kyc-stage', Stage);
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-stage': Stage;
  }
}
