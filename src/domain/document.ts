import * as z from 'zod/mini';
import {finite, flag, id, instant, maybe, openEnum, rowsOf, text, triState, whole} from './reading.js';

export const fileSides = ['front', 'back', 'selfie', 'portrait', 'page'] as const;

/** One picture or page. `url` is relative to the API base; the bytes never change under one id. */
export const fileSchema = z.object({
  id,
  side: openEnum(fileSides),
  media_type: text,
  url: text,
  /** Pixels. */
  width: maybe(finite),
  height: maybe(finite),
  bytes: maybe(whole),
  page: maybe(whole),
});
export type File = z.output<typeof fileSchema>;

export const mismatchKinds = ['face', 'name', 'dob', 'address', 'gender', 'nationality'] as const;

/** Where a field stands on its image, in fractions of the image's width and height, from its top left corner. */
export const boxSchema = z.object({file_id: id, x: finite, y: finite, width: finite, height: finite});
export type Box = z.output<typeof boxSchema>;

/** One value read from a document, beside what the customer declared. */
export const fieldSchema = z.object({
  key: text,
  label: maybe(text),
  value: maybe(text),
  declared: maybe(text),
  /** 0 to 1. */
  confidence: maybe(finite),
  mismatch: maybe(openEnum(mismatchKinds)),
  box: maybe(boxSchema),
});
export type Field = z.output<typeof fieldSchema>;

export const validationOutcomes = ['pass', 'warn', 'fail', 'unknown'] as const;

/** One automated check of a document. */
export const validationSchema = z.object({
  key: text,
  label: maybe(text),
  outcome: openEnum(validationOutcomes),
  detail: maybe(text),
});
export type Validation = z.output<typeof validationSchema>;

export const mismatchSchema = z.object({
  kind: openEnum(mismatchKinds),
  /** Points that it cost, 0 to 100, as they applied when the score was made. */
  weight: maybe(finite),
  declared: maybe(text),
  extracted: maybe(text),
});
export type Mismatch = z.output<typeof mismatchSchema>;

export const documentSchema = z.object({
  id,
  version: whole,
  /** A class code such as ID, PA, DL, SE, UB; others are free. */
  type: text,
  title: maybe(text),
  sort_order: maybe(whole),
  /** `null` while processing, `true` approved, `false` rejected. */
  approved: triState,
  archived: flag,
  files: rowsOf(fileSchema),
  fields: rowsOf(fieldSchema),
  validations: rowsOf(validationSchema),
  mismatches: rowsOf(mismatchSchema),
  score: maybe(z.object({raw: finite, shown: finite})),
  uploaded_at: maybe(instant),
  reject_reason: maybe(text),
  replaces: maybe(id),
});
export type Document = z.output<typeof documentSchema>;

/** Documents in the order of `sort_order`; those without one come last, in the order they came. */
export const documentsInOrder = (documents: readonly Document[]): readonly Document[] =>
  [...documents].sort((a, b) => (a.sort_order ?? Infinity) - (b.sort_order ?? Infinity) || 0);

export type Agreement = 'agrees' | 'nearly' | 'differs' | 'not-declared' | 'not-on-document';

const comparable = (value: string): string =>
  value
    .normalize('NFKC')
    .toLocaleLowerCase('und')
    .replaceAll(/[\s.,'’`\-–/]+/gu, ' ')
    .trim();

/** Letters without their marks, so that "Müller" and "Muller" are near each other and never equal. */
const bare = (value: string): string =>
  comparable(value)
    .normalize('NFD')
    .replaceAll(/\p{M}+|\s/gu, '');

/**
 * How a declared value stands to the one on the document. Missing is never shown as differing. Values that are equal but
 * for case, spacing and punctuation agree, unless the server found a mismatch: then they differ, because it knows more.
 * Values that are equal without accents, or one letter apart, nearly agree, with or without a verdict of the server; a
 * number, a date or a document number is never near.
 */
export function agreement(field: Pick<Field, 'declared' | 'value' | 'mismatch'>): Agreement {
  const {declared, value, mismatch} = field;
  if (!declared?.trim()) return 'not-declared';
  if (!value?.trim()) return 'not-on-document';
  if (comparable(declared) === comparable(value)) return mismatch ? 'differs' : 'agrees';
  return isOneLetterApart(bare(declared), bare(value)) ? 'nearly' : 'differs';
}

function isOneLetterApart(one: string, other: string): boolean {
  if (/\d/u.test(one) || /\d/u.test(other)) return one === other;
  const [short, long] = [[...one], [...other]].sort((a, b) => a.length - b.length) as [string[], string[]];
  if (long.length - short.length > 1 || long.length < 4) return one === other;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = (letters: readonly string[], from: number) => letters.slice(from).join('');
  return rest(short, short.length === long.length ? at + 1 : at) === rest(long, at + 1);
}

const agreementOrder: Readonly<Record<Agreement, number>> = {
  differs: 0,
  nearly: 1,
  agrees: 2,
  'not-declared': 2,
  'not-on-document': 2,
};

/** Differing fields first, then near ones, then the rest as they stand on the document. */
export const fieldsInOrder = (fields: readonly Field[]): readonly Field[] =>
  [...fields].sort((a, b) => agreementOrder[agreement(a)] - agreementOrder[agreement(b)]);
