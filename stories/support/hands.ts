/** What a reviewer does in a story, through shadow roots. */

/** All elements that match, through shadow roots. */
function* within(root: ParentNode, selector: string): Iterable<HTMLElement> {
  for (const each of root.querySelectorAll<HTMLElement>('*')) {
    if (each.matches(selector)) yield each;
    if (each.shadowRoot) yield* within(each.shadowRoot, selector);
  }
}

const textIn = (root: Node): string => {
  if (root instanceof Text) return root.data;
  if (root instanceof HTMLStyleElement) return '';
  const content = root instanceof Element && root.shadowRoot ? root.shadowRoot : root;
  return [...content.childNodes].map(textIn).join('').replaceAll(/\s+/gu, ' ');
};

/** As long as a story may take to come to where it wants to be. */
const patience = 10_000;

/** Waits until something is there. */
async function wait<T>(what: string, find: () => T | undefined): Promise<T> {
  const until = performance.now() + patience;
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`There is no ${what}.`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Waits until the reader meets this text. */
export const shown = async (root: HTMLElement, text: string): Promise<void> => {
  await wait(text, () => (textIn(root).includes(text) ? true : undefined));
};

const nameOf = (element: HTMLElement): string => element.getAttribute('aria-label') ?? textIn(element).trim();

const named = (root: HTMLElement, selector: string, name: string): Promise<HTMLElement> =>
  wait(name, () => [...within(root, selector)].find((each) => nameOf(each) === name));

/** The first element of this kind, as soon as it is there. */
export const found = <E extends HTMLElement>(root: HTMLElement, selector: string): Promise<E> =>
  wait(selector, () => [...within(root, selector)][0] as E | undefined);

/** Presses the button of this name, as soon as it can be pressed. */
export async function press(root: HTMLElement, name: string): Promise<void> {
  (await named(root, 'button:not([aria-disabled="true"])', name)).click();
}

/** Chooses the first option of this name. */
export async function choose(root: HTMLElement, name: string): Promise<void> {
  (await named(root, 'label', name)).querySelector('input')?.click();
}

/** Writes into the first text field. */
export async function write(root: HTMLElement, text: string): Promise<void> {
  const field = await found<HTMLTextAreaElement>(root, 'textarea');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}
