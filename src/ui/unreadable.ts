import {html, nothing, type TemplateResult} from 'lit';
import {unreadableIn} from '../domain/unreadable.js';
import type {Words} from '../words/words.js';
import {icon} from './icons.js';

/** Tells the reviewer how many rows came in a form that could not be read; nothing where all were. */
export function renderUnreadableCount(count: number, words: Words): TemplateResult | typeof nothing {
  if (count <= 0) return nothing;
  return html`<p class="key row" part="unreadable">
    ${icon('attention')}${words.of('state.unreadable', {n: count})}
  </p>`;
}

/** The same for lists as they were read. */
export const renderUnreadable = (
  words: Words,
  ...lists: readonly (readonly unknown[])[]
): TemplateResult | typeof nothing =>
  renderUnreadableCount(
    lists.reduce((sum, rows) => sum + unreadableIn(rows), 0),
    words,
  );
