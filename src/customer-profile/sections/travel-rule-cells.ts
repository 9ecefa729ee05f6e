import {html, nothing, type TemplateResult} from 'lit';
import type {TravelRuleLog} from '../../domain/travel-rule.js';
import {renderText} from '../../ui/bidi.js';
import {icon} from '../../ui/icons.js';
import {renderDirection, renderMark, statusOf} from '../../ui/status.js';
import {renderAmount, renderMono, renderTime, renderValue} from '../../ui/values.js';
import type {Drawing} from '../../ui/stamp.js';
import type {Words} from '../../words/words.js';

/** The cells of one log, in the order of the columns; in narrow containers they stand below each other with their labels. */
export function renderTravelRuleCells(each: TravelRuleLog, words: Words): TemplateResult {
  return html`<td role="cell" class="nowrap">${renderTime(each.at, words)}</td>
    <td role="cell">${renderDirection(each.direction, words)}</td>
    <td role="cell" class="span" data-label=${words.of('travel.originator')}>
      ${renderValue(each.originator, words)}
    </td>
    <td role="cell" class="span" data-label=${words.of('travel.beneficiary')}>
      ${renderValue(each.beneficiary, words)}
    </td>
    <td role="cell" class="span" data-label=${words.of('travel.vasps')}>${renderProviders(each, words)}</td>
    <td role="cell" class="span" data-label=${words.of('travel.chain')}>${renderChain(each, words)}</td>
    <td role="cell" class="end">${renderAmount(each.amount, each.asset, words)}</td>
    <td role="cell" class="state">
      ${renderMark(statusOf('travelRule', each.status), words)}
      ${each.status_reason ? html`<div class="key">${renderText(each.status_reason, words)}</div>` : nothing}
    </td>`;
}

const renderProvider = (name: string | null | undefined, words: Words): Drawing =>
  name?.trim() ? renderText(name, words) : html`<span class="muted">${words.of('value.unknown')}</span>`;

/** The sentence in words for the ear; names and an arrow for the eye. The arrow stays with the name it leads to. */
function renderProviders(each: TravelRuleLog, words: Words): unknown {
  return words.parts('travel.vasp-to').map((part) => {
    if (typeof part === 'string') return html`<span class="hidden">${part}</span>`;
    return part.placeholder === 'from'
      ? html`<span class="provider">${renderProvider(each.originator_vasp, words)}</span> `
      : html`<span class="provider">${icon('onward')}${renderProvider(each.beneficiary_vasp, words)}</span>`;
  });
}

/** Longer hashes are folded in the middle, and unfold in place. */
const longestHash = 20;

function renderChain(each: TravelRuleLog, words: Words): TemplateResult {
  const hash = each.tx_hash?.trim() ? each.tx_hash : undefined;
  return html`${renderValue(each.blockchain, words)}${hash ? renderHash(hash, words) : nothing}`;
}

function renderHash(hash: string, words: Words): TemplateResult {
  const whole = renderMono(hash, words);
  const short = `${hash.slice(0, 8)}…${hash.slice(-8)}`;
  return html`<div class="hash">
    ${
      hash.length > longestHash
        ? html`<details>
            <summary>${renderMono(short, words)}</summary>
            ${whole}
          </details>`
        : whole
    }
    <kyc-copy-button .value=${hash} label=${words.of('travel.hash')}></kyc-copy-button>
  </div>`;
}
