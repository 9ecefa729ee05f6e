import {html, nothing, type TemplateResult} from 'lit';
import {icon, type IconName} from './icons.js';

/** Nothing to show, in words: what is not there, and what may come. */
export function renderEmpty(
  sign: IconName,
  what: string,
  why?: string,
  button?: {readonly label: string; readonly press: () => void},
): TemplateResult {
  return html`<div class="panel" part="empty">
    <div class="void">
      ${icon(sign)}
      <p class="what">${what}</p>
      ${why ? html`<p class="small">${why}</p>` : nothing}
      ${
        button
          ? html`<button type="button" class="button small" @click=${button.press}>
              <span>${button.label}</span>
            </button>`
          : nothing
      }
    </div>
  </div>`;
}
