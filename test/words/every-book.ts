import {actionWords} from '../../src/words/action-words.js';
import {ar as arabicBasis} from '../../src/words/ar.js';
import {cardWords} from '../../src/words/card-words.js';
import {caseWords} from '../../src/words/case-words.js';
import {en as basis} from '../../src/words/en.js';
import {evidenceWords} from '../../src/words/evidence-words.js';
import {partWords} from '../../src/words/part-words.js';
import {verificationWords} from '../../src/words/verification-words.js';
import type {Word} from '../../src/words/word.js';

export const books = [actionWords, cardWords, caseWords, evidenceWords, partWords, verificationWords];

type Table = Readonly<Record<string, Word>>;
const joined = (tables: readonly Table[]): Table => Object.fromEntries(tables.flatMap(Object.entries<Word>));

/** Everything that can be said, in English. */
export const en = joined([basis, ...books.map((book) => book.en)]);

/** Everything that can be said, in Arabic. */
export const ar = joined([arabicBasis, ...(await Promise.all(books.map((book) => book.ar())))]);
