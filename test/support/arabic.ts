import {loadWords} from '../../src/words/words.js';

// For tests that use the Arabic words themselves: the elements bring them when they are asked for.
await loadWords('ar');
