import {html, type TemplateResult} from 'lit';
import type {FeedState} from '../api/live-feed.js';
import type {Customer} from '../domain/customer.js';
import {renderText} from '../ui/bidi.js';
import {renderConnection} from '../ui/screen.js';
import {bone, factBones} from '../ui/skeleton.js';
import {headStatuses, renderPill, statusIn} from '../ui/pill.js';
import type {Words} from '../words/words.js';

/** Who this is: name, status and risk, and how fresh all of it is. */
export function renderHeader(
  customer: Customer,
  at: number,
  connection: FeedState,
  words: Words,
): TemplateResult {
  const {name} = customer;
  return html`<kyc-print-mark></kyc-print-mark>
    <div class="head" part="header">
      <div class="titles">
        <div class="person">
          <div class="stack tight">
            <h1>${name ? renderText(name, words) : words.of('profile.unnamed')}</h1>
            <div class="row">
              ${renderPill(statusIn(headStatuses.customer, customer.status), words)}
              ${renderPill(statusIn(headStatuses.risk, customer.risk), words)}
            </div>
          </div>
        </div>
        ${renderConnection(connection, at, words)}
      </div>
    </div>`;
}

/** The shape of a profile that is still to come. */
export const renderProfileSkeleton = (): TemplateResult =>
  html`<div class="stack wide">
    <div class="stack tight">${bone('w4', 'tall')}${bone('w2')}</div>
    ${factBones(9)}
  </div>`;
