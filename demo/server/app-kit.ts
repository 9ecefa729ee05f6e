import type {Context, Hono} from 'hono';
import {isRecordId} from '../../src/domain/resources.js';
import type {Clock} from './clock.js';
import type {Intents} from './cases/intents.js';
import type {Live} from './live.js';
import {Problem} from './problem.js';
import type {Records, StoredCustomer, User} from './records/records.js';

/** What is known of a request on its way through the API. */
export interface Seen {
  readonly requestId: string;
  readonly user: User;
  readonly folder: StoredCustomer;
}
export type Env = {Variables: Seen};
export type Asked = Context<Env>;

export interface Limits {
  /** State-changing calls by one user. */
  readonly changesPerMinute: number;
  /** How long after an invitation the next one may be sent. */
  readonly resendCooldownMs: number;
  /** How long a request waits for another one with the same key. */
  readonly inFlightMs: number;
}

export const usualLimits: Limits = {changesPerMinute: 120, resendCooldownMs: 30_000, inFlightMs: 10_000};

/** What a group of routes is made with. */
export interface Kit {
  readonly app: Hono<Env>;
  readonly records: Records;
  readonly clock: Clock;
  readonly live: Live;
  readonly limits: Limits;
  /** Answers each confirmed intent once, however often it is asked for. */
  readonly intents: Intents;
  /** Who asks. Ends the request where nobody does. */
  readonly signIn: (context: Asked) => Promise<User>;
  readonly socketUrl: (requestUrl: string) => string;
}

export function refuseMethod(allow: string): () => never {
  return () => {
    throw new Problem('method_not_allowed', {headers: {Allow: allow}});
  };
}

/** A path made of ids that can each stand in a path; anything else is not found. */
export function pathOf(parts: TemplateStringsArray, ...ids: readonly string[]): string {
  if (!ids.every((each) => isRecordId(each))) throw new Problem('not_found');
  return String.raw({raw: parts}, ...ids.map((each) => encodeURIComponent(each)));
}
