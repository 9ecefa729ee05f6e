import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {deductionsOf} from '../../domain/deductions.js';
import {scoreOfDocument} from '../../domain/document-score.js';
import {documentsInOrder, type Document, type File} from '../../domain/document.js';
import {withFaceCovered} from '../../domain/face-match.js';
import type {Verification} from '../../domain/verification.js';
import {checkStyles} from '../../evidence/checks.styles.js';
import type {RowFocusEvent} from '../../evidence/evidence-events.js';
import {fieldLabel, fieldOfRow, fieldPlaces, fieldRows} from '../../evidence/field-rows.js';
import {documentTitle, renderChecks, renderMismatches} from '../../evidence/render-document.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderText} from '../../ui/bidi.js';
import {compareStyles} from '../../ui/compare.styles.js';
import {buttonStyles} from '../../ui/controls.styles.js';
import {coveredStyles} from '../../ui/covered.styles.js';
import {renderEmpty} from '../../ui/empty.js';
import {choiceStyles} from '../../ui/evidence.styles.js';
import {partStyles} from '../../ui/host.styles.js';
import {icon} from '../../ui/icons.js';
import {renderNotice} from '../../ui/notice.js';
import {panelStyles, sectionStyles} from '../../ui/panels.styles.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {renderMark, statusOf} from '../../ui/status.js';
import {statusStyles} from '../../ui/status.styles.js';
import {renderUnreadable} from '../../ui/unreadable.js';
import {valueStyles} from '../../ui/values.styles.js';
import {evidenceWords} from '../../words/evidence-words.js';
import {addWords} from '../../words/words.js';
import {countsOf, renderVerdict, verdictOf} from './document-verdict.js';
import {documentsTabStyles} from './documents-tab.styles.js';
import {renderPoints, renderScore} from './render-score.js';

addWords(evidenceWords);

/** Documents to choose from at first, and with every press of "Show more". */
const step = 100;

/**
 * The documents of a verification: what they look like, what was declared and what was read from them, and what each
 * difference cost.
 *
 * @tag kyc-documents-tab
 */
export class DocumentsTab extends ReviewPart {
  static override styles = [
    ...partStyles,
    sectionStyles,
    panelStyles,
    buttonStyles,
    statusStyles,
    valueStyles,
    noticeStyles,
    stateStyles,
    compareStyles,
    choiceStyles,
    checkStyles,
    coveredStyles,
    documentsTabStyles,
  ];

  override readonly partId = 'documents';

  /** Whose documents to show. */
  @property({attribute: false}) verification: Verification | undefined;

  /** Whether everything that speaks of the face match stays covered. */
  @property({type: Boolean}) covered = false;

  /** The id of the document that is looked at; it stays through refreshes. */
  @state() private chosenId: string | undefined;
  @state() private framed: {readonly documentId: string; readonly row: string} | undefined;
  @state() private length = step;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('verification');
    if (before && before.id !== this.verification?.id) {
      this.chosenId = undefined;
      this.framed = undefined;
      this.length = step;
    }
    // What is looked at stays, whatever comes before it.
    this.chosenId = this.chosenOf(this.documents)?.id;
  }

  /** Moves to the next (1) or the previous (-1) document, and focuses it. */
  async step(by: 1 | -1): Promise<void> {
    const {documents} = this;
    const chosen = this.chosenOf(documents);
    const next = chosen && documents[documents.indexOf(chosen) + by];
    if (next) this.chosenId = next.id;
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('.choice[aria-current]')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const {verification, words, documents} = this;
    if (!verification) return nothing;
    const chosen = this.chosenOf(documents);
    const unreadable = renderUnreadable(words, verification.documents);
    if (!chosen) return html`${this.renderNone(verification)}${unreadable}`;
    return html`<div class="stack wide">
      ${this.renderChoices(documents, chosen, verification)} ${unreadable}
      ${this.renderDocument(chosen, verification)}
    </div>`;
  }

  private renderNone({requirements}: Verification): TemplateResult {
    const {words} = this;
    const isAsked = requirements.length === 0 || requirements.includes('document');
    return renderEmpty(
      'document',
      words.of('papers.none'),
      words.of(isAsked ? 'papers.none-why' : 'papers.not-asked'),
    );
  }

  private renderChoices(
    documents: readonly Document[],
    chosen: Document,
    verification: Verification,
  ): TemplateResult {
    const {words} = this;
    // The chosen document is among them, however many there are.
    const shown = documents.slice(0, Math.max(this.length, documents.indexOf(chosen) + 1));
    const rest = documents.length - shown.length;
    return html`<div class="stack tight">
      <div class="choices across" role="group" aria-label=${words.of('papers.label')}>
        ${repeat(
          shown,
          ({id}) => id,
          (document) => this.renderChoice(document, document === chosen, verification),
        )}
      </div>
      ${
        rest > 0
          ? html`<button type="button" class="button small quiet" @click=${this.onMore}>
              ${`${words.of('action.show-more')} (${words.of('value.and-more', {n: rest})})`}
            </button>`
          : nothing
      }
    </div>`;
  }

  private renderChoice(document: Document, isChosen: boolean, verification: Verification): TemplateResult {
    const {words} = this;
    return html`<button
      type="button"
      class="choice"
      aria-current=${isChosen ? 'true' : nothing}
      @click=${() => this.onChoose(document)}
    >
      <span class="strong">${renderText(documentTitle(document, words), words)}</span>
      <span class="key">${this.renderWorth(document, verification)}${this.renderExtent(document.files)}</span>
      ${renderVerdict(verdictOf(document, words))}
    </button>`;
  }

  private renderWorth(document: Document, verification: Verification): unknown {
    const {words} = this;
    if (this.covered) return words.of('papers.score-covered');
    const score = scoreOfDocument(document, verification);
    return score ? renderPoints(score.shown, words) : words.of('papers.no-score');
  }

  private renderExtent(files: readonly File[]): unknown {
    const {words} = this;
    const n = files.length;
    if (n === 0) return ` · ${words.of('documents.no-files')}`;
    const sides = new Set(files.map(({side}) => side));
    if (n === 2 && sides.has('front') && sides.has('back')) return ` · ${words.of('papers.front-and-back')}`;
    return ` · ${words.of(sides.size === 1 && sides.has('page') ? 'papers.pages' : 'papers.files', {n})}`;
  }

  private renderDocument(document: Document, verification: Verification): TemplateResult {
    const {words, covered} = this;
    const title = documentTitle(document, words);
    // What is covered leaves lists without their count of rows that could not be read.
    const asRead = verification.documents.find(({id}) => id === document.id) ?? document;
    return html`${this.renderPictures(document, title)} ${renderUnreadable(words, document.files)}
      <div class="bar">
        <h2 class="heading">${words.of('papers.read')}</h2>
        ${document.archived ? renderMark(statusOf('document', 'archived'), words) : nothing}
        <span class="row push">${this.renderCounts(document)}</span>
      </div>
      ${this.renderRejection(document)} ${this.renderFields(document, title)}
      ${renderMismatches(deductionsOf(document).others, words)} ${renderChecks(document.validations, words)}
      ${renderUnreadable(words, asRead.fields, asRead.validations, asRead.mismatches)}
      ${covered ? this.renderCovered() : renderScore(scoreOfDocument(document, verification), words)}`;
  }

  private renderPictures(document: Document, title: string): TemplateResult {
    const {words, framed} = this;
    if (document.files.length === 0) return renderEmpty('document', words.of('documents.no-files'));
    const field = framed?.documentId === document.id ? fieldOfRow(document, framed.row) : undefined;
    return html`<kyc-evidence-viewer
      wide
      .partId=${this.partId}
      .files=${document.files}
      .ownerId=${document.id}
      .label=${title}
      .frame=${field?.box ?? undefined}
      .frameLabel=${field ? fieldLabel(field, words) : ''}
      .places=${fieldPlaces(document)}
      @row-focus=${(event: RowFocusEvent) => this.onFrame(document, event)}
    ></kyc-evidence-viewer>`;
  }

  private renderCounts(document: Document): TemplateResult {
    const {words} = this;
    const {agrees} = countsOf(document);
    const verdict = verdictOf(document, words);
    return html`${renderVerdict(verdict)}${
      agrees > 0 ? html`<span class="key">${words.of('documents.agree', {n: agrees})}</span>` : nothing
    }`;
  }

  private renderRejection({approved, reject_reason: reason}: Document): TemplateResult | typeof nothing {
    if (approved !== false || !reason?.trim()) return nothing;
    const what = `${this.words.of('documents.reject-reason')}:`;
    return renderNotice({tone: 'negative', icon: 'rejected', what, why: renderText(reason, this.words)});
  }

  private renderFields(document: Document, title: string): TemplateResult {
    const {words, framed} = this;
    if (document.fields.length === 0) return html`<p class="key">${words.of('documents.no-fields')}</p>`;
    return html`<kyc-compare-table
      exportparts="table"
      .rows=${fieldRows(document, words)}
      .caption=${`${words.of('documents.fields')}: ${title}`}
      .leftTitle=${words.of('documents.declared')}
      .rightTitle=${words.of('documents.on-document')}
      .withConfidence=${true}
      .chosen=${framed?.documentId === document.id ? framed.row : undefined}
      @row-focus=${(event: RowFocusEvent) => this.onFrame(document, event)}
    ></kyc-compare-table>`;
  }

  private renderCovered(): TemplateResult {
    const {words} = this;
    return html`<div class="covered stack tight">
      <p class="row">${icon('covered')}<span class="strong">${words.of('papers.covered')}</span></p>
      <p class="small">${words.of('papers.covered-why')}</p>
    </div>`;
  }

  /** As the reviewer may see them. */
  private get documents(): readonly Document[] {
    const documents = documentsInOrder(this.verification?.documents ?? []);
    return this.covered ? documents.map(withFaceCovered) : documents;
  }

  private chosenOf(documents: readonly Document[]): Document | undefined {
    return documents.find(({id}) => id === this.chosenId) ?? documents[0];
  }

  private onChoose({id}: Document): void {
    this.chosenId = id;
  }

  private onFrame({id}: Document, {key}: RowFocusEvent): void {
    this.framed = {documentId: id, row: key};
  }

  private onMore(): void {
    this.length += step;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-documents-tab': DocumentsTab;
  }
}
