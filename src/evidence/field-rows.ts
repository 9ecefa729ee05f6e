import {deductionsOf} from '../domain/deductions.js';
import {agreement, fieldsInOrder, type Document, type Field} from '../domain/document.js';
import type {CompareRow} from './compare-table.js';
import {frameOf, type Place} from './framing.js';
import {formatsFor} from '../ui/format.js';
import {statusOf} from '../ui/status.js';
import {isWordKey, type Words} from '../words/words.js';

type Kind = 'date' | 'country' | 'gender' | 'code';

/** Fields whose values are written in the reviewer's way. Both sides are, so that a difference stays one of meaning. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ['birth_date', 'date'],
  ['issue_date', 'date'],
  ['issued_on', 'date'],
  ['expiry_date', 'date'],
  ['expires_on', 'date'],
  ['nationality', 'country'],
  ['issuing_country', 'country'],
  ['country', 'country'],
  ['gender', 'gender'],
  ['document_number', 'code'],
  ['personal_number', 'code'],
  ['mrz', 'code'],
]);

function shownValue(
  value: string | null | undefined,
  kind: Kind | undefined,
  words: Words,
): string | undefined {
  if (!value?.trim()) return undefined;
  const formats = formatsFor(words.locale);
  if (kind === 'date') return formats.date(value);
  if (kind === 'country') return formats.country(value);
  const key = `gender.${value}`;
  return kind === 'gender' && isWordKey(key) ? words.of(key) : value;
}

/** What a field is called: in the reviewer's language where we know it, else as the record says. */
export function fieldLabel({key, label}: Pick<Field, 'key' | 'label'>, words: Words): string {
  const word = `field.${key}`;
  return isWordKey(word) ? words.of(word) : label?.trim() || key;
}

/** The fields of a document as rows: declared beside extracted, what differs first. */
export function fieldRows(document: Document, words: Words): readonly CompareRow[] {
  const {byField} = deductionsOf(document);
  const files = new Set(document.files.map(({id}) => id));
  return fieldsInOrder(document.fields).map((field) => {
    const at = document.fields.indexOf(field);
    const verdict = agreement(field);
    const kind = kinds.get(field.key);
    return {
      key: rowKey(document, at),
      label: fieldLabel(field, words),
      left: shownValue(field.declared, kind, words),
      noLeft: words.of('documents.not-asked'),
      right: shownValue(field.value, kind, words),
      sign: statusOf('agreement', verdict),
      stands: verdict === 'differs' ? 'differing' : verdict === 'nearly' ? 'close' : 'quiet',
      deduction: byField.get(at)?.weight ?? undefined,
      confidence: field.confidence,
      mono: kind === 'code',
      framed: field.box != null && files.has(field.box.file_id) && frameOf(field.box) !== undefined,
    };
  });
}

/** The field of a row. */
export const fieldOfRow = (document: Document, key: string | undefined): Field | undefined =>
  document.fields.find((_, at) => rowKey(document, at) === key);

/** Where the rows of a document stand on its pictures. */
export const fieldPlaces = (document: Document): readonly Place[] =>
  document.fields.flatMap(({box}, at) => (box ? [{key: rowKey(document, at), box}] : []));

/** A key may come twice in a record; the row is the same as long as its key and its turn are. */
function rowKey({fields}: Document, at: number): string {
  const key = fields[at]?.key ?? '';
  const turn = fields.slice(0, at).filter((each) => each.key === key).length;
  return turn === 0 ? key : `${key} ${turn}`;
}
