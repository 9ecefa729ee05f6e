import {html, nothing, type TemplateResult} from 'lit';
import type {ScoreOfDocument} from '../../domain/document-score.js';
import type {Mismatch} from '../../domain/document.js';
import {fullScore} from '../../domain/score.js';
import {renderText} from '../../ui/bidi.js';
import {formatsFor} from '../../ui/format.js';
import {renderPhrase} from '../../ui/phrase.js';
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
  const clipped = raw === shown ? nothing : renderClipped(raw, shown, words);
  if (costs.length === 0) return html`${words.of('papers.no-deductions')} ${clipped}`;
  return html`<span class="signed">${formats.number(fullScore)}</span>
    ${costs.map((each) => renderTerm(each, words))}. ${clipped} ${words.of('papers.weights')}`;
}

const renderClipped = (raw: number, shown: number, words: Words): unknown =>
  renderPhrase(words, 'papers.clipped', {
    raw: renderSigned(raw, words),
    shown: renderSigned(shown, words),
  });

/** A number with a true minus, which stays on its side. */
const renderSigned = (value: number, words: Words): TemplateResult =>
  html`<span class="signed"
    >${value < 0 ? '−' : ''}${formatsFor(words.locale).number(Math.abs(value))}</span
  >`;

function renderTerm({kind, weight}: Mismatch, words: Words): TemplateResult {
  const key = `cost.${kind}`;
  return html` <span class="signed">− ${formatsFor(words.locale).number(weight ?? 0)}</span> ${
      isWordKey(key) ? words.of(key) : renderText(kind, words)
    }`;
}
