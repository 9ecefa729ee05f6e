import assert from 'node:assert/strict';
import {unreadableIn} from '../../src/domain/unreadable.js';

export interface Schema {
  safeParse(value: unknown): {readonly success: boolean; readonly data?: unknown; readonly error?: unknown};
}

const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Every list anywhere below, with how many of its rows could not be read. */
function unreadableBelow(value: unknown): number {
  if (Array.isArray(value)) {
    return value.reduce((sum: number, row) => sum + unreadableBelow(row), unreadableIn(value));
  }
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + unreadableBelow(each), 0);
}

/** Holds a record against its schema: wholly readable, and already in the form in which it is read. */
export function holdsTo(schema: Schema, record: unknown): void {
  const sent = wire(record);
  const answer = schema.safeParse(sent);
  assert.ok(answer.success, String(answer.error));
  assert.equal(unreadableBelow(answer.data), 0);
  assert.deepEqual(wire(answer.data), sent);
}
