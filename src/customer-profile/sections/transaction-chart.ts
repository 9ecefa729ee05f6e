import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Bucket, TransactionBucket} from '../../domain/transaction.js';
import {ResourceController} from '../../session/resource-controller.js';
import {ReviewPart} from '../../session/review-part.js';
import {chartStyles} from '../../ui/chart.styles.js';
import {buttonStyles} from '../../ui/controls.styles.js';
import {formStyles} from '../../ui/form.styles.js';
import {formatsFor} from '../../ui/format.js';
import {partStyles} from '../../ui/host.styles.js';
import {icon} from '../../ui/icons.js';
import {renderLoadState} from '../../ui/render-load-state.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import type {WordKey} from '../../words/words.js';
import {
  bucketFor,
  currenciesOf,
  drawFlow,
  drawing,
  flowOf,
  labelledBars,
  summaryOf,
  type FlowBar,
} from './money-flow.js';
import {styles} from './transaction-chart.styles.js';

const captions = {
  day: 'transactions.per-day',
  week: 'transactions.per-week',
  month: 'transactions.per-month',
} as const satisfies Record<Bucket, WordKey>;

/** More stretches than these are counted in the chart's name, not listed. */
const mostListed = 6;

/**
 * Money in and out over time, one currency at a time. The table below it has the numbers; this is a picture with a
 * sentence as its name.
 *
 * @tag kyc-transaction-chart
 */
export class TransactionChart extends ReviewPart {
  static override styles = [
    ...partStyles,
    buttonStyles,
    chartStyles,
    formStyles,
    noticeStyles,
    stateStyles,
    styles,
  ];

  override readonly partId = 'transactions';

  /** Whose transactions. */
  @property({attribute: false}) customerId = '';

  /** First day, as `YYYY-MM-DD`; empty for no limit. */
  @property({attribute: false}) from = '';

  /** Last day. */
  @property({attribute: false}) to = '';

  @state() private currency = '';

  private readonly summary = new ResourceController(
    this,
    () => (this.customerId ? summaryOf(this.customerId, this.from, this.to) : undefined),
    () => this.words.of('transactions.chart-name'),
  );

  protected override render(): TemplateResult {
    return html`<div class="frame">
      ${renderLoadState(this.summary.state, {
        words: this.words,
        name: this.words.of('transactions.chart-name'),
        skeleton: html`<div class="bone chart-bone"></div>`,
        ready: ({buckets}) => this.renderFlow(buckets),
        retry: () => this.summary.refresh(),
      })}
    </div>`;
  }

  private get bucket(): Bucket {
    return bucketFor(this.from, this.to);
  }

  private renderFlow(buckets: readonly TransactionBucket[]): TemplateResult {
    const currencies = currenciesOf(buckets);
    const currency = currencies.includes(this.currency) ? this.currency : (currencies[0] ?? '');
    const bars = flowOf(buckets, currency, this.bucket);
    return html`<figure class="chart">
      ${this.renderLegend(currency, currencies)}
      ${
        bars.length > 0
          ? this.renderBars(bars, currency)
          : html`<p class="muted">${this.words.of('transactions.chart-none')}</p>`
      }
    </figure>`;
  }

  private renderLegend(currency: string, currencies: readonly string[]): TemplateResult {
    const {words} = this;
    const keys = html`<span class="row small"><span class="swatch"></span>${words.of('direction.in')}</span>
      <span class="row small"><span class="swatch hollow"></span>${words.of('direction.out')}</span>
      <span class="row small"
        ><span class="swatch flag">${icon('risk-mark')}</span>${words.of('transactions.rule-triggered')}</span
      >`;
    return html`<div class="row loose legend">
      <figcaption class="strong small">
        ${words
          .parts(captions[this.bucket])
          .map((part) => (typeof part === 'string' ? part : html`<bdi>${currency}</bdi>`))}
      </figcaption>
      ${currency === '' ? nothing : keys}
      ${currencies.length > 1 ? this.renderCurrencies(currency, currencies) : nothing}
    </div>`;
  }

  private renderCurrencies(currency: string, currencies: readonly string[]): TemplateResult {
    return html`<select
      class="push"
      aria-label=${this.words.of('transactions.currency')}
      @change=${this.onCurrency}
    >
      ${currencies.map((each) => html`<option value=${each} ?selected=${each === currency}>${each}</option>`)}
    </select>`;
  }

  private renderBars(bars: readonly FlowBar[], currency: string): TemplateResult {
    const drawn = drawFlow(bars);
    const {width, height} = drawing;
    return html`<svg
        viewBox="0 0 ${width} ${height}"
        preserveAspectRatio="none"
        role="img"
        aria-label=${this.sentence(bars, currency)}
      >
        <path class="in" d=${drawn.in}></path>
        <path class="out" d=${drawn.out}></path>
        <path class="flag" d=${drawn.flags}></path>
        <path class="axis" d="M0 ${drawn.axis}h${width}"></path>
      </svg>
      <div class="months" aria-hidden="true">
        ${labelledBars(bars.length).map(
          (index, place, all) =>
            html`<span class=${place % 2 === 1 && all.length > 3 ? 'between' : ''}
              >${this.dateOf(bars[index])}</span
            >`,
        )}
      </div>`;
  }

  private sentence(bars: readonly FlowBar[], currency: string): string {
    const {words} = this;
    const what = words.of('transactions.chart', {
      from: this.dateOf(bars[0]),
      to: this.dateOf(bars.at(-1)),
      currency,
    });
    return `${what}. ${this.flagSentence(bars.filter(({flagged}) => flagged > 0))}`;
  }

  private flagSentence(flagged: readonly FlowBar[]): string {
    const {words} = this;
    if (flagged.length === 0) return words.of('transactions.chart-unflagged');
    if (flagged.length > mostListed) {
      return words.of('transactions.chart-flagged-many', {n: flagged.length});
    }
    const when = formatsFor(words.locale).list(flagged.map((bar) => this.dateOf(bar)));
    return words.of('transactions.chart-flagged', {n: flagged.length, when});
  }

  private dateOf(bar: FlowBar | undefined): string {
    if (!bar) return '';
    const formats = formatsFor(this.words.locale);
    return this.bucket === 'month' ? formats.month(bar.start) : formats.date(bar.start);
  }

  private onCurrency(event: Event): void {
    this.currency = (event.target as HTMLSelectElement).value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-transaction-chart': TransactionChart;
  }
}
