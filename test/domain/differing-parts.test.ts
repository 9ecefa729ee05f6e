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
  {
    says: 'another month is marked whole',
    of: ['14 Mar 1987', '14 Apr 1987'],
    are: ['14 [Mar] 1987', '14 [Apr] 1987'],
  },
  {
    says: 'another month is marked whole, however many letters it shares',
    of: ['14 May 1987', '14 Mar 1987'],
    are: ['14 [May] 1987', '14 [Mar] 1987'],
  },
  {
    says: 'another letter makes another word, in long ones too',
    of: ['2. Juni 1991', '2. Juli 1991'],
    are: ['2. [Juni] 1991', '2. [Juli] 1991'],
  },
  {
    says: 'another spelling is marked whole',
    of: ['Eva Petersen', 'Eva Peterson'],
    are: ['Eva [Petersen]', 'Eva [Peterson]'],
  },
  {
    says: 'digits of an id are marked on their own',
    of: ['0845F1937', '0845F1957'],
    are: ['0845F19[3]7', '0845F19[5]7'],
  },
  {
    says: 'digits that changed places are marked both',
    of: ['+21698123456', '+21698123465'],
    are: ['+216981234[56]', '+216981234[65]'],
  },
  {
    says: 'a digit that is missing is marked where it stands',
    of: ['TN4419020', 'TN441920'],
    are: ['TN4419[0]20', 'TN441920'],
  },
  {
    says: 'an id that is another one is marked whole',
    of: ['0845F1937', '7301K2268'],
    are: ['[0845F1937]', '[7301K2268]'],
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
