import {html, nothing, type TemplateResult} from 'lit';
import type {AmlRecord} from '../../domain/aml.js';
import {renderBy} from '../../evidence/render-finding.js';
import {renderText} from '../../ui/bidi.js';
import type {Drawing} from '../../ui/stamp.js';
import {renderMark, statusOf} from '../../ui/status.js';
import {renderUnreadable} from '../../ui/unreadable.js';
import {renderTime, renderValue} from '../../ui/values.js';
import type {Words} from '../../words/words.js';

/** Names of databases that are shown before one has to ask for the rest. */
const fewDatabases = 4;

const decisions = {true: 'aml.approved', false: 'aml.rejected', null: 'aml.undecided'} as const;

export interface AmlFacts {
  readonly words: Words;
  /** The names of all databases are shown. */
  readonly isUnfolded: boolean;
  /** Shows all databases, or only the first ones again. */
  readonly unfold: () => void;
}

/** What a check was made with, and what became of it; what it found stands elsewhere. */
export function renderAmlFacts(record: AmlRecord, given: AmlFacts): TemplateResult {
  const {words} = given;
  return html`<dl class="facts lines">
      ${renderFact(words.of('aml.checked'), renderTime(record.checked_at, words))}
      ${renderFact(words.of('aml.provider'), renderValue(record.provider, words))}
      ${renderFact(words.of('aml.databases'), renderDatabases(record.databases, given))}
      ${
        record.override
          ? renderFact(words.of('aml.overridden'), renderOverride(record, words))
          : renderFact(words.of('aml.decision'), words.of(decisions[`${record.approved}`]))
      }
    </dl>
    ${record.generation === 1 ? html`<p class="key">${words.of('aml.first-generation')}</p>` : nothing}
    ${renderUnreadable(words, record.databases)}`;
}

const renderFact = (label: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

function renderOverride({approved, override}: AmlRecord, words: Words): TemplateResult {
  return html`${renderMark(statusOf('amlOverride', approved), words)}
    <span class="key">${renderBy('aml.overridden-by', override?.by, override?.at, words)}</span>`;
}

function renderDatabases(databases: AmlRecord['databases'], {words, isUnfolded, unfold}: AmlFacts): Drawing {
  if (databases.length === 0) return renderValue(undefined, words);
  const rest = databases.length - fewDatabases;
  const name = isUnfolded ? words.of('action.show-less') : words.of('aml.more-databases', {n: rest});
  return html`<span class="row">
    ${databases.map(
      (each, at) =>
        html`<span class="tag plain ${isUnfolded || at < fewDatabases ? '' : 'only-paper'}"
          >${renderText(each, words)}</span
        >`,
    )}
    ${
      rest > 0
        ? html`<button
            type="button"
            class="button small quiet"
            aria-expanded=${isUnfolded ? 'true' : 'false'}
            aria-label=${isUnfolded ? `${name}: ${words.of('aml.databases')}` : `+${rest}: ${name}`}
            @click=${unfold}
          >
            <span class="signed">${isUnfolded ? name : `+${rest}`}</span>
          </button>`
        : nothing
    }
  </span>`;
}
