import {html} from 'lit';
import type {Words} from '../words/words.js';
import {longText, renderPieces, renderText} from './bidi.js';
import {formatsFor, isPlainDate, momentOf} from './format.js';
import {icon} from './icons.js';
import {stamp, type Drawing} from './stamp.js';

type Maybe<T> = T | null | undefined;

/** What is not there: a dash for the eye, words for the ear; never an empty place. */
export const renderMissing = (words: Words): Drawing => missing(words.of('value.none'));

const missing = stamp(
  (none: string) =>
    html`<span class="missing" aria-hidden="true">–</span><span class="hidden">${none}</span>`,
);

/** A cell with nothing in it; what is said of that for those who do not see it. */
export const renderBlankCell: (said: string) => Drawing = stamp(
  (said: string) =>
    html`<td role="cell" class="span blank">
      <span class="muted" aria-hidden="true">–</span><span class="hidden">${said}</span>
    </td>`,
);

/** A number, with its sign on its own side in both directions. */
export const renderSigned: (digits: string) => Drawing = stamp(
  (digits: string) => html`<span class="signed">${digits}</span>`,
);

/** A value from outside, or that it is missing. `mono` for ids, hashes and machine-readable lines. */
export function renderValue(value: Maybe<string | number>, words: Words, {mono = false} = {}): Drawing {
  if (value === null || value === undefined || value === '') return renderMissing(words);
  if (typeof value === 'number') return renderSigned(formatsFor(words.locale).number(value));
  if (value.trim() === '') return renderMissing(words);
  return mono ? renderMono(value, words) : renderText(value, words);
}

/** An id, a hash or a machine-readable line from outside. */
export function renderMono(text: string, words: Words): Drawing {
  const pieces = renderPieces(text, words);
  return typeof pieces === 'string' && text.length <= longText
    ? mono(text)
    : html`<span class="mono">${renderText(text, words)}</span>`;
}

const mono = stamp((text: string) => html`<span class="mono"><bdi>${text}</bdi></span>`);

/** A moment, with its offset from UTC at hand. What is no moment is shown as it came. */
export function renderTime(
  value: Maybe<string | number>,
  words: Words,
  {form = 'dateTime'}: {readonly form?: 'dateTime' | 'time' | 'second' | 'date'} = {},
): Drawing {
  if (value === null || value === undefined || value === '') return renderMissing(words);
  const date = momentOf(value);
  if (!date) return typeof value === 'string' ? renderDate(value, words) : renderMissing(words);
  const formats = formatsFor(words.locale);
  const shown = {
    dateTime: () => formats.dateTime(value),
    time: () => formats.time(value),
    second: () => formats.timeToSecond(value),
    date: () => formats.date(localDay(date)),
  }[form]();
  return moment(date.toISOString(), formats.exact(value), shown);
}

const moment = stamp(
  (at: string, exact: string, shown: string) =>
    html`<time class="nowrap" datetime=${at} title=${exact}>${shown}</time>`,
);
const day = stamp(
  (date: string, shown: string) => html`<time class="nowrap" datetime=${date}>${shown}</time>`,
);

const localDay = (date: Date): string =>
  [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');

/** A plain date. What is no date is shown as it came. */
export function renderDate(value: Maybe<string>, words: Words): Drawing {
  if (!value?.trim()) return renderMissing(words);
  if (!isPlainDate(value)) return renderText(value, words);
  return day(value, formatsFor(words.locale).date(value));
}

/** A country by its code; text that is no code as it came. */
export function renderCountry(value: Maybe<string>, words: Words): Drawing {
  if (!value?.trim()) return renderMissing(words);
  const name = formatsFor(words.locale).country(value);
  return name === value ? renderText(value, words) : name;
}

const signs: Readonly<Record<string, string>> = {in: '+', out: '−'};

/** An amount with its sign in front and the currency behind, isolated so that the sign stays on its side. */
export function renderAmount(
  amount: Maybe<string>,
  currency: Maybe<string>,
  words: Words,
  direction = 'unknown',
): Drawing {
  if (!amount?.trim()) return renderMissing(words);
  const digits = formatsFor(words.locale).amount(amount, currency ?? undefined);
  const sign = /^\d/u.test(amount) && Object.hasOwn(signs, direction) ? (signs[direction] ?? '') : '';
  return currency ? money(sign + digits, currency) : sum(sign + digits);
}

const sum = stamp((digits: string) => html`<span class="amount"><bdi>${digits}</bdi></span>`);
const money = stamp(
  (digits: string, currency: string) =>
    html`<span class="amount"
      ><bdi>${digits}</bdi> <span class="currency"><bdi>${currency}</bdi></span></span
    >`,
);

/**
 * A link where the address may be followed, else its text alone.
 *
 * @param resolve Gives the address to follow, or nothing when it is not one that a reviewer may be sent to.
 * @param onFollow Hears of the click before the browser follows it, and may prevent that.
 */
export function renderLink(
  url: Maybe<string>,
  text: string,
  words: Words,
  resolve: (url: string) => string | undefined,
  onFollow?: (event: Event, href: string) => void,
): Drawing {
  const href = url ? resolve(url) : undefined;
  if (!href) return renderText(text, words);
  const onClick = (event: Event) => onFollow?.(event, href);
  return html`<a
      href=${href}
      target="_blank"
      rel="noopener noreferrer"
      referrerpolicy="no-referrer"
      @click=${onClick}
      >${renderText(text, words)}<span class="hidden">${` (${words.of('action.opens-elsewhere')})`}</span></a
    >
    ${icon('follow')}`;
}
