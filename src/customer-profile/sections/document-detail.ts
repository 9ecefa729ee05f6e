import {html, nothing, type TemplateResult} from 'lit';
import {deductionsOf} from '../../domain/deductions.js';
import type {Document} from '../../domain/document.js';
import type {RowFocusEvent} from '../../evidence/evidence-events.js';
import {fieldRows} from '../../evidence/field-rows.js';
import {documentTitle, renderChecks, renderMismatches} from '../../evidence/render-document.js';
import {renderText} from '../../ui/bidi.js';
import {formatsFor} from '../../ui/format.js';
import {renderNotice} from '../../ui/notice.js';
import {documentStatus, renderMark, statusOf} from '../../ui/status.js';
import {renderUnreadable} from '../../ui/unreadable.js';
import {renderTime} from '../../ui/values.js';
import type {Words} from '../../words/words.js';

export interface DocumentDetail {
  readonly words: Words;
  /** The row of the field that is framed on the picture. */
  readonly chosen: string | undefined;
  /** The reviewer chose the row of a field. */
  readonly onChoose: (event: RowFocusEvent) => void;
}

/** What is known of a document beside its pictures: its status, its checks, and what was read from it. */
export function renderDocumentDetail(document: Document, given: DocumentDetail): TemplateResult {
  const {words} = given;
  return html`<div class="stack detail">
    <header>
      <h3 class="subheading">${renderText(documentTitle(document, words), words)}</h3>
      ${renderMark(documentStatus(document), words)}
      ${document.archived ? renderMark(statusOf('document', 'archived'), words) : nothing}
      <span class="key push"
        >${words.of('documents.uploaded')}
        ${renderTime(document.uploaded_at, words)}${
          document.score
            ? html` · ${words.of('documents.score')}
                <span class="score">${formatsFor(words.locale).number(document.score.shown)}</span>`
            : nothing
        }</span
      >
    </header>
    ${renderRejection(document, words)}
    ${document.replaces ? html`<p class="key">${words.of('documents.replaces')}</p>` : nothing}
    ${renderChecks(document.validations, words)} ${renderFields(document, given)}
    ${renderUnreadable(words, document.fields, document.validations, document.mismatches)}
  </div>`;
}

function renderRejection(
  {approved, reject_reason: reason}: Document,
  words: Words,
): TemplateResult | typeof nothing {
  if (approved !== false || !reason?.trim()) return nothing;
  return renderNotice({
    tone: 'negative',
    icon: 'rejected',
    what: `${words.of('documents.reject-reason')}:`,
    why: renderText(reason, words),
  });
}

function renderFields(document: Document, {words, chosen, onChoose}: DocumentDetail): TemplateResult {
  const {others} = deductionsOf(document);
  if (document.fields.length === 0) {
    return html`<p class="key">${words.of('documents.no-fields')}</p>
      ${renderMismatches(others, words)}`;
  }
  return html`<kyc-compare-table
      exportparts="table"
      .rows=${fieldRows(document, words)}
      .caption=${words.of('documents.fields')}
      .leftTitle=${words.of('documents.declared')}
      .rightTitle=${words.of('documents.on-document')}
      .withConfidence=${true}
      .chosen=${chosen}
      @row-focus=${onChoose}
    ></kyc-compare-table>
    ${renderMismatches(others, words)}`;
}
