import {html, type TemplateResult} from 'lit';
import type {Transaction} from '../../domain/transaction.js';
import {renderText} from '../../ui/bidi.js';
import {icon} from '../../ui/icons.js';
import {renderDirection, renderMark, renderRisk, statusOf} from '../../ui/status.js';
import {renderAmount, renderBlankCell, renderTime, renderValue} from '../../ui/values.js';
import type {Words} from '../../words/words.js';

/** The cells of one transaction, in the order of the columns; in narrow containers they stand two by two. */
export function renderTransactionCells(each: Transaction, words: Words): TemplateResult {
  return html`<td role="cell" class="nowrap">${renderTime(each.at, words)}</td>
    <td role="cell" class="strong who">${renderValue(each.counterparty, words)}</td>
    <td role="cell">${renderDirection(each.direction, words)}</td>
    <td role="cell" class="end">${renderAmount(each.amount, each.currency, words, each.direction)}</td>
    <td role="cell">${renderMark(statusOf('transaction', each.status), words)}</td>
    <td role="cell" class="nowrap">${renderRisk(each.risk_score, words, each.risk_level)}</td>
    ${
      each.rules.length > 0
        ? html`<td role="cell" class="span">
            <ul class="row rules">
              ${each.rules.map((rule) => renderRule(rule, words))}
            </ul>
          </td>`
        : renderBlankCell(words.of('transactions.no-rules'))
    }`;
}

function renderRule(rule: string, words: Words): TemplateResult {
  return html`<li class="mark rule">
    ${icon('risk-mark')}<span class="small">${renderText(rule, words)}</span>
  </li>`;
}
