import * as z from 'zod/mini';
import {leftOut} from './unreadable.js';

/**
 * How wire values are read. Readers are tolerant where nothing is at stake (an id may be a number, an instant may be
 * in seconds, an enumeration may know more than we do) and strict where a guess could mislead a reviewer: `null` is never
 * taken for `false`, and a list that is not a list is an error, not an empty list.
 */

const read = <S extends z.core.$ZodType>(prepare: (value: unknown) => unknown, then: S) =>
  z.pipe(z.transform(prepare), then);

const textOf = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

/** An identifier. Numbers are read as text; empty text is no identifier. */
export const id = read(textOf, z.string().check(z.minLength(1)));

/** Text from outside. A bare number or boolean is read as its text. */
export const text = read(textOf, z.string());

/** The values that an open enumeration lists; the API description is made from them. */
export const listedValues = new WeakMap<object, readonly string[]>();

const upper = (value: string): string => value.trim().toUpperCase().replaceAll(/[ -]+/g, '_');

/**
 * A value of an open enumeration. Listed values are recognised in any case and with spaces for underscores; a value that
 * is not listed is kept as it came and shown neutrally.
 */
export const openEnum = (listed: readonly string[]) => {
  const byName = new Map(listed.map((each) => [upper(each), each]));
  const schema = z.string().check(z.minLength(1));
  listedValues.set(schema, listed);
  return read(
    (value) => (typeof value === 'string' ? (byName.get(upper(value)) ?? value) : textOf(value)),
    schema,
  );
};

/** `z.catch(schema, null)`, spelled out: the function refers to all of zod's tools at once, and bundlers keep them. */
const orNull = <S extends z.core.$ZodType>(schema: S) =>
  new z.ZodMiniCatch({
    type: 'catch',
    innerType: z.nullable(schema),
    catchValue: () => null,
  }) as z.ZodMiniCatch<z.ZodMiniNullable<S>>;

/** May be null, may be absent; a value of another kind than expected reads as null. Never for anything that decides. */
export const maybe = <S extends z.core.$ZodType>(schema: S) => z.optional(orNull(schema));

/** Three-valued: `true`, `false`, and `null` for "not known". Anything else makes the record unreadable. */
export const triState = read((value) => value ?? null, z.nullable(z.boolean()));

/** A plain yes or no; absent and null mean no. Only for flags whose "no" is the careful reading. */
export const flag = read((value) => value ?? false, z.boolean());

/** A finite number, also when it came as text. */
export const finite = read(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
  z.number(),
);

/** A count or a version. */
export const whole = read(
  (value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value),
  z.int(),
);

const latestSecond = 8_640_000_000_000;

/** A moment: ISO 8601 in UTC. Whole seconds since 1970 are read too; other text is kept and shown as it came. */
export const instant = read(
  (value) =>
    typeof value === 'number' && Math.abs(value) <= latestSecond
      ? new Date(value * 1000).toISOString()
      : textOf(value),
  z.string(),
);

/** A decimal amount as text, so that no digit is lost. */
export const decimal = read(textOf, z.string());

/** What a list schema reads row by row; the API description is made from it. */
export const rowSchemas = new WeakMap<object, z.core.$ZodType>();

/** A list whose bad rows cost themselves and nothing else. A missing list is empty. */
export const rowsOf = <S extends z.core.$ZodType>(row: S) => {
  const rows = z.custom<readonly z.output<S>[]>((value) => Array.isArray(value));
  rowSchemas.set(rows, row);
  return read((value) => {
    if (value === null || value === undefined) return [];
    if (!Array.isArray(value)) return value;
    const good: z.output<S>[] = [];
    for (const each of value) {
      const answer = z.safeParse(row, each);
      if (answer.success) good.push(answer.data);
    }
    leftOut(good, value.length - good.length);
    return good;
  }, rows);
};
