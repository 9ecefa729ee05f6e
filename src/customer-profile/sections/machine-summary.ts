import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {citedSummary, longestSummary, type Citation, type CitedPiece} from '../../domain/cited-summary.js';
import {isSummaryStale, type Customer, type Summary} from '../../domain/customer.js';
import {ReviewNavigateEvent, type ReviewDestination} from '../../session/review-events.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderPieces} from '../../ui/bidi.js';
import {formatsFor, momentOf} from '../../ui/format.js';
import {icon} from '../../ui/icons.js';
import {isWordKey} from '../../words/words.js';
import {machineSummaryStyles} from './machine-summary.styles.js';

/** Code points that are shown before the reviewer asks for more. */
const first = 1200;

/** Evidence that the reviewer can be led to. The rest is named and numbered only. */
const destinations: Readonly<Partial<Record<string, ReviewDestination>>> = {
  document: 'document',
  finding: 'finding',
};

/**
 * What a machine wrote about a customer: plain text, labelled as such, with its time and what its claims rest on.
 *
 * @tag kyc-machine-summary
 * @fires {ReviewNavigateEvent} review-navigate - The reviewer followed a piece of evidence: a `document` or a `finding`.
 */
export class MachineSummary extends ReviewPart {
  static override styles = machineSummaryStyles;

  /** Whose summary to show; absent while it loads. */
  @property({attribute: false}) customer: Customer | undefined;

  @state() private open = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('customer') && changed.get('customer')?.id !== this.customer?.id) this.open = false;
  }

  protected override render(): TemplateResult {
    const {customer, words} = this;
    const summary = customer?.ai_generated_summary;
    if (!customer || !summary?.text.trim()) {
      return html`<p class="key">${words.of('summary.none')}</p>`;
    }
    const stale = isSummaryStale(customer, summary);
    const {pieces, others, cut} = citedSummary(summary, this.open ? longestSummary : first);
    return html`<div class="machine" role="group" aria-label=${words.of('summary.label')} part="summary">
      <div class="row">
        ${icon('machine-made')}
        <h3 class="subheading">${words.of('summary.title')}</h3>
        ${
          stale
            ? html`<span class="push"
                ><span class="tag caution"
                  >${icon('expired')}<span>${words.of('summary.stale')}</span></span
                ></span
              >`
            : nothing
        }
      </div>
      <p dir="auto">
        <bdi class="pre">${pieces.map((piece) => this.renderPiece(piece))}${cut ? '…' : nothing}</bdi>
      </p>
      ${
        others.length > 0
          ? html`<ul>
              ${others.map((piece) => html`<li dir="auto"><bdi class="pre">${this.renderPiece(piece)}</bdi></li>`)}
            </ul>`
          : nothing
      }
      ${this.renderFold(cut)}
      <p class="key">${this.renderTime(summary)} ${stale ? this.renderWhy(customer, summary) : nothing}</p>
    </div>`;
  }

  private renderPiece({text, citations}: CitedPiece): TemplateResult {
    return html`${renderPieces(text, this.words)}${
      citations.length > 0 ? html`<sup>${citations.map((each) => this.renderCitation(each))}</sup>` : nothing
    }`;
  }

  private renderCitation({n, kind, id}: Citation): TemplateResult {
    const {words} = this;
    const key = `evidence.${kind}`;
    const name = words.of('summary.evidence', {n, kind: isWordKey(key) ? words.of(key) : kind});
    const number = formatsFor(words.locale).number(n);
    const to = Object.hasOwn(destinations, kind) ? destinations[kind] : undefined;
    if (to) {
      return html`<button type="button" class="ref" aria-label=${name} @click=${() => this.onFollow(to, id)}>
        ${number}
      </button>`;
    }
    return html`<span class="ref" role="img" aria-label=${name} title=${name}>${number}</span>`;
  }

  private renderFold(cut: boolean): TemplateResult | typeof nothing {
    const {words, open} = this;
    if (!cut && !open) return nothing;
    const label = words.of(open ? 'action.show-less' : 'action.show-more');
    return html`${open && cut ? html`<p class="key">${words.of('summary.cut')}</p>` : nothing}
      <p>
        <button type="button" class="button small" aria-expanded=${open} @click=${this.onFold}>
          ${label}<span class="hidden">: ${words.of('summary.title')}</span>
        </button>
      </p>`;
  }

  private renderTime({generated_at: written}: Summary): string {
    const {words} = this;
    if (!written || !momentOf(written)) return words.of('summary.written-unknown');
    return words.of('summary.written', {time: formatsFor(words.locale).dateTime(written)});
  }

  private renderWhy({updated_at: changed}: Customer, {generated_at: written}: Summary): string {
    const {words} = this;
    if (!changed || !momentOf(changed) || !written || !momentOf(written)) {
      return words.of('summary.stale-unknown');
    }
    return words.of('summary.stale-why', {time: formatsFor(words.locale).dateTime(changed)});
  }

  private onFold(): void {
    this.open = !this.open;
  }

  private onFollow(to: ReviewDestination, id: string): void {
    this.dispatchEvent(new ReviewNavigateEvent(to, id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-machine-summary': MachineSummary;
  }
}
