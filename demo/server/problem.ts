import type {CurrentState} from '../../src/domain/verification.js';

/** The answers that are not what was asked for: one row per code. */
const problems = {
  invalid: {status: 400, title: 'The request cannot be read'},
  idempotency_key_missing: {status: 400, title: 'The key of the intent is missing'},
  unauthorized: {status: 401, title: 'Nobody is signed in'},
  forbidden: {status: 403, title: 'Not allowed'},
  not_found: {status: 404, title: 'Not found'},
  method_not_allowed: {status: 405, title: 'Not a method of this address'},
  invalid_transition: {status: 409, title: 'Not possible as it stands'},
  request_in_flight: {status: 409, title: 'The same request is still being worked on'},
  being_prepared: {status: 409, title: 'Still being made'},
  version_mismatch: {status: 412, title: 'It has changed meanwhile'},
  too_large: {status: 413, title: 'Too large'},
  idempotency_key_reused: {status: 422, title: 'This key belongs to another request'},
  version_required: {status: 428, title: 'Say which version this is about'},
  range_not_satisfiable: {status: 416, title: 'No such range'},
  rate_limited: {status: 429, title: 'Too many requests'},
  server: {status: 500, title: 'Something went wrong here'},
} as const satisfies Record<string, {status: number; title: string}>;

export type ProblemCode = keyof typeof problems;

/** What is wrong with one part of the request. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

interface More {
  readonly errors?: readonly FieldError[];
  /** Where the record stands, for whoever took it for something else. */
  readonly current?: CurrentState;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown where a request cannot go on, and answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly more: More;

  constructor(code: ProblemCode, more: More = {}) {
    super(problems[code].title);
    this.name = 'Problem';
    this.code = code;
    this.more = more;
  }
}

/** What a request is called in its answer and in the server's own words. */
export const newRequestId = (): string => `req_${crypto.randomUUID().replaceAll('-', '')}`;

export function answerProblem({code, more}: Problem, requestId: string): Response {
  const {status, title} = problems[code];
  const {errors, current, headers} = more;
  const body = {
    ...{type: 'about:blank', title, status, code, request_id: requestId},
    ...(errors && {errors}),
    ...(current && {current}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {...headers, 'Content-Type': 'application/problem+json'},
  });
}
