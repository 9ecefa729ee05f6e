const counts = new WeakMap<object, number>();

/** Remembers how many rows of a list came in a form that could not be read. */
export function leftOut(rows: readonly unknown[], count: number): void {
  counts.set(rows, count);
}

/** How many rows of this list came in a form that could not be read. They are left out, and the reviewer is told. */
export const unreadableIn = (rows: readonly unknown[]): number => counts.get(rows) ?? 0;
