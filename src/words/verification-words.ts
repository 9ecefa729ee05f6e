import type {WordBook} from './words.js';

/** The words of a verification: its frame, its header and its cards. */
const en = {} as const;

export type VerificationWordKey = keyof typeof en;

export const verificationWords = {
  en,
  ar: async () => (await import('./verification-words-ar.js')).ar,
} as const satisfies WordBook;
