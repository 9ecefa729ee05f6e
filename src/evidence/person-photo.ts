import {Task, TaskStatus} from '@lit/task';
import {html, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {FileController, type ShownFile} from '../session/file-controller.js';
import type {LoadState} from '../session/load-state.js';
import {ReviewPart} from '../session/review-part.js';
import {icon} from '../ui/icons.js';
import {isShowable, sniffFile} from './image-header.js';
import {personPhotoStyles} from './person-photo.styles.js';
import {insteadOfFailed} from './render-instead.js';

/**
 * The photo of a person, or the sign that there is none to show.
 *
 * @tag kyc-person-photo
 */
export class PersonPhoto extends ReviewPart {
  static override styles = personPhotoStyles;

  /** Where the photo is, as the record has it. */
  @property({attribute: false}) url: string | null | undefined;

  /** Whose photo it is. */
  @property() label = '';

  /** The address of a file that turned out to be no picture. */
  @state() private damaged: string | undefined;

  private readonly photo = new FileController(this, () => this.url ?? undefined);

  /** Whether its own first bytes say that it is a picture of a size that may be decoded. */
  private readonly check = new Task(this, {
    args: () => [this.photo.state.status === 'ready' ? this.photo.state.value.blob : undefined] as const,
    task: async ([blob]) => {
      const header = blob && (await sniffFile(blob));
      return header?.kind === 'image' && isShowable({...header, bytes: blob?.size ?? 0});
    },
  });

  protected override render(): TemplateResult {
    const {state} = this.photo;
    if (this.url && this.isComing) {
      return html`<span class="frame" aria-busy="true"><span class="bone"></span></span>`;
    }
    const shown = state.status === 'ready' && this.canShow(state.value) ? state.value : undefined;
    return html`<span class="frame">
      ${
        shown
          ? html`<img
              src=${shown.url}
              alt=${this.label}
              draggable="false"
              @error=${() => this.onDamaged(shown.url)}
            />`
          : this.renderNone(state)
      }
    </span>`;
  }

  /** That there is none looks like nobody; that it is there and is not shown says so. */
  private renderNone(state: LoadState<ShownFile>): TemplateResult {
    const {words, label, url} = this;
    if (!url) {
      return html`${icon('person', {large: true})}<span class="hidden"
          >${label}: ${words.of('value.none')}</span
        >`;
    }
    const failed = state.status === 'failed' ? insteadOfFailed(state.problem, true) : undefined;
    const isMissing = failed?.what !== 'file.failed';
    const said = words.of(isMissing ? 'file.missing' : 'file.failed');
    return html`<span class="lost"
      >${icon(isMissing ? 'unknown' : failed.sign, {large: true})}<span class="hidden">${label}: ${said}</span
      ><span class="said" aria-hidden="true">${said}</span></span
    >`;
  }

  private get isComing(): boolean {
    const {status} = this.photo.state;
    return status === 'loading' || (status === 'ready' && this.check.status < TaskStatus.COMPLETE);
  }

  private canShow({url}: ShownFile): boolean {
    return url !== this.damaged && this.check.status === TaskStatus.COMPLETE && this.check.value === true;
  }

  private onDamaged(url: string): void {
    this.damaged = url;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-person-photo': PersonPhoto;
  }
}
