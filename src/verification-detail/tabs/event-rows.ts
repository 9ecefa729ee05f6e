import type {auditEventTypes} from '../../domain/audit-event.js';
import type {EventFact} from '../../domain/event-facts.js';
import type {VerificationStatus} from '../../domain/verification.js';
import type {IconName} from '../../ui/icons.js';
import {caseWords} from '../../words/case-words.js';
import {addWords, isWordKey, type WordKey, type Words} from '../../words/words.js';

addWords(caseWords);

type AuditEventType = (typeof auditEventTypes)[number];

interface EventRow {
  readonly icon: IconName;
  readonly tone?: 'positive' | 'negative';
  /** The status that goes without saying. */
  readonly to?: VerificationStatus;
}

const rows: {readonly [T in AuditEventType]: EventRow} = {
  'request.created': {icon: 'document'},
  'request.updated': {icon: 'refresh'},
  'request.approved': {icon: 'approved', tone: 'positive', to: 'approved'},
  'request.rejected': {icon: 'rejected', tone: 'negative', to: 'rejected'},
  'request.canceled': {icon: 'canceled', to: 'canceled'},
  'request.invite_resent': {icon: 'send'},
  'request.reopened': {icon: 'restore', to: 'pending_review'},
  'request.expired': {icon: 'expired', to: 'expired'},
  'request.pdf_downloaded': {icon: 'download'},
  'note.created': {icon: 'note'},
  'biometric.judged': {icon: 'face'},
  'finding.judged': {icon: 'search'},
};

const isKnown = (type: string): type is AuditEventType => Object.hasOwn(rows, type);

/** How an event is shown; one that nobody knows by its raw name. */
export function eventRow(
  type: string,
  data: Readonly<Record<string, unknown>>,
): EventRow & {readonly word: WordKey | undefined} {
  if (!isKnown(type)) return {icon: 'unknown', word: undefined};
  if (type === 'request.updated' && [data['status'], data['to']].includes('pending_review')) {
    return {icon: 'waiting', to: 'pending_review', word: 'event.ready'};
  }
  return {...rows[type], word: `event.${type}`};
}

/** Where the words of a value stand, by the last name of the fact's path. */
const wordsOfValue: Readonly<Record<string, readonly string[]>> = {
  status: ['verification'],
  from: ['verification'],
  to: ['verification'],
  outcome: ['finding', 'face-outcome', 'verification'],
  reason_code: ['aml-reason'],
  family: ['family'],
  channel: ['channel'],
  type: ['type'],
  part: ['audit-part'],
};

const lastName = (key: string): string => key.slice(key.lastIndexOf('.') + 1);

/** What a fact is called; one without words by its raw name. */
export function factLabel({key}: EventFact, words: Words): string | undefined {
  const word = `audit-key.${lastName(key)}`;
  return isWordKey(word) ? words.of(word) : undefined;
}

/** What a fact says in words, where its value is one that has some. */
export function factWords({key, value}: EventFact, words: Words): string | undefined {
  if (value === null) return words.of('value.none');
  if (typeof value === 'boolean') return words.of(value ? 'value.yes' : 'value.no');
  const name = lastName(key);
  const groups = Object.hasOwn(wordsOfValue, name) ? wordsOfValue[name] : undefined;
  const word = groups?.map((group) => `${group}.${value}`).find((each) => isWordKey(each));
  return word === undefined ? undefined : words.of(word);
}
