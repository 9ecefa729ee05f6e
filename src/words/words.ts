import {ar} from './ar.js';
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

const tables: Readonly<Record<Words['language'], Readonly<Record<WordKey, Word>>>> = {en, ar};
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

function isLanguage(language: string): language is Words['language'] {
  return Object.hasOwn(tables, language);
}

/**
 * The words for a locale. A language that has no table gets the English words, with the customs of its region kept.
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
  const language = isLanguage(wanted.language) ? wanted.language : 'en';
  const shown =
    language === wanted.language ? wanted.toString() : ['en', wanted.region].filter(Boolean).join('-');
  const numbers = new Intl.NumberFormat(shown);
  const plurals = new Intl.PluralRules(shown);

  const patternOf = (key: WordKey, count: string | number | undefined): string => {
    const form = typeof count === 'number' ? plurals.select(count) : 'other';
    for (const name of [`${key}.${form}`, key]) {
      const own = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
      if (typeof own === 'string') return own;
    }
    const word: Word = tables[language][key];
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
