/** Dates, numbers and names as one locale writes them. Nothing here throws: what cannot be read is handed back as it came. */
export interface Formats {
  number(value: number, fractionDigits?: number): string;
  /** 0 to 1. */
  percent(fraction: number): string;
  bytes(count: number): string;
  /** A plain date `YYYY-MM-DD`, which no time zone moves. */
  date(value: string): string;
  /** A moment, in the time zone of the reader. */
  dateTime(value: string | number): string;
  /** The same to the second, with the offset from UTC. */
  exact(value: string | number): string;
  /** The time of day of a moment. */
  time(value: string | number): string;
  /** The same to the second. */
  timeToSecond(value: string | number): string;
  /** A month and its year, for `YYYY-MM-DD`. */
  month(value: string): string;
  /** Whole seconds. */
  duration(seconds: number): string;
  /** A decimal amount as text: no digit is lost, and none is added but those that the currency always has. */
  amount(value: string, currency?: string): string;
  /** ISO 3166-1 alpha-2. */
  country(code: string): string;
  /** BCP 47. */
  language(code: string): string;
  list(items: readonly string[]): string;
}

const plainDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;
const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** The day that a plain date names, at noon UTC; absent for days that do not exist. */
function dayOf(value: string): Date | undefined {
  const [, year, month, day] = (plainDate.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1) return undefined;
  const date = new Date(0);
  date.setUTCHours(12);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : undefined;
}

/** The moment that a text or a number of milliseconds names. A text without a zone names none. */
export function momentOf(value: string | number): Date | undefined {
  if (typeof value === 'string' && !moment.test(value)) return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Whether this is a plain date that exists. */
export const isPlainDate = (value: string): boolean => dayOf(value) !== undefined;

/** Age in whole years on a day; absent where it would make no sense. */
export function ageOn(birthDate: string, today: Date): number | undefined {
  const born = dayOf(birthDate);
  if (!born) return undefined;
  const before =
    today.getMonth() < born.getUTCMonth() ||
    (today.getMonth() === born.getUTCMonth() && today.getDate() < born.getUTCDate());
  const years = today.getFullYear() - born.getUTCFullYear() - (before ? 1 : 0);
  return years >= 0 && years <= 130 ? years : undefined;
}

const knownDigits = new Map<string, number>();

function currencyDigits(currency: string | undefined): number {
  if (!currency) return 0;
  const known = knownDigits.get(currency) ?? digitsOf(currency);
  // What comes from outside may be anything; currencies are few.
  if (knownDigits.size < 500) knownDigits.set(currency, known);
  return known;
}

function digitsOf(currency: string): number {
  try {
    const {maximumFractionDigits} = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
    }).resolvedOptions();
    return maximumFractionDigits ?? 0;
  } catch {
    return 0;
  }
}

function makeFormats(locale: string): Formats {
  // Identity documents carry Gregorian dates, whatever calendar a region prefers.
  const calendar = {calendar: 'gregory'} as const;
  const day = {day: 'numeric', month: 'short', year: 'numeric', ...calendar} as const;
  const clock = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'} as const;
  const formats = {
    day: new Intl.DateTimeFormat(locale, {...day, timeZone: 'UTC'}),
    month: new Intl.DateTimeFormat(locale, {month: 'short', year: 'numeric', timeZone: 'UTC', ...calendar}),
    moment: new Intl.DateTimeFormat(locale, {...day, ...clock}),
    exact: new Intl.DateTimeFormat(locale, {...day, ...clock, second: '2-digit', timeZoneName: 'longOffset'}),
    clock: new Intl.DateTimeFormat(locale, clock),
    percent: new Intl.NumberFormat(locale, {style: 'percent', maximumFractionDigits: 1}),
    list: new Intl.ListFormat(locale, {type: 'conjunction'}),
    regions: new Intl.DisplayNames(locale, {type: 'region', fallback: 'code'}),
    languages: new Intl.DisplayNames(locale, {type: 'language', fallback: 'code'}),
  };
  let second: Intl.DateTimeFormat | undefined;
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
    numbers.set(key, known);
    return known;
  };
  const unit = (value: number, name: string, digits = 0): string =>
    numberFormat(`${name} ${digits}`, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  const named = (names: Intl.DisplayNames, code: string): string => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
  const whenRead = (value: string | number, format: Intl.DateTimeFormat): string => {
    const date = momentOf(value);
    if (date) return format.format(date);
    return typeof value === 'string' && isPlainDate(value) ? made.date(value) : String(value);
  };
  const made: Formats = {
    number: (value, digits = 3) =>
      numberFormat(`number ${digits}`, {maximumFractionDigits: digits}).format(value),
    percent: (fraction) => formats.percent.format(fraction),
    bytes(count) {
      if (count < 1000) return unit(count, 'byte');
      return count < 1_000_000 ? unit(count / 1000, 'kilobyte') : unit(count / 1_000_000, 'megabyte', 1);
    },
    date(value) {
      const date = dayOf(value);
      return date ? formats.day.format(date) : value;
    },
    month(value) {
      const date = dayOf(value);
      return date ? formats.month.format(date) : value;
    },
    dateTime: (value) => whenRead(value, formats.moment),
    exact: (value) => whenRead(value, formats.exact),
    time: (value) => whenRead(value, formats.clock),
    timeToSecond: (value) =>
      whenRead(value, (second ??= new Intl.DateTimeFormat(locale, {...clock, second: '2-digit'}))),
    duration(seconds) {
      if (!Number.isFinite(seconds) || seconds < 0) return String(seconds);
      if (seconds < 60) return unit(Math.round(seconds), 'second');
      const minutes = Math.floor(seconds / 60);
      if (minutes < 60) return unit(minutes, 'minute');
      const parts = [unit(Math.floor(minutes / 60), 'hour')];
      if (minutes % 60 > 0) parts.push(unit(minutes % 60, 'minute'));
      return parts.join(' ');
    },
    amount(value, currency) {
      const [, sign = '', whole, fraction = ''] = decimal.exec(value) ?? [];
      if (whole === undefined || fraction.length > 20) return value;
      const least = Math.max(fraction.length, currencyDigits(currency));
      const format = numberFormat(`amount ${least}`, {
        minimumFractionDigits: least,
        maximumFractionDigits: least,
      });
      // Given as text, the digits are formatted as they stand; as a number, long amounts would be rounded.
      const digits = format.format(`${whole}.${fraction || '0'}` as `${number}`);
      return sign === '-' ? `−${digits}` : digits;
    },
    country: (code) => (/^[a-z]{2}$/i.test(code) ? named(formats.regions, code.toUpperCase()) : code),
    language: (code) => named(formats.languages, code),
    list: (items) => formats.list.format(items),
  };
  return made;
}

const byLocale = new Map<string, Formats>();

/** The formats of a locale, made once. Text that is not a locale counts as English. */
export function formatsFor(locale: string): Formats {
  const known = byLocale.get(locale);
  if (known) return known;
  let made: Formats;
  try {
    made = makeFormats(locale);
  } catch {
    made = makeFormats('en');
  }
  byLocale.set(locale, made);
  return made;
}
