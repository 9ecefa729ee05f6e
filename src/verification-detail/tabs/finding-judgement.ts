import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {judgementOutcomes, type Finding} from '../../domain/aml.js';
import {noteLength, noteLimit} from '../../domain/note.js';
import {isJudgementOutcome, judgementReasons} from '../../domain/screened-subject.js';
import {mayJudge} from '../../domain/verification-actions.js';
import type {Verification} from '../../domain/verification.js';
import {ActionController} from '../../session/action-controller.js';
import type {Draft} from '../../session/drafts.js';
import {ReviewPart} from '../../session/review-part.js';
import {buttonStyles} from '../../ui/controls.styles.js';
import {formStyles} from '../../ui/form.styles.js';
import {partStyles} from '../../ui/host.styles.js';
import {icon} from '../../ui/icons.js';
import {noticeStyles} from '../../ui/states.styles.js';
import {valueStyles} from '../../ui/values.styles.js';
import {caseWords} from '../../words/case-words.js';
import {addWords, isWordKey} from '../../words/words.js';
import {isUnderWay, renderSending} from '../render-sending.js';
import {findingJudgementStyles} from './finding-judgement.styles.js';
import {aboutFinding, judgementOf, judging} from './judging.js';

addWords(caseWords);

const nothingYet: Draft = {outcome: '', reason_code: '', note: ''};

/**
 * Where a reviewer says what they make of a finding: true match, false positive or can't tell, with a reason. Nothing is
 * chosen for them, and nothing is shown as judged before the server has said so.
 *
 * @tag kyc-finding-judgement
 */
export class FindingJudgement extends ReviewPart {
  static override styles = [
    ...partStyles,
    buttonStyles,
    formStyles,
    valueStyles,
    noticeStyles,
    findingJudgementStyles,
  ];

  override readonly partId = 'kyc';

  /** What is judged. */
  @property({attribute: false}) finding: Finding | undefined;

  /** Whose finding it is. */
  @property({attribute: false}) verification: Verification | undefined;

  /** The reviewer wants to judge once more what is judged already. */
  @state() private again = false;

  @query('.outcome') private first!: HTMLElement | null;
  @query('.saved') private saved!: HTMLElement | null;

  private readonly sending = new ActionController<Finding>(this, () => {
    const {finding, verification} = this;
    return finding && verification && judgementOf(finding, verification);
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('finding');
    if (!before || before.id === this.finding?.id) return;
    this.again = false;
    this.sending.forget();
  }

  protected override render(): TemplateResult | typeof nothing {
    const {verification, finding, words} = this;
    if (!verification || !finding || !mayJudge(verification, this.viewer)) return nothing;
    const {state: now} = this.sending;
    // Refused here until access is granted anew; what was written waits.
    const withheld = this.sending.isWithheld('judge-finding', verification.id);
    const isWritten = this.draft !== nothingYet;
    const isOpen = !withheld && now.status !== 'done' && (!finding.judgement || this.again || isWritten);
    return html`<div class="stack">
      ${isOpen ? this.renderForm() : nothing}
      <div class="end">
        <div role="status" class="said">
          ${this.renderSaved()}${renderSending(now, words, () => this.sending.checkAgain(), 'finding')}
        </div>
        ${isOpen ? this.renderSend() : withheld ? nothing : this.renderAgain()}
      </div>
    </div>`;
  }

  private renderForm(): TemplateResult {
    const {words, draft} = this;
    const {outcome = ''} = draft;
    const isSent = isUnderWay(this.sending.state);
    return html`<fieldset class="judge">
        <legend>${words.of('judge.legend')}</legend>
        ${judgementOutcomes.map(
          (each) =>
            html`<label
              ><input
                type="radio"
                name="outcome"
                class="outcome"
                .checked=${live(outcome === each)}
                ?disabled=${isSent}
                @change=${() => this.onChoose(each)}
              />${words.of(`finding.${each}`)}</label
            >`,
        )}
      </fieldset>
      ${isJudgementOutcome(outcome) ? this.renderWhy(judgementReasons[outcome], isSent) : nothing}`;
  }

  private renderWhy(reasons: readonly string[], isSent: boolean): TemplateResult {
    const {words, draft, limit} = this;
    const {reason_code: chosen = '', note = ''} = draft;
    const tooMany = noteLength(note) - limit;
    return html`<div class="why">
      <label class="control"
        >${words.of('judge.reason')}
        <select ?disabled=${isSent} @change=${this.onReason}>
          <option value="" ?selected=${chosen === ''}>${words.of('judge.no-reason')}</option>
          ${reasons.map((code) => {
            const key = `aml-reason.${code}`;
            return html`<option value=${code} ?selected=${chosen === code}>
              ${isWordKey(key) ? words.of(key) : code}
            </option>`;
          })}
        </select>
      </label>
      <label class="field-wide"
        ><span class="key">${words.of('judge.note')}</span>
        <textarea
          rows="2"
          dir="auto"
          .value=${live(note)}
          ?readonly=${isSent}
          aria-invalid=${tooMany > 0 ? 'true' : nothing}
          aria-describedby=${tooMany > 0 ? 'too-long' : nothing}
          @input=${this.onNote}
          @keydown=${this.onKey}
        ></textarea>
      </label>
      ${tooMany > 0 ? html`<p class="key" id="too-long">${words.of('notes.too-long', {n: tooMany})}</p>` : nothing}
    </div>`;
  }

  private renderSend(): TemplateResult {
    const {words, finding} = this;
    const isSent = isUnderWay(this.sending.state);
    const name = finding?.matched_name?.trim() || words.of('aml.unnamed-finding');
    return html`<div class="row">
      ${
        isJudgementOutcome(this.draft['outcome'])
          ? html`<button
              type="button"
              class="button small"
              aria-label=${words.of('judge.save-of', {name})}
              aria-disabled=${isSent || this.isTooLong ? 'true' : nothing}
              @click=${this.onSave}
            >
              ${words.of('judge.save')}
            </button>`
          : nothing
      }
      ${
        finding?.judgement && !isSent
          ? html`<button type="button" class="button small quiet" @click=${this.onKeep}>
              ${words.of('judge.keep')}
            </button>`
          : nothing
      }
    </div>`;
  }

  private renderAgain(): TemplateResult | typeof nothing {
    const {words, finding} = this;
    if (!finding?.judgement) return nothing;
    const name = finding.matched_name?.trim() || words.of('aml.unnamed-finding');
    return html`<div class="row">
      <button
        type="button"
        class="button small quiet"
        aria-label=${words.of('judge.again-of', {name})}
        @click=${this.onAgain}
      >
        ${words.of('judge.again')}
      </button>
    </div>`;
  }

  /** Said until somebody else has judged it. */
  private renderSaved(): TemplateResult | typeof nothing {
    const {state: now} = this.sending;
    const shown = this.finding?.judgement;
    if (now.status !== 'done' || (shown && shown.at !== now.value.judgement?.at)) return nothing;
    return html`<p class="row saved small" tabindex="-1">
      ${icon('approved')}<span>${this.words.of('judge.saved')}</span>
    </p>`;
  }

  private get about(): string {
    const {verification, finding} = this;
    return verification && finding ? aboutFinding(finding, verification) : '';
  }

  private get draft(): Draft {
    return this.scope?.drafts.get(this.about) ?? nothingYet;
  }

  private get limit(): number {
    return noteLimit(this.scope?.noteLimit);
  }

  private get isTooLong(): boolean {
    return noteLength(this.draft['note'] ?? '') > this.limit;
  }

  private change(part: Draft): void {
    this.scope?.drafts.keep(this.about, {...this.draft, ...part});
    // What was said of the last try was said of other words.
    if (!isUnderWay(this.sending.state)) this.sending.forget();
    this.requestUpdate();
  }

  private onChoose(outcome: string): void {
    // The reasons for one judgement are none for another.
    this.change({outcome, reason_code: ''});
  }

  private onReason({target}: Event): void {
    this.change({reason_code: (target as HTMLSelectElement).value});
  }

  private onNote({target}: Event): void {
    this.change({note: (target as HTMLTextAreaElement).value});
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    void this.onSave();
  }

  private async onAgain(): Promise<void> {
    this.again = true;
    this.sending.forget();
    await this.updateComplete;
    this.first?.focus();
  }

  private onKeep(): void {
    this.again = false;
    this.sending.forget();
    this.scope?.drafts.forget(this.about);
    this.requestUpdate();
  }

  private async onSave(): Promise<void> {
    const {verification, finding, draft, about, scope} = this;
    const {outcome, reason_code: reason, note = ''} = draft;
    if (!verification || !finding || !isJudgementOutcome(outcome)) return;
    if (isUnderWay(this.sending.state) || this.isTooLong) return;
    const held = this.shadowRoot?.activeElement !== null;
    const ended = await this.sending.run(judging(finding, verification, {outcome, reason, note}));
    if (ended.status !== 'done') return;
    scope?.drafts.forget(about);
    this.again = false;
    this.requestUpdate();
    await this.updateComplete;
    // The button that was pressed is gone.
    if (held) this.saved?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-finding-judgement': FindingJudgement;
  }
}
