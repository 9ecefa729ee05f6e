import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import type {Intent} from '../../api/decision.js';
import type {File} from '../../domain/document.js';
import {machineVerdict} from '../../domain/face-match.js';
import {verificationResource} from '../../domain/verification-resources.js';
import {
  faceOutcomes,
  facePercent,
  verificationSchema,
  type Biometric,
  type FaceOutcome,
  type Verification,
} from '../../domain/verification.js';
import {ActionController} from '../../session/action-controller.js';
import {ReviewPart} from '../../session/review-part.js';
import {buttonStyles} from '../../ui/controls.styles.js';
import {coveredStyles} from '../../ui/covered.styles.js';
import {renderEmpty} from '../../ui/empty.js';
import {formatsFor} from '../../ui/format.js';
import {partStyles} from '../../ui/host.styles.js';
import {icon} from '../../ui/icons.js';
import {factStyles, panelStyles} from '../../ui/panels.styles.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {renderMark, statusOf, type Status} from '../../ui/status.js';
import {statusStyles} from '../../ui/status.styles.js';
import {renderTime} from '../../ui/values.js';
import {valueStyles} from '../../ui/values.styles.js';
import type {Drawing} from '../../ui/stamp.js';
import {evidenceWords} from '../../words/evidence-words.js';
import {addWords, isWordKey} from '../../words/words.js';
import {isUnderWay, renderSending} from '../render-sending.js';
import {biometricTabStyles} from './biometric-tab.styles.js';

addWords(evidenceWords);

/**
 * The selfie beside the portrait on the document, what the machine made of them, and, in blind mode, the reviewer's own
 * eyes first.
 *
 * @tag kyc-biometric-tab
 */
export class BiometricTab extends ReviewPart {
  static override styles = [
    ...partStyles,
    panelStyles,
    factStyles,
    buttonStyles,
    statusStyles,
    valueStyles,
    noticeStyles,
    stateStyles,
    coveredStyles,
    biometricTabStyles,
  ];

  override readonly partId = 'biometric';

  /** Whose face to show. */
  @property({attribute: false}) verification: Verification | undefined;

  /** Whether everything that speaks of the face match stays covered, until the viewer has judged it. */
  @property({type: Boolean}) covered = false;

  @query('.saved') private readonly saved!: HTMLElement | null;

  private readonly sending = new ActionController<Verification>(this);
  /** The reviewer reads that it is stored, and goes on reading when the rest is uncovered. */
  private isHeld = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.isHeld =
      changed.has('covered') && this.saved !== null && this.shadowRoot?.activeElement === this.saved;
    const before = changed.get('verification');
    if (!before) return;
    const isOther = before.id !== this.verification?.id;
    // Once the record holds the judgement, it speaks for itself; without it there is one to give again.
    if (isOther || this.verification?.biometric?.judgement) this.sending.forget();
  }

  protected override updated(): void {
    if (this.isHeld) this.saved?.focus({preventScroll: true});
  }

  protected override render(): TemplateResult | typeof nothing {
    const {verification} = this;
    if (!verification) return nothing;
    const {biometric} = verification;
    if (!biometric) return this.renderNone(verification);
    return html`<div class="stack wide">
      ${this.renderFaces(verification, biometric)}
      ${this.covered ? this.renderCovered(biometric) : this.renderMatch(verification, biometric)}
      <p class="key">${this.words.of('face.alike')}</p>
    </div>`;
  }

  private renderNone({requirements}: Verification): TemplateResult {
    const {words} = this;
    const isAsked = requirements.length === 0 || requirements.includes('biometric_face');
    return renderEmpty('face', words.of('face.none'), words.of(isAsked ? 'face.none-why' : 'face.not-asked'));
  }

  private renderFaces({id}: Verification, {selfie, portrait}: Biometric): TemplateResult {
    const {words} = this;
    const files = [selfie, portrait].filter((each): each is File => each != null);
    const absent = [
      ...(selfie ? [] : [words.of('face.no-selfie')]),
      ...(portrait ? [] : [words.of('face.no-portrait')]),
    ];
    return html`<kyc-evidence-viewer
      wide
      filling
      .partId=${this.partId}
      .files=${files}
      .absent=${absent}
      .ownerId=${id}
      .label=${words.of('face.pictures')}
    ></kyc-evidence-viewer>`;
  }

  private renderMatch(verification: Verification, biometric: Biometric): TemplateResult {
    const {words} = this;
    return html`<dl class="facts">
      <div>
        <dt>${words.of('face.match')}</dt>
        <dd class="row">${this.renderScore(biometric)} ${this.renderVerdict(verification)}</dd>
      </div>
      ${this.renderLiveness(biometric)} ${this.renderOwn(biometric)}
    </dl>`;
  }

  private renderScore({face_match: match}: Biometric): Drawing {
    const {words} = this;
    if (!match) return html`<span class="muted">${words.of('face.no-score')}</span>`;
    const percent = facePercent(match);
    if (percent === undefined) {
      return renderMark(statusOf('liveness', 'unknown'), words, words.of('face.unreadable'));
    }
    return html`<span class="strong signed">${formatsFor(words.locale).percent(percent / 100)}</span>`;
  }

  private renderVerdict(verification: Verification): Drawing | typeof nothing {
    const {words} = this;
    const verdict = machineVerdict(verification);
    if (!verdict) return nothing;
    const status: Status =
      verdict === 'same'
        ? {tone: 'positive', icon: 'approved', word: 'face.machine-same'}
        : {tone: 'negative', icon: 'differs', word: 'face.machine-different'};
    return renderMark(status, words);
  }

  private renderLiveness({liveness}: Biometric): TemplateResult {
    const {words} = this;
    return html`<div>
      <dt>${words.of('face.liveness')}</dt>
      <dd>${renderMark(statusOf('liveness', liveness), words)}</dd>
    </div>`;
  }

  private renderOwn({judgement}: Biometric): TemplateResult | typeof nothing {
    if (!judgement) return nothing;
    const {words} = this;
    const key = `face.yours-${judgement.outcome}`;
    return html`<div>
      <dt>${words.of('face.yours')}</dt>
      <dd>
        <span class="strong saved" tabindex="-1"
          >${isWordKey(key) ? words.of(key) : html`<bdi>${judgement.outcome}</bdi>`}</span
        >
        <span class="key">${renderTime(judgement.at, words)}</span>
      </dd>
    </div>`;
  }

  /** Liveness says nothing of whose face it is, so it may be seen. */
  private renderCovered(biometric: Biometric): TemplateResult {
    const {words, sending, verification} = this;
    const isDone = sending.state.status === 'done';
    const isWithheld = verification !== undefined && sending.isWithheld('judge-face', verification.id);
    return html`<div class="covered stack tight">
        <p class="row">${icon('covered')}<span class="strong">${words.of('face.covered')}</span></p>
        <p class="small">${words.of('face.covered-why')}</p>
      </div>
      ${isDone || isWithheld ? nothing : this.renderQuestion()}
      <div role="status">
        ${
          isDone
            ? html`<p class="row saved" tabindex="-1">
                ${icon('approved')}<span>${words.of('face.stored')}</span>
              </p>`
            : renderSending(sending.state, words, () => sending.checkAgain())
        }
      </div>
      <dl class="facts">${this.renderLiveness(biometric)}</dl>`;
  }

  private renderQuestion(): TemplateResult {
    const {words} = this;
    const isSent = isUnderWay(this.sending.state);
    return html`<fieldset class="judge">
      <legend>${words.of('face.question')}</legend>
      ${faceOutcomes.map(
        (outcome) =>
          html`<button
            type="button"
            class="button"
            aria-disabled=${isSent ? 'true' : nothing}
            @click=${() => this.onJudge(outcome)}
          >
            <span>${words.of(`face.${outcome}`)}</span>
          </button>`,
      )}
    </fieldset>`;
  }

  private async onJudge(outcome: FaceOutcome): Promise<void> {
    const {verification} = this;
    if (!verification || isUnderWay(this.sending.state)) return;
    const held = this.shadowRoot?.activeElement !== null;
    const ended = await this.sending.run(judging(verification, outcome));
    if (ended.status !== 'done') return;
    await this.updateComplete;
    // The button that was pressed is gone.
    if (held) this.saved?.focus();
  }
}

const judging = (verification: Verification, outcome: FaceOutcome): Intent<Verification> => ({
  action: 'judge-face',
  id: verification.id,
  method: 'put',
  path: `${verificationResource('verification', verification).path}/face-judgement`,
  body: {outcome},
  schema: verificationSchema,
});

declare global {
  interface HTMLElementTagNameMap {
    'kyc-biometric-tab': BiometricTab;
  }
}
