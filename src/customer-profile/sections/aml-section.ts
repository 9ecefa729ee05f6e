import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {summaryRecords, type AmlRecord} from '../../domain/aml.js';
import type {Customer} from '../../domain/customer.js';
import {resource, type Page} from '../../domain/resources.js';
import {findingStyles} from '../../evidence/finding.styles.js';
import {renderFinding} from '../../evidence/render-finding.js';
import type {LoadState} from '../../session/load-state.js';
import {PageController, type LoadedPages} from '../../session/page-controller.js';
import {ResourceController} from '../../session/resource-controller.js';
import {ReviewNavigateEvent} from '../../session/review-events.js';
import {ReviewPart} from '../../session/review-part.js';
import {buttonStyles, linkStyles} from '../../ui/controls.styles.js';
import {renderEmpty} from '../../ui/empty.js';
import {partStyles} from '../../ui/host.styles.js';
import {icon} from '../../ui/icons.js';
import {factStyles, panelStyles, sectionStyles} from '../../ui/panels.styles.js';
import {renderLoadState} from '../../ui/render-load-state.js';
import {renderSection} from '../../ui/section.js';
import {bone, panelBones} from '../../ui/skeleton.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {renderPill, renderTag, statusOf} from '../../ui/status.js';
import {statusStyles} from '../../ui/status.styles.js';
import {renderUnreadable, renderUnreadableCount} from '../../ui/unreadable.js';
import {valueStyles} from '../../ui/values.styles.js';
import {renderLoadMore} from '../../ui/load-more.js';
import {renderAmlCheck} from './aml-check.js';
import {renderAmlFacts} from './aml-facts.js';
import {amlSectionStyles} from './aml-section.styles.js';

/** Findings that are shown before one has to ask for the rest. */
const step = 20;

/**
 * What screening has found about a customer: the latest check beside the first one, the findings, and all checks.
 *
 * @tag kyc-aml-section
 * @fires {ReviewNavigateEvent} review-navigate - The reviewer opened the history of checks, or followed an entry to its source.
 */
export class AmlSection extends ReviewPart {
  static override styles = [
    ...partStyles,
    sectionStyles,
    panelStyles,
    factStyles,
    buttonStyles,
    linkStyles,
    statusStyles,
    valueStyles,
    noticeStyles,
    stateStyles,
    findingStyles,
    amlSectionStyles,
  ];

  override readonly partId = 'aml';

  /** Whose screening to show. */
  @property({attribute: false}) customer: Customer | undefined;

  @state() private historyIsOpen = false;
  /** Ids of the records of which all databases are shown. */
  @state() private unfolded: ReadonlySet<string> = new Set();
  /** Ids of the checks in the history that were opened: only these are drawn in full. */
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private length = step;

  private readonly records = new PageController<AmlRecord>(
    this,
    () => this.customer && resource('amlRecords', this.customer.id, {order: 'desc'}),
  );
  private readonly oldest = new ResourceController<Page<AmlRecord>>(
    this,
    // The oldest check is asked for when it is not among those that are here already.
    () =>
      this.customer && this.records.state.status === 'ready' && this.records.state.value.more
        ? resource('amlRecords', this.customer.id, {order: 'asc', limit: 1})
        : undefined,
    () => this.words.of('section.aml'),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('customer');
    if (!before || before.id === this.customer?.id) return;
    this.historyIsOpen = false;
    this.unfolded = new Set();
    this.opened = new Set();
    this.length = step;
  }

  protected override render(): TemplateResult {
    const {words} = this;
    return renderSection(
      {id: 'aml', title: words.of('section.aml'), status: this.renderStatus()},
      renderLoadState(this.records.state, {
        words,
        name: words.of('section.aml'),
        skeleton: html`<div class="stack">
          ${panelBones(2)}
          <div class="panel stack">${bone('w6', 'tall')}${bone('full', 'block')}</div>
        </div>`,
        ready: (read) => this.renderAll(read),
        retry: () => Promise.all([this.records.refresh(), this.oldest.refresh()]),
      }),
    );
  }

  private renderStatus(): TemplateResult | typeof nothing {
    const {words} = this;
    const latest = this.records.state.status === 'ready' ? this.records.state.value.items[0] : undefined;
    if (!latest) return nothing;
    const exempt = this.customer?.aml_whitelisted && latest.status !== 'whitelisted';
    return html`${renderPill(statusOf('aml', latest.status), words)}${
      exempt ? renderTag(statusOf('aml', 'whitelisted'), words) : nothing
    }`;
  }

  private renderAll(read: LoadedPages<AmlRecord>): TemplateResult {
    const {words} = this;
    const {latest} = summaryRecords(read.items[0], undefined);
    const unreadable = renderUnreadableCount(read.unreadable, words);
    if (!latest) {
      return html`${renderEmpty('not-started', words.of('aml.none'), words.of('aml.none-why'))}${unreadable}`;
    }
    return html`<div class="grid2 stack">
        ${this.renderCard('latest', latest)}${this.renderInitial(latest, read)}
      </div>
      ${this.renderFindings(latest)} ${unreadable} ${this.renderHistory(read)}`;
  }

  /** The oldest check, when it is another one. */
  private renderInitial(latest: AmlRecord, read: LoadedPages<AmlRecord>): TemplateResult | typeof nothing {
    const asked: LoadState<AmlRecord | undefined> = read.more
      ? this.oldestState
      : {status: 'ready', value: read.items.at(-1), at: 0};
    if (asked.status === 'ready') {
      const {initial} = summaryRecords(latest, asked.value);
      return initial ? this.renderCard('initial', initial) : nothing;
    }
    return html`<article class="panel stack">
      ${renderLoadState(asked, {
        words: this.words,
        name: this.words.of('aml.initial'),
        skeleton: html`<div class="stack">${bone('w4', 'tall')}${bone('w8')}${bone('w6')}</div>`,
        ready: () => nothing,
        retry: () => this.oldest.refresh(),
      })}
    </article>`;
  }

  private get oldestState(): LoadState<AmlRecord | undefined> {
    const {state: loaded} = this.oldest;
    return loaded.status === 'ready' ? {...loaded, value: loaded.value.items[0]} : loaded;
  }

  private renderCard(which: 'latest' | 'initial', record: AmlRecord): TemplateResult {
    const {words} = this;
    return html`<article class="panel stack">
      <div class="row spread">
        <h3 class="subheading">${words.of(`aml.${which}`)}</h3>
        ${renderTag(statusOf('aml', record.status), words)}
      </div>
      ${this.renderFacts(record)}
    </article>`;
  }

  private renderFacts(record: AmlRecord): TemplateResult {
    return renderAmlFacts(record, {
      words: this.words,
      isUnfolded: this.unfolded.has(record.id),
      unfold: () => this.onUnfold(record.id),
    });
  }

  private renderFindings({findings, status}: AmlRecord): TemplateResult {
    const {words, customer} = this;
    const unreadable = renderUnreadable(words, findings);
    if (findings.length === 0 || !customer) {
      // An empty list says something only where the check itself says that it found nothing.
      const isClean = status === 'no_records';
      return html`<p class="row small">
          ${isClean ? icon('approved') : icon('absent')}<span>${words.of('aml.no-findings')}</span>
        </p>
        ${unreadable}`;
    }
    const rest = findings.length - this.length;
    return html`<section class="stack" aria-label=${words.of('aml.findings-label')}>
      ${repeat(
        findings.slice(0, this.length),
        ({id}) => id,
        (finding, at) =>
          renderFinding(finding, {person: customer, words, position: at + 1, total: findings.length}),
      )}
      ${
        rest > 0
          ? html`<p>
              <button type="button" class="button small" @click=${this.onMoreFindings}>
                ${`${words.of('action.show-more')} (${words.of('value.and-more', {n: rest})})`}
              </button>
            </p>`
          : nothing
      }
      ${unreadable}
    </section>`;
  }

  private renderHistory({items, total, more}: LoadedPages<AmlRecord>): TemplateResult {
    const {words} = this;
    const count = total ?? (more ? undefined : items.length);
    const open = this.historyIsOpen;
    const name = count === undefined ? words.of('aml.history-label') : words.of('aml.history', {n: count});
    return html`<div class="stack">
      <p>
        <button
          type="button"
          class="button small quiet"
          aria-expanded=${open ? 'true' : 'false'}
          @click=${this.onHistory}
        >
          ${icon('unfold')}<span>${name}</span>
        </button>
      </p>
      ${open ? this.renderChecks(items, more) : nothing}
    </div>`;
  }

  private renderChecks(items: readonly AmlRecord[], more: boolean): TemplateResult {
    const {words} = this;
    return html`<ol class="history panel" role="list" aria-label=${words.of('aml.history-label')}>
        ${repeat(
          items,
          ({id}) => id,
          (record) => html`<li>${this.renderCheck(record)}</li>`,
        )}
      </ol>
      ${renderLoadMore({
        more,
        loading: this.records.loadingMore,
        words,
        name: words.of('aml.history-label'),
        press: () => this.records.more(),
      })}`;
  }

  private renderCheck(record: AmlRecord): TemplateResult {
    return renderAmlCheck(record, {
      words: this.words,
      person: this.customer,
      facts: this.opened.has(record.id) ? this.renderFacts(record) : undefined,
      open: () => this.onOpen(record.id),
    });
  }

  private onOpen(id: string): void {
    this.opened = new Set(this.opened).add(id);
  }

  private onUnfold(id: string): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(id)) unfolded.add(id);
    this.unfolded = unfolded;
  }

  private onHistory(): void {
    if (
      !this.historyIsOpen &&
      !this.dispatchEvent(new ReviewNavigateEvent('aml-history', this.customer?.id))
    ) {
      return;
    }
    this.historyIsOpen = !this.historyIsOpen;
  }

  private onMoreFindings(): void {
    this.length += step;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-aml-section': AmlSection;
  }
}
