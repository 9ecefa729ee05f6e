import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {scoreParts} from '../../domain/score-parts.js';
import type {Verification} from '../../domain/verification.js';
import {documentTitle} from '../../evidence/render-document.js';
import {ReviewPart} from '../../session/review-part.js';
import {buttonStyles} from '../../ui/controls.styles.js';
import {coveredStyles} from '../../ui/covered.styles.js';
import {partStyles} from '../../ui/host.styles.js';
import {icon} from '../../ui/icons.js';
import {cardWords} from '../../words/card-words.js';
import {addWords} from '../../words/words.js';
import {OpenTabEvent} from '../open-tab-event.js';
import {cardStyles} from './card.styles.js';

addWords(cardWords);

/**
 * The score of a verification, for information. Where the face match is covered the score is too, because the one would
 * give away the other.
 *
 * @tag kyc-score-card
 */
export class ScoreCard extends ReviewPart {
  static override styles = [...partStyles, buttonStyles, cardStyles, coveredStyles];

  override readonly partId = 'score';

  /** What is shown; absent while it loads. */
  @property({attribute: false}) verification: Verification | undefined;

  /** Whether everything that speaks of the face match stays covered. */
  @property({type: Boolean}) covered = false;

  protected override render(): TemplateResult {
    const {verification, words} = this;
    if (!verification) return html``;
    if (this.covered) return this.renderCovered();
    const {total, maximum, documents, deductions} = scoreParts(verification);
    const labels = new Map(verification.documents.map((each) => [each.id, documentTitle(each, words)]));
    const labelled = <T extends {readonly document_id: string}>(each: T) => ({
      ...each,
      label: labels.get(each.document_id),
    });
    return html`<score-gauge
      part="gauge"
      locale=${words.locale}
      .value=${total}
      .max=${maximum}
      .documents=${documents.map(labelled)}
      .deductions=${deductions}
      .strings=${this.scope?.strings}
    ></score-gauge>`;
  }

  private renderCovered(): TemplateResult {
    const {words} = this;
    return html`<div class="card covered">
      <p class="row">${icon('covered')}<span class="strong">${words.of('score.covered')}</span></p>
      <p class="small">${words.of('score.covered-why')}</p>
      <div>
        <button type="button" class="button small" @click=${this.onCompare}>
          ${words.of('score.compare')}
        </button>
      </div>
    </div>`;
  }

  private onCompare(): void {
    this.dispatchEvent(new OpenTabEvent('biometric'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-score-card': ScoreCard;
  }
}
