import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {noteLength} from '../domain/note.js';
import {ReviewPart} from '../session/review-part.js';
import {actionWords} from '../words/action-words.js';
import {addWords} from '../words/words.js';
import {Arming} from './arming.js';
import {styles} from './confirm-dialog.styles.js';
import {buttonStyles} from './controls.styles.js';
import {formStyles} from './form.styles.js';
import {formatsFor} from './format.js';
import {partStyles} from './host.styles.js';
import {icon, type IconName} from './icons.js';
import {noticeStyles} from './states.styles.js';

addWords(actionWords);

/** What the dialog asks. */
export interface Question {
  /** Names the act and whom it concerns. */
  readonly title: unknown;
  /** What follows from it. */
  readonly why: unknown;
  /** The word on the confirming button. */
  readonly act: string;
  readonly icon?: IconName | undefined;
  readonly tone: 'positive' | 'negative' | 'plain';
}

/** The reviewer has confirmed. */
export class ConfirmEvent extends Event {
  static readonly type = 'kyc-confirm';

  constructor() {
    super(ConfirmEvent.type);
  }
}

/** The reviewer goes back; nothing happens, and the note stays. */
export class GoBackEvent extends Event {
  static readonly type = 'kyc-go-back';

  constructor() {
    super(GoBackEvent.type);
  }
}

/** The reviewer has written. */
export class NoteInputEvent extends Event {
  static readonly type = 'kyc-note-input';
  readonly note: string;

  constructor(note: string) {
    super(NoteInputEvent.type);
    this.note = note;
  }
}

const fills = {positive: 'fill-positive', negative: 'fill-negative', plain: 'primary'} as const;

/**
 * Asks before something is done that cannot simply be undone, and takes a note. It opens with the focus on the way back,
 * does not take a press that comes before it can have been read, and keeps what was written.
 *
 * @tag kyc-confirm-dialog
 * @fires {ConfirmEvent} kyc-confirm
 * @fires {GoBackEvent} kyc-go-back
 * @fires {NoteInputEvent} kyc-note-input
 */
export class ConfirmDialog extends ReviewPart {
  static override styles = [...partStyles, buttonStyles, formStyles, noticeStyles, styles];

  /** What is asked; without it, the dialog is closed. */
  @property({attribute: false}) question: Question | undefined;

  /** What was written so far. */
  @property({attribute: false}) note = '';

  /** Code points. */
  @property({attribute: false}) noteLimit = 2000;

  /** What the reviewer should know besides, such as how the last try ended. */
  @property({attribute: false}) notices: unknown = nothing;

  /** Names the news that have to be read before confirming; another name is other news. */
  @property({attribute: false}) newsKey = '';

  /** Why confirming is not possible now. */
  @property({attribute: false}) locked: string | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('.back') private readonly back!: HTMLButtonElement;

  private readonly arming = new Arming(this);
  /** The confirming button is being pressed by a key. */
  private keyed = false;

  constructor() {
    super();
    // A modal dialog does not survive being moved on the page, so it is looked after whenever it arrives.
    this.addController({hostConnected: () => this.requestUpdate()});
  }

  protected override render(): TemplateResult {
    const {question} = this;
    return html`<dialog
      aria-labelledby="title"
      aria-describedby="why"
      @close=${this.onClose}
      @keydown=${this.onKey}
      @click=${this.onScrim}
    >
      ${question ? this.renderQuestion(question) : nothing}
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const {dialog, question} = this;
    if (!question) {
      if (dialog.open) dialog.close();
      return;
    }
    if (!dialog.open || !dialog.matches(':modal')) {
      // A dialog that was moved on the page with its element is open without being on top.
      if (dialog.open) dialog.close();
      dialog.showModal();
      this.back.focus();
      this.arming.start({keys: false});
    } else if (changed.has('newsKey') && changed.get('newsKey') !== undefined && this.newsKey !== '') {
      this.arming.start({keys: true});
    }
  }

  private renderQuestion({title, why, act, icon: sign, tone}: Question): TemplateResult {
    const {words, arming, locked} = this;
    const cannot = locked !== undefined || this.excess > 0;
    const early = !cannot && !arming.isOver;
    return html`<div class="stack">
      <h2 id="title" class="title">${title}</h2>
      <p id="why" class="small">${why}</p>
      <div class="stack" role="status">${this.notices}</div>
      ${this.renderNote()}
      <div class="buttons">
        <button type="button" class="button back" @click=${this.goBack}>
          <span>${words.of('action.go-back')}</span>
        </button>
        <button
          type="button"
          class="button ${cannot || early ? '' : fills[tone]} ${early ? 'arming' : ''}"
          aria-disabled=${cannot || early ? 'true' : 'false'}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          aria-describedby=${locked === undefined ? nothing : 'locked'}
          @keydown=${this.onPressKey}
          @pointerdown=${this.onPressPointer}
          @click=${this.onPress}
        >
          ${sign ? icon(sign) : nothing}<span>${act}</span>
        </button>
      </div>
      ${locked === undefined ? nothing : html`<p id="locked" class="key end">${locked}</p>`}
    </div>`;
  }

  private renderNote(): TemplateResult {
    const {words, note, excess} = this;
    const number = (n: number): string => formatsFor(words.locale).number(n);
    const count = {n: number(noteLength(note)), limit: number(this.noteLimit)};
    return html`<div class="field-wide">
      <label class="small" for="note">${words.of('confirm.note')}</label>
      <textarea
        id="note"
        rows="3"
        dir="auto"
        autocomplete="off"
        spellcheck="false"
        translate="no"
        data-private
        aria-invalid=${excess > 0 ? 'true' : 'false'}
        aria-describedby="count"
        .value=${note}
        @input=${this.onInput}
      ></textarea>
      <span class="key row spread"
        ><span class="too-long" role="status"
          >${excess > 0 ? words.of('confirm.too-long', {n: excess}) : ''}</span
        ><span class="push"><bdi id="count">${words.of('confirm.count', count)}</bdi></span></span
      >
    </div>`;
  }

  /** Code points beyond the limit. */
  private get excess(): number {
    return Math.max(0, noteLength(this.note) - this.noteLimit);
  }

  private confirm(by: 'key' | 'pointer'): void {
    if (!this.question || this.locked !== undefined || this.excess > 0 || !this.arming.admits(by)) return;
    this.dispatchEvent(new ConfirmEvent());
  }

  private goBack(): void {
    this.dispatchEvent(new GoBackEvent());
  }

  private readonly onInput = ({target}: Event): void => {
    if (target instanceof HTMLTextAreaElement) this.dispatchEvent(new NoteInputEvent(target.value));
  };

  private readonly onPressKey = ({key, repeat}: KeyboardEvent): void => {
    if (!repeat && (key === 'Enter' || key === ' ')) this.keyed = true;
  };

  private readonly onPressPointer = (): void => {
    this.keyed = false;
  };

  private readonly onPress = (event: MouseEvent): void => {
    const by = this.keyed && event.detail === 0 ? 'key' : 'pointer';
    this.keyed = false;
    this.confirm(by);
  };

  /** Keys that mean something here mean nothing to the page below. */
  private readonly onKey = (event: KeyboardEvent): void => {
    const {key, ctrlKey, metaKey, isComposing, repeat} = event;
    if (key === 'Escape') event.stopPropagation();
    if (key !== 'Enter' || !(ctrlKey || metaKey) || isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (!repeat) this.confirm('key');
  };

  /** What was written must not be lost to a click beside it. */
  private readonly onScrim = (event: MouseEvent): void => {
    if (event.target !== this.dialog || this.note.trim() !== '' || !this.arming.isOver) return;
    const {left, right, top, bottom} = this.dialog.getBoundingClientRect();
    const {clientX: x, clientY: y} = event;
    if (x < left || x > right || y < top || y > bottom) this.goBack();
  };

  /** The browser has closed it, by Escape or a gesture. */
  private readonly onClose = (): void => {
    if (this.question && !this.dialog.open) this.goBack();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-confirm-dialog': ConfirmDialog;
  }
}
