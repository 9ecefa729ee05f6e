import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {directions} from '../../domain/transaction.js';
import {icon} from '../../ui/icons.js';
import {statusOf, statusWords, type StatusTable} from '../../ui/status.js';
import type {WordKey, Words} from '../../words/words.js';
import type {FilterName, ListFilters} from './list-filters.js';

/** The longest text that the API takes. */
const longest = 200;

export interface FilterBar {
  /** What is filtered, for the bar's accessible name. */
  readonly name: string;
  readonly words: Words;
  /** The statuses to choose from, and the table that has their words. */
  readonly table: StatusTable;
  readonly statuses: readonly string[];
  /** What else stands in the bar. */
  readonly more?: TemplateResult;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** Search, date range, direction and status above a list. */
export function renderListFilters(filters: ListFilters, bar: FilterBar): TemplateResult {
  const {words} = bar;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    filters.ask();
  };
  const wrong = filters.isBackwards
    ? html`${icon('attention')}<span>${words.of('filter.backwards')}</span>`
    : nothing;
  return html`<form
    class="row filters loose"
    role="search"
    aria-label=${`${words.of('filter.label')}: ${bar.name}`}
    @submit=${onSubmit}
  >
    <label class="control grow"
      ><span>${words.of('filter.search')}</span
      ><input
        type="search"
        maxlength=${longest}
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        .value=${live(filters.entered.q)}
        @input=${(event: Event) => filters.type('q', valueOf(event))}
    /></label>
    ${renderDay(filters, 'from', words)} ${renderDay(filters, 'to', words)}
    ${renderChoice(filters, 'direction', words, 'direction', directions)}
    ${renderChoice(filters, 'status', words, bar.table, bar.statuses)} ${bar.more ?? nothing}
    ${
      filters.isFilled
        ? html`<button class="button quiet small" type="button" @click=${() => filters.clear()}>
            ${icon('dismiss')}<span>${words.of('action.clear-filters')}</span>
          </button>`
        : nothing
    }
    <p class="wrong" role="status">${wrong}</p>
  </form>`;
}

const labels = {
  from: 'filter.from',
  to: 'filter.to',
  direction: 'filter.direction',
  status: 'filter.status',
} as const satisfies Partial<Record<FilterName, WordKey>>;

function renderDay(filters: ListFilters, name: 'from' | 'to', words: Words): TemplateResult {
  return html`<label class="control half"
    ><span>${words.of(labels[name])}</span
    ><input
      type="date"
      min="1000-01-01"
      max="9999-12-31"
      aria-invalid=${filters.isBackwards ? 'true' : 'false'}
      .value=${live(filters.entered[name])}
      @change=${(event: Event) => filters.type(name, valueOf(event))}
  /></label>`;
}

function renderChoice(
  filters: ListFilters,
  name: 'direction' | 'status',
  words: Words,
  table: StatusTable,
  values: readonly string[],
): TemplateResult {
  const chosen = filters.entered[name];
  return html`<label class="control half"
    ><span>${words.of(labels[name])}</span
    ><select @change=${(event: Event) => filters.choose(name, valueOf(event))}>
      <option value="" ?selected=${chosen === ''}>${words.of('filter.all')}</option>
      ${values.map(
        (value) =>
          html`<option value=${value} ?selected=${chosen === value}>
            ${statusWords(statusOf(table, value), words)}
          </option>`,
      )}
    </select></label
  >`;
}
