import * as z from 'zod/mini';
import {personSchema} from './person.js';
import {id, instant, listedValues, maybe, rowsOf, text, triState, whole} from './reading.js';

/** The statuses of a call record, in the order of their numbers in the source product (WAITING is 0). */
export const callStatuses = [
  'WAITING',
  'MISSED',
  'TALKING',
  'COMPLETE',
  'INCOMPLETE',
  'ESCALATED',
  'BAD_QUALITY',
  'DISCONNECTED',
  'APPROVED',
  'REJECTED',
  'CONNECTION_ERROR',
  'SUSPICIOUS',
] as const;
export type CallStatus = (typeof callStatuses)[number];

const callStatusName = z.string().check(z.minLength(1));
listedValues.set(callStatusName, callStatuses);

/** A status may come by its name, with a space for the underscore, or by its number. */
const callStatusSchema = z.pipe(
  z.transform((value: unknown) => {
    if (typeof value === 'number') return callStatuses[value] ?? String(value);
    if (typeof value !== 'string') return value;
    const name = value.trim().toUpperCase().replaceAll(/[ -]+/g, '_');
    return callStatuses.find((each) => each === name) ?? value;
  }),
  callStatusName,
);

export const recordingSchema = z.object({url: text, media_type: text});

export const videoCallSchema = z.object({
  id,
  version: whole,
  status: callStatusSchema,
  started_at: maybe(instant),
  ended_at: maybe(instant),
  agent: maybe(personSchema),
  recording: maybe(recordingSchema),
  checklist: rowsOf(z.object({label: text, done: triState})),
});
export type VideoCall = z.output<typeof videoCallSchema>;

/** How long the call was, in whole seconds; unknown while it lasts or when the times make no sense. */
export function callSeconds(call: Pick<VideoCall, 'started_at' | 'ended_at'>): number | undefined {
  const seconds = (Date.parse(call.ended_at ?? '') - Date.parse(call.started_at ?? '')) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds) : undefined;
}
