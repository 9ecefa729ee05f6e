import {currentStateSchema, type CurrentState} from '../domain/verification.js';
import type {FieldError} from './decision.js';

const mostErrors = 20;

/** What a refusal says beyond its code: where the record stands by now, and what in the request was not accepted. */
export function readRefusal(body: Readonly<Record<string, unknown>>): {
  readonly current?: CurrentState | undefined;
  readonly errors: readonly FieldError[];
} {
  const current = currentStateSchema.safeParse(body['current']);
  const listed: readonly unknown[] = Array.isArray(body['errors']) ? body['errors'] : [];
  const errors = listed.slice(0, mostErrors).flatMap((each): readonly FieldError[] => {
    const {path, message}: {path?: unknown; message?: unknown} =
      typeof each === 'object' && each !== null ? each : {};
    return typeof message === 'string' ? [{path: typeof path === 'string' ? path : '', message}] : [];
  });
  return {current: current.success ? current.data : undefined, errors};
}
