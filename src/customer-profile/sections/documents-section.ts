import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Customer} from '../../domain/customer.js';
import {documentsInOrder, type Document} from '../../domain/document.js';
import {resource, type Page} from '../../domain/resources.js';
import {checkStyles} from '../../evidence/checks.styles.js';
import type {RowFocusEvent} from '../../evidence/evidence-events.js';
import {fieldLabel, fieldOfRow, fieldPlaces} from '../../evidence/field-rows.js';
import {documentTitle} from '../../evidence/render-document.js';
import {ResourceController} from '../../session/resource-controller.js';
import {ReviewNavigateEvent} from '../../session/review-events.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderText} from '../../ui/bidi.js';
import {documentColumnStyles} from '../../ui/columns.styles.js';
import {compareStyles} from '../../ui/compare.styles.js';
import {buttonStyles} from '../../ui/controls.styles.js';
import {renderEmpty} from '../../ui/empty.js';
import {choiceStyles} from '../../ui/evidence.styles.js';
import {formatsFor} from '../../ui/format.js';
import {partStyles} from '../../ui/host.styles.js';
import {panelStyles, sectionStyles, factStyles} from '../../ui/panels.styles.js';
import {renderLoadState} from '../../ui/render-load-state.js';
import {renderSection} from '../../ui/section.js';
import {bone, lineBones, tableBones} from '../../ui/skeleton.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {documentStatus, renderMark} from '../../ui/status.js';
import {statusStyles} from '../../ui/status.styles.js';
import {tableStyles} from '../../ui/tables.styles.js';
import {renderUnreadable} from '../../ui/unreadable.js';
import {renderTime} from '../../ui/values.js';
import {valueStyles} from '../../ui/values.styles.js';
import {renderDocumentDetail} from './document-detail.js';
import {documentsSectionStyles} from './documents-section.styles.js';

/** Documents in the list at first, and with every press of "Show more". */
const step = 100;

type Shelf = 'active' | 'archived';

/**
 * The documents that a customer has sent in: what they are, what they look like, what was read from them.
 *
 * @tag kyc-documents-section
 * @fires {ReviewNavigateEvent} review-navigate - The reviewer opened a document.
 */
export class DocumentsSection extends ReviewPart {
  static override styles = [
    ...partStyles,
    sectionStyles,
    panelStyles,
    factStyles,
    buttonStyles,
    statusStyles,
    valueStyles,
    noticeStyles,
    stateStyles,
    tableStyles,
    compareStyles,
    choiceStyles,
    documentColumnStyles,
    checkStyles,
    documentsSectionStyles,
  ];

  override readonly partId = 'documents';

  /** Whose documents to show. */
  @property({attribute: false}) customer: Customer | undefined;

  @state() private shelf: Shelf = 'active';
  /** By shelf, the id of the chosen document; it stays chosen through refreshes and while the other shelf is open. */
  @state() private chosen: Readonly<Partial<Record<Shelf, string>>> = {};
  @state() private framed: {readonly documentId: string; readonly row: string} | undefined;
  @state() private length = step;
  /** By shelf, what was drawn last: what is looked at stays, whatever comes before it. */
  private looked: Partial<Record<Shelf, string>> = {};

  private readonly active = this.documentsOn('active');
  private readonly archived = this.documentsOn('archived');

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('customer');
    if (!before || before.id === this.customer?.id) return;
    this.shelf = 'active';
    this.chosen = {};
    this.looked = {};
    this.framed = undefined;
    this.length = step;
  }

  protected override render(): TemplateResult {
    const {words} = this;
    const shown = this[this.shelf];
    return renderSection(
      {id: 'documents', title: words.of('section.documents'), actions: this.renderShelves()},
      renderLoadState(shown.state, {
        words,
        name: words.of('section.documents'),
        skeleton: renderSkeleton(),
        ready: ({items}) => this.renderAll(items),
        retry: () => shown.refresh(),
      }),
    );
  }

  private renderShelves(): TemplateResult {
    return html`<span class="row" role="group" aria-label=${this.words.of('documents.which')}>
      ${this.renderShelf('active', this.active)}${this.renderShelf('archived', this.archived)}
    </span>`;
  }

  private renderShelf(shelf: Shelf, {state: loaded}: ResourceController<Page<Document>>): TemplateResult {
    const pressed = shelf === this.shelf;
    return html`<button
      type="button"
      class="button small ${pressed ? '' : 'quiet'}"
      aria-pressed=${pressed ? 'true' : 'false'}
      @click=${() => this.onShelf(shelf)}
    >
      <span
        >${this.words.of(`documents.${shelf}`)}${
          loaded.status === 'ready'
            ? html` <span class="signed"
                >${formatsFor(this.words.locale).number(loaded.value.items.length)}</span
              >`
            : nothing
        }</span
      >
    </button>`;
  }

  private renderAll(items: readonly Document[]): TemplateResult {
    const {words} = this;
    const unreadable = renderUnreadable(words, items);
    if (items.length === 0) {
      const key = this.shelf === 'active' ? 'documents.none' : 'documents.none-archived';
      return html`${renderEmpty(
        this.shelf === 'active' ? 'document' : 'archive',
        words.of(key),
        words.of(`${key}-why`),
      )}${unreadable}`;
    }
    const documents = documentsInOrder(items);
    const wanted = this.chosen[this.shelf] ?? this.looked[this.shelf];
    const chosen = documents.find(({id}) => id === wanted) ?? documents[0];
    if (chosen) this.looked[this.shelf] = chosen.id;
    return html`<div class="cols side-main three-part">
        ${this.renderList(documents, chosen)}${chosen ? this.renderChosen(chosen) : nothing}
      </div>
      ${unreadable}`;
  }

  private renderList(documents: readonly Document[], chosen: Document | undefined): TemplateResult {
    const {words} = this;
    const at = chosen ? documents.indexOf(chosen) : 0;
    // The chosen document is in the list, however long it is.
    const shown = documents.slice(0, Math.max(this.length, at + 1));
    const rest = documents.length - shown.length;
    return html`<div class="stack tight">
      <div class="choices" role="group" aria-label=${words.of('documents.list')}>
        ${repeat(
          shown,
          ({id}) => id,
          (document) => this.renderChoice(document, document === chosen),
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

  private renderChoice(document: Document, chosen: boolean): TemplateResult {
    const {words} = this;
    return html`<button
      type="button"
      class="choice"
      aria-current=${chosen ? 'true' : nothing}
      @click=${() => this.onChoose(document)}
    >
      <span class="strong">${renderText(documentTitle(document, words), words)}</span>
      <span class="key">${renderTime(document.uploaded_at, words, {form: 'date'})}</span>
      ${renderMark(documentStatus(document), words)}
    </button>`;
  }

  private renderChosen(document: Document): TemplateResult {
    const {words} = this;
    const title = documentTitle(document, words);
    const field = this.framed?.documentId === document.id ? fieldOfRow(document, this.framed.row) : undefined;
    return html`<div class="stack">
        ${
          document.files.length === 0
            ? renderEmpty('document', words.of('documents.no-files'))
            : html`<kyc-evidence-viewer
                .files=${document.files}
                .ownerId=${document.id}
                .label=${title}
                .frame=${field?.box ?? undefined}
                .frameLabel=${field ? fieldLabel(field, words) : ''}
                .places=${fieldPlaces(document)}
                .partId=${this.partId}
                @row-focus=${(event: RowFocusEvent) => this.onFrame(document, event)}
              ></kyc-evidence-viewer>`
        }
        ${renderUnreadable(words, document.files)}
      </div>
      ${renderDocumentDetail(document, {
        words,
        chosen: this.framed?.documentId === document.id ? this.framed.row : undefined,
        onChoose: (event) => this.onFrame(document, event),
      })}`;
  }

  private documentsOn(shelf: Shelf): ResourceController<Page<Document>> {
    return new ResourceController<Page<Document>>(
      this,
      // Archived documents are asked for once somebody wants to see them.
      () =>
        this.customer && (shelf === 'active' || this.shelf === 'archived')
          ? resource('documents', this.customer.id, {archived: shelf === 'archived'})
          : undefined,
      () => this.words.of('section.documents'),
    );
  }

  private onShelf(shelf: Shelf): void {
    this.shelf = shelf;
    this.length = step;
  }

  private onChoose({id}: Document): void {
    if (!this.dispatchEvent(new ReviewNavigateEvent('document', id))) return;
    this.chosen = {...this.chosen, [this.shelf]: id};
  }

  private onFrame({id}: Document, {key}: RowFocusEvent): void {
    this.framed = {documentId: id, row: key};
  }

  private onMore(): void {
    this.length += step;
  }
}

const renderSkeleton = (): TemplateResult =>
  html`<div class="cols side-main three-part">
    <div class="stack">${lineBones(6)}</div>
    <div class="stack pictures">${bone('full', 'block')}${bone('full', 'block')}</div>
    <div class="stack">${tableBones(6)}</div>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'kyc-documents-section': DocumentsSection;
  }
}
