import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {VideoCall} from '../../domain/video-call.js';
import {FileController, type ShownFile} from '../../session/file-controller.js';
import {ReviewPart} from '../../session/review-part.js';
import {formatsFor} from '../../ui/format.js';
import {icon} from '../../ui/icons.js';
import {renderTime} from '../../ui/values.js';
import {callPlayerStyles} from './call-player.styles.js';

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/**
 * Plays the recording of one call. The file is fetched when the reviewer wants to play it, and not before.
 *
 * @tag kyc-call-player
 */
export class CallPlayer extends ReviewPart {
  static override styles = callPlayerStyles;

  /** The call whose recording is played. */
  @property({attribute: false}) call: VideoCall | undefined;

  @state() private wanted = false;
  @state() private speed = 1;
  /** The address of a file that the browser could not play. */
  @state() private damaged: string | undefined;
  private readable: string | undefined;

  @query('audio, video') private readonly media: HTMLMediaElement | null | undefined;

  private readonly file = new FileController(this, () =>
    this.wanted ? this.call?.recording?.url : undefined,
  );

  /** Fetches the recording and plays it. */
  play(): void {
    if (!this.wanted) this.wanted = true;
    else if (this.file.state.status === 'failed') this.file.retry();
    else void this.start();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('call');
    // Live updates bring the same call as a new object; a recording that plays goes on.
    if (before && before.id !== this.call?.id) this.wanted = false;
  }

  protected override updated(): void {
    if (this.media) this.media.playbackRate = this.speed;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.call?.recording) return nothing;
    const {state} = this.file;
    return html`<div class="player evidence">
      <div
        class=${this.isSound ? 'picture sound' : 'picture'}
        aria-busy=${this.wanted && state.status === 'loading'}
      >
        ${this.wanted ? this.renderWanted() : this.renderButton()}
      </div>
      <div class="tools">
        <span>${renderTime(this.call.started_at, this.words)}</span>
        <label class="push speed">
          <span>${this.words.of('calls.speed')}</span>
          <select @change=${this.onSpeed}>
            ${speeds.map(
              (each) =>
                html`<option value=${each} ?selected=${each === this.speed}>
                  ${this.words.of('calls.speed-of', {n: each})}
                </option>`,
            )}
          </select>
        </label>
      </div>
      <p class="hidden" role="status">${this.said}</p>
    </div>`;
  }

  private get label(): string {
    const {call, words} = this;
    const time = call?.started_at ? formatsFor(words.locale).dateTime(call.started_at) : '–';
    return words.of('calls.player', {time});
  }

  /** What the record says; it decides on the size alone, so that nothing moves once the file has come. */
  private get isSound(): boolean {
    return /^audio\//iu.test(this.call?.recording?.media_type ?? '');
  }

  private get said(): string {
    if (!this.wanted) return '';
    const {state} = this.file;
    if (state.status === 'loading') return this.words.of('calls.player-loading');
    return state.status === 'failed' ? this.words.of('file.failed') : '';
  }

  private renderButton(): TemplateResult {
    return html`<button type="button" class="button play" @click=${this.play}>
      ${icon('play')}<span>${this.words.of('calls.play')}<span class="hidden">: ${this.label}</span></span>
    </button>`;
  }

  private renderWanted(): TemplateResult {
    const {state} = this.file;
    if (state.status === 'loading') return html`<p>${this.words.of('calls.player-loading')}</p>`;
    if (state.status === 'ready') return this.renderMedia(state.value);
    const missing = state.problem.kind === 'not-found';
    return html`<p>${this.words.of(missing ? 'file.missing' : 'file.failed')}</p>
      ${
        missing
          ? nothing
          : html`<button type="button" class="button small" @click=${this.play}>
              ${icon('refresh')}<span>${this.words.of('action.try-again')}</span>
            </button>`
      }`;
  }

  private renderMedia({url, type}: ShownFile): TemplateResult {
    if (url === this.damaged || !/^(?:audio|video)\//iu.test(type)) {
      return html`<p>${this.words.of('file.unsupported')}</p>`;
    }
    const ready = () => this.onReady(url);
    const failed = () => this.onError(url);
    return /^audio\//iu.test(type)
      ? html`<audio
          controls
          controlslist="nodownload noplaybackrate"
          aria-label=${this.label}
          src=${url}
          @loadeddata=${ready}
          @error=${failed}
        ></audio>`
      : html`<video
          controls
          controlslist="nodownload noplaybackrate noremoteplayback"
          disablepictureinpicture
          playsinline
          aria-label=${this.label}
          src=${url}
          @loadeddata=${ready}
          @error=${failed}
        ></video>`;
  }

  /** A browser may want the reviewer to press its own button first; then nothing is lost but that press. */
  private async start(): Promise<void> {
    const {media} = this;
    if (!media) return;
    media.playbackRate = this.speed;
    await media.play().catch(() => undefined);
  }

  private onSpeed(event: Event): void {
    const chosen = Number((event.target as HTMLSelectElement).value);
    this.speed = speeds.find((each) => each === chosen) ?? 1;
  }

  private onReady(url: string): void {
    this.readable = url;
    void this.start();
  }

  /** What could be read once is good: later trouble, such as a machine without a speaker, is the player's own to tell. */
  private onError(url: string): void {
    if (this.readable !== url) this.damaged = url;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-call-player': CallPlayer;
  }
}
