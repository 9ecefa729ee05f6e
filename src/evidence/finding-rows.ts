import type {Finding} from '../domain/aml.js';
import {compareWithFinding, type Compared, type Comparison} from '../domain/finding-comparison.js';
import type {CompareRow} from './compare-table.js';
import {formatsFor} from '../ui/format.js';
import {statusOf} from '../ui/status.js';
import type {WordKey, Words} from '../words/words.js';

const labels = {
  name: 'info.name',
  birth_date: 'info.birth-date',
  country: 'aml.country',
} as const satisfies Readonly<Record<Comparison['key'], WordKey>>;

/** A person beside a list entry, as rows. */
export function findingRows(person: Compared, finding: Finding, words: Words): readonly CompareRow[] {
  const formats = formatsFor(words.locale);
  const shown = (key: Comparison['key'], value: string | undefined): string | undefined => {
    if (value === undefined) return undefined;
    return {name: String, birth_date: formats.date, country: formats.country}[key](value);
  };
  return compareWithFinding(person, finding).map(({key, customer: ours, listed, agreement}) => ({
    key,
    label: words.of(labels[key]),
    left: shown(key, ours),
    right: shown(key, listed),
    sign:
      agreement === 'not-on-list'
        ? {tone: 'neutral', icon: 'absent', word: 'agreement.not-on-list'}
        : statusOf('agreement', agreement),
    stands: agreement === 'differs' ? 'differing' : agreement === 'nearly' ? 'close' : 'quiet',
  }));
}
