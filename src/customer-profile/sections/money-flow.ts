import {resource, type Resource, type ResourceValue} from '../../domain/resources.js';
import type {Bucket, TransactionBucket} from '../../domain/transaction.js';

/** What moved in one stretch of time, in one currency. */
export interface FlowBar {
  /** First day of the stretch. */
  readonly start: string;
  readonly in: number;
  readonly out: number;
  /** How many transactions triggered a rule. */
  readonly flagged: number;
}

/** Outlines in the units of the drawing; one for all bars of a kind, so that a long time costs no more than a short one. */
export interface DrawnFlow {
  readonly axis: number;
  readonly in: string;
  readonly out: string;
  readonly flags: string;
}

export const drawing = {width: 720, height: 96} as const;
/** Above the highest bar stand the flags. */
const flagSpace = 14;
/** Twenty years of months. Older bars would be thinner than a line. */
const mostBars = 240;
/** A date from a wrong century shall not keep the page busy. */
const mostSteps = 5000;
const dayLength = 86_400_000;

/** The stretch that gives a drawing of this range a few dozen bars: the longest one where an end is open. */
export function bucketFor(from: string, to: string): Bucket {
  const days = (Date.parse(to) - Date.parse(from)) / dayLength;
  if (!(days >= 0) || days > 400) return 'month';
  return days > 62 ? 'week' : 'day';
}

/** The sums of a customer's transactions in this range, in stretches that suit it. */
export const summaryOf = (
  customerId: string,
  from: string,
  to: string,
): Resource<ResourceValue<'transactionSummary'>> =>
  resource('transactionSummary', customerId, {from, to, bucket: bucketFor(from, to)});

/** The currencies, the one with the most transactions first. */
export function currenciesOf(buckets: readonly TransactionBucket[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const {currency, count} of buckets) counts.set(currency, (counts.get(currency) ?? 0) + count);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([name]) => name);
}

/** How many transactions triggered a rule, in all currencies. */
export const flaggedIn = (buckets: readonly TransactionBucket[]): number =>
  buckets.reduce((sum, {flagged}) => sum + Math.max(0, flagged), 0);

function next(start: string, bucket: Bucket): string {
  const date = new Date(start);
  if (bucket === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + (bucket === 'week' ? 7 : 1));
  return date.toISOString().slice(0, 10);
}

const sumOf = (text: string): number => {
  const value = Number(text);
  return Number.isFinite(value) ? Math.abs(value) : 0;
};

/** The bars of one currency, oldest first; stretches in which nothing moved are there too, and are empty. */
export function flowOf(
  buckets: readonly TransactionBucket[],
  currency: string,
  bucket: Bucket,
): readonly FlowBar[] {
  const mine = new Map<string, FlowBar>();
  for (const each of buckets) {
    if (each.currency !== currency || !/^[1-9]\d{3}-\d{2}-\d{2}$/u.test(each.start)) continue;
    if (Number.isNaN(Date.parse(each.start))) continue;
    const {start, flagged} = each;
    mine.set(start, {start, flagged, in: sumOf(each.in), out: sumOf(each.out)});
  }
  const starts = [...mine.keys()].sort();
  const [first] = starts;
  const last = starts.at(-1);
  if (first === undefined || last === undefined) return [];
  const filled = new Set(starts);
  for (let start = first, left = mostSteps; start <= last && left > 0; start = next(start, bucket), left--) {
    filled.add(start);
  }
  const bars = [...filled].sort().map((start) => mine.get(start) ?? {start, in: 0, out: 0, flagged: 0});
  return bars.slice(-mostBars);
}

/** Where the bars stand: in upwards and out downwards from one axis, in one scale; a flag above what triggered a rule. */
export function drawFlow(bars: readonly FlowBar[]): DrawnFlow {
  const highest = Math.max(0, ...bars.map((bar) => bar.in));
  const lowest = Math.max(0, ...bars.map((bar) => bar.out));
  const room = drawing.height - flagSpace - 1;
  const scale = highest + lowest > 0 ? room / (highest + lowest) : 0;
  const axis = scale > 0 ? flagSpace + highest * scale : drawing.height / 2;
  const step = drawing.width / Math.max(1, bars.length);
  const width = Math.min(step * 0.6, 48);
  const half = Math.min(6, step * 0.4);
  const outline = (draw: (bar: FlowBar, index: number) => string): string => bars.map(draw).join('');
  // What moved at all is seen.
  const heightOf = (value: number): number => (value > 0 ? Math.max(value * scale, 1) : 0);
  const box = (index: number, height: number): string => {
    const start = round(index * step + (step - width) / 2);
    return height === 0 ? '' : `M${start} ${round(axis)}h${round(width)}v${round(height)}h${round(-width)}z`;
  };
  return {
    axis: round(axis),
    in: outline((bar, index) => box(index, -heightOf(bar.in))),
    out: outline((bar, index) => box(index, heightOf(bar.out))),
    flags: outline(({flagged}, index) => {
      const start = round((index + 0.5) * step - half);
      return flagged > 0 ? `M${start} 3h${round(2 * half)}l${round(-half)} 8z` : '';
    }),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The bars whose date is written below: the first, the last, and a few between. */
export function labelledBars(count: number, labels = 5): readonly number[] {
  const shown = Math.min(labels, count);
  if (shown <= 1) return count > 0 ? [0] : [];
  return Array.from({length: shown}, (_, index) => Math.round((index * (count - 1)) / (shown - 1)));
}
