import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {differingParts, type Piece} from '../domain/differing-parts.js';
import {ReviewPart} from '../session/review-part.js';
import {renderPieces, renderText} from '../ui/bidi.js';
import {compareStyles} from '../ui/compare.styles.js';
import {formatsFor} from '../ui/format.js';
import {partStyles} from '../ui/host.styles.js';
import {renderMark, type Status} from '../ui/status.js';
import {statusStyles} from '../ui/status.styles.js';
import {tableStyles} from '../ui/tables.styles.js';
import {stamp, type Drawing} from '../ui/stamp.js';
import {renderMissing, renderSigned} from '../ui/values.js';
import {valueStyles} from '../ui/values.styles.js';
import {compareTableStyles} from './compare-table.styles.js';
import {RowFocusEvent} from './evidence-events.js';
import {keptOrder} from './kept-order.js';
import {renderCost} from './render-document.js';

/** Two values side by side, as they are shown. */
export interface CompareRow {
  readonly key: string;
  readonly label: string;
  readonly left: string | undefined;
  /** Stands where there is no left value. */
  readonly noLeft?: string;
  readonly right: string | undefined;
  /** How the two stand to each other. */
  readonly sign: Status;
  readonly stands: 'differing' | 'close' | 'quiet';
  /** Points. */
  readonly deduction?: number | undefined;
  /** 0 to 1. */
  readonly confidence?: number | null | undefined;
  /** Ids and machine-readable lines. */
  readonly mono?: boolean;
  /** There is a place on an image to be framed. */
  readonly framed?: boolean;
}

const odd = stamp((text: string) => html`<span class="odd">${text}</span>`);

/** From here on a value is read, not searched for a letter. */
const longestToDiff = 400;

/**
 * Declared values beside found ones, the sign between them. Rows keep their places as long as the focus is inside.
 *
 * @tag kyc-compare-table
 * @fires {RowFocusEvent} row-focus - The reviewer turned to a row whose place on the image is known.
 */
export class CompareTable extends ReviewPart {
  static override styles = [
    ...partStyles,
    tableStyles,
    statusStyles,
    valueStyles,
    compareStyles,
    compareTableStyles,
  ];

  /** The rows in their best order: what differs first. */
  @property({attribute: false}) rows: readonly CompareRow[] = [];

  /** What the table is, for its name. */
  @property() caption = '';

  /** The heading of the values on the left. */
  @property({attribute: 'left-title'}) leftTitle = '';

  /** The heading of the values on the right. */
  @property({attribute: 'right-title'}) rightTitle = '';

  /** Whether there is a column for the confidence of the reading. */
  @property({type: Boolean, attribute: 'with-confidence'}) withConfidence = false;

  /** The key of the row whose place is framed on the image. */
  @property({attribute: false}) chosen: string | undefined;

  private shown: readonly CompareRow[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rows')) return;
    const isHeld = this.shadowRoot?.activeElement !== null;
    this.shown = isHeld ? keptOrder(this.shown, this.rows) : this.rows;
  }

  protected override render(): TemplateResult {
    const {words} = this;
    // The roles stand in the markup because the narrow layout turns rows into grids, which would take them away.
    return html`<div class="scroll" part="table" tabindex="0" role="group" aria-label=${this.caption}>
      <table class="compare stackable" role="table">
        <caption class="hidden">
          ${this.caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${words.of('documents.field')}</th>
            <th role="columnheader" scope="col">${this.leftTitle}</th>
            <th role="columnheader" scope="col">${words.of('documents.sign')}</th>
            <th role="columnheader" scope="col">${this.rightTitle}</th>
            ${
              this.withConfidence
                ? html`<th role="columnheader" scope="col" class="end">
                    ${words.of('documents.confidence')}
                  </th>`
                : nothing
            }
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            this.shown,
            ({key}) => key,
            (row) => this.renderRow(row),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private renderRow(row: CompareRow): TemplateResult {
    const {words} = this;
    const chosen = row.framed === true && row.key === this.chosen;
    const bar = {differing: 'is-differing', close: 'is-close', quiet: ''}[row.stands];
    const {one, other} = this.parts(row);
    return html`<tr role="row" class="${bar} ${chosen ? 'is-chosen' : ''}">
      <th role="rowheader" scope="row">${this.renderName(row, chosen)}</th>
      <td role="cell" data-label=${this.leftTitle}>
        ${row.left === undefined && row.noLeft ? html`<span class="muted">${row.noLeft}</span>` : this.renderValue(row.left, one, row)}
      </td>
      <td role="cell" class="sign">
        ${renderMark(row.sign, words)} ${row.deduction ? renderCost(row.deduction, words) : nothing}
      </td>
      <td role="cell" data-label=${this.rightTitle}>${this.renderValue(row.right, other, row)}</td>
      ${
        this.withConfidence
          ? html`<td role="cell" class="end muted nowrap" data-label=${words.of('documents.confidence')}>
              ${
                typeof row.confidence === 'number'
                  ? renderSigned(formatsFor(words.locale).percent(row.confidence))
                  : renderMissing(words)
              }
            </td>`
          : nothing
      }
    </tr>`;
  }

  private renderName({key, label, framed}: CompareRow, chosen: boolean): unknown {
    if (!framed) return renderText(label, this.words);
    // Some browsers do not focus a button that is clicked.
    const turn = () => this.onTurn(key);
    return html`<button
      type="button"
      class="field"
      aria-pressed=${chosen ? 'true' : 'false'}
      @focus=${turn}
      @click=${turn}
    >
      <bdi>${label}</bdi>
    </button>`;
  }

  private parts({left, right, stands}: CompareRow): {one?: readonly Piece[]; other?: readonly Piece[]} {
    const compared = stands !== 'quiet' && left !== undefined && right !== undefined;
    return compared && left.length + right.length <= longestToDiff ? differingParts(left, right) : {};
  }

  private renderValue(
    value: string | undefined,
    pieces: readonly Piece[] | undefined,
    {mono}: CompareRow,
  ): Drawing {
    const {words} = this;
    if (value === undefined) return renderMissing(words);
    const text = pieces
      ? html`<bdi
          >${pieces.map(({text, odd}) => (odd ? this.renderOdd(text) : renderPieces(text, words)))}</bdi
        >`
      : renderText(value, words);
    return mono ? html`<span class="mono">${text}</span>` : text;
  }

  private renderOdd(text: string): Drawing {
    const pieces = renderPieces(text, this.words);
    return typeof pieces === 'string' ? odd(pieces) : html`<span class="odd">${pieces}</span>`;
  }

  private onTurn(key: string): void {
    if (key !== this.chosen) this.dispatchEvent(new RowFocusEvent(key));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-compare-table': CompareTable;
  }
}
