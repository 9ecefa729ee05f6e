import {scoreMaximum} from './score.js';
import type {Verification} from './verification.js';

/** What one document takes part in a score with. */
export interface ScorePart {
  readonly document_id: string;
  /** As computed; may lie below zero. */
  readonly raw: number;
}

/** What one mismatch cost, by the weight that applied when the score was made. */
export interface ScoreDeduction {
  readonly document_id: string;
  readonly kind: string;
  /** Points; absent where the record does not say. */
  readonly weight: number | undefined;
}

export interface ScoreParts {
  /** The server's total; never recomputed. Absent: there is no score, which is not zero. */
  readonly total: number | undefined;
  readonly maximum: number;
  readonly documents: readonly ScorePart[];
  readonly deductions: readonly ScoreDeduction[];
}

/** What a verification's score is made of. */
export function scoreParts({
  score_total: total,
  score_breakdown: breakdown,
  documents: all,
}: Pick<Verification, 'score_total' | 'score_breakdown' | 'documents'>): ScoreParts {
  const documents = breakdown?.documents ?? [];
  const active = all.filter(({archived}) => !archived);
  return {
    total: total ?? undefined,
    maximum: scoreMaximum(breakdown?.max, documents.length || active.length),
    documents: documents.map(({document_id, raw}) => ({document_id, raw})),
    deductions: documents.flatMap(({document_id, mismatches}) =>
      mismatches.map(({kind, weight}) => ({document_id, kind, weight: weight ?? undefined})),
    ),
  };
}
