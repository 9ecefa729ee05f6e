/** The new rows in the places of the old ones; rows that are new come last, in their own order. */
export function keptOrder<T extends {readonly key: string}>(
  before: readonly T[],
  now: readonly T[],
): readonly T[] {
  const place = new Map(before.map(({key}, at) => [key, at]));
  const placeOf = ({key}: T): number => place.get(key) ?? before.length;
  return [...now].sort((a, b) => placeOf(a) - placeOf(b));
}
