import type {ApiProblem} from '../api/api-problem.js';

/** Where loading stands. A view draws exactly one of these; it never juggles flags. */
export type LoadState<T> =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly problem: ApiProblem}
  | {
      readonly status: 'ready';
      readonly value: T;
      /** When the server answered, in milliseconds since 1970. */
      readonly at: number;
      /** The last refresh failed, so `value` may be older than what is stored. */
      readonly problem?: ApiProblem;
    };

/** The state with its value read in another way. */
export function mapState<T, U>(state: LoadState<T>, read: (value: T) => U): LoadState<U> {
  return state.status === 'ready' ? {...state, value: read(state.value)} : state;
}
