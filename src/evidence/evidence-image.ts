import {Task, TaskStatus} from '@lit/task';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {Box, File} from '../domain/document.js';
import type {ApiProblem} from '../api/api-problem.js';
import {FileController, type ShownFile} from '../session/file-controller.js';
import {ReviewPart} from '../session/review-part.js';
import {buttonStyles} from '../ui/controls.styles.js';
import {formatsFor} from '../ui/format.js';
import {partStyles} from '../ui/host.styles.js';
import {icon, type IconName} from '../ui/icons.js';
import {isWordKey, type WordKey} from '../words/words.js';
import {evidenceImageStyles} from './evidence-image.styles.js';
import {frameOf} from './framing.js';
import {imageLimits, isShowable, sniff, type Sniffed} from './image-header.js';
import {fileName, savedType, saveFile} from './save-file.js';

type Size = {readonly width: number; readonly height: number};

/**
 * One picture of a document, fetched with the viewer's token. What it is is read from its first bytes: an image that is
 * too large is never decoded, and what is no image is never rendered.
 *
 * @tag kyc-evidence-image
 */
export class EvidenceImage extends ReviewPart {
  static override styles = [...partStyles, buttonStyles, evidenceImageStyles];

  /** The file to show. */
  @property({attribute: false}) file: File | undefined;

  /** What the picture belongs to, for its name. */
  @property() label = '';

  /** The id of what it belongs to, for the name under which it is saved. */
  @property({attribute: false}) ownerId = '';

  /** The place to frame, when it is on this picture. */
  @property({attribute: false}) frame: Box | undefined;

  /** What is framed. */
  @property({attribute: 'frame-label'}) frameLabel = '';

  /** 1 shows the whole picture. */
  @property({type: Number}) zoom = 1;

  @state() private damagedUrl: string | undefined;

  /** The file is saved as soon as it is here. */
  @state() private saving = false;

  /** It could not be fetched to be saved either. */
  @state() private refusedToSave = false;

  @query('.picture') private readonly picture!: HTMLElement | null;
  @query('.frame') private readonly framing!: HTMLElement | null;
  @query('.view') private readonly view!: HTMLElement | null;

  private readonly bytes = new FileController(
    this,
    () => (this.isTooHeavy && !this.saving ? undefined : this.file?.url),
    () => this.saving,
  );
  private readonly header = new Task(this, {
    args: () => [this.shown?.blob] as const,
    task: async ([blob]) =>
      blob && blob.size <= imageLimits.bytes ? sniff(await blob.arrayBuffer()) : undefined,
  });

  protected override render(): TemplateResult {
    const {words} = this;
    return html`<figure>
      ${this.renderContent()}
      <figcaption>
        <span>${this.side}</span>
        ${this.isFramed ? html`<span>${words.of('viewer.framed', {field: this.frameLabel})}</span>` : nothing}
        ${this.shown && this.sniffed?.kind === 'image' ? this.renderSaveIcon() : nothing}
      </figcaption>
    </figure>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('file') && changed.get('file')?.id !== this.file?.id)
      this.saving = this.refusedToSave = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.saving && this.bytes.state.status !== 'loading') void this.save();
    const size = this.size;
    this.picture?.style.setProperty('--_ratio', String(size.width / size.height));
    this.picture?.style.setProperty('--_pixels', String(size.width));
    this.picture?.style.setProperty('--_zoom', String(this.zoom));
    const frame = this.frame && frameOf(this.frame);
    if (!frame || !this.framing) return;
    this.framing.style.setProperty('inset-inline-start', `${frame.left}%`);
    this.framing.style.setProperty('inset-block-start', `${frame.top}%`);
    this.framing.style.setProperty('inline-size', `${frame.width}%`);
    this.framing.style.setProperty('block-size', `${frame.height}%`);
    if (changed.has('frame')) this.bringIntoView(this.framing);
  }

  private renderContent(): TemplateResult {
    const {file} = this;
    const {state: loaded} = this.bytes;
    if (loaded.status === 'failed') return this.renderFailed(loaded.problem);
    if (this.isTooHeavy) return this.renderTooLarge({bytes: file?.bytes ?? 0});
    if (loaded.status === 'loading') return this.renderComing();
    if (loaded.value.size > imageLimits.bytes) return this.renderTooLarge({bytes: loaded.value.size});
    const {sniffed} = this;
    if (!sniffed) return this.renderComing();
    if (sniffed.kind === 'pdf') return this.renderInstead('document', 'file.pdf');
    if (sniffed.kind === 'unsupported') return this.renderInstead('unknown', 'file.unsupported');
    if (sniffed.kind === 'damaged' || this.damagedUrl === loaded.value.url) {
      return this.renderInstead('attention', 'file.damaged');
    }
    if (!isShowable({...sniffed, bytes: loaded.value.size})) {
      return this.renderTooLarge({...sniffed, bytes: loaded.value.size});
    }
    const name = this.named;
    return html`<div
      class="view"
      role=${this.zoom > 1 ? 'group' : nothing}
      aria-label=${this.zoom > 1 ? name : nothing}
      tabindex=${this.zoom > 1 ? '0' : nothing}
    >
      <div class="picture">
        <img alt=${name} src=${loaded.value.url} decoding="async" draggable="false" @error=${this.onBroken} />
        ${this.isFramed ? html`<div class="frame"></div>` : nothing}
      </div>
    </div>`;
  }

  private renderComing(): TemplateResult {
    return html`<div class="view" aria-busy="true">
      <p class="hidden">${this.words.of('file.loading')}</p>
      <div class="picture" aria-hidden="true"><div class="coming"></div></div>
    </div>`;
  }

  private renderFailed(problem: ApiProblem): TemplateResult {
    if (problem.code === 'outside_api') return this.renderInstead('unknown', 'file.outside', false);
    if (problem.kind === 'not-found') return this.renderInstead('unknown', 'file.missing', false);
    if (problem.code === 'too_large')
      return this.renderInstead('attention', 'file.too-large', !this.refusedToSave);
    const again = html`<button
      type="button"
      class="button small"
      aria-label=${`${this.words.of('action.try-again')}: ${this.named}`}
      @click=${() => this.bytes.retry()}
    >
      ${icon('refresh')}<span>${this.words.of('action.try-again')}</span>
    </button>`;
    return html`<div class="instead">
      ${icon(problem.kind === 'forbidden' ? 'locked' : 'attention')}
      <p>${this.words.of('file.failed')}</p>
      ${problem.withdraws ? nothing : again}
    </div>`;
  }

  private renderTooLarge({width, height, bytes}: Partial<Size> & {readonly bytes: number}): TemplateResult {
    const formats = formatsFor(this.words.locale);
    const size = formats.bytes(bytes);
    const why =
      width === undefined || height === undefined
        ? size
        : this.words.of('file.too-large-why', {width, height, size});
    return this.renderInstead('attention', 'file.too-large', true, why);
  }

  private renderInstead(sign: IconName, what: WordKey, offered = true, why?: string): TemplateResult {
    return html`<div class="instead">
      ${icon(sign)}
      <p class="strong">${this.words.of(what)}</p>
      ${why === undefined ? nothing : html`<p class="small">${why}</p>`}
      ${
        offered
          ? html`<button
              type="button"
              class="button small"
              aria-label=${`${this.words.of('action.download')}: ${this.named}`}
              @click=${this.onSave}
            >
              ${icon('download')}<span>${this.words.of('action.download')}</span>
            </button>`
          : nothing
      }
    </div>`;
  }

  private renderSaveIcon(): TemplateResult {
    const name = `${this.words.of('action.download')}: ${this.named}`;
    return html`<button
      type="button"
      class="button only"
      aria-label=${name}
      title=${name}
      @click=${this.onSave}
    >
      ${icon('download')}
    </button>`;
  }

  private get shown(): ShownFile | undefined {
    const {state: loaded} = this.bytes;
    return loaded.status === 'ready' ? loaded.value : undefined;
  }

  private get sniffed(): Sniffed | undefined {
    if (this.header.status === TaskStatus.ERROR) return {kind: 'unsupported'};
    return this.header.status === TaskStatus.COMPLETE ? this.header.value : undefined;
  }

  /** The record itself says that the file is too large to be shown, so it is only fetched to be saved. */
  private get isTooHeavy(): boolean {
    return (this.file?.bytes ?? 0) > imageLimits.bytes;
  }

  private get isFramed(): boolean {
    return (
      this.frame !== undefined && this.frame.file_id === this.file?.id && frameOf(this.frame) !== undefined
    );
  }

  /** The image's own size once it is known, before that what the record says, so that nothing moves when it comes. */
  private get size(): Size {
    if (this.sniffed?.kind === 'image') return this.sniffed;
    const {width, height} = this.file ?? {};
    return width && height && width > 0 && height > 0 ? {width, height} : {width: 800, height: 500};
  }

  private get named(): string {
    return this.words.of('file.alt', {document: this.label, side: this.side});
  }

  private get side(): string {
    const {side, page} = this.file ?? {};
    if (side === 'page' && typeof page === 'number') return this.words.of('file.page-number', {n: page});
    const key = `file.${side ?? ''}`;
    return isWordKey(key) ? this.words.of(key) : (side ?? '');
  }

  /** A zoomed picture is moved inside its own window; the page never is. */
  private bringIntoView(frame: HTMLElement): void {
    const {view} = this;
    if (!view) return;
    const [window, target] = [view.getBoundingClientRect(), frame.getBoundingClientRect()];
    const over = (from: number, to: number, start: number, end: number): number =>
      from < start ? from - start : to > end ? Math.min(to - end, from - start) : 0;
    view.scrollLeft += over(target.left, target.right, window.left, window.right);
    view.scrollTop += over(target.top, target.bottom, window.top, window.bottom);
  }

  private onBroken(): void {
    this.damagedUrl = this.shown?.url;
  }

  private onSave(): void {
    this.saving = true;
    if (this.bytes.state.status === 'failed') this.bytes.retry();
  }

  private async save(): Promise<void> {
    const {file, shown} = this;
    this.saving = false;
    this.refusedToSave = shown === undefined;
    if (!file || !shown) return;
    const {type, extension} = savedType(sniff(await shown.blob.slice(0, 64).arrayBuffer()));
    saveFile(shown.blob, fileName([this.ownerId, file.side, file.id], extension), type);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-evidence-image': EvidenceImage;
  }
}
