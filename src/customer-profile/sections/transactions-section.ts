import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Customer} from '../../domain/customer.js';
import {resource} from '../../domain/resources.js';
import {transactionSorts, transactionStatuses, type Transaction} from '../../domain/transaction.js';
import {ResourceController} from '../../session/resource-controller.js';
import {ReviewPart} from '../../session/review-part.js';
import {RowsController, type RowsState} from '../../session/rows-controller.js';
import {chartStyles} from '../../ui/chart.styles.js';
import {transactionRowStyles} from '../../ui/columns.styles.js';
import {buttonStyles} from '../../ui/controls.styles.js';
import {formStyles} from '../../ui/form.styles.js';
import {renderEmpty} from '../../ui/empty.js';
import {partStyles} from '../../ui/host.styles.js';
import {icon} from '../../ui/icons.js';
import {panelStyles, sectionStyles} from '../../ui/panels.styles.js';
import {renderLoadState} from '../../ui/render-load-state.js';
import {renderSection} from '../../ui/section.js';
import {tableBones} from '../../ui/skeleton.js';
import {renderColumnHeader, renderSortHeader} from '../../ui/sort-header.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {statusStyles} from '../../ui/status.styles.js';
import {tableStyles} from '../../ui/tables.styles.js';
import {valueStyles} from '../../ui/values.styles.js';
import {WindowTable} from '../../ui/window-table.js';
import {windowTableStyles} from '../../ui/window-table.styles.js';
import type {Drawing} from '../../ui/stamp.js';
import {ListFilters} from '../filters/list-filters.js';
import {listFilterStyles} from '../filters/list-filters.styles.js';
import {renderListFoot} from '../filters/render-list-foot.js';
import {renderListFilters} from '../filters/render-list-filters.js';
import {flaggedIn, summaryOf} from './money-flow.js';
import {newestFirst, orderedBy, orders, sortedBy, type Sorting} from './transaction-sorting.js';
import {renderTransactionCells} from './transaction-cells.js';
import {styles} from './transactions-section.styles.js';

/** Rows in the shape of what comes. */
const bones = 10;

/**
 * The monitored transactions of a customer: filters, a chart over time, and a table of any length.
 *
 * @tag kyc-transactions-section
 */
export class TransactionsSection extends ReviewPart {
  static override styles = [
    ...partStyles,
    buttonStyles,
    chartStyles,
    formStyles,
    listFilterStyles,
    noticeStyles,
    panelStyles,
    sectionStyles,
    stateStyles,
    statusStyles,
    tableStyles,
    transactionRowStyles,
    valueStyles,
    windowTableStyles,
    styles,
  ];

  override readonly partId = 'transactions';

  /** Whose transactions to show. */
  @property({attribute: false}) customer: Customer | undefined;

  @state() private sorting: Sorting = newestFirst;

  private readonly filters = new ListFilters(this, () => this.table.toStart());
  private readonly rows = new RowsController<Transaction>(
    this,
    () =>
      this.customer && resource('transactions', this.customer.id, {...this.filters.asked, ...this.sorting}),
  );
  private readonly summary = new ResourceController(this, () => {
    const {from, to} = this.filters.asked;
    return this.customer && summaryOf(this.customer.id, from, to);
  });
  private readonly table = new WindowTable<Transaction>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('customer');
    // What was searched for in one customer's transactions is nothing for the next one.
    if (before && before.id !== this.customer?.id) {
      this.filters.clear();
      this.sorting = newestFirst;
    }
  }

  protected override render(): TemplateResult {
    const {words} = this;
    const title = words.of('section.transactions');
    return renderSection(
      {id: 'transactions', title, count: this.renderCount(), status: this.renderFlagged()},
      html`${this.hasNothing ? nothing : this.renderTools(title)}
      ${renderLoadState(this.rows.state, {
        words,
        name: title,
        skeleton: tableBones(bones),
        ready: (rows) => this.renderRows(rows, title),
        retry: () => this.rows.refresh(),
      })}`,
    );
  }

  /** Neither a filter nor a chart has anything to do. */
  private get hasNothing(): boolean {
    const {state} = this.rows;
    if (state.status === 'failed') return state.problem.withdraws;
    return state.status === 'ready' && state.value.total === 0 && this.filters.isUnused;
  }

  private renderCount(): string | undefined {
    const {state} = this.rows;
    if (state.status !== 'ready' || state.value.total === 0) return undefined;
    const isNewestFirst = this.sorting.sort === 'at' && this.sorting.order === 'desc';
    const key = isNewestFirst ? 'transactions.count-newest' : 'transactions.count';
    return this.words.of(key, {n: state.value.total});
  }

  private renderFlagged(): TemplateResult | undefined {
    const {state} = this.summary;
    const flagged = state.status === 'ready' ? flaggedIn(state.value.buckets) : 0;
    if (flagged === 0) return undefined;
    return html`<span class="mark is-negative"
      >${icon('risk-mark')}<span>${this.words.of('transactions.flagged', {n: flagged})}</span></span
    >`;
  }

  private renderTools(title: string): TemplateResult {
    const {from, to} = this.filters.asked;
    return html`<kyc-transaction-chart
        exportparts="skeleton, failed"
        .customerId=${this.customer?.id ?? ''}
        .from=${from}
        .to=${to}
      ></kyc-transaction-chart>
      ${renderListFilters(this.filters, {
        name: title,
        words: this.words,
        table: 'transaction',
        statuses: transactionStatuses,
        more: this.renderSortChoice(),
      })}`;
  }

  private renderRows(rows: RowsState, title: string): TemplateResult {
    const {words} = this;
    if (rows.total === 0 && rows.waiting === 0) return this.renderEmpty();
    return html`${this.table.render({
      count: rows.total,
      label: title,
      words,
      head: this.renderHead(),
      row: (index) => this.rows.row(index),
      renderRow: (each) => renderTransactionCells(each, words),
      onRange: this.onRange,
      classes: 'tx',
    })}
    ${renderListFoot({rows, view: this.table.inView, words, show: () => this.rows.showWaiting()})}`;
  }

  private renderEmpty(): TemplateResult {
    const {words, filters} = this;
    if (!filters.isNarrowed) {
      return renderEmpty('absent', words.of('transactions.none'), words.of('transactions.none-why'));
    }
    return renderEmpty('search', words.of('state.nothing-found'), words.of('state.nothing-found-why'), {
      label: words.of('action.clear-filters'),
      press: () => filters.clear(),
    });
  }

  private renderHead(): readonly Drawing[] {
    const {words} = this;
    return [
      this.renderSort('at', words.of('transactions.time')),
      renderColumnHeader(words.of('transactions.counterparty')),
      renderColumnHeader(words.of('transactions.direction')),
      this.renderSort('amount', words.of('transactions.amount'), true),
      renderColumnHeader(words.of('transactions.status')),
      this.renderSort('risk_score', words.of('transactions.risk')),
      renderColumnHeader(words.of('transactions.rules')),
    ];
  }

  private renderSort(by: Sorting['sort'], label: string, end = false): TemplateResult {
    const order = orderedBy(this.sorting, by);
    return renderSortHeader({label, order, end, press: () => this.sortBy(sortedBy(this.sorting, by))});
  }

  /** In narrow containers the table has no head to press. */
  private renderSortChoice(): TemplateResult {
    const {words, sorting} = this;
    return html`<label class="control half only-narrow"
      ><span>${words.of('sort.by')}</span
      ><select @change=${this.onSortChoice}>
        ${transactionSorts.flatMap((sort) =>
          (['desc', 'asc'] as const).map(
            (order) =>
              html`<option
                value="${sort} ${order}"
                ?selected=${sorting.sort === sort && sorting.order === order}
              >
                ${words.of('sort.choice', {
                  column: words.of(orders[sort].column),
                  order: words.of(orders[sort][order]),
                })}
              </option>`,
          ),
        )}
      </select></label
    >`;
  }

  private sortBy(sorting: Sorting): void {
    this.sorting = sorting;
    this.table.toStart();
  }

  private onSortChoice(event: Event): void {
    const [by, order] = (event.target as HTMLSelectElement).value.split(' ');
    const sort = transactionSorts.find((each) => each === by);
    if (sort) this.sortBy({sort, order: order === 'asc' ? 'asc' : 'desc'});
  }

  private readonly onRange = (first: number, last: number): void => this.rows.show(first, last);
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-transactions-section': TransactionsSection;
  }
}
