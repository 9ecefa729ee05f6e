import type {WordKey, WordValues, Words} from '../words/words.js';

/** A text with something drawn in the place of its placeholders; those that are not drawn are filled with values. */
export const renderPhrase = (
  words: Words,
  key: WordKey,
  drawn: Readonly<Record<string, unknown>>,
  values?: WordValues,
): unknown =>
  words.parts(key, values).map((part) => (typeof part === 'string' ? part : drawn[part.placeholder]));
