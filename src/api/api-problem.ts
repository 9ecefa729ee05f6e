import {HTTPError, TimeoutError} from 'ky';
import {withdraws, type ProblemKind} from '../domain/problem.js';
import {retryAfterSeconds} from './retry.js';

const kindByStatus: Readonly<Record<number, ProblemKind>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  413: 'invalid',
  415: 'invalid',
  422: 'invalid',
  429: 'rate-limited',
};

/** What an HTTP status means to a reviewer. A status that the contract does not name breaks the contract. */
export const kindOfStatus = (status: number): ProblemKind =>
  kindByStatus[status] ?? (status >= 500 ? 'server' : 'contract');

const kindByName: Readonly<Record<string, ProblemKind>> = {
  AbortError: 'timeout',
  TimeoutError: 'timeout',
  NetworkError: 'offline',
};

function kindOf(error: unknown): ProblemKind {
  if (error instanceof TimeoutError) return 'timeout';
  // What fetch rejects with: no network, no DNS, refused by CORS or by a policy, a redirect. The page cannot tell which.
  if (error instanceof TypeError) return 'offline';
  return (error instanceof Error && kindByName[error.name]) || 'contract';
}

/** Codes and ids go into events and logs, so nothing that could be a sentence about a customer passes. */
const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9_.-]{0,63}$/i.test(value);
const isRequestId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.:/+=-]{1,128}$/.test(value);

export interface ProblemDetails {
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
}

const detailsOf = ({status, headers}: Response): ProblemDetails => {
  const requestId = headers.get('X-Request-Id');
  return {
    status,
    requestId: isRequestId(requestId) ? requestId : undefined,
    retryAfter: retryAfterSeconds(headers),
  };
};

/**
 * The only error that leaves this folder. It may be logged as it is: it holds no token, no address, no request, no
 * answer and no cause, and its message speaks of the kind alone.
 */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  /** The HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** The server's machine-readable reason, such as `version_mismatch`. */
  readonly code?: string | undefined;
  /** What the server calls this request in its own log. */
  readonly requestId?: string | undefined;
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter?: number | undefined;

  constructor(kind: ProblemKind, {status, code, requestId, retryAfter}: ProblemDetails = {}) {
    super(`The review API could not be used: ${kind}.`);
    this.name = 'ApiProblem';
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
  }

  /** The answer was not "later" but "no": what was shown before must go. */
  get withdraws(): boolean {
    return withdraws(this.kind);
  }

  /** Turns whatever was thrown into a problem, and leaves everything else it carried behind. */
  static from(error: unknown): ApiProblem {
    if (error instanceof ApiProblem) return error;
    if (error instanceof HTTPError) {
      return new ApiProblem(kindOfStatus(error.response.status), detailsOf(error.response));
    }
    return new ApiProblem(kindOf(error));
  }

  /** An answer that says yes and then something else than agreed. */
  static unreadable(response: Response): ApiProblem {
    return new ApiProblem('contract', detailsOf(response));
  }

  /**
   * Reads a refusing answer. A body that is not problem+json counts for nothing; the status alone decides.
   *
   * @param onBody Is given what else the body says, which no problem carries further.
   */
  static async of(
    response: Response,
    onBody: (body: Readonly<Record<string, unknown>>) => void = () => {},
  ): Promise<ApiProblem> {
    const details = detailsOf(response);
    const body = await readProblem(response);
    onBody(body);
    return new ApiProblem(kindOfStatus(response.status), {
      ...details,
      code: isCode(body['code']) ? body['code'] : undefined,
      requestId: details.requestId ?? (isRequestId(body['request_id']) ? body['request_id'] : undefined),
    });
  }
}

async function readProblem(response: Response): Promise<Readonly<Record<string, unknown>>> {
  if (!/json/i.test(response.headers.get('Content-Type') ?? '')) return {};
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
