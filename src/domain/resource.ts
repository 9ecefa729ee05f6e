import type * as z from 'zod/mini';
import type * as Answers from './answers.js';

/** `one` record; a `list` that is always whole; a `page` by cursor; `rows` by cursor or offset, with their total. */
export type Shape = 'one' | 'list' | 'page' | 'rows';

/** One page of a longer list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next_cursor?: string | null | undefined;
  readonly total?: number | null | undefined;
}

export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** What reads an answer. */
export type Reader<T> = z.ZodMiniType<T>;

let answers: typeof Answers | undefined;

/** Brings what reads the answers. It comes while the first answer is waited for, because a page asks before it reads. */
export const bringAnswers = async (): Promise<typeof Answers> => (answers ??= await import('./answers.js'));

/** One thing to read. `path` is its identity for the live feed; `url`, with the filters, for the request and the cache. */
export interface Resource<T> {
  readonly path: string;
  /** Below the API base, without a leading slash. */
  readonly url: string;
  readonly schema: () => Promise<Reader<T>>;
}

/**
 * A record's id as one segment of a path. Dots alone, slashes in any spelling and control characters would leave the
 * segment once a server or proxy has decoded it, so such ids are refused.
 */
export const isRecordId = (id: string): boolean =>
  /^(?!\.{1,2}$)[^/\\%?#\p{Cc}\p{Zl}\p{Zp}∕⁄/\s]{1,200}$/u.test(id);

/**
 * Names one thing to read by the pattern of its path, what stands for the `:names` in it, and its filters. Throws a
 * `RangeError` for what cannot stand in a path.
 */
export function nameResource<T>(
  pattern: string,
  names: Readonly<Record<string, string>>,
  query: Readonly<Record<string, QueryValue>>,
  schema: () => Promise<Reader<T>>,
): Resource<T> {
  const path = pattern.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = names[name] ?? '';
    if (!isRecordId(value)) throw new RangeError('This id cannot stand in a path.');
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== '') search.append(key, String(each));
    }
  }
  const filters = search.toString();
  return {path, url: filters ? `${path}?${filters}` : path, schema};
}
