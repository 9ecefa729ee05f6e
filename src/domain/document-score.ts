import type {Document, Mismatch} from './document.js';
import {documentScore, fullScore, shownScore} from './score.js';
import type {Verification} from './verification.js';

/** A document's score, and what made it. */
export interface ScoreOfDocument {
  /** As computed; may lie below zero. */
  readonly raw: number;
  readonly shown: number;
  /** With the weights that applied when it was made. */
  readonly costs: readonly Mismatch[];
  /** The costs add up to it. Where they do not, the server knows more than it says. */
  readonly isExplained: boolean;
}

/** What the verification's score holds of this document, else what the document says of itself. */
export function scoreOfDocument(
  document: Pick<Document, 'id' | 'score' | 'mismatches'>,
  {score_breakdown: breakdown}: Pick<Verification, 'score_breakdown'>,
): ScoreOfDocument | undefined {
  const row = breakdown?.documents.find(({document_id: id}) => id === document.id);
  const raw = row?.raw ?? document.score?.raw;
  if (raw === undefined) return undefined;
  const costs = row?.mismatches ?? document.mismatches;
  const weights = costs.map(({weight}) => weight);
  const known = weights.filter((weight) => typeof weight === 'number');
  return {
    raw,
    shown: row ? shownScore(raw, fullScore) : (document.score?.shown ?? shownScore(raw, fullScore)),
    costs,
    isExplained: known.length === weights.length && documentScore(known) === raw,
  };
}
