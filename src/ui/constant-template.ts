/**
 * The strings of a template whose markup was put together, for `html` to be called with. Every template inside another one
 * is cloned and searched for its parts on its own, which is most of what it costs to draw a screen; so what always stands
 * together is one template. Only markup from this project's own files goes in here: what comes from outside is a value.
 */
export function templateOf(...strings: string[]): TemplateStringsArray {
  return Object.assign(strings, {raw: strings});
}

/** Remembers what was made: a template is known by its strings, and must be the same ones every time. */
export function once<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const all = new Map<Key, Made>();
  return (key) => {
    const known = all.get(key) ?? make(key);
    all.set(key, known);
    return known;
  };
}
