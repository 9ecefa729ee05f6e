import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {AuditEvent, ChainCheck} from '../../domain/audit-event.js';
import {earlierDecisions} from '../../domain/event-facts.js';
import {verificationResource} from '../../domain/verification-resources.js';
import type {Verification} from '../../domain/verification.js';
import {PageController, type LoadedPages} from '../../session/page-controller.js';
import {ResourceController} from '../../session/resource-controller.js';
import {ReviewPart} from '../../session/review-part.js';
import {buttonStyles} from '../../ui/controls.styles.js';
import {renderEmpty} from '../../ui/empty.js';
import {formatsFor} from '../../ui/format.js';
import {partStyles} from '../../ui/host.styles.js';
import {icon} from '../../ui/icons.js';
import {renderLoadMore} from '../../ui/load-more.js';
import {renderNotice} from '../../ui/notice.js';
import {factStyles, panelStyles, sectionStyles} from '../../ui/panels.styles.js';
import {renderLoadState} from '../../ui/render-load-state.js';
import {bone} from '../../ui/skeleton.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {renderUnreadableCount} from '../../ui/unreadable.js';
import {renderTime} from '../../ui/values.js';
import {valueStyles} from '../../ui/values.styles.js';
import {caseWords} from '../../words/case-words.js';
import {addWords} from '../../words/words.js';
import {auditTabStyles} from './audit-tab.styles.js';
import {renderEvent} from './render-event.js';
import {timelinePage} from './timeline-page.js';

addWords(caseWords);

const skeleton = html`<div>
  ${Array.from({length: 6}, () => html`<div class="bone-event">${bone('w6')}${bone('w2')}</div>`)}
</div>`;

/**
 * What happened to a verification, newest first. Events can arrive late, so it says when it was loaded and loads again when
 * asked; whether the chain of events is whole is checked on demand.
 *
 * @tag kyc-audit-tab
 */
export class AuditTab extends ReviewPart {
  static override styles = [
    ...partStyles,
    sectionStyles,
    panelStyles,
    factStyles,
    buttonStyles,
    valueStyles,
    noticeStyles,
    stateStyles,
    auditTabStyles,
  ];

  override readonly partId = 'audit';

  /** Whose events are shown; absent while it loads. */
  @property({attribute: false}) verification: Verification | undefined;

  /** Blind mode: what an event says of the face match is not to be seen. */
  @property({type: Boolean}) covered = false;

  @state() private isRefreshing = false;
  /** The reviewer asked whether the chain is whole. */
  @state() private isChecked = false;
  /** What is said aloud after the reviewer has loaded the events again. */
  @state() private said = '';

  private readonly events = new PageController<AuditEvent>(
    this,
    () =>
      this.verification &&
      verificationResource('verificationAudit', this.verification, {limit: timelinePage}),
  );
  private readonly chain = new ResourceController<ChainCheck>(this, () =>
    this.isChecked && this.verification ? verificationResource('chainCheck', this.verification) : undefined,
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('verification');
    if (!before || before.id === this.verification?.id) return;
    this.isChecked = false;
    this.said = '';
  }

  protected override render(): TemplateResult {
    const {words} = this;
    return html`<div class="stack wide">
      ${this.renderBar()} ${this.isChecked ? this.renderChain() : nothing}
      ${renderLoadState(this.events.state, {
        words,
        name: words.of('audit.label'),
        skeleton,
        ready: (read) => this.renderEvents(read),
        retry: () => this.events.refresh(),
      })}
    </div>`;
  }

  private renderBar(): TemplateResult {
    const {words, isRefreshing} = this;
    const {state: now} = this.events;
    return html`<div class="bar">
      <p class="muted">
        ${words.of('audit.late')}
        ${now.status === 'ready' ? this.renderParts('audit.loaded', now.at) : nothing}
      </p>
      <p class="hidden" role="status">${this.said}</p>
      <span class="row push">
        <button type="button" class="button small quiet" @click=${this.onCheck}>
          ${words.of(this.isChecked ? 'audit.chain-again' : 'audit.chain')}
        </button>
        <button
          type="button"
          class="button small"
          aria-label=${words.of('audit.refresh')}
          aria-disabled=${isRefreshing ? 'true' : nothing}
          @click=${this.onRefresh}
        >
          ${icon('refresh')}<span>${words.of('action.refresh')}</span>
        </button>
      </span>
    </div>`;
  }

  private renderChain(): TemplateResult {
    const {words} = this;
    return renderLoadState(this.chain.state, {
      words,
      name: words.of('audit.chain-label'),
      skeleton: html`<div class="panel stack tight">${bone('w6')}${bone('w4')}</div>`,
      ready: ({intact, events: n, first_broken: first}) => {
        const {state: now} = this.chain;
        const at = this.renderParts('audit.chain-at', now.status === 'ready' ? now.at : undefined);
        return html`<div role="status">
          ${
            intact
              ? renderNotice({
                  tone: 'positive',
                  icon: 'approved',
                  what: words.of('audit.chain-intact', {n}),
                  why: html`${words.of('audit.chain-why')} ${at}`,
                })
              : renderNotice({
                  tone: 'negative',
                  icon: 'attention',
                  what:
                    typeof first === 'number'
                      ? words.of('audit.chain-broken', {n: first})
                      : words.of('audit.chain-broken-somewhere'),
                  why: html`${words.of('audit.chain-broken-why')} ${at}`,
                })
          }
        </div>`;
      },
      retry: () => this.chain.refresh(),
    });
  }

  private renderEvents({items, unreadable, more}: LoadedPages<AuditEvent>): TemplateResult {
    const {words, covered} = this;
    const lost = renderUnreadableCount(unreadable, words);
    if (items.length === 0) {
      return html`${renderEmpty('not-started', words.of('audit.none'), words.of('audit.none-why'))}${lost}`;
    }
    const earlier = earlierDecisions(items);
    const {names} = this;
    return html`<ol class="timeline" role="list" aria-label=${words.of('audit.timeline')}>
        ${repeat(
          items,
          ({id}) => id,
          (event) =>
            html`<li>${renderEvent(event, {words, covered, names, isEarlier: earlier.has(event.id)})}</li>`,
        )}
      </ol>
      ${lost}
      ${renderLoadMore({
        more,
        loading: this.events.loadingMore,
        words,
        name: words.of('audit.label'),
        press: () => this.events.more(),
      })}`;
  }

  /** What the ids of findings and documents stand for, as far as they are known. */
  private get names(): ReadonlyMap<string, string> {
    const {screening, documents = []} = this.verification ?? {};
    return new Map(
      [
        ...(screening?.findings ?? []).map(({id, matched_name: name}) => [id, name] as const),
        ...documents.map(({id, title}) => [id, title] as const),
      ].flatMap(([id, name]) => (name?.trim() ? [[id, name]] : [])),
    );
  }

  /** Words with a time in them, to the second. */
  private renderParts(key: 'audit.loaded' | 'audit.chain-at', at: number | undefined): unknown {
    const {words} = this;
    return words
      .parts(key)
      .map((part) => (typeof part === 'string' ? part : renderTime(at, words, {form: 'second'})));
  }

  private async onRefresh(): Promise<void> {
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    this.said = '';
    await this.events.refresh();
    this.isRefreshing = false;
    const {words} = this;
    const {state: now} = this.events;
    if (now.status !== 'ready' || now.problem) return;
    this.said = words.of('audit.loaded', {time: formatsFor(words.locale).timeToSecond(now.at)});
  }

  private async onCheck(): Promise<void> {
    if (this.isChecked) await this.chain.refresh();
    this.isChecked = true;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-audit-tab': AuditTab;
  }
}
