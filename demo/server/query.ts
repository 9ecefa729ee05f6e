import {customerStatuses} from '../../src/domain/customer.js';
import {
  buckets,
  directions,
  transactionSorts,
  transactionStatuses,
  type Bucket,
} from '../../src/domain/transaction.js';
import {travelRuleStatuses} from '../../src/domain/travel-rule.js';
import {verificationTabs, type VerificationTab} from '../../src/domain/verification.js';
import type {CaseQuestion, LogQuestion} from './records/case-records.js';
import {isDecimal} from './records/decimals.js';
import {afterEveryMoment, searchable, type SortColumn} from './records/lists.js';
import type {Position, Question} from './records/records.js';
import {Problem, type FieldError} from './problem.js';

const known: ReadonlyMap<string, string> = new Map(
  [customerStatuses, transactionStatuses, travelRuleStatuses]
    .flat()
    .map((each) => [each.toUpperCase(), each]),
);
const largestPage = 200;
const defaultPage = 50;
const longestText = 200;

/**
 * The query of a request, read name by name. What is wrong is collected, so that one answer names all of it. Names that
 * nobody asks for are ignored.
 */
export class Query {
  private readonly given: URLSearchParams;
  private readonly errors: FieldError[] = [];

  constructor(url: string) {
    this.given = new URL(url).searchParams;
  }

  /** Ends the request when anything was wrong. */
  check(): void {
    if (this.errors.length > 0) throw new Problem('invalid', {errors: this.errors});
  }

  private wrong(path: string, message: string): undefined {
    this.errors.push({path, message});
    return undefined;
  }

  private one(name: string): string | undefined {
    const values = this.given.getAll(name);
    if (values.length > 1) return this.wrong(name, 'Give this once.');
    const [value] = values;
    if (value === undefined || value === '') return undefined;
    if (value.length > longestText || value.includes('\0'))
      return this.wrong(name, 'This text is too long or has a zero character in it.');
    return value;
  }

  private among<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.one(name);
    if (value === undefined) return undefined;
    return allowed.find((each) => each === value) ?? this.wrong(name, `One of: ${allowed.join(', ')}.`);
  }

  private many(name: string, allowed?: readonly string[]): readonly string[] | undefined {
    const values = this.given.getAll(name).filter((each) => each !== '');
    if (values.length === 0) return undefined;
    if (values.length > 50 || values.some((each) => each.length > longestText || each.includes('\0'))) {
      return this.wrong(name, 'This is too much, or has a zero character in it.');
    }
    if (allowed && !values.every((each) => allowed.includes(each))) {
      return this.wrong(name, `Any of: ${allowed.join(', ')}.`);
    }
    return values;
  }

  private whole(name: string, least: number, most: number): number | undefined {
    const value = this.one(name);
    if (value === undefined) return undefined;
    const number = /^\d{1,16}$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most) return number;
    return this.wrong(name, `A whole number from ${least} to ${most}.`);
  }

  words(): Pick<Question, 'words'> {
    const value = this.one('q');
    const words = value === undefined ? '' : searchable(value.trim());
    return words === '' ? {} : {words};
  }

  /** Days count whole, in UTC; moments count to the millisecond. Both ends are included. */
  range(): Pick<Question, 'from' | 'before'> {
    const from = this.moment('from', 0);
    const before = this.moment('to', 1);
    return {...(from !== undefined && {from}), ...(before !== undefined && {before})};
  }

  private moment(name: string, later: 0 | 1): string | undefined {
    const value = this.one(name);
    if (value === undefined) return undefined;
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
    const at =
      isDay || /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(value) ? Date.parse(value) : NaN;
    if (Number.isNaN(at) || !isRealDay(value.slice(0, 10)))
      return this.wrong(name, 'A day as YYYY-MM-DD, or a moment in ISO 8601 with its offset.');
    const bound = new Date(at + later * (isDay ? 86_400_000 : 1));
    // Texts sort by time as long as the year has four digits.
    return bound.getUTCFullYear() > 9999 ? afterEveryMoment : bound.toISOString();
  }

  statuses(): Pick<Question, 'status'> {
    // Statuses are written in any case; those that are known are stored in theirs.
    const status = this.many('status')?.map((each) => known.get(each.toUpperCase()) ?? each);
    return status ? {status} : {};
  }

  directions(): Pick<Question, 'direction'> {
    const direction = this.many('direction', directions);
    return direction ? {direction} : {};
  }

  archived(): Pick<Question, 'archived'> {
    const archived = this.among('archived', ['true', 'false']);
    return archived ? {archived: archived === 'true'} : {};
  }

  /** The filters of the list of verifications. */
  cases(): CaseQuestion {
    const tab = this.among('tab', Object.keys(verificationTabs) as VerificationTab[]) ?? 'all';
    const status = verificationTabs[tab];
    const type = this.many('type')?.map((each) => (each === 'share' ? 'custom' : each));
    const channel = this.many('channel');
    const requester = this.one('requester');
    return {
      ...(status && {status}),
      ...(type && {type}),
      ...(channel && {channel}),
      ...(requester !== undefined && {requester}),
      ...this.words(),
    };
  }

  /** The filters of the log of a whole organisation. */
  log(): LogQuestion {
    const type = this.many('type');
    const actor = this.one('actor');
    return {...(type && {type}), ...(actor !== undefined && {actor}), ...this.range()};
  }

  order(): boolean {
    return (this.among('order', ['asc', 'desc']) ?? 'desc') === 'desc';
  }

  sort(): SortColumn {
    return this.among('sort', transactionSorts) ?? 'at';
  }

  bucket(): Bucket {
    return this.among('bucket', buckets) ?? 'day';
  }

  /**
   * Which page is wanted.
   *
   * @param list What the cursor has to have been made for: another list's cursor is refused.
   */
  page(
    list: string,
    sort: SortColumn | 'seq',
    hasOffset: boolean,
  ): Pick<Question, 'limit' | 'offset' | 'after'> {
    const limit = this.whole('limit', 1, largestPage) ?? defaultPage;
    const offset = hasOffset ? this.whole('offset', 0, Number.MAX_SAFE_INTEGER) : undefined;
    const text = this.given.get('cursor') ?? '';
    if (text === '') return offset === undefined ? {limit} : {limit, offset};
    if (offset !== undefined) this.wrong('offset', 'Either a cursor or an offset.');
    const after = readCursor(text, list, sort);
    if (!after) this.wrong('cursor', 'Not a cursor of this list.');
    return after ? {limit, after} : {limit};
  }
}

/** The parser would turn the 30th of February into the 2nd of March. */
function isRealDay(day: string): boolean {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** A cursor says where a page ended, and of which list in which order, so that it cannot be carried to another one. */
export function writeCursor({key, id}: Position, list: string): string {
  const bytes = new TextEncoder().encode(JSON.stringify([list, key, id]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function readCursor(text: string, list: string, sort: SortColumn | 'seq'): Position | undefined {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const parts: unknown = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(bytes, (each) => each.charCodeAt(0))),
    );
    if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((each) => typeof each === 'string'))
      return undefined;
    const [of = '', key = '', id = ''] = parts;
    if (of !== list || key.includes('\0') || id.includes('\0')) return undefined;
    return isKey[sort](key) ? {key, id} : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a database takes it for a number too: it knows fewer spellings, and takes nothing too small for more than zero. */
function isNumber(key: string): boolean {
  const [, digits] = /^-?(\d+(?:\.\d+)?)(?:e[+-]?\d+)?$/.exec(key) ?? [];
  if (digits === undefined) return false;
  const value = Number(key);
  return Number.isFinite(value) && (value !== 0 || Number(digits) === 0);
}

const isKey: {readonly [S in SortColumn | 'seq']: (key: string) => boolean} = {
  seq: (key) => /^\d{1,9}$/.test(key),
  at: () => true,
  position: isNumber,
  amount: isDecimal,
  risk_score: isNumber,
};
