import type {ActionWordKey} from './action-words.js';
import type {CardWordKey} from './card-words.js';
import type {CaseWordKey} from './case-words.js';
import {en} from './en.js';
import type {EvidenceWordKey} from './evidence-words.js';
import type {PartWordKey} from './part-words.js';
import {localeOf, makePhrases, type Phrasebook, type Phrases} from './phrases.js';
import type {VerificationWordKey} from './verification-words.js';
import type {Word} from './word.js';

/** The stable name of a text. Hosts override single texts by it. */
export type WordKey =
  | keyof typeof en
  | VerificationWordKey
  | ActionWordKey
  | EvidenceWordKey
  | CaseWordKey
  | CardWordKey
  | PartWordKey;

/** The texts of one element, in its language, with its host's overrides. */
export type Words = Phrases<WordKey>;

export type {WordPart, WordValues} from './phrases.js';

/** The texts of one part of the product: English at once, the other languages when they are asked for. */
export interface WordBook {
  readonly en: Readonly<Record<string, Word>>;
  readonly ar: () => Promise<Readonly<Record<string, Word>>>;
}

type Offered = Exclude<Words['language'], 'en'>;
type Table = Phrasebook<WordKey>;

const basis: WordBook = {en, ar: async () => (await import('./ar.js')).ar};
const books = new Set<WordBook>([basis]);
/** Which books have come in which language. */
const come: Readonly<Record<Offered, Set<WordBook>>> = {ar: new Set()};

/** English grows with the books that are opened; every key of `WordKey` is asked for only by those who opened its book. */
const english = {...en} as unknown as Record<string, Word>;
const tables: Partial<Record<Words['language'], Table>> & {readonly en: Table} = {
  en: english as unknown as Table,
};

/** Opens a book of words for good. Whoever draws with its words calls this when its module is read. */
export function addWords(book: WordBook): void {
  if (books.has(book)) return;
  books.add(book);
  Object.assign(english, book.en);
  plain.clear();
}

/** Whether a text with this key exists; keys made from wire values have to ask. */
export const isWordKey = (key: string): key is WordKey => Object.hasOwn(english, key);

const isOffered = (language: string): language is Offered => Object.hasOwn(come, language);

/** The languages that are on their way. */
const underWay = new Map<string, Promise<boolean>>();

/**
 * Brings the words of a locale, if they are not here yet. Resolves when they can be used, or with `false` when they
 * cannot be had: until somebody asks again with success, the English words stand in.
 *
 * @param locale BCP 47.
 * @returns Nothing where there is nothing to wait for.
 */
export function loadWords(locale: string): Promise<boolean> | undefined {
  const {language} = localeOf(locale);
  if (!isOffered(language)) return undefined;
  const missing = [...books].filter((book) => !come[language].has(book));
  if (missing.length === 0) return undefined;
  const known = underWay.get(language);
  if (known) return known;
  const coming = Promise.all(missing.map((book) => book[language]())).then(
    (came) => {
      tables[language] = Object.assign({}, english, tables[language], ...came) as Table;
      for (const book of missing) come[language].add(book);
      plain.clear();
      return true;
    },
    () => false,
  );
  underWay.set(language, coming);
  void coming.then(() => underWay.delete(language));
  return coming;
}

/**
 * The words for a locale. A language that has no table gets the English words, with the customs of its region kept; so
 * does one whose table was not loaded.
 *
 * @param locale BCP 47; text that is not a locale counts as English.
 * @param overrides The host's texts by key, plural forms as `key.one`; keys that do not exist are ignored.
 */
export function wordsFor(locale: string, overrides?: Readonly<Record<string, string>>): Words {
  if (overrides) return makePhrases(tables, locale, overrides);
  const known = plain.get(locale) ?? makePhrases(tables, locale);
  plain.set(locale, known);
  return known;
}

/** The words without overrides, made once for each locale. */
const plain = new Map<string, Words>();
