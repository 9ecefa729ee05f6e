import type {VerificationWordKey} from './verification-words.js';
import type {Word} from './word.js';

export const ar: Readonly<Record<VerificationWordKey, Word>> = {};
