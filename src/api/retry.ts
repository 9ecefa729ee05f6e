import {systemClock, type Clock} from './clock.js';

/** Milliseconds that a read waits for the server at most before it tries again. */
const longestWait = 10_000;
const firstDelay = 300;
const longestDelay = 4_000;

const minute = 60_000;

/**
 * The seconds of a `Retry-After` header. A date is read against the answer's own `Date`, because the client's clock may be
 * wrong. What cannot be read, or lies in the past, counts as not said.
 */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const said = headers.get('Retry-After')?.trim();
  if (!said) return undefined;
  if (/^\d+$/.test(said)) return said.length < 10 ? Number(said) : undefined;
  const seconds = (Date.parse(said) - Date.parse(headers.get('Date') ?? '')) / 1000;
  return /[a-z]/i.test(said) && seconds > 0 ? Math.ceil(seconds) : undefined;
}

interface Failure {
  readonly kind: string;
  readonly status?: number | undefined;
  readonly retryAfter?: number | undefined;
}

const passingStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** Whether a read may be sent again, and after how many milliseconds; `undefined` when it may not. */
export function retryDelay(failure: Failure, retry: number, random: () => number): number | undefined {
  const {kind, status, retryAfter} = failure;
  const passing =
    status === undefined ? kind === 'timeout' || kind === 'offline' : passingStatuses.has(status);
  if (!passing) return undefined;
  if (retryAfter !== undefined) return retryAfter * 1000 <= longestWait ? retryAfter * 1000 : undefined;
  return random() * Math.min(longestDelay, firstDelay * 2 ** (retry - 1));
}

/** How often a page may repeat itself, so that a server in trouble is not also beaten by retries. */
export class RetryBudget {
  private readonly spent: number[] = [];
  private readonly clock: Clock;
  private readonly perMinute: number;

  constructor(clock: Clock = systemClock, perMinute = 10) {
    this.clock = clock;
    this.perMinute = perMinute;
  }

  /** Takes one retry, if there is one left. */
  take(): boolean {
    const now = this.clock.now();
    while (this.spent[0] !== undefined && now - this.spent[0] >= minute) this.spent.shift();
    if (this.spent.length >= this.perMinute) return false;
    this.spent.push(now);
    return true;
  }
}

/** All sessions of the page share one budget. */
export const pageRetryBudget = new RetryBudget();
