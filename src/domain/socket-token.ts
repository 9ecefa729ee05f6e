import * as z from 'zod/mini';

/** What the server hands out to open one socket: single use, for one customer or one verification. */
export const socketTokenSchema = z.object({
  token: z.string().check(z.minLength(1)),
  /** Seconds. */
  expires_in: z.optional(z.nullable(z.number())),
  url: z.string().check(z.minLength(1)),
});
export type SocketToken = z.output<typeof socketTokenSchema>;
