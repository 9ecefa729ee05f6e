import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {AuditEvent} from '../../domain/audit-event.js';
import type {Page} from '../../domain/resource.js';
import {asksTimeline, rejectedBefore, statusSince} from '../../domain/status-since.js';
import {offers} from '../../domain/verification-actions.js';
import {verificationResource} from '../../domain/verification-resources.js';
import type {Decision, Invite, Verification} from '../../domain/verification.js';
import {ResourceController} from '../../session/resource-controller.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderText} from '../../ui/bidi.js';
import {partStyles} from '../../ui/host.styles.js';
import {renderPhrase} from '../../ui/phrase.js';
import {statusStyles} from '../../ui/status.styles.js';
import {renderPill, statusOf} from '../../ui/status.js';
import {renderTime} from '../../ui/values.js';
import {valueStyles} from '../../ui/values.styles.js';
import type {Drawing} from '../../ui/stamp.js';
import {cardWords} from '../../words/card-words.js';
import {addWords, isWordKey, type Words} from '../../words/words.js';
import {timelinePage} from '../tabs/timeline-page.js';
import {cardStyles} from './card.styles.js';

addWords(cardWords);

/**
 * The status of a verification, since when, and what it allows.
 *
 * @tag kyc-status-card
 */
export class StatusCard extends ReviewPart {
  static override styles = [...partStyles, statusStyles, valueStyles, cardStyles];

  /** What it asks for besides is the timeline's. */
  override readonly partId = 'audit';

  /** What is shown; absent while it loads. */
  @property({attribute: false}) verification: Verification | undefined;

  /** Whether everything that speaks of the face match stays covered. */
  @property({type: Boolean}) covered = false;

  private readonly events = new ResourceController<Page<AuditEvent>>(this, () =>
    this.verification && asksTimeline(this.verification)
      ? verificationResource('verificationAudit', this.verification, {limit: timelinePage})
      : undefined,
  );

  protected override render(): TemplateResult {
    const {verification, words} = this;
    if (!verification) return html``;
    const {status, decision, invite} = verification;
    const {state} = this.events;
    const events = state.status === 'ready' ? state.value.items : [];
    const since = statusSince(verification, events);
    const decided = decision?.outcome === status ? decision : undefined;
    const before = decided ? undefined : rejectedBefore(verification, events);
    return html`<div class="card">
      <h2 class="hidden">${words.of('status.label')}</h2>
      <div class="row spread">
        <span role="status">${renderPill(statusOf('verification', status), words)}</span>
        ${
          since
            ? html`<span class="key"
                >${renderPhrase(words, 'status.since', {time: renderTime(since, words)})}</span
              >`
            : nothing
        }
      </div>
      ${decided ? renderDecision(decided, true, words) : before ? renderDecision(before, false, words) : nothing}
      ${status === 'in_progress' && invite?.sent_at ? renderInvite(invite, words) : nothing}
      ${this.renderAllowed(verification)}
    </div>`;
  }

  /** What this status allows. Why one allows nothing is said where the buttons would be. */
  private renderAllowed(verification: Verification): TemplateResult | typeof nothing {
    const {words, viewer} = this;
    const key = `allows.${verification.status}`;
    if (!isWordKey(key)) return nothing;
    const isOnlooker = offers(verification, viewer).length === 0;
    return html`<p class="key">${words.of(key)} ${isOnlooker ? words.of('allowed.not-you') : nothing}</p>`;
  }
}

/** Who decided; after a reopen, that it was decided before. */
function renderDecision(decision: Decision, isCurrent: boolean, words: Words): TemplateResult {
  const {by, at, note} = decision;
  const who = by && (by.name?.trim() ? by.name : by.id);
  const name = who ? renderText(who, words) : undefined;
  const time = renderTime(at, words);
  return html`${renderDecider(isCurrent, {name, time}, words)}
  ${note?.trim() ? html`<p class="quote small pre">${renderText(note, words)}</p>` : nothing}`;
}

function renderDecider(
  isCurrent: boolean,
  drawn: {readonly name: Drawing | undefined; readonly time: Drawing},
  words: Words,
): TemplateResult | typeof nothing {
  const line = (content: unknown) => html`<p class="small">${content}</p>`;
  if (isCurrent) return drawn.name ? line(renderPhrase(words, 'status.decided-by', drawn)) : nothing;
  return line(
    renderPhrase(words, drawn.name ? 'status.rejected-before-by' : 'status.rejected-before', drawn),
  );
}

function renderInvite({sent_at: sent, expires_at: until, resends: n}: Invite, words: Words): TemplateResult {
  const key = n > 0 ? 'status.invite-resent' : 'status.invite-sent';
  return html`<p class="small">
    ${renderPhrase(words, key, {time: renderTime(sent, words)}, {n})}
    ${until ? renderPhrase(words, 'status.invite-until', {time: renderTime(until, words)}) : nothing}
  </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-status-card': StatusCard;
  }
}
