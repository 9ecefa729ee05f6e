import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Customer} from '../../domain/customer.js';
import {resource} from '../../domain/resources.js';
import {travelRuleStatuses, type TravelRuleLog} from '../../domain/travel-rule.js';
import {ReviewPart} from '../../session/review-part.js';
import {RowsController, type RowsState} from '../../session/rows-controller.js';
import {buttonStyles} from '../../ui/controls.styles.js';
import {formStyles} from '../../ui/form.styles.js';
import {renderEmpty} from '../../ui/empty.js';
import {partStyles} from '../../ui/host.styles.js';
import {panelStyles, sectionStyles} from '../../ui/panels.styles.js';
import {renderLoadState} from '../../ui/render-load-state.js';
import {renderSection} from '../../ui/section.js';
import {tableBones} from '../../ui/skeleton.js';
import {renderColumnHeader} from '../../ui/sort-header.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {statusStyles} from '../../ui/status.styles.js';
import {tableStyles} from '../../ui/tables.styles.js';
import {valueStyles} from '../../ui/values.styles.js';
import {WindowTable} from '../../ui/window-table.js';
import {windowTableStyles} from '../../ui/window-table.styles.js';
import type {WordKey} from '../../words/words.js';
import {ListFilters} from '../filters/list-filters.js';
import {listFilterStyles} from '../filters/list-filters.styles.js';
import {renderListFilters} from '../filters/render-list-filters.js';
import {renderListFoot} from '../filters/render-list-foot.js';
import {renderTravelRuleCells} from './travel-rule-cells.js';
import {styles} from './travel-rule-section.styles.js';

const columns = [
  {word: 'travel.time'},
  {word: 'travel.direction'},
  {word: 'travel.originator'},
  {word: 'travel.beneficiary'},
  {word: 'travel.vasps'},
  {word: 'travel.chain'},
  {word: 'travel.amount', end: true},
  {word: 'travel.status'},
] as const satisfies readonly {readonly word: WordKey; readonly end?: boolean}[];

/** Rows in the shape of what comes. */
const bones = 4;

/**
 * What transfers between virtual-asset providers said about their senders and receivers. Read only.
 *
 * @tag kyc-travel-rule-section
 */
export class TravelRuleSection extends ReviewPart {
  static override styles = [
    ...partStyles,
    buttonStyles,
    formStyles,
    listFilterStyles,
    noticeStyles,
    panelStyles,
    sectionStyles,
    stateStyles,
    statusStyles,
    tableStyles,
    valueStyles,
    windowTableStyles,
    styles,
  ];

  override readonly partId = 'travel-rule';

  /** Whose logs to show. */
  @property({attribute: false}) customer: Customer | undefined;

  private readonly filters = new ListFilters(this, () => this.table.toStart());
  private readonly rows = new RowsController<TravelRuleLog>(
    this,
    () => this.customer && resource('travelRuleLogs', this.customer.id, {...this.filters.asked}),
  );
  private readonly table = new WindowTable<TravelRuleLog>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('customer');
    // What was searched for in one customer's logs is nothing for the next one.
    if (before && before.id !== this.customer?.id) this.filters.clear();
  }

  protected override render(): TemplateResult {
    const {words} = this;
    const title = words.of('section.travel-rule');
    return renderSection(
      {id: 'travel-rule', title, count: this.renderCount()},
      html`${
        this.hasNothing
          ? nothing
          : renderListFilters(this.filters, {
              name: title,
              words,
              table: 'travelRule',
              statuses: travelRuleStatuses,
            })
      }
      ${renderLoadState(this.rows.state, {
        words,
        name: title,
        skeleton: tableBones(bones),
        ready: (rows) => this.renderRows(rows, title),
        retry: () => this.rows.refresh(),
      })}`,
    );
  }

  /** A filter has nothing to do. */
  private get hasNothing(): boolean {
    const {state} = this.rows;
    if (state.status === 'failed') return state.problem.withdraws;
    return state.status === 'ready' && state.value.total === 0 && this.filters.isUnused;
  }

  private renderCount(): string {
    const {words} = this;
    const {state} = this.rows;
    const readOnly = words.of('travel.read-only');
    if (state.status !== 'ready' || state.value.total === 0) return readOnly;
    return `${words.of('travel.count', {n: state.value.total})} · ${readOnly}`;
  }

  private renderRows(rows: RowsState, title: string): TemplateResult {
    const {words} = this;
    if (rows.total === 0 && rows.waiting === 0) return this.renderEmpty();
    return html`${this.table.render({
      count: rows.total,
      label: title,
      words,
      head: columns.map(({word, ...options}) => renderColumnHeader(words.of(word), options)),
      row: (index) => this.rows.row(index),
      renderRow: (each) => renderTravelRuleCells(each, words),
      onRange: this.onRange,
      classes: 'travel',
    })}
    ${renderListFoot({rows, view: this.table.inView, words, show: () => this.rows.showWaiting()})}`;
  }

  private renderEmpty(): TemplateResult {
    const {words, filters} = this;
    if (!filters.isNarrowed) {
      return renderEmpty('absent', words.of('travel.none'), words.of('travel.none-why'));
    }
    return renderEmpty('search', words.of('state.nothing-found'), words.of('state.nothing-found-why'), {
      label: words.of('action.clear-filters'),
      press: () => filters.clear(),
    });
  }

  private readonly onRange = (first: number, last: number): void => this.rows.show(first, last);
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-travel-rule-section': TravelRuleSection;
  }
}
