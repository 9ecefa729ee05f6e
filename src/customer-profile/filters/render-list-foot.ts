import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../../ui/icons.js';
import {renderUnreadableCount} from '../../ui/unreadable.js';
import type {RowsState} from '../../session/rows-controller.js';
import type {Words} from '../../words/words.js';

export interface ListFoot {
  readonly rows: RowsState;
  /** The first and the last row in view, counted from 0. */
  readonly view: {readonly first: number; readonly last: number};
  readonly words: Words;
  /** Shows the rows that wait. */
  readonly show: () => void;
}

/**
 * The line below a long list: which rows are in view, and that the list has grown or shrunk meanwhile. It stands below,
 * so that no row moves when it comes.
 */
export function renderListFoot({rows, view, words, show}: ListFoot): TemplateResult {
  const {total, waiting, unreadable} = rows;
  const from = Math.min(view.first + 1, total);
  const to = Math.min(view.last + 1, total);
  const changed =
    waiting > 0
      ? html`${icon('refresh')}<span>${words.of('list.changed', {n: waiting})}</span>
          <button type="button" class="button quiet small" @click=${show}>
            ${words.of('action.show-changes')}
          </button>`
      : nothing;
  return html`<div class="row loose list-foot">
      <p class="key">${words.of('transactions.rows', {from, to, total})}</p>
      <div class="row small" role="status">${changed}</div>
    </div>
    ${renderUnreadableCount(unreadable, words)}`;
}
