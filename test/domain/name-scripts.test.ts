import {expect} from '@open-wc/testing';
import {nameInScripts} from '../../src/domain/name-scripts.js';

describe('a name in two scripts', () => {
  const taken = [
    ['Amira Haddad أميرة حداد', 'Amira Haddad', 'أميرة حداد'],
    ['أميرة حداد / Amira Haddad', 'Amira Haddad', 'أميرة حداد'],
    ['Kim Min-jun (김민준)', 'Kim Min-jun', '김민준'],
    ['Ελένη Παπαδοπούλου, Eleni Papadopoulou', 'Eleni Papadopoulou', 'Ελένη Παπαδοπούλου'],
    ['Müller-Lüdenscheidt 山田', 'Müller-Lüdenscheidt', '山田'],
  ] as const;
  for (const [name, latin, original] of taken) {
    it(`is taken apart, Latin first: ${name}`, () => {
      expect(nameInScripts(name)).to.deep.equal({latin, original});
    });
  }

  const kept = [
    ['one script', 'Amira Haddad'],
    ['one script that is not Latin', 'Олена Коваль'],
    ['a foreign letter within a word, which may be a forgery', 'Am\u0456ra Haddad'],
    ['scripts that change more than once', 'Anna 安娜 Li'],
    ['an invisible character at the joint', 'Amira\u200b أميرة'],
    ['nothing', ''],
    ['digits alone', '0845'],
  ] as const;
  for (const [what, name] of kept) {
    it(`stays as it is with ${what}`, () => {
      expect(nameInScripts(name)).to.equal(undefined);
    });
  }
});
