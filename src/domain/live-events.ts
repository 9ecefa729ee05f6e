import * as z from 'zod/mini';
import {openEnum, text, whole} from './reading.js';
import {resource} from './resources.js';

/** What the server says over the socket: something changed, never what it is now. */
export const liveEventTypes = ['step_results', 'ai_generated_summary', 'permissions.changed'] as const;
export type LiveEventType = (typeof liveEventTypes)[number];

const frame = {
  /** The id in the path under which the socket token was asked. */
  id: z.optional(z.nullable(text)),
  /** Counts the changes of the record and everything below it. */
  revision: z.optional(z.nullable(whole)),
};

/** A frame from the server. The name may also stand under `event`. */
export const liveFrameSchema = z.pipe(
  z.transform((value: unknown) => {
    if (typeof value !== 'object' || value === null || Object.hasOwn(value, 'type')) return value;
    return {...value, type: (value as {event?: unknown}).event};
  }),
  z.object({type: openEnum([]), ...frame}),
);
export type LiveFrame = z.output<typeof liveFrameSchema>;

export interface LiveEvent {
  readonly type: LiveEventType;
  readonly id: string;
}

/** Frames of these types speak of the connection itself. */
export const connectionFrames = ['ready', 'hb'] as const;

export const isLiveEventType = (type: string): type is LiveEventType =>
  (liveEventTypes as readonly string[]).includes(type);

/** Which paths each event makes stale. Exact paths; one that ends in `/*` also reaches everything below. */
const stale: {readonly [T in LiveEventType]: (id: string) => readonly string[]} = {
  step_results: (id) => [resource('customer', id).path, resource('documents', id).path],
  ai_generated_summary: (id) => [resource('customer', id).path],
  'permissions.changed': (id) => [`${resource('customer', id).path}/*`],
};

/** The paths that an event makes stale. */
export const stalePaths = ({type, id}: LiveEvent): readonly string[] => stale[type](id);

/** Whether a stale path reaches this one. */
export function reaches(stalePath: string, path: string): boolean {
  if (!stalePath.endsWith('/*')) return stalePath === path;
  const above = stalePath.slice(0, -2);
  return path === above || path.startsWith(`${above}/`);
}

/** What the server hands out to open one socket: single use, for one customer. */
export const socketTokenSchema = z.object({
  token: z.string().check(z.minLength(1)),
  /** Seconds. */
  expires_in: z.optional(z.nullable(z.number())),
  url: z.string().check(z.minLength(1)),
});
export type SocketToken = z.output<typeof socketTokenSchema>;
