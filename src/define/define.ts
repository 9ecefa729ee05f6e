import {version} from './version.js';

// A registered symbol, so that two copies of this package on one page can read each other's version.
const versionKey = Symbol.for('kyc-review-elements.version');

/** Elements by tag. */
export type Elements = Readonly<Record<string, CustomElementConstructor>>;

/** Brings elements when they are needed. */
export type Bring = () => Promise<{readonly elements: Elements}>;

let said = false;

/**
 * Registers an element unless its tag is taken: the first definition on a page stays.
 *
 * A second copy of the same version is silent. Another version, or a foreign element under the same tag, is noted
 * once on the console, because the page then runs other code than this copy's.
 *
 * @param tag - The element's tag.
 * @param element - The class that draws it.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const registry = (globalThis as {customElements?: CustomElementRegistry}).customElements;
  // In Node there are no elements, and importing this package is safe all the same.
  if (!registry) return;
  const first = registry.get(tag);
  if (first === undefined) {
    Object.defineProperty(element, versionKey, {value: version, configurable: true});
    registry.define(tag, element);
    return;
  }
  const theirs: unknown = Reflect.get(first, versionKey);
  if (theirs === version || said) return;
  said = true;
  const owner = typeof theirs === 'string' ? `version ${theirs}` : 'other code';
  console.info(
    `kyc-review-elements ${version}: <${tag}> is already defined by ${owner}, which stays in use.`,
  );
}

/** Registers each of these elements unless its tag is taken. */
export function defineAll(elements: Elements): void {
  for (const [tag, element] of Object.entries(elements)) define(tag, element);
}

/** Brings these elements, and registers all of them or none. */
export async function defineParts(parts: readonly Bring[]): Promise<void> {
  for (const {elements} of await Promise.all(parts.map((bring) => bring()))) defineAll(elements);
}
