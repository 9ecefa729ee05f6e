import * as z from 'zod/mini';
import {judgementOutcomes} from '../../../src/domain/aml.js';
import {noteLength, noteLimits} from '../../../src/domain/note.js';
import {faceOutcomes} from '../../../src/domain/verification.js';
import {Problem, type FieldError} from '../problem.js';
import {readBytes} from '../read-bytes.js';

/** What may be sent. Nothing else may be, so that nobody sets what is not theirs to set. */

const tooLong = {error: `At most ${noteLimits.most} characters.`};
const note = z.string().check(z.refine((value) => noteLength(value) <= noteLimits.most, tooLong));
const notBlank = z.refine((value: unknown) => String(value).trim() !== '', {error: 'Nothing is written.'});

export const decisionBody = z.strictObject({note: z.optional(z.nullable(note))});
export const noteBody = z.strictObject({text: note.check(notBlank)});
export const faceBody = z.strictObject({outcome: z.enum(faceOutcomes)});
export const findingBody = z.strictObject({
  outcome: z.enum(judgementOutcomes),
  reason_code: z.optional(z.nullable(z.string().check(z.maxLength(100)))),
  note: z.optional(z.nullable(note)),
});

/** Room for the longest note, however it is written down. */
const mostBytes = 256 * 1024;

/** The body of a request, as a schema wants it; without one, that of an empty object. */
export async function readBody<T>(request: Request, schema: z.ZodMiniType<T>): Promise<T> {
  const value = await readJson(request);
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  // Objects are read by their names, and this name is none for them.
  if (names.includes('__proto__')) throw invalid([{path: '__proto__', message: 'Not a field of this.'}]);
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw invalid(
    read.error.issues.flatMap((issue): FieldError[] => {
      const path = issue.path.join('.');
      return issue.code === 'unrecognized_keys'
        ? issue.keys.map((each) => ({path: each.slice(0, 100), message: 'Not a field of this.'}))
        : [{path, message: issue.message || 'Not what belongs here.'}];
    }),
  );
}

const invalid = (errors: readonly FieldError[]): Problem => new Problem('invalid', {errors});

async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, mostBytes);
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes)) as unknown;
  } catch {
    throw invalid([{path: '', message: 'A JSON object in UTF-8.'}]);
  }
}
