import type {EvidenceWordKey} from './evidence-words.js';
import type {Word} from './word.js';

export const ar: Readonly<Record<EvidenceWordKey, Word>> = {};
