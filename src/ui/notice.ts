import {html, nothing, type TemplateResult} from 'lit';
import type {Drawing} from './stamp.js';
import {icon, type IconName} from './icons.js';
import type {Tone} from './status.js';

export interface NoticeButton {
  readonly label: string;
  /** A fuller name for assistive technology, which begins with the label. */
  readonly name?: string;
  readonly icon?: IconName;
  readonly press: (event: Event) => unknown;
}

export interface Notice {
  readonly tone: Tone;
  readonly icon: IconName;
  /** What is the matter, in bold. */
  readonly what: Drawing;
  /** One sentence that follows. */
  readonly why?: Drawing | undefined;
  /** Stands below the sentence. */
  readonly below?: TemplateResult | undefined;
  /** At most one button. */
  readonly button?: NoticeButton | undefined;
}

/** A line at the top of the part that it speaks of. It says nothing aloud; whoever draws it owns the one live region. */
export function renderNotice({tone, icon: sign, what, why, below, button}: Notice): TemplateResult {
  return html`<div class="notice is-${tone}">
    ${icon(sign)}
    <div class="body">
      <p><span class="strong">${what}</span> ${why ?? nothing}</p>
      ${below ?? nothing}
      ${
        button
          ? html`<div class="row">
              <button
                type="button"
                class="button small"
                aria-label=${button.name ?? nothing}
                @click=${button.press}
              >
                ${button.icon ? icon(button.icon) : nothing}<span>${button.label}</span>
              </button>
            </div>`
          : nothing
      }
    </div>
  </div>`;
}
