import type {ActionWordKey} from './action-words.js';
import type {Word} from './word.js';

export const ar: Readonly<Record<ActionWordKey, Word>> = {};
