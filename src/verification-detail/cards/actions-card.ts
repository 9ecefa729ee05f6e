import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {answerTimes} from '../../api/answer-times.js';
import type {ActionState} from '../../api/decision.js';
import {noteLimit, noteToSend} from '../../domain/note.js';
import {
  deadEnd,
  offers,
  refusal,
  type Offer,
  type VerificationAction,
} from '../../domain/verification-actions.js';
import {verificationResource} from '../../domain/verification-resources.js';
import {verificationSchema, type Verification} from '../../domain/verification.js';
import {ActionController} from '../../session/action-controller.js';
import {EverySecond} from '../../session/every-second.js';
import {LatestRecord} from '../../session/latest-record.js';
import {ReviewPart} from '../../session/review-part.js';
import {buttonStyles} from '../../ui/controls.styles.js';
import {formStyles} from '../../ui/form.styles.js';
import {copyText} from '../../ui/copy-text.js';
import type {NoteInputEvent} from '../../ui/confirm-dialog.js';
import {partStyles} from '../../ui/host.styles.js';
import {noticeStyles} from '../../ui/states.styles.js';
import {PdfDownload} from '../download.js';
import {styles} from './actions-card.styles.js';
import {isAsked, questionOf, type AskedAction} from './question-of.js';
import {renderActions} from './render-actions.js';
import {renderAskedNotices, newsOf} from './render-asked.js';
import {renderEnd, type Ending} from './render-end.js';
import {leavesOpen} from './render-outcome.js';

interface Asking {
  readonly action: AskedAction;
  /** What the reviewer saw when the question was opened. */
  readonly seen: Verification;
}

/** The states of a send in which its question stays open, to be answered again. */
const isRepeatable = (status: string): boolean =>
  status === 'invalid' ||
  status === 'offline' ||
  status === 'failed' ||
  status === 'sending' ||
  status === 'idle';

const newest = (one: Verification, other: Verification | undefined): Verification =>
  other && other.id === one.id && other.version > one.version ? other : one;

/**
 * What can be done to a verification, the question before it is done, and how it ended.
 *
 * @tag kyc-actions-card
 */
export class ActionsCard extends ReviewPart {
  static override styles = [...partStyles, buttonStyles, formStyles, noticeStyles, styles];

  override readonly partId = 'actions';

  /** What is shown; absent while it loads. */
  @property({attribute: false}) verification: Verification | undefined;

  /** Whether everything that speaks of the face match stays covered. */
  @property({type: Boolean}) covered = false;

  /** Whether single keys press the buttons now, so that they are announced with them. */
  @property({type: Boolean}) keyed = false;

  @state() private asking: Asking | undefined;
  /** A question that was closed because what it asked cannot be done any more. */
  @state() private ending: Ending | undefined;
  @state() private copied = false;

  @query('.outcome') private readonly outcome!: HTMLElement | null;

  private readonly deciding = new ActionController<Verification>(this, () => this.verification?.id);
  private readonly latest = new LatestRecord<Verification>(this, () => this.path);
  private readonly pdf = new PdfDownload(this);
  /** What the server answered to what was sent last; it stands until something newer is loaded, also once it was read. */
  private confirmed: Verification | undefined;
  private hadFocus = false;
  private doneWith: unknown;

  constructor() {
    super();
    new EverySecond(this, () => this.offered.some(({because}) => because === 'cooldown'));
  }

  /** As if the button for this were pressed, if there is one that can be. */
  begin(action: VerificationAction): void {
    const offer = this.offered.find((each) => each.action === action);
    if (offer && offer.because === undefined && this.lock === undefined) this.press(action);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.hadFocus = this.shadowRoot?.activeElement != null;
    const before = changed.get('verification');
    if (before && before.id !== this.verification?.id) this.asking = this.ending = undefined;
    const {state: now} = this.deciding;
    if (now.status === 'done') this.confirmed = now.value;
    if (this.verification) this.closeWhatIsOver();
  }

  protected override render(): TemplateResult | typeof nothing {
    const {verification, words} = this;
    if (!verification) return nothing;
    const {record, offered, lock, asking} = this;
    const end = renderEnd({
      state: asking ? {status: 'idle'} : this.told,
      download: this.pdf.state,
      ending: this.ending,
      note: this.keptNote,
      copied: this.copied,
      viewerId: this.viewer.id,
      words,
      checkAgain: () => this.deciding.checkAgain(),
      copy: (note) => void this.copy(note),
      reload: () => void this.reload(),
    });
    const dead = deadEnd(record.status);
    this.toggleAttribute('data-empty', end === nothing && dead === undefined && offered.length === 0);
    return html`<div class="acts" role="group" aria-label=${words.of('act.group')}>
        <div class="outcome" role="status" tabindex="-1">${end}</div>
        ${renderActions({offered, dead, lock, record, words, wait: this.moment, keyed: this.keyed, press: (action) => this.press(action)})}
      </div>
      ${this.renderDialog()}`;
  }

  protected override updated(): void {
    if (!this.hadFocus || this.shadowRoot?.activeElement) return;
    void this.renderRoot.querySelector('kyc-confirm-dialog')?.updateComplete.then(() => {
      // The button that had the focus is gone with what it offered.
      if (!this.shadowRoot?.activeElement && !this.asking) this.outcome?.focus();
    });
  }

  private renderDialog(): TemplateResult {
    const {asking, record, words, deciding, covered} = this;
    if (!asking) return html`<kyc-confirm-dialog></kyc-confirm-dialog>`;
    const {action, seen} = asking;
    const {state: now} = deciding;
    const news = newsOf(seen, record, now);
    const isSending = now.status === 'sending';
    return html`<kyc-confirm-dialog
      .question=${questionOf(action, record, words)}
      .note=${this.draftOf(action)}
      .noteLimit=${noteLimit(this.scope?.noteLimit)}
      .newsKey=${news.key}
      .locked=${isSending ? words.of('confirm.sending') : news.isLoading ? words.of('confirm.changed-loading') : undefined}
      .notices=${renderAskedNotices({action, record, covered, news, state: now, words, viewerId: this.viewer.id})}
      @kyc-confirm=${() => void this.send(action, this.draftOf(action))}
      @kyc-go-back=${() => (this.asking = undefined)}
      @kyc-note-input=${({note}: NoteInputEvent) => this.keep(action, note)}
    ></kyc-confirm-dialog>`;
  }

  private get path(): string | undefined {
    const {verification} = this;
    return verification && verificationResource('verification', verification).path;
  }

  /** The newest state that the server has confirmed: loaded, or answered to what was sent. */
  private get record(): Verification {
    const shown = this.verification as Verification;
    const {state: now} = this.deciding;
    const known = newest(newest(shown, this.latest.value), this.confirmed);
    return newest(known, now.status === 'done' ? now.value : undefined);
  }

  private get moment(): {answeredAt?: number | undefined; elapsed?: number | undefined} {
    const times = answerTimes(this.record);
    const clock = this.scope?.session?.clock;
    return {
      answeredAt: times?.answeredAt,
      elapsed: times && clock ? Math.max(0, (clock.now() - times.receivedAt) / 1000) : undefined,
    };
  }

  private get offered(): readonly Offer[] {
    if (!this.verification) return [];
    const {record, viewer, moment} = this;
    return offers(record, viewer, moment).filter(({action}) => !this.deciding.isWithheld(action, record.id));
  }

  /** How the last send stands, as long as that is still true of the record. */
  private get told(): ActionState<Verification> {
    const {state: now} = this.deciding;
    return now.status === 'done' && this.record.version > now.value.version ? {status: 'idle'} : now;
  }

  /** Why nothing can be pressed now. */
  private get lock(): 'sending' | 'unknown' | 'loading' | undefined {
    const {state: now} = this.deciding;
    if (now.status === 'sending' || now.status === 'unknown') return now.status;
    if (now.status === 'conflict' && (now.current?.version ?? 0) > this.record.version) return 'loading';
    return undefined;
  }

  private press(action: VerificationAction): void {
    const {record, verification: seen} = this;
    if (!seen) return;
    this.ending = undefined;
    this.copied = false;
    if (action === 'download') {
      void this.pdf.start(record);
      return;
    }
    this.deciding.forget();
    this.pdf.forget();
    if (isAsked(action)) this.asking = {action, seen};
    else void this.send(action, '');
  }

  private async send(action: Exclude<VerificationAction, 'download'>, note: string): Promise<void> {
    const {record} = this;
    const {path} = verificationResource('verification', record);
    const {id, version} = record;
    const ended = await this.deciding.run({
      action,
      id,
      method: 'post',
      path: `${path}/${action}`,
      body: {note: noteToSend(note)},
      version,
      schema: verificationSchema,
    });
    // Prevented by the host: the question is closed, and the note is kept.
    if (ended.status === 'idle') this.asking = undefined;
  }

  /** A question whose answer is known, or which cannot be answered any more, is not asked any longer. */
  private closeWhatIsOver(): void {
    const {asking, deciding, record, viewer} = this;
    const {state: now} = deciding;
    if (now.status === 'done' && this.doneWith !== now.value) {
      this.doneWith = now.value;
      this.scope?.drafts.forget(this.draftName(now.action));
    }
    if (!asking) return;
    const staysOpen = isRepeatable(now.status) || (now.status === 'conflict' && leavesOpen(now));
    if (!staysOpen) {
      this.asking = undefined;
      return;
    }
    if (now.status === 'sending') return;
    const {action} = asking;
    const because = deciding.isWithheld(action, record.id) ? 'permission' : refusal(action, record, viewer);
    if (because !== 'permission' && because !== 'status') return;
    this.asking = undefined;
    this.ending = {action, because, record};
  }

  private draftName(action: string): string {
    return `${action} ${this.path ?? ''}`;
  }

  private draftOf(action: string): string {
    return this.scope?.drafts.get(this.draftName(action))?.['note'] ?? '';
  }

  private keep(action: string, note: string): void {
    this.scope?.drafts.keep(this.draftName(action), {note});
    this.requestUpdate();
  }

  /** What was written for something that did not come to pass. */
  private get keptNote(): string {
    const {state: now} = this.deciding;
    const action =
      this.ending?.action ?? (now.status === 'idle' || now.status === 'sending' ? undefined : now.action);
    return action === undefined ? '' : this.draftOf(action);
  }

  private async copy(note: string): Promise<void> {
    this.copied = await copyText(note, this.renderRoot as ShadowRoot);
  }

  private async reload(): Promise<void> {
    await this.scope?.session?.resources.refreshAll(this.path);
    this.deciding.forget();
    this.ending = undefined;
    this.scope?.steady.showAll();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-actions-card': ActionsCard;
  }
}
