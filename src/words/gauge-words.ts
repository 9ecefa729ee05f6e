import {localeOf, makePhrases, type Language, type Phrasebook, type Phrases} from './phrases.js';

// The gauge stands alone, so it brings its own few words and none of the screens'.
const en = {
  'gauge.label': 'Score',
  'gauge.good': 'Good',
  'gauge.fair': 'Fair',
  'gauge.poor': 'Poor',
  'gauge.none': 'No score',
  'gauge.none-yet': 'No document was scored yet',
  'gauge.informs': 'For information. The score decides nothing.',
  'gauge.no-deductions': 'No deductions',
  'gauge.documents': {one: '{n} document', other: '{n} documents'},
  'gauge.documents-scored': {one: '{n} document: {scores}', other: '{n} documents: {scores}'},
  'gauge.clipped': 'Computed {raw}, shown as {shown}',
  'gauge.computed': 'computed; shown as {shown}',
  'gauge.of': 'of {max}',
  'gauge.without': 'without this: {score}',
  'gauge.deductions': 'Deductions',
  'gauge.text': '{shown} of {max}, {band}. For information only.',
  'gauge.text-clipped': '{shown} of {max}, {band}. Computed {raw}. For information only.',
  'gauge.text-none': 'No score yet. For information only.',
  'gauge.minus': 'minus {n}',
  'mismatch.face': 'Face differs',
  'mismatch.name': 'Name differs',
  'mismatch.dob': 'Date of birth differs',
  'mismatch.address': 'Address differs',
  'mismatch.gender': 'Gender differs',
  'mismatch.nationality': 'Nationality differs',
} as const;

/** The stable name of a text of the gauge. */
export type GaugeWordKey = keyof typeof en;
export type GaugeWords = Phrases<GaugeWordKey>;

export const isGaugeWord = (key: string): key is GaugeWordKey => Object.hasOwn(en, key);

const books: Partial<Record<Language, Phrasebook<GaugeWordKey>>> & {readonly en: Phrasebook<GaugeWordKey>} = {
  en,
};

/**
 * Brings the gauge's words of a locale, if they are not here yet. Resolves with whether they came; where they did not,
 * the English words stand in.
 *
 * @returns Nothing where there is nothing to wait for.
 */
export function loadGaugeWords(locale: string): Promise<boolean> | undefined {
  if (localeOf(locale).language !== 'ar' || books.ar) return undefined;
  return import('./gauge-words-ar.js').then(
    ({ar}) => {
      books.ar = ar;
      return true;
    },
    () => false,
  );
}

/** The gauge's words for a locale, with its host's own texts by key. */
export const gaugeWordsFor = (locale: string, overrides?: Readonly<Record<string, string>>): GaugeWords =>
  makePhrases(books, locale, overrides);
