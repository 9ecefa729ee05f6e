import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Box, File} from '../domain/document.js';
import {ReviewPart} from '../session/review-part.js';
import {buttonStyles} from '../ui/controls.styles.js';
import {evidenceStyles} from '../ui/evidence.styles.js';
import {formatsFor} from '../ui/format.js';
import {partStyles} from '../ui/host.styles.js';
import {icon, type IconName} from '../ui/icons.js';
import type {WordKey} from '../words/words.js';
import {RowFocusEvent, type LookChangeEvent} from './evidence-events.js';
import type {EvidenceImage} from './evidence-image.js';
import {evidenceViewerStyles} from './evidence-viewer.styles.js';
import type {Place} from './framing.js';
import {nextZoom, wholePicture, zoomLimited, type Look} from './look.js';
import {renderTool} from './render-tool.js';
import {setAll} from './set-all.js';
import {sideOf} from './side-of.js';

/** How the pictures of one document are looked at. They are as close as each other, each at a place of its own. */
interface Viewing {
  readonly zoom: number;
  readonly looks: ReadonlyMap<string, Look>;
  /** The picture that has the room for itself; absent: they stand side by side. */
  readonly alone?: string | undefined;
}

/** By what the record says, so that nothing moves when the picture comes. */
const ratioOf = ({width, height}: File): number =>
  width && height && width > 0 && height > 0 ? width / height : 1.6;

const fresh: Viewing = {zoom: 1, looks: new Map()};

/**
 * The pictures of one document on a dark mat, with the tools to look closer. How each is looked at is remembered for
 * each document while the viewer is on the page.
 *
 * @tag kyc-evidence-viewer
 * @fires {RowFocusEvent} row-focus - The reviewer pressed the place of a row on a picture.
 */
export class EvidenceViewer extends ReviewPart {
  static override styles = [...partStyles, buttonStyles, evidenceStyles, evidenceViewerStyles];

  /** What it is a part of, for `review-error`. */
  @property({attribute: false}) override partId: string | undefined;

  /** The pictures, in their order. */
  @property({attribute: false}) files: readonly File[] = [];

  /** What is missing beside them, in words; each keeps a place as large as a picture's. */
  @property({attribute: false}) absent: readonly string[] = [];

  /** The id of the document. */
  @property({attribute: false}) ownerId = '';

  /** What the document is called. */
  @property() label = '';

  /** The place to frame on one of the pictures. */
  @property({attribute: false}) frame: Box | undefined;

  /** What is framed. */
  @property({attribute: 'frame-label'}) frameLabel = '';

  /** The places on the pictures that stand for rows of a comparison. */
  @property({attribute: false}) places: readonly Place[] = [];

  /** The pictures fill their windows, so that each is as large as the other. */
  @property({type: Boolean, reflect: true}) filling = false;

  /** It has the room for two pictures side by side in every layout that is not narrow. */
  @property({type: Boolean, reflect: true}) wide = false;

  @state() private viewings: ReadonlyMap<string, Viewing> = new Map();

  @query('.panes') private readonly panes!: HTMLElement | null;
  @query('kyc-evidence-image:not([hidden])') private readonly first!: EvidenceImage | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {alone} = this.viewing;
    if (!changed.has('frame') || !this.frame || alone === undefined || alone === this.frame.file_id) return;
    // What is framed has to be seen.
    if (this.files.some(({id}) => id === this.frame?.file_id)) this.change({alone: this.frame.file_id});
  }

  protected override updated(): void {
    setAll(this.panes, {'--_together': this.together});
  }

  protected override render(): TemplateResult {
    const {words} = this;
    const {zoom} = this.viewing;
    const count = this.files.length + this.absent.length;
    const alone = this.files.find(({id}) => id === this.viewing.alone);
    return html`<div class="evidence">
      <div class="tools" role="group" aria-label="${words.of('viewer.label')}: ${this.label}">
        ${this.renderTool('zoom-out', 'viewer.zoom-out', nextZoom(zoom, -1), (to) => this.onZoom(to))}
        <span class="level" role="status"
          ><span class="hidden">${words.of('viewer.zoom')}</span>
          <span class="signed">${formatsFor(words.locale).percent(zoom)}</span></span
        >
        ${this.renderTool('zoom-in', 'viewer.zoom-in', nextZoom(zoom, 1), (to) => this.onZoom(to))}
        <span class="gap"></span>
        ${this.renderTool('fit', 'viewer.fit', zoom === 1 ? undefined : 1, (to) => this.onZoom(to))}
        <button
          type="button"
          class="button small flat"
          aria-label=${words.of('viewer.actual')}
          title=${words.of('viewer.actual')}
          @click=${this.onActual}
        >
          <span class="signed">1:1</span>
        </button>
        ${count > 1 ? this.renderSides(alone) : nothing}
      </div>
      <div class=${count > 1 && !alone ? 'panes several' : 'panes'}>
        ${repeat(
          this.files,
          // Another document is another picture, even under the same id.
          ({id}) => `${this.ownerId}/${id}`,
          (file) => this.renderImage(file, alone !== undefined && alone !== file),
        )}
        ${alone ? nothing : this.absent.map((what) => this.renderAbsent(what))}
      </div>
    </div>`;
  }

  private renderImage(file: File, hidden: boolean): TemplateResult {
    const {zoom, looks} = this.viewing;
    return html`<kyc-evidence-image
      ?hidden=${hidden}
      .partId=${this.partId}
      .file=${file}
      .ownerId=${this.ownerId}
      .label=${this.label}
      .frame=${this.frame?.file_id === file.id ? this.frame : undefined}
      .frameLabel=${this.frameLabel}
      .places=${this.places}
      .look=${{...(looks.get(file.id) ?? wholePicture), zoom}}
      .shape=${ratioOf(file)}
      .filling=${this.filling}
      @look-change=${(event: LookChangeEvent) => this.onLook(file, event)}
      @row-focus=${({key}: RowFocusEvent) => this.dispatchEvent(new RowFocusEvent(key))}
    ></kyc-evidence-image>`;
  }

  private renderAbsent(what: string): TemplateResult {
    return html`<figure class="absent">
      ${icon('absent', {large: true})}
      <p>${what}</p>
    </figure>`;
  }

  private renderTool(
    sign: IconName,
    word: WordKey,
    to: number | undefined,
    press: (to: number) => void,
  ): TemplateResult {
    const isSpent = to === undefined;
    return renderTool({sign, name: this.words.of(word), isSpent, press: () => to !== undefined && press(to)});
  }

  /** Side by side, or which one alone. */
  private renderSides(alone: File | undefined): TemplateResult {
    const {words} = this;
    return html`<span class="gap"></span> ${renderTool({
        sign: 'compare',
        name: words.of('viewer.side-by-side'),
        isOn: !alone,
        press: () => this.change({alone: alone ? undefined : this.files[0]?.id}),
      })}
      ${
        alone && this.files.length > 1
          ? this.files.map(
              (file) =>
                html`<button
                  type="button"
                  class="button small flat"
                  aria-pressed=${file === alone ? 'true' : 'false'}
                  @click=${() => this.change({alone: file.id})}
                >
                  <span>${sideOf(file, words)}</span>
                </button>`,
            )
          : nothing
      }`;
  }

  private get viewing(): Viewing {
    return this.viewings.get(this.ownerId) ?? fresh;
  }

  /** What stands side by side has one window for all, as high as the tallest needs by what the record says, so that nothing moves later. */
  private get together(): number {
    return Math.min(...this.files.map(ratioOf), 1.8);
  }

  private change(over: Partial<Viewing>): void {
    this.viewings = new Map(this.viewings).set(this.ownerId, {...this.viewing, ...over});
  }

  private onZoom(zoom: number): void {
    // Whoever sees the whole of it is at no place on it.
    const looks = zoom > 1 ? this.viewing.looks : this.inTheMiddle;
    this.change({zoom, looks});
  }

  private get inTheMiddle(): ReadonlyMap<string, Look> {
    return new Map([...this.viewing.looks].map(([id, look]) => [id, {...look, x: 0, y: 0}]));
  }

  private onActual(): void {
    const {scale} = this.first ?? {};
    if (scale !== undefined) this.onZoom(zoomLimited(1 / scale));
  }

  private onLook({id}: File, {look}: LookChangeEvent): void {
    const {looks} = this.viewing;
    this.change({zoom: look.zoom, looks: new Map(looks).set(id, look)});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-evidence-viewer': EvidenceViewer;
  }
}
