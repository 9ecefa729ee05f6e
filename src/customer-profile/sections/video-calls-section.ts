import {html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {fileUrl} from '../../api/api-url.js';
import type {Customer} from '../../domain/customer.js';
import {resource} from '../../domain/resources.js';
import {callSeconds, type VideoCall} from '../../domain/video-call.js';
import {PageController, type LoadedPages} from '../../session/page-controller.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderEmpty} from '../../ui/empty.js';
import {formatsFor} from '../../ui/format.js';
import {icon} from '../../ui/icons.js';
import {renderLoadState} from '../../ui/render-load-state.js';
import {renderSection} from '../../ui/section.js';
import {tableBones} from '../../ui/skeleton.js';
import {renderMark, statusOf} from '../../ui/status.js';
import {renderUnreadable, renderUnreadableCount} from '../../ui/unreadable.js';
import {renderTime, renderValue} from '../../ui/values.js';
import type {CallPlayer} from './call-player.js';
import {renderLoadMore} from '../../ui/load-more.js';
import {videoCallsSectionStyles} from './video-calls-section.styles.js';

/**
 * The video calls with a customer, newest first, and a player for their recordings.
 *
 * @tag kyc-video-calls-section
 */
export class VideoCallsSection extends ReviewPart {
  static override styles = videoCallsSectionStyles;

  override readonly partId = 'video-calls';

  /** Whose calls to show; absent while it loads. */
  @property({attribute: false}) customer: Customer | undefined;

  /** The call whose recording is in the player; without a choice, the newest that has one. */
  @state() private chosenId: string | undefined;

  @query('kyc-call-player') private readonly player: CallPlayer | null | undefined;

  private readonly calls = new PageController(this, () =>
    this.customer ? resource('videoCalls', this.customer.id) : undefined,
  );

  protected override render(): TemplateResult {
    const {words} = this;
    const title = words.of('section.video-calls');
    return renderSection(
      {id: this.partId, title},
      renderLoadState(this.calls.state, {
        words,
        name: title,
        skeleton: tableBones(2),
        ready: (calls) => this.renderReady(calls),
        retry: () => this.calls.refresh(),
      }),
    );
  }

  private renderReady({items, unreadable, more}: LoadedPages<VideoCall>): TemplateResult {
    const {words} = this;
    const notes = html`${renderUnreadableCount(unreadable, words)}
    ${renderUnreadable(words, ...items.map(({checklist}) => checklist))}`;
    if (items.length === 0) {
      return html`${renderEmpty('call', words.of('calls.none'), words.of('calls.none-why'))}${notes}`;
    }
    const played = this.playedOf(items);
    return html`
      <div class=${played ? 'cols main-side' : 'cols'}>
        <div class="stack">
          ${this.renderTable(items)}
          ${
            items.some(({status}) => status === 'COMPLETE')
              ? html`<p class="key">${words.of('calls.not-a-verdict')}</p>`
              : nothing
          }
          ${notes}
          ${renderLoadMore({more, loading: this.calls.loadingMore, words, name: words.of('section.video-calls'), press: () => this.calls.more()})}
        </div>
        ${played ? html`<kyc-call-player .call=${played}></kyc-call-player>` : nothing}
      </div>
    `;
  }

  private renderTable(calls: readonly VideoCall[]): TemplateResult {
    const {words} = this;
    return html`<div
      class="scroll"
      part="table"
      tabindex="0"
      role="group"
      aria-label=${words.of('section.video-calls')}
    >
      <table class="stackable calls" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">${words.of('calls.time')}</th>
            <th role="columnheader">${words.of('calls.agent')}</th>
            <th role="columnheader">${words.of('calls.status')}</th>
            <th role="columnheader">${words.of('calls.checklist')}</th>
            <th role="columnheader">${words.of('calls.recording')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            calls,
            ({id}) => id,
            (call) => this.renderRow(call),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private renderRow(call: VideoCall): TemplateResult {
    const {words} = this;
    const seconds = callSeconds(call);
    const agent = call.agent?.name ?? call.agent?.email ?? call.agent?.id;
    return html`<tr role="row">
      <th role="rowheader" scope="row" class="nowrap">
        ${renderTime(call.started_at, words)}
        ${
          seconds === undefined
            ? nothing
            : html`<span class="key">${formatsFor(words.locale).duration(seconds)}</span>`
        }
      </th>
      <td role="cell" class=${agent ? 'agent' : 'agent blank'}>${renderValue(agent, words)}</td>
      <td role="cell" class="status">${renderMark(statusOf('call', call.status), words)}</td>
      <td role="cell" class=${call.checklist.length > 0 ? 'span' : 'span blank'}>
        ${
          call.checklist.length > 0
            ? html`<ul class="stack tight small">
                ${call.checklist.map(
                  ({label, done}) => html`<li>${renderMark(statusOf('checklist', done), words, label)}</li>`,
                )}
              </ul>`
            : renderValue(undefined, words)
        }
      </td>
      <td role="cell" class="recording">${this.renderRecording(call)}</td>
    </tr>`;
  }

  private renderRecording(call: VideoCall): TemplateResult {
    const {words} = this;
    if (!this.hasRecording(call)) return html`<span class="muted">${words.of('calls.no-recording')}</span>`;
    const time = call.started_at ? formatsFor(words.locale).dateTime(call.started_at) : '–';
    return html`<button
      type="button"
      class="button small"
      aria-label=${words.of('calls.play-named', {time})}
      @click=${() => this.onPlay(call)}
    >
      ${icon('play')}<span>${words.of('calls.play')}</span>
    </button>`;
  }

  /** A recording outside the API is as good as missing: it would never be asked for. */
  private hasRecording({recording}: VideoCall): boolean {
    const base = this.scope?.session?.apiBaseUrl;
    return recording != null && base !== undefined && fileUrl(base, recording.url) !== undefined;
  }

  private playedOf(calls: readonly VideoCall[]): VideoCall | undefined {
    const recorded = calls.filter((call) => this.hasRecording(call));
    return recorded.find(({id}) => id === this.chosenId) ?? recorded[0];
  }

  private async onPlay({id}: VideoCall): Promise<void> {
    this.chosenId = id;
    await this.updateComplete;
    await this.player?.updateComplete;
    this.player?.play();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-video-calls-section': VideoCallsSection;
  }
}
