import type {Scalar} from './decision.js';

// Scripts of the page may replace it, or teach objects, lists and texts to write themselves in another way (`toJSON`).
const write = JSON.stringify.bind(JSON);

/**
 * A JSON object of scalars, byte for byte the same whatever the page's scripts have done to the built-in types: `toJSON`
 * is asked of objects alone, so each name and value is written on its own. What is `undefined` is left out.
 */
export function scalarBody(body: Readonly<Record<string, Scalar>>): string {
  let members = '';
  for (const name of Object.keys(body)) {
    const value = body[name];
    if (value === undefined) continue;
    members += `${members === '' ? '' : ','}${write(name)}:${write(value)}`;
  }
  return `{${members}}`;
}
