import {html, nothing, type TemplateResult} from 'lit';
import type {ScoreOfDocument} from '../../domain/document-score.js';
import type {Mismatch} from '../../domain/document.js';
import {fullScore} from '../../domain/score.js';
import {renderText} from '../../ui/bidi.js';
import {formatsFor} from '../../ui/format.js';
import {isWordKey, type Words} from '../../words/words.js';

/** Points out of a hundred, in a direction of their own. */
export function renderPoints(shown: number, words: Words): TemplateResult {
  const formats = formatsFor(words.locale);
  return html`<span class="score"
    >${formats.number(shown)} <span class="muted">/ ${formats.number(fullScore)}</span></span
  >`;
}

/** A document's score and how it came about, deduction by deduction. */
export function renderScore(score: ScoreOfDocument | undefined, words: Words): TemplateResult {
  return html`<div class="well stack tight">
    <div class="row spread">
      <span class="strong">${words.of('documents.score')}</span>
      ${score ? html`<span class="strong">${renderPoints(score.shown, words)}</span>` : nothing}
    </div>
    <p class="key">${score ? renderSum(score, words) : words.of('papers.no-score-yet')}</p>
  </div>`;
}

function renderSum({raw, shown, costs, isExplained}: ScoreOfDocument, words: Words): unknown {
  const formats = formatsFor(words.locale);
  if (!isExplained) return words.of('papers.not-explained');
  const clipped =
    raw === shown
      ? nothing
      : words.of('papers.clipped', {raw: formats.number(raw), shown: formats.number(shown)});
  if (costs.length === 0) return html`${words.of('papers.no-deductions')} ${clipped}`;
  return html`<span class="signed">${formats.number(fullScore)}</span>
    ${costs.map((each) => renderTerm(each, words))}. ${clipped} ${words.of('papers.weights')}`;
}

function renderTerm({kind, weight}: Mismatch, words: Words): TemplateResult {
  const key = `cost.${kind}`;
  return html` <span class="signed">− ${formatsFor(words.locale).number(weight ?? 0)}</span> ${
      isWordKey(key) ? words.of(key) : renderText(kind, words)
    }`;
}
