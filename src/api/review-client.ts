import ky, {HTTPError} from 'ky';
import {bringAnswers, type Resource} from '../domain/resource.js';
import type {SocketToken} from '../domain/socket-token.js';
import {rememberTimes} from './answer-times.js';
import {ApiProblem} from './api-problem.js';
import {fileUrl} from './api-url.js';
import {buffered, refusal, type FetchedFile, type ReadResponse} from './body.js';
import {systemClock, type Clock} from './clock.js';
import {abortable, Deadline} from './deadline.js';
import {pageRetryBudget, retryDelay, type RetryBudget} from './retry.js';
import {TokenSource, type Auth} from './token-source.js';

type Fetch = typeof globalThis.fetch;

export interface ClientOptions {
  /** Normalised: absolute, ends with a slash. */
  readonly apiBaseUrl: string;
  readonly auth: Auth;
  readonly fetch?: Fetch;
  readonly clock?: Clock;
  /** The host's token is refused for good. Told once; all traffic has stopped, a new client has to take over. */
  readonly onAuthRequired?: () => void;
  readonly retryBudget?: RetryBudget;
  /** 0 to 1, like `Math.random`. */
  readonly random?: () => number;
}

/** What came back from a read. */
export interface Answer<T> {
  readonly value: T;
  /** The body as it came, to see whether anything changed. */
  readonly text: string;
  /** `X-Review-Revision`: the changes of the record and all below it, counted before the rows were read. */
  readonly revision?: number;
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number;
}

/** Milliseconds: one try, and all tries of a read together. */
const oneTry = 10_000;
const allTries = 20_000;

const megabyte = 1024 * 1024;
const limits = {json: 50 * megabyte, image: 20 * megabyte, file: 200 * megabyte};

/** No cookies, no following elsewhere, no trace in the cache or in a referrer. */
const discreet = {
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const satisfies RequestInit;

/** Taken while the page is still its own: scripts that replace it later do not see what passes. */
const pageFetch: Fetch = globalThis.fetch.bind(globalThis);

/** One request: what is asked for, and within which limits. */
export interface Errand {
  readonly method: 'get' | 'post' | 'put';
  readonly accept: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent even when the page is left meanwhile. */
  readonly body?: string;
  /** Milliseconds for it all; without it, those of a read. */
  readonly within?: number;
  /** Sees a refusal with all that it says, before it becomes a problem. */
  readonly onRefusal?: (body: Readonly<Record<string, unknown>>) => void;
  readonly signal: AbortSignal;
  readonly limitFor: (response: Response) => number;
  /** A long body may take its time as long as it flows. */
  readonly flowing?: boolean;
}

interface FileOptions {
  readonly toSave?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

export const limitForJson = (): number => limits.json;
const limitToSave = (): number => limits.file;
const limitForFile = ({headers}: Response): number =>
  /^image\//i.test(headers.get('Content-Type') ?? '') ? limits.image : limits.file;

const revisionOf = ({headers}: Response): {revision?: number} => {
  const said = headers.get('X-Review-Revision')?.replaceAll('"', '') ?? '';
  return /^\d{1,15}$/.test(said) ? {revision: Number(said)} : {};
};

/** Speaks HTTP with the tenant's backend. Everything it throws is an `ApiProblem`, or the caller's own abort. */
export class ReviewClient {
  private readonly apiBaseUrl: string;
  private readonly tokens: TokenSource;
  private readonly request: Fetch;
  readonly clock: Clock;
  private readonly retryBudget: RetryBudget;
  private readonly random: () => number;
  private readonly closing = new AbortController();

  constructor({apiBaseUrl, auth, fetch, clock, onAuthRequired, retryBudget, random}: ClientOptions) {
    this.apiBaseUrl = apiBaseUrl;
    this.request = fetch ?? pageFetch;
    this.clock = clock ?? systemClock;
    this.retryBudget = retryBudget ?? pageRetryBudget;
    this.random = random ?? Math.random;
    this.tokens = new TokenSource(auth, {clock: this.clock, onRefused: () => onAuthRequired?.()});
  }

  /** Reads one resource, with limited retries while the trouble may pass. */
  async read<T>(wanted: Resource<T>, signal: AbortSignal): Promise<Answer<T>> {
    const schema = this.bring(wanted.schema(), signal);
    const response = await this.run(wanted.url, {
      method: 'get',
      accept: 'application/json',
      signal,
      limitFor: limitForJson,
    });
    const at = this.clock.now();
    const text = await response.text();
    const answer = (await schema()).safeParse(parseJson(text));
    if (!answer.success) throw ApiProblem.unreadable(response);
    rememberTimes(answer.data, response.headers, at);
    return {value: answer.data, text, ...revisionOf(response), at};
  }

  /**
   * Fetches a file below the API base, with the server's media type. An image is fetched up to 20 MB, because a larger one
   * is not shown; to be saved, and of every other kind, up to 200 MB.
   */
  async file(
    url: string,
    signal: AbortSignal,
    {toSave = false, headers}: FileOptions = {},
  ): Promise<FetchedFile> {
    const response = await this.run(url, {
      method: 'get',
      accept: '*/*',
      headers,
      signal,
      limitFor: toSave ? limitToSave : limitForFile,
      flowing: true,
    });
    return response.blob();
  }

  /** Asks for what opens one socket for a customer or a verification. Never retried here: the feed has its own pace. */
  async socketToken(subjectPath: string, signal: AbortSignal): Promise<SocketToken> {
    const answers = this.bring(bringAnswers(), signal);
    const response = await this.run(`${subjectPath}/socket-token`, {
      method: 'post',
      accept: 'application/json',
      signal,
      limitFor: limitForJson,
    });
    const said = parseJson(await response.text());
    const answer = (await answers()).socketTokenSchema.safeParse(said);
    if (!answer.success) throw ApiProblem.unreadable(response);
    return answer.data;
  }

  /** Stops everything that is still under way. */
  close(): void {
    this.closing.abort();
    this.tokens.close();
  }

  /** Goes below the API with the token. Throws what the API refuses, as a problem. */
  async run(url: string, errand: Errand): Promise<ReadResponse> {
    const target = fileUrl(this.apiBaseUrl, url);
    // Whatever a record names outside the API is as good as missing, and never asked for.
    if (target === undefined) throw new ApiProblem('not-found', {code: 'outside_api'});
    const stop = AbortSignal.any([errand.signal, this.closing.signal]);
    const total = new Deadline(this.clock, errand.within ?? allTries, stop);
    let last: ApiProblem | undefined;
    let delay = 0;
    try {
      stop.throwIfAborted();
      const response = await ky(target, {
        ...discreet,
        method: errand.method,
        headers: {Accept: errand.accept, ...errand.headers},
        signal: total.signal,
        timeout: false,
        fetch: this.authorized(errand, total),
        retry: {
          limit: errand.method === 'get' ? 2 : 0,
          methods: ['get'],
          delay: () => delay,
          shouldRetry: ({error, retryCount}) => {
            if (total.passed || stop.aborted) return false;
            last = ApiProblem.from(error);
            // What has a code was found here, not on the way: a host's getter that failed, an answer that was too large.
            const wait = last.code === undefined ? retryDelay(last, retryCount, this.random) : undefined;
            if (wait === undefined || !this.retryBudget.take()) return false;
            delay = wait;
            return true;
          },
        },
      });
      // ky hands on the very answer that the fetch below has given it.
      return response as ReadResponse;
    } catch (error) {
      stop.throwIfAborted();
      if (error instanceof HTTPError) throw await ApiProblem.of(error.response, errand.onRefusal);
      throw total.passed && last ? last : ApiProblem.from(error);
    } finally {
      total.end();
    }
  }

  /** A piece of this program that comes while the API is asked. One that cannot be fetched means that the network is gone. */
  private bring<T>(coming: Promise<T>, signal: AbortSignal): () => Promise<T> {
    // Whether it came matters to those alone who have an answer to read.
    coming.catch(() => undefined);
    const stop = AbortSignal.any([signal, this.closing.signal]);
    return async () => {
      const late = new Deadline(this.clock, oneTry, stop);
      try {
        return await abortable(coming, late.signal);
      } catch (error) {
        stop.throwIfAborted();
        throw error instanceof ApiProblem ? error : new ApiProblem('offline');
      } finally {
        late.end();
      }
    };
  }

  /** A fetch that adds the token at the last moment, so that ky never holds it, and renews it once per errand. */
  private authorized(errand: Errand, total: Deadline): Fetch {
    let renewed = false;
    return async (input) => {
      const request = input instanceof Request ? input : new Request(input);
      const token = await this.tokens.token(request.signal);
      const response = await this.send(request, token, errand, total);
      if (response.status !== 401) return response;
      if (renewed) return this.tokens.refuse();
      renewed = true;
      const fresh = await this.tokens.replace(token, request.signal);
      const second = await this.send(request, fresh, errand, total);
      if (second.status === 401) this.tokens.refuse();
      return second;
    };
  }

  private async send(
    request: Request,
    token: string,
    errand: Errand,
    total: Deadline,
  ): Promise<ReadResponse> {
    const attempt = new Deadline(this.clock, errand.within ?? oneTry, request.signal);
    const headers = new Headers(request.headers);
    // ky never holds the body either: it would have to be cloned for a second try with a new token.
    const body = errand.body === undefined ? {} : {body: errand.body, keepalive: true};
    headers.set('Authorization', `Bearer ${token}`);
    // The platform's fetch refuses to be called as a method of anything else.
    const {request: fetch} = this;
    try {
      const sent = new Request(request, {...discreet, headers, ...body, signal: attempt.signal});
      const response = await abortable(fetch(sent), attempt.signal);
      if (!response.ok) return await refusal(response, attempt.signal);
      return await buffered(response, errand.limitFor(response), attempt.signal, () => {
        if (!errand.flowing) return;
        total.end();
        attempt.extend();
      });
    } finally {
      attempt.end();
    }
  }
}

/** `undefined` for text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
