import type {WordBook} from './words.js';

/** The words of what can be done, of the dialog that asks, and of how it ended. */
const en = {} as const;

export type ActionWordKey = keyof typeof en;

export const actionWords = {
  en,
  ar: async () => (await import('./action-words-ar.js')).ar,
} as const satisfies WordBook;
