import assert from 'node:assert/strict';
import {it} from 'node:test';
import {loadWords, wordsFor} from '../../src/words/words.js';

// A table that came stays for good, so this needs a process of its own.
it('loadWords brings the words of a language; until then, English ones stand in', async () => {
  assert.equal(wordsFor('ar-TN').language, 'en');
  const coming = [loadWords('ar'), loadWords('ar-TN')];
  assert.equal(coming[0], coming[1], 'one load for all');
  assert.equal(await coming[0], true);
  assert.equal(wordsFor('ar-TN').language, 'ar');
  assert.equal(loadWords('ar'), undefined);
});
