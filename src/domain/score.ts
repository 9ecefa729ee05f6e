/**
 * The arithmetic of scores. It knows no record and no schema, so that the gauge can stand alone. A score informs; it
 * decides nothing.
 */

/** What each kind of mismatch costs where an organisation has not set its own weights: points, 0 to 100. */
export const defaultWeights = {face: 50, name: 25, dob: 25, address: 10, gender: 5, nationality: 5} as const;

/** What one document without a mismatch is worth. */
export const fullScore = 100;

/** A finite number, also when it came as text; anything else is no number. Empty text is no number, never zero. */
export function numberFrom(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** One document's score as computed: below zero where its mismatches cost more than it is worth. */
export const documentScore = (weights: readonly number[]): number =>
  weights.reduce((rest, weight) => rest - weight, fullScore);

/** The sum of the documents' scores as computed; clipping comes last. Without a document there is no score. */
export const totalScore = (documents: readonly number[]): number | undefined =>
  documents.length === 0 ? undefined : documents.reduce((sum, each) => sum + each, 0);

/** What a dial reaches up to: what the server says, else 100 for each document, and for one where there is none. */
export function scoreMaximum(stated: unknown, documents: number): number {
  const maximum = numberFrom(stated);
  return maximum !== undefined && maximum > 0 ? maximum : fullScore * Math.max(1, documents);
}

/** A score as it is shown: from 0 to the maximum. */
export const shownScore = (raw: number, maximum: number): number => Math.min(Math.max(raw, 0), maximum);

/** The part of the maximum that is shown, in whole percent. */
export const scorePercent = (raw: number, maximum: number): number =>
  Math.round((100 * shownScore(raw, maximum)) / maximum);

/** What would be shown without one deduction. */
export const withoutDeduction = (raw: number, weight: number, maximum: number): number =>
  shownScore(raw + weight, maximum);

/** From how many percent on a score is good, and from how many on it is fair. */
export interface ScoreBands {
  readonly good: number;
  readonly fair: number;
}
export const defaultBands: ScoreBands = {good: 80, fair: 50};

/**
 * Two thresholds in percent, in either order: as text, or as a list. What is no pair of thresholds is answered by the usual
 * ones.
 */
export function bandsFrom(given: unknown): ScoreBands {
  const list: unknown = typeof given === 'string' ? given.trim().split(/[\s,]+/u) : given;
  const thresholds = Array.isArray(list) ? list.map((each) => numberFrom(each)) : [];
  const [one, other, ...more] = thresholds;
  const isThreshold = (value: number | undefined): value is number =>
    value !== undefined && value >= 0 && value <= 100;
  if (!isThreshold(one) || !isThreshold(other) || more.length > 0) return defaultBands;
  return {good: Math.max(one, other), fair: Math.min(one, other)};
}

export type ScoreBand = 'good' | 'fair' | 'poor';

/** The band of a score, by its exact part of the maximum: 79.9 percent is not yet 80. */
export function scoreBand(raw: number, maximum: number, bands: ScoreBands = defaultBands): ScoreBand {
  const percent = (100 * shownScore(raw, maximum)) / maximum;
  if (percent >= bands.good) return 'good';
  return percent >= bands.fair ? 'fair' : 'poor';
}

/**
 * How far each document's equal part of the dial is filled, 0 to 1. What is filled always adds up to the total that is
 * shown: a document below zero takes from the others, the last one first, and where the server's total is higher than
 * the documents' sum the first parts with room take the rest.
 */
export function segmentFills(
  documents: readonly number[],
  total: number,
  maximum: number,
): readonly number[] {
  const count = Math.max(1, documents.length);
  const most = maximum / count;
  const fills =
    documents.length === 0 ? [shownScore(total, most)] : documents.map((raw) => shownScore(raw, most));
  let missing = shownScore(total, maximum) - fills.reduce((sum, each) => sum + each, 0);
  for (let step = 0; step < count && missing !== 0; step++) {
    const at = missing > 0 ? step : count - 1 - step;
    const before = fills[at] ?? 0;
    const after = shownScore(before + missing, most);
    fills[at] = after;
    missing -= after - before;
  }
  return fills.map((each) => each / most);
}
