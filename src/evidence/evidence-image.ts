import {Task, TaskStatus} from '@lit/task';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {Box, File} from '../domain/document.js';
import {FileController, type ShownFile} from '../session/file-controller.js';
import {ReviewPart} from '../session/review-part.js';
import {buttonStyles} from '../ui/controls.styles.js';
import {partStyles} from '../ui/host.styles.js';
import type {IconName} from '../ui/icons.js';
import type {WordKey} from '../words/words.js';
import {LookChangeEvent, RowFocusEvent} from './evidence-events.js';
import {evidenceImageStyles} from './evidence-image.styles.js';
import {frameOf, rowAt, styleOf, type Place} from './framing.js';
import {imageLimits, isShowable, sniffFile, type Sniffed} from './image-header.js';
import {broughtIn, heldIn, turned, wholePicture, type Extent, type Look} from './look.js';
import {LookGestures} from './look-gestures.js';
import {
  insteadOfFailed,
  insteadOfKind,
  insteadOfTooLarge,
  renderComing,
  renderInstead,
  type Instead,
} from './render-instead.js';
import {renderTool} from './render-tool.js';
import {saveAs} from './save-file.js';
import {setAll} from './set-all.js';
import {sideOf} from './side-of.js';

/**
 * One picture of a document, fetched with the viewer's token. What it is is read from its first bytes: an image that is
 * too large is never decoded, and what is no image is never rendered.
 *
 * @tag kyc-evidence-image
 * @fires {LookChangeEvent} look-change - The reviewer looks closer, moves the picture or turns it.
 * @fires {RowFocusEvent} row-focus - The reviewer pressed the place of a row.
 */
export class EvidenceImage extends ReviewPart {
  static override styles = [...partStyles, buttonStyles, evidenceImageStyles];

  /** What it is a part of, for `review-error`. */
  @property({attribute: false}) override partId: string | undefined;

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

  /** The places on pictures that stand for rows of a comparison. */
  @property({attribute: false}) places: readonly Place[] = [];

  /** How close, where and from which side it is looked at. */
  @property({attribute: false}) look: Look = wholePicture;

  /** Width by height of the window in which it stands alone; absent: its own. */
  @property({attribute: false}) shape: number | undefined;

  /** It fills its window whatever its own size, so that it stands beside another as large as that one. */
  @property({type: Boolean}) filling = false;

  /** The address of the picture that can be painted: a large one takes a while after it has come. */
  @state() private readyUrl: string | undefined;

  @state() private damagedUrl: string | undefined;

  /** How large it came out once it was decoded, which its header does not say of a photograph that is stored turned. */
  @state() private decoded: (Extent & {readonly url: string}) | undefined;

  /** The file is saved as soon as it is here. */
  @state() private saving = false;

  /** It could not be fetched to be saved either. */
  @state() private refusedToSave = false;

  @query('.view') private readonly view!: HTMLElement | null;
  @query('.picture') private readonly picture!: HTMLElement | null;
  @query('.frame') private readonly framing!: HTMLElement | null;

  private readonly bytes = new FileController(
    this,
    () => (this.isTooHeavy && !this.saving ? undefined : this.file?.url),
    () => this.saving,
  );
  private readonly header = new Task(this, {
    args: () => [this.shown?.blob] as const,
    task: async ([blob]) => (blob && blob.size <= imageLimits.bytes ? sniffFile(blob) : undefined),
  });
  private readonly gestures = new LookGestures(
    this,
    () => ({window: this.view, picture: this.picture, look: this.look}),
    {
      look: (look) => this.onLook(look),
      place: (place) => this.onPlace(place),
    },
  );

  /** How many pixels of the screen one pixel of the whole picture takes; nothing before it is drawn. */
  get scale(): number | undefined {
    const {measured} = this.gestures;
    const width = this.look.turns % 2 === 0 ? measured?.picture.width : measured?.picture.height;
    return width && this.size.width > 0 ? width / this.size.width : undefined;
  }

  protected override render(): TemplateResult {
    const {words} = this;
    const isImage = this.shown !== undefined && this.sniffed?.kind === 'image';
    return html`<figure>
      ${this.renderContent()}
      <figcaption>
        <span>${sideOf(this.file, words)}</span>
        ${this.isFramed ? html`<span>${words.of('viewer.framed', {field: this.frameLabel})}</span>` : nothing}
        ${
          isImage
            ? html`<span class="tools"
                >${this.renderTool('rotate', 'viewer.rotate', () => this.onLook(turned(this.look)))}${this.renderTool('download', 'action.download', () => this.onSave())}</span
              >`
            : nothing
        }
      </figcaption>
    </figure>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('file') && changed.get('file')?.id !== this.file?.id)
      this.saving = this.refusedToSave = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.saving && this.bytes.state.status !== 'loading') void this.save();
    const isNewlyFramed = changed.has('frame') && this.isFramed;
    // The browser lays the whole page out to answer, so it is asked only where something depends on it.
    const measured = this.look.x || this.look.y || isNewlyFramed ? this.gestures.measured : undefined;
    const {zoom, x, y, turns} = measured ? heldIn(this.look, measured) : this.look;
    const ratio = this.size.width / this.size.height;
    setAll(this.view, {'--_own': this.shape ?? ratio});
    setAll(this.picture, {
      '--_ratio': ratio,
      '--_pixels': this.filling ? 1e5 : this.size.width,
      '--_zoom': zoom,
      '--_x': x,
      '--_y': y,
      '--_turns': turns,
    });
    const frame = this.frame && frameOf(this.frame);
    if (!frame) return;
    setAll(this.framing, styleOf(frame));
    if (!isNewlyFramed || !measured) return;
    const look = broughtIn(this.look, frame, measured);
    if (look.x !== x || look.y !== y) this.onLook(look);
  }

  private renderContent(): TemplateResult {
    const {file, sniffed, words} = this;
    const {state: loaded} = this.bytes;
    if (loaded.status === 'failed') {
      return this.renderInstead(insteadOfFailed(loaded.problem, this.refusedToSave));
    }
    if (this.isTooHeavy) return this.renderInstead(insteadOfTooLarge({bytes: file?.bytes ?? 0}, words));
    if (loaded.status === 'loading') return renderComing(words);
    const {size: bytes, url} = loaded.value;
    if (bytes > imageLimits.bytes) return this.renderInstead(insteadOfTooLarge({bytes}, words));
    if (!sniffed) return renderComing(words);
    const instead = insteadOfKind(this.damagedUrl === url ? 'damaged' : sniffed.kind);
    if (instead) return this.renderInstead(instead);
    if (sniffed.kind !== 'image' || !isShowable({...sniffed, bytes})) {
      return this.renderInstead(insteadOfTooLarge({...sniffed, bytes}, words));
    }
    return this.renderPicture(url);
  }

  private renderPicture(url: string): TemplateResult {
    const {gestures, named} = this;
    return html`<div
      class="view ${this.look.zoom > 1 ? 'is-close' : ''}"
      role="group"
      aria-label=${named}
      tabindex="0"
      @wheel=${gestures.onWheel}
      @dblclick=${gestures.onDoubleClick}
      @click=${gestures.onClick}
      @keydown=${gestures.onKey}
      @pointerdown=${gestures.onDown}
      @pointermove=${gestures.onMove}
      @pointerup=${gestures.onUp}
      @pointercancel=${gestures.onUp}
    >
      <div
        class="picture ${this.look.turns % 2 === 0 ? '' : 'is-across'} ${this.readyUrl === url ? '' : 'is-coming'}"
      >
        <img
          alt=${named}
          src=${url}
          decoding="async"
          draggable="false"
          @load=${this.onDecoded}
          @error=${this.onBroken}
        />
        ${this.isFramed ? html`<div class="frame"></div>` : nothing}
      </div>
    </div>`;
  }

  private renderInstead(what: Instead): TemplateResult {
    return renderInstead(what, this.words, this.named, {
      save: () => this.onSave(),
      again: () => this.bytes.retry(),
    });
  }

  private renderTool(sign: IconName, word: WordKey, press: () => void): TemplateResult {
    return renderTool({sign, name: `${this.words.of(word)}: ${this.named}`, press});
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
  private get size(): Extent {
    if (this.decoded && this.decoded.url === this.shown?.url) return this.decoded;
    if (this.sniffed?.kind === 'image') return this.sniffed;
    const {width, height} = this.file ?? {};
    return width && height && width > 0 && height > 0 ? {width, height} : {width: 800, height: 500};
  }

  private get named(): string {
    return this.words.of('file.alt', {document: this.label, side: sideOf(this.file, this.words)});
  }

  private onLook(look: Look): void {
    this.look = look;
    this.dispatchEvent(new LookChangeEvent(look));
  }

  private onPlace(place: {readonly x: number; readonly y: number}): void {
    const key = this.file && rowAt(this.places, this.file.id, place);
    if (key !== undefined) this.dispatchEvent(new RowFocusEvent(key));
  }

  private onDecoded(event: Event): void {
    const url = this.shown?.url;
    const {naturalWidth: width, naturalHeight: height} = event.target as HTMLImageElement;
    const isNews = width !== this.size.width || height !== this.size.height;
    if (url !== undefined && width > 0 && height > 0 && isNews) this.decoded = {url, width, height};
    const show = (): void => {
      this.readyUrl = url;
    };
    void (event.target as HTMLImageElement).decode().then(show, show);
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
    if (file && shown) await saveAs([this.ownerId, file.side, file.id], shown.blob);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-evidence-image': EvidenceImage;
  }
}
