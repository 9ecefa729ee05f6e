/**
 * All text that can be reached from a value by walking its properties, enumerable or not, its own and inherited ones, and
 * by turning it into text: what a logger or a curious script could find.
 */
export function everythingIn(root: unknown): string {
  const seen = new Set<unknown>();
  const found: string[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (typeof value === 'string') found.push(value);
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
    if (seen.has(value) || depth > 8) return;
    seen.add(value);
    for (
      let level: object | null = value;
      level && level !== Object.prototype;
      level = Object.getPrototypeOf(level) as object | null
    ) {
      for (const key of Reflect.ownKeys(level)) {
        found.push(String(key));
        try {
          visit(Reflect.get(level, key, value), depth + 1);
        } catch {
          // A getter that refuses gives nothing away.
        }
      }
    }
    if (value instanceof Headers || value instanceof Map) for (const each of value) visit(each, depth + 1);
    if (value instanceof Set) for (const each of value as Set<unknown>) visit(each, depth + 1);
  };
  visit(root, 0);
  return found.join('\n');
}
