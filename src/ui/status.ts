import {html} from 'lit';
import type {Agreement, Document} from '../domain/document.js';
import {riskBand} from '../domain/transaction.js';
import {addIcons} from './icons.js';
import {partIcons} from './part-icons.js';
import {partWords} from '../words/part-words.js';
import {addWords, isWordKey, type Words} from '../words/words.js';
import {formatsFor} from './format.js';
import {
  headStatuses,
  renderPlainMark,
  row,
  statusIn,
  statusWords,
  type Status,
  type StatusRow,
  type StatusRows,
} from './pill.js';
import {stamp, type Drawing} from './stamp.js';
import {renderMissing} from './values.js';

export {renderMark, renderPill, renderTag, statusWords} from './pill.js';
export type {Status, StatusRow, Tone, UnknownStatus} from './pill.js';

addIcons(partIcons);
addWords(partWords);

/** Every enumeration with its tones, icons and words. */
export const statusTables = {
  ...headStatuses,
  kyc: {
    approved: row('positive', 'approved', 'kyc.approved'),
    pending: row('caution', 'waiting', 'kyc.pending'),
    rejected: row('negative', 'rejected', 'kyc.rejected'),
    created: row('neutral', 'not-started', 'kyc.created'),
  },
  amlLabel: {
    approved: row('positive', 'approved', 'aml-label.approved'),
    rejected: row('negative', 'rejected', 'aml-label.rejected'),
    created: row('neutral', 'not-started', 'aml-label.created'),
  },
  verified: {
    true: row('positive', 'approved', 'verified.yes'),
    false: row('neutral', 'not-started', 'verified.no'),
    null: row('neutral', 'unknown', 'value.unknown'),
  },
  enabled: {
    true: row('positive', 'approved', 'enabled.yes'),
    false: row('neutral', 'inactive', 'enabled.no'),
    null: row('neutral', 'unknown', 'enabled.unknown'),
  },
  step: {
    NOT_UPLOADED: row('neutral', 'not-started', 'step.NOT_UPLOADED'),
    PROCESSING: row('info', 'running', 'step.PROCESSING'),
    PENDING_REVIEW: row('caution', 'waiting', 'step.PENDING_REVIEW'),
    APPROVED: row('positive', 'approved', 'step.APPROVED'),
    REJECTED: row('negative', 'rejected', 'step.REJECTED'),
    AUTOMATICALLY_REJECTED: row('negative', 'rejected', 'step.AUTOMATICALLY_REJECTED'),
  },
  document: {
    null: row('info', 'running', 'document.processing'),
    true: row('positive', 'approved', 'document.approved'),
    false: row('negative', 'rejected', 'document.rejected'),
    archived: row('neutral', 'archive', 'document.archived'),
  },
  validation: {
    pass: row('positive', 'approved', 'validation.pass'),
    warn: row('caution', 'attention', 'validation.warn'),
    fail: row('negative', 'rejected', 'validation.fail'),
    unknown: row('neutral', 'unknown', 'validation.unknown'),
  },
  aml: {
    no_records: row('positive', 'approved', 'aml.no_records'),
    records_found: row('negative', 'attention', 'aml.records_found'),
    whitelisted: row('info', 'exempt', 'aml.whitelisted'),
  },
  amlOverride: {
    true: row('info', 'overridden', 'aml.approved-by-hand'),
    false: row('info', 'overridden', 'aml.rejected-by-hand'),
    null: row('info', 'overridden', 'aml.decided-by-hand'),
  },
  judgement: {
    none: row('caution', 'attention', 'finding.not-judged'),
    true_match: row('negative', 'rejected', 'finding.true_match'),
    false_positive: row('positive', 'approved', 'finding.false_positive'),
    unsure: row('caution', 'unknown', 'finding.unsure'),
  },
  screening: {
    not_run: row('neutral', 'not-started', 'screening.not_run'),
    running: row('info', 'running', 'screening.running'),
    clear: row('positive', 'approved', 'screening.clear'),
    findings: row('caution', 'attention', 'screening.findings'),
    failed: row('negative', 'attention', 'screening.failed'),
  },
  call: {
    WAITING: row('info', 'waiting', 'call.WAITING'),
    MISSED: row('caution', 'expired', 'call.MISSED'),
    TALKING: row('info', 'live', 'call.TALKING'),
    COMPLETE: row('neutral', 'call', 'call.COMPLETE'),
    INCOMPLETE: row('caution', 'not-started', 'call.INCOMPLETE'),
    ESCALATED: row('caution', 'attention', 'call.ESCALATED'),
    BAD_QUALITY: row('caution', 'attention', 'call.BAD_QUALITY'),
    DISCONNECTED: row('caution', 'offline', 'call.DISCONNECTED'),
    APPROVED: row('positive', 'approved', 'call.APPROVED'),
    REJECTED: row('negative', 'rejected', 'call.REJECTED'),
    CONNECTION_ERROR: row('caution', 'offline', 'call.CONNECTION_ERROR'),
    SUSPICIOUS: row('negative', 'barred', 'call.SUSPICIOUS'),
  },
  checklist: {
    true: row('positive', 'approved', 'calls.done'),
    false: row('negative', 'rejected', 'calls.not-done'),
    null: row('neutral', 'not-started', 'calls.not-known'),
  },
  verification: {
    initiated: row('neutral', 'not-started', 'verification.initiated'),
    in_progress: row('info', 'running', 'verification.in_progress'),
    pending_review: row('caution', 'waiting', 'verification.pending_review'),
    approved: row('positive', 'approved', 'verification.approved'),
    rejected: row('negative', 'rejected', 'verification.rejected'),
    canceled: row('neutral', 'canceled', 'verification.canceled'),
    expired: row('neutral', 'expired', 'verification.expired'),
  },
  proximity: {
    near: row('positive', 'place', 'proximity.near'),
    diverged: row('caution', 'place', 'proximity.diverged'),
    unavailable: row('neutral', 'absent', 'proximity.unavailable'),
    unknown: row('neutral', 'unknown', 'proximity.unknown'),
  },
  liveness: {
    pass: row('positive', 'approved', 'liveness.pass'),
    fail: row('negative', 'rejected', 'liveness.fail'),
    unknown: row('neutral', 'unknown', 'liveness.unknown'),
  },
  transaction: {
    COMPLETED: row('positive', 'approved', 'transaction.COMPLETED'),
    HELD: row('caution', 'waiting', 'transaction.HELD'),
    DECLINED: row('negative', 'rejected', 'transaction.DECLINED'),
    FAILED: row('negative', 'rejected', 'transaction.FAILED'),
  },
  direction: {
    in: row('neutral', 'incoming', 'direction.in'),
    out: row('neutral', 'outgoing', 'direction.out'),
    unknown: row('neutral', 'absent', 'direction.unknown'),
  },
  riskBand: {
    high: row('negative', 'risk-mark', 'risk-band.high'),
    medium: row('caution', 'risk-mark', 'risk-band.medium'),
    low: row('neutral', 'absent', 'risk-band.low'),
  },
  travelRule: {
    ACCEPTED: row('positive', 'approved', 'travel-rule.ACCEPTED'),
    COMPLETED: row('positive', 'approved', 'travel-rule.COMPLETED'),
    SENT: row('info', 'running', 'travel-rule.SENT'),
    PENDING: row('caution', 'waiting', 'travel-rule.PENDING'),
    DECLINED: row('negative', 'rejected', 'travel-rule.DECLINED'),
    FAILED: row('negative', 'rejected', 'travel-rule.FAILED'),
  },
  questionnaire: {
    COMPLETED: row('positive', 'approved', 'questionnaire-status.COMPLETED'),
    APPROVED: row('positive', 'approved', 'questionnaire-status.APPROVED'),
    REJECTED: row('negative', 'rejected', 'questionnaire-status.REJECTED'),
    PENDING: row('caution', 'waiting', 'questionnaire-status.PENDING'),
    SUBMITTED: row('info', 'waiting', 'questionnaire-status.SUBMITTED'),
  },
  agreement: {
    agrees: row('neutral', 'agrees', 'agreement.agrees'),
    nearly: row('caution', 'close', 'agreement.nearly'),
    differs: row('negative', 'differs', 'agreement.differs'),
    'not-declared': row('neutral', 'absent', 'agreement.not-declared'),
    'not-on-document': row('neutral', 'absent', 'agreement.not-on-document'),
  } satisfies Record<Agreement, StatusRow>,
} as const satisfies Record<string, StatusRows>;

export type StatusTable = keyof typeof statusTables;

/** How this value is shown by the table of this name. */
export const statusOf = (table: StatusTable, value: string | boolean | null): Status =>
  statusIn(statusTables[table], value);

/** How a document is shown: what was decided, or that nothing was yet. */
export const documentStatus = (document: Pick<Document, 'approved'>): Status =>
  statusOf('document', document.approved);

/** How a risk score from 0 to 100 is shown. */
export const riskStatus = (score: number): StatusRow => statusTables.riskBand[riskBand(score)];

/** Which way money moved: an arrow and a word, without a tone. */
export function renderDirection(direction: string, words: Words): Drawing {
  return renderPlainMark(statusOf('direction', direction), words);
}

/** A family or another plain word from outside, in the reviewer's language where it is known. */
export function renderPlainTag(prefix: 'family' | 'class', value: string, words: Words): Drawing {
  const key = `${prefix}.${value}`;
  return isWordKey(key) ? plainTag(words.of(key)) : foreignTag(value);
}

const plainTag = stamp((said: string) => html`<span class="tag plain">${said}</span>`);
const foreignTag = stamp((text: string) => html`<span class="tag plain"><bdi>${text}</bdi></span>`);

/** A risk score: number, bar and word, so that the colour only repeats. */
export function renderRisk(score: number | null | undefined, words: Words, level?: string | null): Drawing {
  if (score === null || score === undefined) {
    return level ? html`<bdi>${level}</bdi>` : renderMissing(words);
  }
  const status = riskStatus(score);
  const width = Math.round((Math.min(100, Math.max(0, score)) / 100) * 40);
  const tone = status.tone === 'neutral' ? 'on' : `on is-${status.tone}`;
  const digits = formatsFor(words.locale).number(score, 1);
  return risk(digits, tone, String(width), statusWords(status, words));
}

const risk = stamp(
  (digits: string, tone: string, width: string, said: string) =>
    html`<span class="risk"
        ><span class="end signed">${digits}</span
        ><svg viewBox="0 0 40 8" aria-hidden="true" focusable="false">
          <rect width="40" height="8"></rect>
          <rect class=${tone} width=${width} height="8"></rect></svg
      ></span>
      <span class="key">${said}</span>`,
);
