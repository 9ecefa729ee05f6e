import type {WordBook} from './words.js';

/** The words of a verification's screening, of its timeline and of its notes. */
const en = {} as const;

export type CaseWordKey = keyof typeof en;

export const caseWords = {
  en,
  ar: async () => (await import('./case-words-ar.js')).ar,
} as const satisfies WordBook;
