import {css, html, LitElement, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {wordsFor, type Words} from '../words/words.js';
import {buttonStyles} from './controls.styles.js';
import {formStyles} from './form.styles.js';
import {baseStyles} from './host.styles.js';
import type {Shortcut, Shortcuts} from './shortcuts.js';

/**
 * What the single keys do, and the reviewer's own switch for them.
 *
 * @tag kyc-shortcuts-panel
 */
export class ShortcutsPanel extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    formStyles,
    css`
      dialog {
        max-inline-size: min(480px, 100vw - 32px);
        padding: var(--_space-5);
        border: 1px solid var(--_border);
        border-radius: var(--_radius);
        background-color: var(--_surface-raised);
        color: var(--_text);
        box-shadow: var(--_shadow-dialog);
      }
      dialog::backdrop {
        background-color: rgb(20 26 31 / 0.45);
      }
      kbd {
        font-family: var(--_font-mono);
        font-size: 11px;
        line-height: 16px;
        min-inline-size: 18px;
        padding-inline: 4px;
        border: 1px solid var(--_border-strong);
        border-radius: 3px;
        display: inline-block;
        text-align: center;
      }
      li {
        display: grid;
        grid-template-columns: 80px minmax(0, 1fr);
        gap: var(--_space-3);
        align-items: baseline;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        min-block-size: 24px;
      }
    `,
  ];

  /** What can be done by a key now. */
  @property({attribute: false}) rows: readonly Shortcut[] = [];

  @property({attribute: false}) words: Words = wordsFor('en');

  @state() private keys: Shortcuts | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  /** Opens the panel over the page. */
  show(keys: Shortcuts): void {
    this.keys = keys;
    if (!this.dialog.open) this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const {words} = this;
    return html`<dialog aria-labelledby="title">
      <div class="stack">
        <h2 id="title" class="heading">${words.of('action.shortcuts')}</h2>
        <ul class="stack tight">
          ${this.rows.map(({keys, says}) => html`<li><span>${this.renderKeys(keys)}</span><span>${says}</span></li>`)}
        </ul>
        <label>
          <input type="checkbox" .checked=${this.keys?.wanted ?? true} @change=${this.onSwitch} />
          ${words.of('shortcut.switch')}
        </label>
        <div class="row spread">
          <button type="button" class="button push" @click=${() => this.dialog.close()}>
            ${words.of('action.close')}
          </button>
        </div>
      </div>
    </dialog>`;
  }

  private renderKeys(keys: readonly string[]): TemplateResult {
    const [first] = keys;
    const last = keys.at(-1);
    return keys.length > 1 ? html`<kbd>${first}</kbd>–<kbd>${last}</kbd>` : html`<kbd>${first}</kbd>`;
  }

  private onSwitch({target}: Event): void {
    if (this.keys && target instanceof HTMLInputElement) this.keys.wanted = target.checked;
    this.requestUpdate();
  }
}
