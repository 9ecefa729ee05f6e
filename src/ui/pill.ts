import {html} from 'lit';
import {once} from './constant-template.js';
import {stamp, type Drawing} from './stamp.js';
import type {WordKey, Words} from '../words/words.js';
import {aroundIcon, icon, type IconName} from './icons.js';

/** What a colour means. There is no sixth. */
export type Tone = 'positive' | 'caution' | 'negative' | 'neutral' | 'info';

/** How one value of an enumeration is shown: never by colour alone. */
export interface StatusRow {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly word: WordKey;
}

/** A value that no table knows: shown neutrally, in its own text. */
export interface UnknownStatus {
  readonly tone: 'neutral';
  readonly icon: 'unknown';
  readonly text: string;
}

export type Status = StatusRow | UnknownStatus;

/** A row of a table of statuses. */
export const row = (tone: Tone, name: IconName, word: WordKey): StatusRow => ({tone, icon: name, word});

export type StatusRows = Readonly<Record<string, StatusRow>>;

/** The statuses that stand in the head of a screen. All others come with what is inside it. */
export const headStatuses = {
  customer: {
    CREATED: row('neutral', 'not-started', 'customer-status.CREATED'),
    INCOMPLETE: row('neutral', 'running', 'customer-status.INCOMPLETE'),
    PENDING_UPLOAD: row('info', 'upload', 'customer-status.PENDING_UPLOAD'),
    PENDING_REVIEW: row('caution', 'waiting', 'customer-status.PENDING_REVIEW'),
    PENDING_APPROVAL: row('caution', 'waiting', 'customer-status.PENDING_APPROVAL'),
    APPROVED: row('positive', 'approved', 'customer-status.APPROVED'),
    REJECTED: row('negative', 'rejected', 'customer-status.REJECTED'),
    BLACKLISTED: row('negative', 'barred', 'customer-status.BLACKLISTED'),
    INACTIVE: row('neutral', 'inactive', 'customer-status.INACTIVE'),
  },
  risk: {
    NORMAL: row('neutral', 'absent', 'risk.NORMAL'),
    HIGH: row('caution', 'risk-mark', 'risk.HIGH'),
    VERY_HIGH: row('negative', 'risk-mark', 'risk.VERY_HIGH'),
  },
  connection: {
    live: row('positive', 'live', 'connection.live'),
    connecting: row('neutral', 'running', 'connection.connecting'),
    waiting: row('neutral', 'running', 'connection.waiting'),
    degraded: row('caution', 'offline', 'connection.degraded'),
    off: row('neutral', 'refresh', 'connection.off'),
  },
} as const satisfies Readonly<Record<string, StatusRows>>;

/**
 * How this value is shown. Text is looked up in any case, with spaces for underscores; what is not listed keeps its own
 * text. `null` and booleans are values of their own: null is never false.
 */
export function statusIn(rows: StatusRows, value: string | boolean | null): Status {
  const text = String(value);
  const asItStands = Object.hasOwn(rows, text) ? rows[text] : undefined;
  if (asItStands) return asItStands;
  const name = text.trim().replaceAll(/[ -]+/g, '_');
  for (const key of [name.toUpperCase(), name.toLowerCase()]) {
    const found = Object.hasOwn(rows, key) ? rows[key] : undefined;
    if (found) return found;
  }
  return {tone: 'neutral', icon: 'unknown', text};
}

/** The words of a status, for names and sentences. */
export const statusWords = (status: Status, words: Words, n?: number): string =>
  'text' in status ? status.text : words.of(status.word, n === undefined ? {} : {n});

/** The words of a status as an element; a text from outside stands for itself. */
const renderRaw = ({text}: UnknownStatus): Drawing => html`<span class="raw"><bdi>${text}</bdi></span>`;

const wordsAfter = ['<span>', '</span></span>'] as const;
/** A stamp for each icon: there are as many values as there are gaps between the strings. */
const stamped = (template: (name: IconName) => TemplateStringsArray) =>
  once((name: IconName) => {
    const strings = template(name);
    return stamp((...values: string[]) => html(strings, ...values), strings.length - 1);
  });
const inPill = stamped(aroundIcon(['<span class="pill ', '">'], wordsAfter));
const inTag = stamped(aroundIcon(['<span class="tag ', '">'], wordsAfter));
const inMark = stamped(aroundIcon(['<span class="mark is-', '">'], wordsAfter));
const inPlainMark = stamped(aroundIcon(['<span class="mark">'], wordsAfter));
const inLabelledMark = stamped(
  aroundIcon(
    ['<span class="mark is-', '">'],
    ['<span><bdi>', '</bdi><span class="hidden">: ', '</span></span></span>'],
  ),
);

/** The status of a record: one per header or column. `n` stands in words that count. */
export const renderPill = (status: Status, words: Words, n?: number): Drawing =>
  'text' in status
    ? html`<span class="pill ${status.tone}">${icon(status.icon)}${renderRaw(status)}</span>`
    : inPill(status.icon)(status.tone, statusWords(status, words, n));

/** The status of a part. */
export const renderTag = (status: Status, words: Words, n?: number): Drawing =>
  'text' in status
    ? html`<span class="tag ${status.tone}">${icon(status.icon)}${renderRaw(status)}</span>`
    : inTag(status.icon)(status.tone, statusWords(status, words, n));

/** A status inside tables and facts: icon and word without a fill. `label` takes the place of the status's own words. */
export function renderMark(status: Status, words: Words, label?: string): Drawing {
  const said = statusWords(status, words);
  if (label !== undefined) return inLabelledMark(status.icon)(status.tone, label, said);
  if ('text' in status) {
    return html`<span class="mark is-${status.tone}">${icon(status.icon)}${renderRaw(status)}</span>`;
  }
  return inMark(status.icon)(status.tone, said);
}

/** The same without a tone. */
export const renderPlainMark = (status: Status, words: Words): Drawing =>
  'text' in status
    ? html`<span class="mark">${icon(status.icon)}${renderRaw(status)}</span>`
    : inPlainMark(status.icon)(statusWords(status, words));
