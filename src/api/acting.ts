import {entityTag, idempotencyKey} from '../domain/intent.js';
import type {Intent, ReviewAction} from './decision.js';

export interface ActOptions {
  /** A UUID, the same for every repetition. */
  readonly key: string;
  /** Milliseconds. */
  readonly within: number;
  readonly signal: AbortSignal;
}

/** What is accepted on the very version that the reviewer has seen; nothing else names one. */
const versioned: ReadonlySet<ReviewAction> = new Set(['approve', 'reject', 'cancel', 'resend', 'reopen']);

/** What tells one confirmed intent from another, and the version that it is meant for. */
export function actHeaders<T>({action, version}: Intent<T>, key: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': 'application/json',
    'Idempotency-Key': idempotencyKey(key),
    ...(version !== undefined && versioned.has(action) && {'If-Match': entityTag(version)}),
  };
}
