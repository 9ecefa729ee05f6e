import {expect} from '@open-wc/testing';
import {en as basis} from '../../src/words/en.js';
import type {Word} from '../../src/words/word.js';
import {addWords, loadWords, wordsFor, type WordKey} from '../../src/words/words.js';
import {ar, books, en} from './every-book.js';

for (const book of books) addWords(book);

const formsOf = (word: Word): readonly string[] => (typeof word === 'string' ? [word] : Object.values(word));
const placeholdersOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();

describe('words', () => {
  it('have no key in two books', () => {
    const keys = [basis, ...books.map((book) => book.en)].flatMap((book) => Object.keys(book));
    expect(keys.length).to.equal(new Set(keys).size);
  });

  it('have the same keys in every language', () => {
    expect(Object.keys(ar).sort()).to.deep.equal(Object.keys(en).sort());
  });

  it('are nowhere empty', () => {
    for (const table of [en, ar]) {
      for (const [key, word] of Object.entries<Word>(table)) {
        for (const form of formsOf(word)) expect(form.trim(), key).not.to.equal('');
      }
    }
  });

  it('speak of nothing in Arabic that English does not mention', () => {
    for (const [key, word] of Object.entries<Word>(ar)) {
      const known = formsOf(en[key] as Word).flatMap(placeholdersOf);
      for (const form of formsOf(word)) {
        for (const name of placeholdersOf(form)) expect(known, key).to.include(name);
      }
    }
  });

  it('leave out no placeholder but the number that a plural form says itself', () => {
    for (const [key, word] of Object.entries<Word>(ar)) {
      const wanted = [...new Set(formsOf(en[key] as Word).flatMap(placeholdersOf))];
      for (const form of formsOf(word)) {
        for (const name of wanted) {
          if (name === 'n' && typeof word !== 'string') continue;
          // "No rules" needs no list of when.
          if (typeof word !== 'string' && word.zero === form) continue;
          expect(placeholdersOf(form), key).to.include(name);
        }
      }
    }
  });

  it('have all six Arabic forms wherever a number changes them', () => {
    for (const [key, word] of Object.entries<Word>(ar)) {
      if (typeof word === 'string') continue;
      expect(Object.keys(word).sort(), key).to.deep.equal(['few', 'many', 'one', 'other', 'two', 'zero']);
    }
  });

  const titles = {
    'section.info': 'Profile Info',
    'section.steps': 'Verification Steps',
    'section.documents': 'Documents',
    'section.aml': 'AML & Adverse Media',
    'section.video-calls': 'Video Calls',
    'section.transactions': 'Transactions',
    'section.travel-rule': 'Travel Rule Transaction Logs',
    'section.questionnaires': 'Questionnaires',
  } as const;
  for (const [key, title] of Object.entries(titles)) {
    it(`call a section "${title}"`, () => expect(wordsFor('en').of(key as WordKey)).to.equal(title));
  }
});

describe('loadWords', () => {
  for (const locale of ['en', 'en-GB', 'de', '', 'no such locale', 'constructor']) {
    it(`has nothing to wait for with "${locale}"`, () => expect(loadWords(locale)).to.equal(undefined));
  }
});

describe('wordsFor', () => {
  before(() => loadWords('ar'));

  const languages = [
    {locale: 'ar', language: 'ar', shown: 'ar', direction: 'rtl'},
    {locale: 'ar-TN', language: 'ar', shown: 'ar-TN', direction: 'rtl'},
    {locale: 'en-GB', language: 'en', shown: 'en-GB', direction: 'ltr'},
    {locale: 'de-AT', language: 'en', shown: 'en-AT', direction: 'ltr'},
    {locale: 'he', language: 'en', shown: 'en', direction: 'ltr'},
    {locale: '', language: 'en', shown: 'en', direction: 'ltr'},
    {locale: 'no such locale', language: 'en', shown: 'en', direction: 'ltr'},
    {locale: 'constructor', language: 'en', shown: 'en', direction: 'ltr'},
  ] as const;
  for (const {locale, language, shown, direction} of languages) {
    it(`reads "${locale}" as ${shown}`, () => {
      const words = wordsFor(locale);
      expect([words.language, words.locale, words.direction]).to.deep.equal([language, shown, direction]);
    });
  }

  it('writes numbers as the locale does', () => {
    expect(wordsFor('en').of('transactions.count', {n: 100000})).to.equal('100,000 transactions');
    expect(wordsFor('ar-EG').of('transactions.count', {n: 100000})).to.equal('١٠٠٬٠٠٠ معاملة');
  });

  it('chooses the form by the number', () => {
    const {of} = wordsFor('ar');
    expect(of('state.unreadable', {n: 1})).to.equal('تعذّرت قراءة صف واحد فلم يُعرض.');
    expect(of('state.unreadable', {n: 2})).to.equal('تعذّرت قراءة صفين فلم يُعرضا.');
    expect(wordsFor('en').of('state.unreadable', {n: 1})).to.equal(
      '1 row could not be read and is left out.',
    );
  });

  it('takes single texts from the host', () => {
    const words = wordsFor('en', {'documents.none': 'Nothing yet', 'transactions.count.one': 'Just {n}'});
    expect(words.of('documents.none')).to.equal('Nothing yet');
    expect(words.of('transactions.count', {n: 1})).to.equal('Just 1');
    expect(words.of('transactions.count', {n: 2})).to.equal('2 transactions');
    expect(words.of('aml.none')).to.equal('Not screened yet');
  });

  it('ignores texts with a key that does not exist, and texts that are none', () => {
    const foreign = JSON.parse(
      '{"__proto__": {"aml.none": "x"}, "constructor": "x", "calls.none": 5}',
    ) as Record<string, string>;
    expect(wordsFor('en', foreign).of('aml.none')).to.equal('Not screened yet');
    expect(wordsFor('en', foreign).of('calls.none')).to.equal('No video calls');
  });

  it('puts values in as they are, whatever they look like', () => {
    expect(wordsFor('en').of('state.loading', {name: '{n} $& <b>'})).to.equal('Loading {n} $& <b>');
  });

  it('gives a text in pieces for markup in the place of a placeholder', () => {
    expect(wordsFor('en').parts('file.alt', {side: 'Front'})).to.deep.equal([
      '',
      {placeholder: 'document'},
      ', ',
      'Front',
      '',
    ]);
  });
});
