import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Finding} from '../../domain/aml.js';
import {unreadableIn} from '../../domain/unreadable.js';
import {
  clearFamilies,
  comparedSubject,
  findingsByFamily,
  type FindingGroup,
} from '../../domain/screened-subject.js';
import type {Screening} from '../../domain/screening.js';
import {screeningState, unjudged} from '../../domain/screening-state.js';
import type {Verification} from '../../domain/verification.js';
import {findingStyles} from '../../evidence/finding.styles.js';
import {renderFinding} from '../../evidence/render-finding.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderText} from '../../ui/bidi.js';
import {buttonStyles, linkStyles} from '../../ui/controls.styles.js';
import {renderEmpty} from '../../ui/empty.js';
import {partStyles} from '../../ui/host.styles.js';
import type {IconName} from '../../ui/icons.js';
import {renderNotice} from '../../ui/notice.js';
import {factStyles, panelStyles, sectionStyles} from '../../ui/panels.styles.js';
import {bone} from '../../ui/skeleton.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {renderTag, statusOf, type Tone} from '../../ui/status.js';
import {statusStyles} from '../../ui/status.styles.js';
import {renderUnreadable} from '../../ui/unreadable.js';
import {renderTime} from '../../ui/values.js';
import {valueStyles} from '../../ui/values.styles.js';
import {caseWords} from '../../words/case-words.js';
import {addWords, isWordKey} from '../../words/words.js';
import {aboutFinding} from './judging.js';
import {screeningTabStyles} from './kyc-tab.styles.js';
import {renderGoneFinding} from './render-gone-finding.js';

addWords(caseWords);

/** Findings of one family that are shown before one has to ask for the rest. */
const step = 20;

const titles = {caption: 'screening.compare', person: 'screening.subject'} as const;

/**
 * What the search on sanctions, PEP and FATF lists has found about the subject of a verification, and what reviewers made
 * of it. A search that found nothing looks different from one that has not run and from one that failed.
 *
 * @tag kyc-screening-tab
 * @fires {ReviewNavigateEvent} review-navigate - The reviewer followed an entry to its source.
 */
export class ScreeningTab extends ReviewPart {
  static override styles = [
    ...partStyles,
    sectionStyles,
    panelStyles,
    factStyles,
    buttonStyles,
    linkStyles,
    statusStyles,
    valueStyles,
    noticeStyles,
    stateStyles,
    findingStyles,
    screeningTabStyles,
  ];

  override readonly partId = 'kyc';

  /** What is shown; absent while it loads. */
  @property({attribute: false}) verification: Verification | undefined;

  /** Whether everything that speaks of the face match stays covered; nothing here does. */
  @property({type: Boolean}) covered = false;

  @state() private length = step;

  /** Every finding that was shown of this verification, by its id. */
  private readonly seen = new Map<string, Finding>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('verification');
    if (before && before.id !== this.verification?.id) {
      this.length = step;
      this.seen.clear();
    }
    for (const each of this.verification?.screening?.findings ?? []) this.seen.set(each.id, each);
  }

  /** Moves to the next or the previous finding, and focuses it. */
  step(by: 1 | -1): void {
    const findings = [...this.renderRoot.querySelectorAll<HTMLElement>('.finding-of')];
    const active = this.shadowRoot?.activeElement;
    const at = findings.findIndex((each) => each.contains(active ?? null));
    const next = findings[at < 0 ? (by === 1 ? 0 : findings.length - 1) : at + by];
    next?.focus();
    next?.scrollIntoView({block: 'nearest'});
  }

  protected override render(): TemplateResult {
    const {verification} = this;
    if (!verification) {
      return html`<div class="stack wide" aria-hidden="true">
        ${bone('full', 'tall')}
        <div class="panel stack">${bone('w6', 'tall')}${bone('full', 'block')}${bone('w4')}</div>
      </div>`;
    }
    const {screening} = verification;
    const findings = screening?.findings ?? [];
    const groups = findingsByFamily(findings);
    return html`<div class="stack wide">
      <div class="stack" role="status">
        ${this.renderState(screening, findings)} ${this.renderGone(verification, findings)}
      </div>
      ${repeat(
        groups,
        ({family}) => family,
        (group) => this.renderGroup(group, verification),
      )}
      ${this.renderClear(screening)} ${renderUnreadable(this.words, findings)}
    </div>`;
  }

  /** What somebody was writing on when it went. */
  private renderGone(verification: Verification, findings: readonly Finding[]): unknown {
    const {words} = this;
    const drafts = this.scope?.drafts;
    return [...this.seen.values()]
      .filter(({id}) => !findings.some((each) => each.id === id))
      .map((finding) => {
        const about = aboutFinding(finding, verification);
        const draft = drafts?.get(about);
        const discard = (): void => {
          drafts?.forget(about);
          this.requestUpdate();
        };
        return draft ? renderGoneFinding(finding, draft, {words, discard}) : nothing;
      });
  }

  private renderState(screening: Screening | null | undefined, findings: readonly Finding[]): TemplateResult {
    const {words} = this;
    const at = screeningState(screening);
    if (at === 'not_run' && findings.length === 0) {
      return renderEmpty('not-started', words.of('screening.not_run'), words.of('screening.not_run-why'));
    }
    const notice = (tone: Tone, icon: IconName, what: string, why: string | TemplateResult) =>
      renderNotice({tone, icon, what, why});
    if (at === 'not_run') {
      return notice('caution', 'attention', words.of('screening.not_run'), words.of('screening.not_run-but'));
    }
    if (at === 'running') {
      return notice('info', 'running', words.of('screening.running'), words.of('screening.running-why'));
    }
    if (at === 'failed') {
      const why = html`${words.of('screening.failed-why')} ${this.renderTimed('screening.ended', screening)}`;
      return notice('negative', 'attention', words.of('screening.failed-what'), why);
    }
    if (at === 'clear') {
      return notice(
        'positive',
        'approved',
        words.of('screening.clear-what'),
        this.renderCompleted(screening),
      );
    }
    if (at !== 'findings') {
      const why = html`${words.of('screening.state-unknown')}
      ${this.renderTimed('screening.ended', screening)}`;
      return notice('neutral', 'unknown', at, why);
    }
    const open = unjudged(findings).length;
    const completed = this.renderCompleted(screening);
    if (open > 0) {
      return notice('caution', 'attention', words.of('screening.to-judge', {n: open}), completed);
    }
    if (findings.length === 0 || unreadableIn(findings) > 0) {
      return notice('caution', 'attention', words.of('screening.unread'), completed);
    }
    return notice('neutral', 'overridden', words.of('screening.all-judged', {n: findings.length}), completed);
  }

  private renderCompleted(screening: Screening | null | undefined): TemplateResult {
    if (screening?.completed_at) return this.renderTimed('screening.completed', screening);
    return html`${this.words.of('screening.completed-unknown')}`;
  }

  private renderTimed(
    key: 'screening.completed' | 'screening.ended',
    screening: Screening | null | undefined,
  ): TemplateResult {
    const {words} = this;
    const at = screening?.completed_at;
    if (!at) return html``;
    return html`${words.parts(key).map((part) => (typeof part === 'string' ? part : renderTime(at, words)))}`;
  }

  private renderGroup({family, findings}: FindingGroup, verification: Verification): TemplateResult {
    const {words} = this;
    const id = `family-${family}`;
    const rest = findings.length - this.length;
    return html`<section class="stack family" part="section" aria-labelledby=${id}>
      <h2 class="row" id=${id}>
        <span class="subheading">${this.familyName(family)}</span>
        <span class="key">${words.of('screening.family-count', {n: findings.length})}</span>
      </h2>
      ${repeat(
        findings.slice(0, this.length),
        (finding) => finding.id,
        (finding, at) => this.renderOne(finding, at + 1, findings.length, verification),
      )}
      ${
        rest > 0
          ? html`<p>
              <button type="button" class="button small" @click=${this.onMore}>
                ${`${words.of('action.show-more')} (${words.of('value.and-more', {n: rest})})`}
              </button>
            </p>`
          : nothing
      }
    </section>`;
  }

  private renderOne(
    finding: Finding,
    position: number,
    total: number,
    verification: Verification,
  ): TemplateResult {
    const {words} = this;
    return html`<div class="finding-of" tabindex="-1">
      ${renderFinding(finding, {
        person: comparedSubject(verification),
        titles,
        words,
        position,
        total,
        judging: html`<kyc-finding-judgement
          .finding=${finding}
          .verification=${verification}
        ></kyc-finding-judgement>`,
      })}
    </div>`;
  }

  private renderClear(screening: Screening | null | undefined): TemplateResult | typeof nothing {
    const {words} = this;
    const families = clearFamilies(screening);
    if (families.length === 0) return nothing;
    return html`<div class="families grid2 stack">
      ${families.map(
        (family) =>
          html`<div class="panel row spread">
            <h2 class="subheading">${this.familyName(family)}</h2>
            ${renderTag(statusOf('screening', 'clear'), words)}
            <span class="key">${words.of('screening.clear-family')}</span>
          </div>`,
      )}
    </div>`;
  }

  private familyName(family: string): unknown {
    const key = `family.${family}`;
    return isWordKey(key) ? this.words.of(key) : renderText(family, this.words);
  }

  private onMore(): void {
    this.length += step;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-screening-tab': ScreeningTab;
  }
}
