import {html, nothing, type TemplateResult} from 'lit';
import type {AmlRecord} from '../../domain/aml.js';
import type {Customer} from '../../domain/customer.js';
import {renderFinding} from '../../evidence/render-finding.js';
import {icon} from '../../ui/icons.js';
import {renderMark, renderTag, statusOf} from '../../ui/status.js';
import {renderUnreadable} from '../../ui/unreadable.js';
import {renderTime} from '../../ui/values.js';
import type {Words} from '../../words/words.js';

export interface AmlCheck {
  readonly words: Words;
  /** Whom the findings are compared with. */
  readonly person: Customer | undefined;
  /** The facts of the check once it was opened; before that nothing below its line is drawn. */
  readonly facts: TemplateResult | undefined;
  /** The reviewer opened it. */
  readonly open: () => void;
}

/** One check in the history: a line that opens to its facts and to all that it found. */
export function renderAmlCheck(record: AmlRecord, {words, person, facts, open}: AmlCheck): TemplateResult {
  const {findings} = record;
  const onToggle = ({target, currentTarget}: Event): void => {
    // A finding inside has a fold of its own.
    if (target === currentTarget && (target as HTMLDetailsElement).open) open();
  };
  return html`<details @toggle=${onToggle}>
    <summary>
      ${icon('unfold')}${renderTime(record.checked_at, words)}${renderTag(statusOf('aml', record.status), words)}
      <span class="key">${words.of('aml.findings', {n: findings.length})}</span>
      ${record.override ? renderMark(statusOf('amlOverride', record.approved), words) : nothing}
    </summary>
    ${facts ? renderContent(record, facts, person, words) : nothing}
  </details>`;
}

function renderContent(
  {findings}: AmlRecord,
  facts: TemplateResult,
  person: Customer | undefined,
  words: Words,
): TemplateResult {
  return html`<div class="stack">
    ${facts}
    ${
      person
        ? findings.map((finding, at) =>
            renderFinding(finding, {person, words, position: at + 1, total: findings.length}),
          )
        : nothing
    }
    ${renderUnreadable(words, findings)}
  </div>`;
}
