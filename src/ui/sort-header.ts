import {html, nothing, type TemplateResult} from 'lit';
import {icon} from './icons.js';
import {stamp, type Drawing} from './stamp.js';

export type SortOrder = 'ascending' | 'descending';

export interface SortHeader {
  readonly label: string;
  /** How the rows stand by this column now; absent when another column orders them. */
  readonly order?: SortOrder | undefined;
  readonly end?: boolean;
  /** Called when the reviewer wants the rows in the order of this column, or the other way round. */
  readonly press: () => void;
}

/** The head of a column by which the rows can be ordered. */
export function renderSortHeader({label, order, end = false, press}: SortHeader): TemplateResult {
  const arrow =
    order && html`<span class=${order === 'ascending' ? 'arrow up' : 'arrow'}>${icon('sorted')}</span>`;
  return html`<th role="columnheader" scope="col" class=${end ? 'end' : nothing} aria-sort=${order ?? 'none'}>
    <button type="button" class="sort" @click=${press}>${label} ${arrow ?? nothing}</button>
  </th>`;
}

/** The head of a column that only names it. */
export const renderColumnHeader = (label: string, {end = false} = {}): Drawing =>
  end ? headerAtEnd(label) : header(label);

const header = stamp((label: string) => html`<th role="columnheader" scope="col">${label}</th>`);
const headerAtEnd = stamp(
  (label: string) => html`<th role="columnheader" scope="col" class="end">${label}</th>`,
);
