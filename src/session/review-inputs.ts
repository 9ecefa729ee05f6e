import {createContext} from '@lit/context';
import type {Auth} from '../api/token-source.js';
import type {SessionPool} from './session-pool.js';

/** What the host gives to a public element or to a provider. Absent: whatever the provider above has. */
export interface ReviewInputs {
  readonly apiBaseUrl: string | undefined;
  readonly auth: Auth | undefined;
  readonly permissions: readonly string[] | undefined;
  readonly viewerId: string | undefined;
  readonly locale: string | undefined;
  readonly theme: string | undefined;
  readonly realtime: string | undefined;
  readonly fetch: typeof fetch | undefined;
  readonly WebSocket: typeof WebSocket | undefined;
  readonly strings: Readonly<Record<string, string>> | undefined;
  readonly listHref: string | undefined;
  readonly noteLimit: number | undefined;
  readonly shortcuts: string | undefined;
}

/** What a provider hands down: its inputs, those of the provider above filled in, and the sessions that are shared. */
export interface Provided {
  readonly inputs: ReviewInputs;
  readonly pool: SessionPool;
  readonly locked: boolean;
}

/** The same object with `auth` where no enumeration of properties, and so no logger, comes across a token. */
export const withAuth = <T extends object, A extends Auth | undefined>(
  rest: T,
  auth: A,
): T & {readonly auth: A} => Object.defineProperty(rest, 'auth', {value: auth}) as T & {readonly auth: A};

// Registered, like the scope: a provider from one bundle serves the screens from another.
export const providedContext = createContext<Provided | undefined>(Symbol.for('kyc-review-provided.1'));
