import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Intent} from '../../api/decision.js';
import {newestFirst, noteLength, noteLimit, noteSchema, noteToSend, type Note} from '../../domain/note.js';
import type {Page} from '../../domain/resource.js';
import {mayAddNote} from '../../domain/verification-actions.js';
import {verificationResource} from '../../domain/verification-resources.js';
import type {Verification} from '../../domain/verification.js';
import {ActionController} from '../../session/action-controller.js';
import {ResourceController} from '../../session/resource-controller.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderText} from '../../ui/bidi.js';
import {buttonStyles} from '../../ui/controls.styles.js';
import {formStyles} from '../../ui/form.styles.js';
import {renderEmpty} from '../../ui/empty.js';
import {partStyles} from '../../ui/host.styles.js';
import {icon} from '../../ui/icons.js';
import {panelStyles} from '../../ui/panels.styles.js';
import {renderLoadState} from '../../ui/render-load-state.js';
import {bone} from '../../ui/skeleton.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {renderUnreadable} from '../../ui/unreadable.js';
import {renderTime} from '../../ui/values.js';
import {valueStyles} from '../../ui/values.styles.js';
import {caseWords} from '../../words/case-words.js';
import {addWords} from '../../words/words.js';
import {isUnderWay, renderSending} from '../render-sending.js';
import {notesTabStyles} from './notes-tab.styles.js';
import {renderNoteText} from './render-note-text.js';

addWords(caseWords);

const skeleton = html`<div class="stack">
  ${Array.from({length: 2}, () => html`<div class="panel stack tight">${bone('w4')}${bone('w8')}</div>`)}
</div>`;

/**
 * What reviewers noted on a verification, newest first, and where they add to it. Notes are never edited or deleted.
 *
 * @tag kyc-notes-tab
 */
export class NotesTab extends ReviewPart {
  static override styles = [
    ...partStyles,
    panelStyles,
    buttonStyles,
    formStyles,
    valueStyles,
    noticeStyles,
    stateStyles,
    notesTabStyles,
  ];

  override readonly partId = 'notes';

  /** Whose notes are shown; absent while it loads. */
  @property({attribute: false}) verification: Verification | undefined;

  /** Whether everything that speaks of the face match stays covered; what reviewers write is theirs to say. */
  @property({type: Boolean}) covered = false;

  /** Pressed before anything was written. */
  @state() private hasMissed = false;

  @query('textarea') private field!: HTMLTextAreaElement | null;

  private readonly notes = new ResourceController<Page<Note>>(
    this,
    () => this.verification && verificationResource('verificationNotes', this.verification),
  );
  private readonly sending = new ActionController<Note>(
    this,
    () => this.verification && noteTo(this.verification),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('verification');
    if (!before || before.id === this.verification?.id) return;
    this.hasMissed = false;
    this.sending.forget();
  }

  /** Focuses the field for a new note, where there is one. */
  async focusNote(): Promise<void> {
    await this.updateComplete;
    this.field?.focus();
  }

  protected override render(): TemplateResult {
    const {words} = this;
    return html`<div class="stack wide">
      ${this.renderAdd()}
      ${renderLoadState(this.notes.state, {
        words,
        name: words.of('notes.label'),
        skeleton,
        ready: ({items}) => this.renderNotes(items),
        retry: () => this.notes.refresh(),
      })}
    </div>`;
  }

  private renderAdd(): TemplateResult | typeof nothing {
    const {verification, words} = this;
    if (!verification || !mayAddNote(verification, this.viewer)) return nothing;
    const {state: now} = this.sending;
    // Refused here until access is granted anew; what was written waits.
    const isOffered = !this.sending.isWithheld('add-note', verification.id);
    return html`<div class="add">
      ${isOffered ? this.renderField() : nothing}
      <div role="status" id="said">
        ${now.status === 'done' && this.text === '' ? html`<p class="row small">${icon('approved')}<span>${words.of('notes.added')}</span></p>` : nothing}
        ${renderSending(now, words, () => this.sending.checkAgain())}
        ${this.hasMissed ? html`<p class="key">${words.of('notes.blank')}</p>` : nothing}
      </div>
    </div>`;
  }

  private renderField(): TemplateResult {
    const {words, text, limit} = this;
    const {state: now} = this.sending;
    const isSent = isUnderWay(now);
    const length = noteLength(text);
    const tooMany = length - limit;
    return html`<label class="strong" for="note">${words.of('notes.add-label')}</label>
      <textarea
        id="note"
        rows="3"
        dir="auto"
        aria-describedby="help count said"
        aria-invalid=${tooMany > 0 || now.status === 'invalid' ? 'true' : nothing}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        .value=${live(text)}
        ?readonly=${isSent}
        @input=${this.onInput}
        @keydown=${this.onKey}
      ></textarea>
      <div class="row spread">
        <span class="key" id="help">${words.of('notes.kept')} ${words.of('notes.keys')}</span>
        <span class="row">
          <span class=${tooMany > 0 ? 'key is-over' : 'key'} id="count"
            ><span class="signed" aria-hidden="true">${words.of('notes.count', {n: length, limit})}</span
            ><span class="hidden">${words.of('notes.count-says', {n: length, limit})}</span></span
          >
          <button
            type="button"
            class="button"
            aria-describedby="said"
            aria-disabled=${isSent || tooMany > 0 ? 'true' : nothing}
            @click=${this.onSend}
          >
            ${icon('note')}<span>${words.of('notes.add')}</span>
          </button>
        </span>
      </div>
      ${
        tooMany > 0
          ? html`<p class="key is-over" role="status">${words.of('notes.too-long', {n: tooMany})}</p>`
          : nothing
      }`;
  }

  private renderNotes(notes: readonly Note[]): TemplateResult {
    const {words} = this;
    const unreadable = renderUnreadable(words, notes);
    if (notes.length === 0) {
      return html`${renderEmpty('note', words.of('notes.none'), words.of('notes.none-why'))}${unreadable}`;
    }
    return html`<ul class="stack notes" role="list" aria-label=${words.of('notes.list')}>
        ${repeat(
          newestFirst(notes),
          ({id}) => id,
          (note) => this.renderNote(note),
        )}
      </ul>
      ${unreadable}`;
  }

  private renderNote({author, at, text}: Note): TemplateResult {
    const {words} = this;
    const name = author?.name?.trim();
    return html`<li class="panel stack tight">
      <div class="row spread">
        <span class="strong"
          >${
            name
              ? renderText(name, words)
              : author
                ? html`<span class="mono">${renderText(author.id, words)}</span>`
                : words.of('notes.nobody')
          }</span
        >
        <span class="key">${renderTime(at, words)}</span>
      </div>
      <p class="pre">${renderNoteText(text, words)}</p>
    </li>`;
  }

  private get about(): string {
    return this.verification ? `${verificationResource('verification', this.verification).path} note` : '';
  }

  private get text(): string {
    return this.scope?.drafts.get(this.about)?.['text'] ?? '';
  }

  private get limit(): number {
    return noteLimit(this.scope?.noteLimit);
  }

  private onInput({target}: Event): void {
    this.scope?.drafts.keep(this.about, {text: (target as HTMLTextAreaElement).value});
    this.hasMissed = false;
    // What was said of the last try was said of other words.
    if (!isUnderWay(this.sending.state)) this.sending.forget();
    this.requestUpdate();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    void this.onSend();
  }

  private async onSend(): Promise<void> {
    const {verification, text, about, scope} = this;
    if (!verification || isUnderWay(this.sending.state) || noteLength(text) > this.limit) return;
    const note = noteToSend(text);
    if (note === undefined) {
      this.hasMissed = true;
      this.field?.focus();
      return;
    }
    const ended = await this.sending.run(adding(note, verification));
    if (ended.status !== 'done') return;
    scope?.drafts.forget(about);
    this.requestUpdate();
  }
}

const noteTo = (verification: Verification) =>
  ({
    action: 'add-note',
    id: verification.id,
    path: verificationResource('verificationNotes', verification).path,
  }) as const;

const adding = (text: string, verification: Verification): Intent<Note> => ({
  ...noteTo(verification),
  method: 'post',
  body: {text},
  schema: noteSchema,
});

declare global {
  interface HTMLElementTagNameMap {
    'kyc-notes-tab': NotesTab;
  }
}
