import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {nameInScripts} from '../../domain/name-scripts.js';
import type {Verification} from '../../domain/verification.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderText} from '../../ui/bidi.js';
import {partStyles} from '../../ui/host.styles.js';
import {renderValue} from '../../ui/values.js';
import {valueStyles} from '../../ui/values.styles.js';
import {cardWords} from '../../words/card-words.js';
import {addWords, isWordKey, type WordKey, type Words} from '../../words/words.js';
import {cardStyles} from './card.styles.js';

addWords(cardWords);

/**
 * Whom a verification is about, and how to reach them.
 *
 * @tag kyc-subject-card
 */
export class SubjectCard extends ReviewPart {
  static override styles = [
    ...partStyles,
    valueStyles,
    cardStyles,
    css`
      .who {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--_space-2);
        align-items: center;
      }
      kyc-person-photo {
        inline-size: 36px;
        block-size: 36px;
        --_radius: var(--_radius-pill);
      }
    `,
  ];

  override readonly partId = 'subject';

  /** What is shown; absent while it loads. */
  @property({attribute: false}) verification: Verification | undefined;

  /** Whether everything that speaks of the face match stays covered. */
  @property({type: Boolean}) covered = false;

  protected override render(): TemplateResult {
    const {words} = this;
    const subject = this.verification?.subject;
    if (!subject) return html``;
    const {name, kind, email, phone, avatar_url: avatar} = subject;
    return html`<div class="card">
      <h2 class="subheading">${words.of('subject.title')}</h2>
      <div class="who">
        <kyc-person-photo .url=${avatar} label=${words.of('subject.photo')}></kyc-person-photo>
        <div>
          <p class="strong">${renderName(name, words)}</p>
          <p class="key">${renderKind(kind, words)}</p>
        </div>
      </div>
      <div class="small">
        ${this.renderContact('info.email', 'info.copy-email', email)}
        ${this.renderContact('info.phone', 'info.copy-phone', phone)}
      </div>
    </div>`;
  }

  private renderContact(label: WordKey, copy: WordKey, value: string | null | undefined): TemplateResult {
    const {words} = this;
    return html`<div>
      <span class="hidden">${words.of(label)}: </span>${
        value?.trim()
          ? html`${renderText(value, words)}<kyc-copy-button
                .value=${value}
                label=${words.of(copy)}
              ></kyc-copy-button>`
          : html`<span class="muted" aria-hidden="true">${words.of(label)} </span
              >${renderValue(value, words)}`
      }
    </div>`;
  }
}

function renderName(name: string | null | undefined, words: Words): unknown {
  if (!name?.trim()) return words.of('detail.unnamed');
  const scripts = nameInScripts(name);
  return scripts
    ? html`${renderText(scripts.latin, words)}<br /><span class="key"
          >${renderText(scripts.original, words)}</span
        >`
    : renderText(name, words);
}

function renderKind(kind: string, words: Words): unknown {
  const key = `subject-kind.${kind}`;
  return isWordKey(key) ? words.of(key) : kind.trim() ? renderText(kind, words) : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-subject-card': SubjectCard;
  }
}
