import {
  bandsFrom,
  numberFrom,
  scoreBand,
  scoreMaximum,
  shownScore,
  withoutDeduction,
  type ScoreBand,
  type ScoreBands,
} from '../domain/score.js';

/** What a mismatch cost. */
export interface ScoreDeduction {
  readonly document_id?: string;
  /** In words; absent: the words for its kind. */
  readonly label?: string;
  /** `face`, `name`, `dob`, `address`, `gender` or `nationality`; others are shown as they are. */
  readonly kind?: string;
  /** Points, 0 to 100. */
  readonly weight?: number;
}

/** One document's part in the score. */
export interface ScoreDocument {
  readonly document_id?: string;
  readonly label?: string;
  /** Its score as computed; may be below zero. */
  readonly raw?: number;
}

/** What the host gave, in whatever form. */
export interface GaugeInputs {
  readonly value: unknown;
  readonly max: unknown;
  readonly bands: unknown;
  readonly label: unknown;
  readonly deductions: unknown;
  readonly documents: unknown;
}

export interface ReadDocument {
  readonly id: string | undefined;
  readonly label: string | undefined;
  readonly raw: number | undefined;
}

export interface ReadDeduction {
  readonly document: string | undefined;
  readonly label: string | undefined;
  readonly kind: string | undefined;
  /** Points; unknown where the host gave no number. */
  readonly weight: number | undefined;
  /** What would be shown without it. */
  readonly without: number | undefined;
}

/** What the gauge shows. */
export interface GaugeReading {
  /** The name of the meter; absent: the usual one. */
  readonly label: string | undefined;
  readonly maximum: number;
  readonly bands: ScoreBands;
  readonly documents: readonly ReadDocument[];
  readonly deductions: readonly ReadDeduction[];
  readonly score:
    | {readonly raw: number; readonly shown: number; readonly band: ScoreBand; readonly isClipped: boolean}
    | undefined;
}

const rowsIn = (list: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(list)
    ? list.filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null)
    : [];

const textFrom = (value: unknown): string | undefined =>
  (typeof value === 'string' && value.trim() !== '') || Number.isFinite(value) ? String(value) : undefined;

/** Reads what the host gave. Nothing here throws; what is no number is no score, and never zero. */
export function readGauge({
  value,
  max,
  bands: thresholds,
  label,
  deductions,
  documents,
}: GaugeInputs): GaugeReading {
  const read = rowsIn(documents).map((each) => ({
    id: textFrom(each['document_id']),
    label: textFrom(each['label']),
    raw: numberFrom(each['raw']),
  }));
  const maximum = scoreMaximum(max, read.length);
  const bands = bandsFrom(thresholds);
  const raw = numberFrom(value);
  return {
    label: textFrom(label),
    maximum,
    bands,
    documents: read,
    deductions: raw === undefined ? [] : rowsIn(deductions).map((each) => readDeduction(each, raw, maximum)),
    score: raw === undefined ? undefined : readScore(raw, maximum, bands),
  };
}

function readScore(raw: number, maximum: number, bands: ScoreBands): NonNullable<GaugeReading['score']> {
  const shown = shownScore(raw, maximum);
  return {raw, shown, band: scoreBand(raw, maximum, bands), isClipped: shown !== raw};
}

function readDeduction(each: Readonly<Record<string, unknown>>, raw: number, maximum: number): ReadDeduction {
  const points = numberFrom(each['weight']);
  const weight = points !== undefined && points >= 0 ? points : undefined;
  return {
    document: textFrom(each['document_id']),
    label: textFrom(each['label']),
    kind: textFrom(each['kind']),
    weight,
    without: weight === undefined ? undefined : withoutDeduction(raw, weight, maximum),
  };
}
