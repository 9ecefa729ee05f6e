import type {Summary} from './customer.js';

type Claim = NonNullable<Summary['claims']>[number];

/** What a claim rests on, with the number under which it is shown. */
export interface Citation {
  readonly n: number;
  readonly kind: string;
  readonly id: string;
}

/** A piece of text, and what it rests on. */
export interface CitedPiece {
  readonly text: string;
  readonly citations: readonly Citation[];
}

export interface CitedSummary {
  /** The text, cut behind each of its claims. */
  readonly pieces: readonly CitedPiece[];
  /** Claims that do not stand in the text word for word. */
  readonly others: readonly CitedPiece[];
  /** There is more text than is shown. */
  readonly cut: boolean;
}

/** Code points of a machine's text that are shown at most, however long it is. */
export const longestSummary = 8000;

/** The first code points of a text. */
function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  return [...text.slice(0, most * 2)].slice(0, most).join('');
}

/** Lays the claims of a summary over its text. One piece of evidence has one number wherever it is cited. */
export function citedSummary(summary: Summary, most = longestSummary): CitedSummary {
  const text = beginning(summary.text, longestSummary);
  const shown = beginning(text, most);
  const claims = (summary.claims ?? []).filter((claim) => claim.text.trim() !== '');
  const found: {readonly claim: Claim; readonly end: number}[] = [];
  const missing: Claim[] = [];
  let from = 0;
  for (const claim of claims) {
    const ahead = text.indexOf(claim.text, from);
    const at = ahead === -1 ? text.indexOf(claim.text) : ahead;
    if (at === -1) missing.push(claim);
    else found.push({claim, end: (from = at + claim.text.length)});
  }
  found.sort((a, b) => a.end - b.end);

  const numbers = new Map<string, number>();
  const cite = ({evidence}: Claim): readonly Citation[] =>
    evidence.map(({kind, id}) => {
      const key = `${kind}\n${id}`;
      const n = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, n);
      return {n, kind, id};
    });

  const pieces: CitedPiece[] = [];
  let begin = 0;
  for (const {claim, end} of found) {
    if (end > shown.length) break;
    pieces.push({text: shown.slice(begin, end), citations: cite(claim)});
    begin = end;
  }
  if (begin < shown.length) pieces.push({text: shown.slice(begin), citations: []});
  const others = missing.map((claim) => ({text: claim.text, citations: cite(claim)}));
  return {pieces, others, cut: shown.length < summary.text.length};
}
