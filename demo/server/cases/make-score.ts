import {mismatchKinds, type Document} from '../../../src/domain/document.js';
import {defaultWeights, documentScore, fullScore, shownScore, totalScore} from '../../../src/domain/score.js';
import type {ScoringSettings} from '../../../src/domain/scoring-settings.js';
import type {Verification} from '../../../src/domain/verification.js';

/** What an organisation scores by that has set nothing. */
export const usualScoring: ScoringSettings = {weights: defaultWeights, proximity_threshold_km: null};

/**
 * Makes the score of a verification anew, by the organisation's settings as they are now. The weights are kept with the
 * score, so that later settings do not change it.
 */
export function withScore(verification: Verification, settings: ScoringSettings): Verification {
  const documents = verification.documents.map((each) => withDocumentScore(each, settings));
  const scored = documents.filter(({archived, score}) => !archived && score);
  const parts = scored.map(({id, score, mismatches}) => ({
    document_id: id,
    raw: score?.raw ?? fullScore,
    mismatches,
  }));
  const signal = verification.score_breakdown?.geolocation;
  const geolocation = signal && {...signal, threshold_km: settings.proximity_threshold_km ?? null};
  return {
    ...verification,
    documents,
    score_total: totalScore(parts.map(({raw}) => raw)) ?? null,
    score_breakdown:
      parts.length > 0 || geolocation
        ? {max: fullScore * Math.max(1, parts.length), documents: parts, geolocation: geolocation ?? null}
        : null,
  };
}

/** A document that is still being looked at has no score. */
function withDocumentScore(document: Document, {weights}: ScoringSettings): Document {
  if (document.archived || document.fields.length === 0) return document;
  const mismatches = document.mismatches.map((each) => {
    const kind = mismatchKinds.find((known) => known === each.kind);
    return {...each, weight: kind ? weights[kind] : (each.weight ?? 0)};
  });
  const raw = documentScore(mismatches.map(({weight}) => weight));
  return {...document, mismatches, score: {raw, shown: shownScore(raw, fullScore)}};
}
