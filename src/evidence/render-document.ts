import {html, nothing, type TemplateResult} from 'lit';
import type {Document, Mismatch, Validation} from '../domain/document.js';
import {renderText} from '../ui/bidi.js';
import {formatsFor} from '../ui/format.js';
import {renderMark, statusOf} from '../ui/status.js';
import {isWordKey, type Words} from '../words/words.js';

/** What a document is called: its title, else the word for its class, else the class code itself. */
export function documentTitle({title, type}: Pick<Document, 'title' | 'type'>, words: Words): string {
  if (title?.trim()) return title;
  const key = `class.${type}`;
  return isWordKey(key) ? words.of(key) : type || words.of('documents.unnamed');
}

/** What the automated checks of a document found. */
export function renderChecks(validations: readonly Validation[], words: Words): TemplateResult {
  if (validations.length === 0) return html`<p class="key">${words.of('documents.no-checks')}</p>`;
  return html`<ul class="row loose checks" role="list" aria-label=${words.of('documents.checks')}>
    ${validations.map(
      ({key, label, outcome, detail}) =>
        html`<li>
          ${renderMark(statusOf('validation', outcome), words, label?.trim() || key)}
          ${detail?.trim() ? html`<span class="key">${renderText(detail, words)}</span>` : nothing}
        </li>`,
    )}
  </ul>`;
}

/** Mismatches that stand in no row of a table, each with what it cost. */
export function renderMismatches(
  mismatches: readonly Mismatch[],
  words: Words,
): TemplateResult | typeof nothing {
  if (mismatches.length === 0) return nothing;
  return html`<ul class="row loose small" role="list">
    ${mismatches.map(({kind, weight}) => {
      const key = `mismatch.${kind}`;
      return html`<li class="row">
        ${renderMark({tone: 'negative', icon: 'differs', ...(isWordKey(key) ? {word: key} : {word: 'agreement.differs'})}, words)}
        ${isWordKey(key) ? nothing : renderText(kind, words)} ${weight ? renderCost(weight, words) : nothing}
      </li>`;
    })}
  </ul>`;
}

/** Points that were taken off. */
export const renderCost = (points: number, words: Words): TemplateResult =>
  html`<span class="cost"
    ><span aria-hidden="true">${`−${formatsFor(words.locale).number(points)}`}</span
    ><span class="hidden">${words.of('documents.deduction', {n: points})}</span></span
  >`;
