import * as z from 'zod/mini';
import {id, maybe, text} from './reading.js';

/** Somebody who acted: a reviewer, a requester, an agent. */
export const personSchema = z.object({
  id,
  name: maybe(text),
  email: maybe(text),
  avatar_url: maybe(text),
});
export type Person = z.output<typeof personSchema>;

export const addressSchema = z.object({
  line: maybe(text),
  city: maybe(text),
  province: maybe(text),
  /** ISO 3166-1 alpha-2; other text is shown as it came. */
  country: maybe(text),
});
export type Address = z.output<typeof addressSchema>;
