import {expect} from '@open-wc/testing';
import {differingParts, type Piece} from '../../src/domain/differing-parts.js';

/** What is underlined stands in brackets. */
const marked = (pieces: readonly Piece[]): string =>
  pieces.map(({text, odd}) => (odd ? `[${text}]` : text)).join('');

const cases = [
  {says: 'a letter more is the difference', of: ['Haddad', 'HADAD'], are: ['Had[d]ad', 'HADAD']},
  {
    says: 'case and punctuation are no difference',
    of: ['O’Brien, Pat', "O'BRIEN PAT"],
    are: ['O’Brien, Pat', "O'BRIEN PAT"],
  },
  {
    says: 'another word is marked whole',
    of: ['Amira Haddad', 'Amira Saleh'],
    are: ['Amira [Haddad]', 'Amira [Saleh]'],
  },
  {says: 'numbers are read whole', of: ['2 May 1991', '2 May 1958'], are: ['2 May [1991]', '2 May [1958]']},
  {
    says: 'a word that is missing is marked where it stands',
    of: ['Maria del Carmen', 'Maria Carmen'],
    are: ['Maria [del] Carmen', 'Maria Carmen'],
  },
  {
    says: 'a letter and its marks are one letter',
    of: ['Mu\u0308ller', 'Muller'],
    are: ['M[u\u0308]ller', 'M[u]ller'],
  },
  {
    says: 'other scripts are compared alike',
    of: ['أميرة حداد', 'أميرة حدّاد'],
    are: ['أميرة ح[د]اد', 'أميرة ح[دّ]اد'],
  },
  {
    says: 'nothing is marked in equal values',
    of: ['0845F1937', '0845f1937'],
    are: ['0845F1937', '0845f1937'],
  },
  {says: 'an empty value marks the other', of: ['', 'Tunis'], are: ['', '[Tunis]']},
] as const;

describe('differing parts', () => {
  for (const {says, of, are} of cases) {
    it(says, () => {
      const {one, other} = differingParts(of[0], of[1]);
      expect([marked(one), marked(other)]).to.deep.equal(are);
    });
  }

  it('cuts values without losing or changing a character', () => {
    for (const {of} of cases) {
      const {one, other} = differingParts(of[0], of[1]);
      expect([one.map(({text}) => text).join(''), other.map(({text}) => text).join('')]).to.deep.equal(of);
    }
  });
});
