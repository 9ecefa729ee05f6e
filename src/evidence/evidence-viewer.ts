import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Box, File} from '../domain/document.js';
import {ReviewPart} from '../session/review-part.js';
import {buttonStyles} from '../ui/controls.styles.js';
import {evidenceStyles} from '../ui/evidence.styles.js';
import {formatsFor} from '../ui/format.js';
import {partStyles} from '../ui/host.styles.js';
import {icon, type IconName} from '../ui/icons.js';
import type {WordKey} from '../words/words.js';
import {evidenceViewerStyles} from './evidence-viewer.styles.js';

/** How large a picture can be made; 1 shows the whole of it. */
const levels = [1, 1.5, 2, 3, 4] as const;

/**
 * The pictures of one document on a dark mat, with the tools to look closer. How close is remembered for each document
 * while the viewer is on the page.
 *
 * @tag kyc-evidence-viewer
 */
export class EvidenceViewer extends ReviewPart {
  static override styles = [...partStyles, buttonStyles, evidenceStyles, evidenceViewerStyles];

  /** The pictures, in their order. */
  @property({attribute: false}) files: readonly File[] = [];

  /** The id of the document. */
  @property({attribute: false}) ownerId = '';

  /** What the document is called. */
  @property() label = '';

  /** The place to frame on one of the pictures. */
  @property({attribute: false}) frame: Box | undefined;

  /** What is framed. */
  @property({attribute: 'frame-label'}) frameLabel = '';

  @state() private zooms: ReadonlyMap<string, number> = new Map();

  protected override render(): TemplateResult {
    const {words, zoom} = this;
    const at = levels.findIndex((level) => level === zoom);
    return html`<div class="evidence">
      <div class="tools" role="group" aria-label="${words.of('viewer.label')}: ${this.label}">
        ${this.renderTool('zoom-out', 'viewer.zoom-out', levels[at - 1])}
        <span class="level signed" role="status">${formatsFor(words.locale).percent(zoom)}</span>
        ${this.renderTool('zoom-in', 'viewer.zoom-in', levels[at + 1])}
        <span class="gap"></span>
        ${this.renderTool('fit', 'viewer.fit', zoom === 1 ? undefined : 1)}
      </div>
      <div class=${this.files.length > 1 ? 'panes several' : 'panes'}>
        ${repeat(
          this.files,
          // Another document is another picture, even under the same id.
          ({id}) => `${this.ownerId}/${id}`,
          (file) =>
            html`<kyc-evidence-image
              .file=${file}
              .ownerId=${this.ownerId}
              .label=${this.label}
              .frame=${this.frame?.file_id === file.id ? this.frame : undefined}
              .frameLabel=${this.frameLabel}
              .zoom=${zoom}
            ></kyc-evidence-image>`,
        )}
      </div>
    </div>`;
  }

  private get zoom(): number {
    return this.zooms.get(this.ownerId) ?? 1;
  }

  private renderTool(sign: IconName, word: WordKey, to: number | undefined): TemplateResult {
    const name = this.words.of(word);
    // A tool that can do no more keeps the focus: it says so instead of going away.
    return html`<button
      type="button"
      class="button only"
      aria-label=${name}
      title=${name}
      aria-disabled=${to === undefined ? 'true' : nothing}
      @click=${() => this.onZoom(to)}
    >
      ${icon(sign)}
    </button>`;
  }

  private onZoom(to: number | undefined): void {
    if (to !== undefined) this.zooms = new Map(this.zooms).set(this.ownerId, to);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-evidence-viewer': EvidenceViewer;
  }
}
