import {ContextProvider} from '@lit/context';
import {css, html, type TemplateResult} from 'lit';
import {ReviewHost} from './review-host.js';
import {providedContext} from './review-inputs.js';

/**
 * Hands the inputs down to all elements inside it, which then share one session: one token refresh, one socket per
 * customer, one request per resource. An element's own input wins.
 *
 * @tag review-provider
 * @slot - The elements that share the session, anywhere below.
 * @fires {ReviewAuthRequiredEvent} review-auth-required - The host's token was refused twice, or ran out; set `auth` again.
 * @fires {ReviewConnectionEvent} review-connection - The live connection changed.
 * @fires {ReviewPermissionsChangedEvent} review-permissions-changed - The server refused something that the host had granted.
 */
export class ReviewProvider extends ReviewHost {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  private locked = false;
  private readonly down = new ContextProvider(this, {context: providedContext});

  /** Blanks all personal data below, now. */
  lock(): void {
    this.locked = true;
    this.requestUpdate();
  }

  /** Loads it again. */
  unlock(): void {
    this.locked = false;
    this.requestUpdate();
  }

  /** Reloads what is on screen below. Resolves when it is shown. */
  async refresh(): Promise<void> {
    await this.pool.refreshAll();
  }

  protected override willUpdate(): void {
    this.down.setValue({
      inputs: this.inputs,
      pool: this.pool,
      locked: this.locked || this.isLockedFromAbove,
    });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'review-provider': ReviewProvider;
  }
}
