import {ApiProblem} from './api-problem.js';
import type {Clock} from './clock.js';
import {abortable, Deadline} from './deadline.js';

/** Why a token is asked for. `rejected`: the API has refused the one it was given last. */
export interface TokenRequest {
  readonly reason: 'first' | 'expiring' | 'rejected';
  /** Aborts when nobody waits for the token any longer. */
  readonly signal: AbortSignal;
}

/** A token, alone or with the seconds it is good for. */
export type TokenAnswer = string | {readonly token: string; readonly expires_in?: number};

/** A bearer token, kept until it is refused, or the function that fetches one. */
export type Auth = string | ((request: TokenRequest) => TokenAnswer | Promise<TokenAnswer>);

const patience = 10_000;
const longestLead = 30_000;
const leadShare = 0.2;
/** After an early renewal failed, the good old token serves so long before the next one is tried. */
const earlyPause = 5_000;
const remembered = 50;

/** Visible ASCII only: a line break or a space would let a token write headers of its own. */
const isToken = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 16_384 && /^[\x21-\x7e]+$/.test(value);

interface Grant {
  readonly token: string;
  readonly renewAt: number;
  readonly endsAt: number;
}

interface Question {
  readonly reason: TokenRequest['reason'];
  readonly answer: Promise<string>;
}

export interface TokenSourceOptions {
  readonly clock: Clock;
  /** The host's token is not accepted. Told once; from then on this source gives nothing. */
  readonly onRefused: () => void;
}

/**
 * Keeps the host's token: one question to the host at a time however many requests wait, a new one shortly before the old
 * one ends, and never the same refused token twice. Everything is `#private`, so that no walk over an object's properties
 * finds a token.
 */
export class TokenSource {
  readonly #auth: Auth;
  readonly #clock: Clock;
  readonly #onRefused: () => void;
  readonly #closing = new AbortController();
  readonly #rejected = new Set<string>();
  #grant: Grant | undefined;
  #question: Question | undefined;
  #earlyNotBefore = 0;
  #refused = false;

  constructor(auth: Auth, {clock, onRefused}: TokenSourceOptions) {
    this.#auth = auth;
    this.#clock = clock;
    this.#onRefused = onRefused;
  }

  /** The token to send now. */
  async token(signal: AbortSignal): Promise<string> {
    this.#throwIfRefused();
    const now = this.#clock.now();
    const grant = this.#grant;
    if (!grant) return abortable(this.#ask('first'), signal);
    if (now >= grant.endsAt) return abortable(this.#ask('expiring'), signal);
    if (now >= grant.renewAt && now >= this.#earlyNotBefore) {
      this.#earlyNotBefore = now + earlyPause;
      // The old token is still good: nobody waits for the new one, and a failure shows when the old one has ended.
      this.#ask('expiring').catch(() => {});
    }
    return grant.token;
  }

  /** The API has refused this token: another one, or an `unauthorized` problem. */
  async replace(rejected: string, signal: AbortSignal): Promise<string> {
    this.#throwIfRefused();
    this.#reject(rejected);
    // A late answer to an older token says nothing about the one that has replaced it.
    if (this.#grant) return this.#grant.token;
    if (typeof this.#auth === 'string') return this.refuse();
    const running = this.#question;
    const first = await abortable(this.#ask('rejected'), signal);
    if (!this.#rejected.has(first)) return first;
    // A question that was already under way when the refusal came could not know of it.
    if (running === undefined || running.reason === 'rejected') return this.refuse();
    const second = await abortable(this.#ask('rejected'), signal);
    return this.#rejected.has(second) ? this.refuse() : second;
  }

  /** The replacement was refused too: the host has to act. */
  refuse(): never {
    if (!this.#refused) {
      this.#refused = true;
      this.#grant = undefined;
      this.#onRefused();
    }
    throw new ApiProblem('unauthorized', {status: 401});
  }

  /** Nobody needs a token any longer. */
  close(): void {
    this.#grant = undefined;
    this.#closing.abort();
  }

  #throwIfRefused(): void {
    if (this.#refused) throw new ApiProblem('unauthorized', {status: 401});
  }

  #reject(token: string): void {
    this.#rejected.add(token);
    const [oldest] = this.#rejected;
    if (oldest !== undefined && this.#rejected.size > remembered) this.#rejected.delete(oldest);
    if (this.#grant?.token === token) this.#grant = undefined;
  }

  #ask(reason: TokenRequest['reason']): Promise<string> {
    if (this.#question) return this.#question.answer;
    const answer = this.#fetch(reason).finally(() => {
      this.#question = undefined;
    });
    this.#question = {reason, answer};
    return answer;
  }

  async #fetch(reason: TokenRequest['reason']): Promise<string> {
    const deadline = new Deadline(this.#clock, patience, this.#closing.signal, 'auth_timeout');
    try {
      const answer = await abortable(this.#call({reason, signal: deadline.signal}), deadline.signal);
      const grant = this.#read(answer);
      if (!this.#rejected.has(grant.token)) this.#grant = grant;
      return grant.token;
    } finally {
      deadline.end();
    }
  }

  /** What the host throws at once is a mistake in its code; what its promise rejects with may pass, such as a lost network. */
  #call(request: TokenRequest): Promise<unknown> {
    if (typeof this.#auth === 'string') return Promise.resolve(this.#auth);
    let answer: unknown;
    try {
      answer = this.#auth(request);
    } catch {
      throw new ApiProblem('configuration', {code: 'auth_threw'});
    }
    return Promise.resolve(answer).catch((error: unknown) => {
      throw new ApiProblem(error instanceof TypeError ? 'offline' : 'server', {code: 'auth_failed'});
    });
  }

  #read(answer: unknown): Grant {
    const {token, expires_in: seconds}: {token?: unknown; expires_in?: unknown} =
      typeof answer === 'object' && answer !== null ? answer : {token: answer};
    if (!isToken(token)) throw new ApiProblem('configuration', {code: 'auth_unusable'});
    // Without a readable end the token is good until the API refuses it.
    if (typeof seconds !== 'number' || !(seconds > 0)) return {token, renewAt: Infinity, endsAt: Infinity};
    const life = seconds * 1000;
    const endsAt = this.#clock.now() + life;
    return {token, renewAt: endsAt - Math.min(longestLead, life * leadShare), endsAt};
  }
}
