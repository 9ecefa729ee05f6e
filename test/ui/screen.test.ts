import {expect} from '@open-wc/testing';
import {renderScreenNotices} from '../../src/ui/screen.js';
import {wordsFor} from '../../src/words/words.js';
import '../support/arabic.js';
import {textOf} from '../support/harness.js';
import {lay} from './board.js';

describe('changes that wait', () => {
  const cases = [
    {locale: 'en', names: ['Documents', 'Video Calls'], says: '2 changes: Documents and Video Calls'},
    {locale: 'ar', names: ['المستندات', 'المعاملات'], says: 'المستندات والمعاملات'},
  ] as const;
  for (const {locale, names, says} of cases) {
    it(`are listed as in ${locale}`, async () => {
      const waiting = {count: 2, names, show: () => undefined};
      const board = await lay(() => renderScreenNotices('live', waiting, wordsFor(locale)));
      expect(textOf(board)).to.include(says);
    });
  }
});
