import {en} from './en.js';
import {localeOf, makePhrases, type Phrasebook, type Phrases} from './phrases.js';

/** The stable name of a text. Hosts override single texts by it. */
export type WordKey = keyof typeof en;

/** The texts of one element, in its language, with its host's overrides. */
export type Words = Phrases<WordKey>;

export type {WordPart, WordValues} from './phrases.js';

type Table = Phrasebook<WordKey>;

/** The languages that come only when they are asked for. */
const loaders = {
  ar: async (): Promise<Table> => (await import('./ar.js')).ar,
} as const satisfies Readonly<Record<Exclude<Words['language'], 'en'>, () => Promise<Table>>>;

const tables: Partial<Record<Words['language'], Table>> & {readonly en: Table} = {en};

/** Whether a text with this key exists; keys made from wire values have to ask. */
export const isWordKey = (key: string): key is WordKey => Object.hasOwn(en, key);

const isOffered = (language: string): language is keyof typeof loaders => Object.hasOwn(loaders, language);

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
  if (!isOffered(language) || tables[language]) return undefined;
  const known = underWay.get(language);
  if (known) return known;
  const coming = loaders[language]().then(
    (table) => {
      tables[language] = table;
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
