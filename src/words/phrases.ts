import type {Word} from './word.js';

export type WordValues = Readonly<Record<string, string | number>>;

/** A piece of a text: words, or the name of the placeholder that stands there. */
export type WordPart = string | {readonly placeholder: string};

export type Language = 'en' | 'ar';

/** The texts of one language by their keys. */
export type Phrasebook<K extends string> = Readonly<Record<K, Word>>;

/** The phrasebooks that are there; English always is. */
export type Phrasebooks<K extends string> = {readonly en: Phrasebook<K>} & Readonly<
  Partial<Record<Language, Phrasebook<K>>>
>;

/** The texts of one element, in its language, with its host's overrides. */
export interface Phrases<K extends string> {
  readonly language: Language;
  /** For `Intl`: always in the language of the words, so that no text mixes two languages. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * The text with this key.
   *
   * @param values What stands for the `{placeholders}`. Numbers are written as the locale does; `n` chooses the plural form.
   */
  of(key: K, values?: WordValues): string;
  /** The same text in pieces, for templates that put markup in the place of a placeholder. */
  parts(key: K, values?: WordValues): readonly WordPart[];
}

const directions = {en: 'ltr', ar: 'rtl'} as const satisfies Record<Language, string>;

/** The locale that a text names; English where it names none. */
export function localeOf(wanted: string): Intl.Locale {
  try {
    return new Intl.Locale(wanted);
  } catch {
    return new Intl.Locale('en');
  }
}

const isHere = (books: object, language: string): language is Language => Object.hasOwn(books, language);

/**
 * The texts for a locale. A language that has no phrasebook gets the English one, with the customs of its region kept.
 *
 * @param overrides The host's texts by key, plural forms as `key.one`; keys that do not exist are ignored.
 */
export function makePhrases<K extends string>(
  books: Phrasebooks<K>,
  locale: string,
  overrides?: Readonly<Record<string, string>>,
): Phrases<K> {
  const wanted = localeOf(locale);
  const language = isHere(books, wanted.language) ? wanted.language : 'en';
  const shown =
    language === wanted.language ? wanted.toString() : ['en', wanted.region].filter(Boolean).join('-');
  const book = books[language] ?? books.en;
  const numbers = new Intl.NumberFormat(shown);
  const plurals = new Intl.PluralRules(shown);

  const ownWord = (key: K, form: string): string | undefined => {
    if (!overrides) return undefined;
    for (const name of [`${key}.${form}`, key]) {
      const own = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
      if (typeof own === 'string') return own;
    }
    return undefined;
  };

  const patternOf = (key: K, count: string | number | undefined): string => {
    const form = typeof count === 'number' ? plurals.select(count) : 'other';
    const own = ownWord(key, form);
    if (own !== undefined) return own;
    // A book that was opened since has its words in English first.
    const word: Word = Object.hasOwn(book, key) ? book[key] : books.en[key];
    return typeof word === 'string' ? word : (word[form] ?? word.other);
  };

  const parts = (key: K, values: WordValues = {}): readonly WordPart[] =>
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
    of(key, values) {
      if (!values) return patternOf(key, undefined);
      return parts(key, values)
        .map((part) => (typeof part === 'string' ? part : `{${part.placeholder}}`))
        .join('');
    },
  };
}
