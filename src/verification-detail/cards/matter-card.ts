import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Matter, Verification} from '../../domain/verification.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderText} from '../../ui/bidi.js';
import {linkStyles} from '../../ui/controls.styles.js';
import {partStyles} from '../../ui/host.styles.js';
import {icon} from '../../ui/icons.js';
import {valueStyles} from '../../ui/values.styles.js';
import {renderWay, wayTo} from '../../ui/way.js';
import {wayStyles} from '../../ui/way.styles.js';
import type {Drawing} from '../../ui/stamp.js';
import {cardWords} from '../../words/card-words.js';
import {addWords, type Words} from '../../words/words.js';
import {cardStyles} from './card.styles.js';

addWords(cardWords);

/**
 * The matter that a verification belongs to: a link, or a lock where the viewer cannot open it.
 *
 * @tag kyc-matter-card
 * @fires {ReviewNavigateEvent} review-navigate - The reviewer opened the matter.
 */
export class MatterCard extends ReviewPart {
  static override styles = [...partStyles, linkStyles, wayStyles, valueStyles, cardStyles];

  override readonly partId = 'matter';

  /** What is shown; absent while it loads. */
  @property({attribute: false}) verification: Verification | undefined;

  /** Whether everything that speaks of the face match stays covered. */
  @property({type: Boolean}) covered = false;

  protected override render(): TemplateResult {
    const {words} = this;
    const matter = this.verification?.matter;
    if (!matter) return html``;
    const {reference, status} = matter;
    const more = [reference, status].flatMap((each) => (each?.trim() ? [renderText(each, words)] : []));
    return html`<div class="card">
      <h2 class="subheading">${words.of('matter.title')}</h2>
      <p>
        ${renderMatter(matter, words)}
        ${
          more.length > 0
            ? html`<span class="key">${more.map((each, at) => (at > 0 ? html` · ${each}` : each))}</span>`
            : nothing
        }
      </p>
      ${matter.accessible ? nothing : html`<p class="key">${words.of('matter.locked')}</p>`}
    </div>`;
  }
}

function renderMatter({id, title, accessible, href}: Matter, words: Words): Drawing {
  const name = renderText(title, words);
  if (!accessible) return html`${icon('locked')} ${name}`;
  // An address that a reviewer must not be sent to is no address, and no way either.
  return href?.trim() && !wayTo(href) ? name : renderWay({to: 'matter', id, href}, name);
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-matter-card': MatterCard;
  }
}
