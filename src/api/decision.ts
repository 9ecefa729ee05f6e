import type {Reader} from '../domain/resource.js';
import type {VerificationAction} from '../domain/verification-actions.js';
import type {CurrentState} from '../domain/verification.js';
import type {ApiProblem} from './api-problem.js';

/** What a reviewer can do to a case. */
export type ReviewAction = VerificationAction | 'add-note' | 'judge-finding' | 'judge-face';

/** What stands in a request's body: scalars alone, so that no script of the page can change how they are written. */
export type Scalar = string | number | boolean | null | undefined;

/** One thing that the reviewer has confirmed. */
export interface Intent<T> {
  readonly action: ReviewAction;
  /** The verification's. */
  readonly id: string;
  readonly method: 'post' | 'put';
  /** Below the API base, without a leading slash. */
  readonly path: string;
  readonly body: Readonly<Record<string, Scalar>>;
  /** The version that the reviewer has seen, for what the server accepts on that very version only. */
  readonly version?: number | undefined;
  /** Of the answer. */
  readonly schema: Reader<T>;
}

/** Something in the request that the server does not accept. */
export interface FieldError {
  readonly path: string;
  /** The server's words; shown as text. */
  readonly message: string;
}

/** What the server answered to one try. */
export type Answered<T> =
  | {readonly kind: 'done'; readonly value: T; readonly current?: undefined; readonly errors?: undefined}
  | {
      readonly kind: 'refused';
      readonly problem: ApiProblem;
      /** Where the record stands that moved on meanwhile. */
      readonly current?: CurrentState | undefined;
      readonly errors: readonly FieldError[];
    };

/** How an intent stands. A view draws exactly one of these. */
export type ActionState<T = unknown> =
  | {readonly status: 'idle'}
  | {readonly status: 'sending'; readonly action: ReviewAction}
  | {readonly status: 'done'; readonly action: ReviewAction; readonly value: T}
  | {
      readonly status: 'conflict';
      readonly action: ReviewAction;
      readonly code: 'invalid_transition' | 'version_mismatch';
      readonly current?: CurrentState | undefined;
    }
  | {readonly status: 'denied'; readonly action: ReviewAction; readonly problem: ApiProblem}
  | {readonly status: 'invalid'; readonly action: ReviewAction; readonly errors: readonly FieldError[]}
  | {readonly status: 'offline'; readonly action: ReviewAction}
  | {readonly status: 'failed'; readonly action: ReviewAction; readonly problem: ApiProblem}
  | {
      readonly status: 'unknown';
      readonly action: ReviewAction;
      /** It is being sent again, or asked for. */
      readonly isTrying: boolean;
      /** A repetition was refused for want of access, which says nothing about the first one. */
      readonly accessChanged: boolean;
      /** What stands in the way, where that is known. */
      readonly problem?: ApiProblem | undefined;
    };
