import type {Document, Mismatch} from './document.js';

/** What each mismatch of a document cost, and where it shows. */
export interface Deductions {
  /** By the place of the field in `fields`: the mismatch that is shown there. One deduction is shown once. */
  readonly byField: ReadonlyMap<number, Mismatch>;
  /** Mismatches that no field stands for, such as a face. */
  readonly others: readonly Mismatch[];
}

/** Puts each mismatch beside the first field that it speaks of. */
export function deductionsOf({fields, mismatches}: Pick<Document, 'fields' | 'mismatches'>): Deductions {
  const byField = new Map<number, Mismatch>();
  const others: Mismatch[] = [];
  for (const mismatch of mismatches) {
    const at = fields.findIndex((field, index) => field.mismatch === mismatch.kind && !byField.has(index));
    if (at === -1) others.push(mismatch);
    else byField.set(at, mismatch);
  }
  return {byField, others};
}
