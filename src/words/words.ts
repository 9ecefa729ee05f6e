import {en} from './en.js';
import type {Word} from './word.js';

/** The stable name of a text. Hosts override single texts by it. */
export type WordKey = keyof typeof en;

export type WordValues = Readonly<Record<string, string | number>>;

/** A piece of a text: words, or the name of the placeholder that stands there. */
export type WordPart = string | {readonly placeholder: string};

/** The texts of one element, in its language, with its host's overrides. */
export interface Words {
  readonly language: 'en' | 'ar';
  /** For `Intl`: always in the language of the words, so that no text mixes two languages. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * The text with this key.
   *
   * @param values What stands for the `{placeholders}`. Numbers are written as the locale does; `n` chooses the plural form.
   */
  of(key: WordKey, values?: WordValues): string;
  /** The same text in pieces, for templates that put markup in the place of a placeholder. */
  parts(key: WordKey, values?: WordValues): readonly WordPart[];
}

type Table = Readonly<Record<WordKey, Word>>;

/** The languages that come only when they are asked for. */
const loaders = {
  ar: async (): Promise<Table> => (await import('./ar.js')).ar,
} as const satisfies Readonly<Record<Exclude<Words['language'], 'en'>, () => Promise<Table>>>;

const tables: Partial<Record<Words['language'], Table>> & {readonly en: Table} = {en};
const directions = {en: 'ltr', ar: 'rtl'} as const;

/** Whether a text with this key exists; keys made from wire values have to ask. */
export const isWordKey = (key: string): key is WordKey => Object.hasOwn(en, key);

function localeOf(wanted: string): Intl.Locale {
  try {
    return new Intl.Locale(wanted);
  } catch {
    return new Intl.Locale('en');
  }
}

const isOffered = (language: string): language is keyof typeof loaders => Object.hasOwn(loaders, language);
function isHere(language: string): language is Words['language'] {
  return Object.hasOwn(tables, language);
}

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
  if (overrides) return makeWords(locale, overrides);
  const known = plain.get(locale) ?? makeWords(locale, {});
  plain.set(locale, known);
  return known;
}

/** The words without overrides, made once for each locale. */
const plain = new Map<string, Words>();

function makeWords(locale: string, overrides: Readonly<Record<string, string>>): Words {
  const wanted = localeOf(locale);
  const language = isHere(wanted.language) ? wanted.language : 'en';
  const shown =
    language === wanted.language ? wanted.toString() : ['en', wanted.region].filter(Boolean).join('-');
  const table = tables[language] ?? en;
  const numbers = new Intl.NumberFormat(shown);
  const plurals = new Intl.PluralRules(shown);

  const patternOf = (key: WordKey, count: string | number | undefined): string => {
    const form = typeof count === 'number' ? plurals.select(count) : 'other';
    for (const name of [`${key}.${form}`, key]) {
      const own = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
      if (typeof own === 'string') return own;
    }
    const word: Word = table[key];
    return typeof word === 'string' ? word : (word[form] ?? word.other);
  };

  const parts = (key: WordKey, values: WordValues = {}): readonly WordPart[] =>
    patternOf(key, values['n'])
      .split(/\{(\w+)\}/)
      .map((piece, at) => {
        if (at % 2 === 0) return piece;
        const value = Object.hasOwn(values, piece) ? values[piece] : undefined;
        if (value === undefined) return {placeholder: piece};
        return typeof value === 'number' ? numbers.format(value) : value;
      });

  return {
    language,
    locale: shown,
    direction: directions[language],
    parts,
    of: (key, values) =>
      parts(key, values)
        .map((part) => (typeof part === 'string' ? part : `{${part.placeholder}}`))
        .join(''),
  };
}
