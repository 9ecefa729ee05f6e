import type {VerificationAction} from '../../src/domain/verification-actions.js';
import type {VerificationName} from '../../src/domain/verification-resources.js';

// What the run's program and its pages tell each other.

export type Decisive = Extract<VerificationAction, 'approve' | 'reject' | 'cancel' | 'reopen'>;

/** By which way a reviewer decides: through the buttons and dialogs, or by what stands behind them. */
export type Way = 'screen' | 'machine';

/** What one reviewer of a page has to do. */
export interface Order {
  readonly seed: string;
  readonly way: Way;
  readonly decisions: number;
  /** The cases that nobody else decides on, by their numbers. */
  readonly cases: readonly number[];
  /** How often a step is taken in two windows at once. */
  readonly twins: number;
}

/** What the reviewer was told of one confirmed decision. The note tells it from every other one. */
export interface Told {
  readonly note: string;
  readonly action: Decisive;
  readonly way: Way;
  /** The case, by its number. */
  readonly at: number;
  /** `already`: this reviewer has recorded the same in another window. */
  readonly claim: 'recorded' | 'already' | 'not recorded' | 'unknown';
  /** How the machine or the screen called it. */
  readonly ended: string;
  /** Whether it was unknown for a while. */
  readonly wasUnknown: boolean;
  readonly twin: boolean;
}

export const caseName = (n: number): VerificationName => ({type: 'idv', id: `chaos-${n}`});
export const numberIn = (id: string): number => Number(/^chaos-(\d+)$/.exec(id)?.[1] ?? Number.NaN);
