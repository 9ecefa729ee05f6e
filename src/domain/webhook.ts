import * as z from 'zod/mini';
import {id, instant, maybe, rowsOf, text} from './reading.js';

/** Where an organisation's own systems hear of events. The secret is shown once, when the webhook is made. */
export const webhookSchema = z.object({
  id,
  url: text,
  events: rowsOf(text),
  created_at: instant,
  secret: maybe(text),
});
export type Webhook = z.output<typeof webhookSchema>;
