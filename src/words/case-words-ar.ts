import type {CaseWordKey} from './case-words.js';
import type {Word} from './word.js';

export const ar: Readonly<Record<CaseWordKey, Word>> = {};
