import type {WordBook} from './words.js';

/** The words of the viewer of evidence, and of a verification's documents and biometric tabs. */
const en = {} as const;

export type EvidenceWordKey = keyof typeof en;

export const evidenceWords = {
  en,
  ar: async () => (await import('./evidence-words-ar.js')).ar,
} as const satisfies WordBook;
