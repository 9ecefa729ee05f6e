import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {rulesInOrder, type Customer, type Rule} from '../../domain/customer.js';
import type {LoadState} from '../../session/load-state.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderText} from '../../ui/bidi.js';
import {renderEmpty} from '../../ui/empty.js';
import {renderLoadState} from '../../ui/render-load-state.js';
import {renderSection} from '../../ui/section.js';
import {tableBones} from '../../ui/skeleton.js';
import {renderMark, statusOf} from '../../ui/status.js';
import {renderUnreadable} from '../../ui/unreadable.js';
import {renderBlankCell, renderValue} from '../../ui/values.js';
import {isWordKey} from '../../words/words.js';
import {stepsStyles} from './steps-section.styles.js';

/** A customer passes a handful of steps; whoever has more sees them by and by. */
const rowsAtOnce = 100;

/**
 * The verification steps of a customer, in their order.
 *
 * @tag kyc-steps-section
 */
export class StepsSection extends ReviewPart {
  static override styles = stepsStyles;

  override readonly partId = 'steps';

  /** Whose steps to show; absent while it loads. */
  @property({attribute: false}) customer: Customer | undefined;

  @state() private rows = rowsAtOnce;

  protected override render(): TemplateResult {
    const {customer, words} = this;
    const title = words.of('section.steps');
    const load: LoadState<Customer> = customer
      ? {status: 'ready', value: customer, at: 0}
      : {status: 'loading'};
    const rules = customer?.rules ?? [];
    const approved = rules.filter(({status}) => status === 'APPROVED').length;
    return renderSection(
      {
        id: this.partId,
        title,
        ...(rules.length > 0 && {count: words.of('steps.approved', {n: approved, total: rules.length})}),
      },
      renderLoadState(load, {
        words,
        name: title,
        skeleton: tableBones(5),
        ready: (value) => this.renderReady(value),
        retry: () => undefined,
      }),
    );
  }

  private renderReady({rules}: Customer): TemplateResult {
    const {words} = this;
    const unreadable = renderUnreadable(words, rules, ...rules.map(({errors}) => errors));
    if (rules.length === 0) {
      return html`${renderEmpty('not-started', words.of('steps.none'), words.of('steps.none-why'))}${unreadable}`;
    }
    const ordered = rulesInOrder(rules);
    return html`
      <div class="scroll" part="table" tabindex="0" role="group" aria-label=${words.of('section.steps')}>
        <table class="stackable steps" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader">${words.of('steps.number')}</th>
              <th role="columnheader">${words.of('steps.step')}</th>
              <th role="columnheader">${words.of('steps.status')}</th>
              <th role="columnheader" class="end">${words.of('steps.attempts')}</th>
              <th role="columnheader">${words.of('steps.errors')}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${ordered.slice(0, this.rows).map((rule, at) => this.renderRow(rule, at + 1))}
          </tbody>
        </table>
      </div>
      ${
        ordered.length > this.rows
          ? html`<p>
              <button type="button" class="button small" @click=${this.onMore}>
                ${words.of('steps.show-more')}
              </button>
            </p>`
          : nothing
      }
      ${unreadable}
    `;
  }

  private renderRow(rule: Rule, number: number): TemplateResult {
    const {words} = this;
    return html`<tr role="row">
      <td role="cell" class="muted number">${number}</td>
      <th role="rowheader" scope="row" class="strong name">
        ${rule.title?.trim() ? renderText(rule.title, words) : words.of('steps.unnamed')}
        ${this.renderClasses(rule)}
      </th>
      <td role="cell" class="status">${renderMark(statusOf('step', rule.status), words)}</td>
      <td role="cell" class="end attempts" data-label=${words.of('steps.attempts')}>
        ${renderValue(rule.attempt, words)}
      </td>
      ${
        rule.errors.length > 0
          ? html`<td role="cell" class="span errors">
              <ul class="stack tight small">
                ${rule.errors.map((error) => this.renderError(error))}
              </ul>
            </td>`
          : renderBlankCell(words.of('steps.no-errors'))
      }
    </tr>`;
  }

  /** What has to be handed in, unless the title says just that. */
  private renderClasses({title, document_classes: classes}: Rule): TemplateResult | typeof nothing {
    const {words} = this;
    const shown = classes
      .map((code) => {
        const key = `class.${code}`;
        return {code, word: isWordKey(key) ? words.of(key) : undefined};
      })
      .filter(({code, word}) => (word ?? code).toLowerCase() !== title?.trim().toLowerCase());
    if (shown.length === 0) return nothing;
    return html`<span class="key"
      >${shown.map(({code, word}, at) => html`${at > 0 ? ' · ' : ''}${word ?? renderText(code, words)}`)}</span
    >`;
  }

  private renderError({message, code}: Rule['errors'][number]): TemplateResult {
    const {words} = this;
    if (message.trim()) return html`<li>${renderText(message, words)}</li>`;
    return html`<li>${renderValue(code, words, {mono: true})}</li>`;
  }

  private onMore(): void {
    this.rows += 2 * rowsAtOnce;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-steps-section': StepsSection;
  }
}
