import * as z from 'zod/mini';
import {personSchema} from './person.js';
import {id, instant, maybe, text} from './reading.js';

/** What somebody wrote about a verification. Notes are never edited or deleted. */
export const noteSchema = z.object({id, text, author: maybe(personSchema), at: instant});
export type Note = z.output<typeof noteSchema>;

/** Code points in a note: what an element takes when its host says nothing, and what the API takes at most. */
export const noteLimits = {usual: 2000, most: 10_000} as const;

/** How long a note is for a reader: an emoji counts once, whatever it takes to store. */
export const noteLength = (note: string): number => [...note].length;

/** The limit that a host may set. What is no count is answered by the usual one. */
export const noteLimit = (wanted: number | null | undefined): number =>
  Number.isInteger(wanted) && (wanted ?? 0) > 0
    ? Math.min(wanted as number, noteLimits.most)
    : noteLimits.usual;

/** What is sent of a note: a blank one is none. */
export const noteToSend = (note: string): string | undefined => (note.trim() === '' ? undefined : note);

/** The last word first; notes of one moment in the order in which they came. */
export const newestFirst = (notes: readonly Note[]): readonly Note[] =>
  [...notes].sort((a, b) => timeOf(b) - timeOf(a));

/** A time that cannot be read is as good as long ago. */
const timeOf = ({at}: Note): number => Date.parse(at) || 0;
