// How the bench looks at what is on the page.

export const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Every root below a node: itself and all open shadow roots. */
export function* rootsBelow(
  root: Document | Element | ShadowRoot,
): Generator<Document | Element | ShadowRoot> {
  yield root;
  const inside = root instanceof Element ? [root, ...root.querySelectorAll('*')] : root.querySelectorAll('*');
  for (const each of inside) if (each.shadowRoot) yield* rootsBelow(each.shadowRoot);
}

export const countNodes = (element: Element): number =>
  [...rootsBelow(element)].reduce((sum, root) => sum + root.querySelectorAll('*').length, 1);

/** What only says that something is still to come; and the time of day, which may go on to the next minute meanwhile. */
const passing = '[aria-busy="true"], [part="connection"]';

/** All text below that is there to stay, through shadow roots. */
export function textIn(element: Element | ShadowRoot): string {
  const pieces: string[] = [];
  for (const root of rootsBelow(element)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue?.trim();
      if (text && !node.parentElement?.closest(passing)) pieces.push(text);
    }
  }
  return pieces.join(' ');
}

export function isBusy(element: Element): boolean {
  return [...rootsBelow(element)].some((root) => root.querySelector('[aria-busy="true"]') !== null);
}

/** Waits until nothing loads, `whatever` else may, and nothing has changed for half a second. */
export async function settle(element: Element, {whatever = false} = {}): Promise<void> {
  let quiet = performance.now();
  const observer = watch(element, () => (quiet = performance.now()));
  while ((!whatever && isBusy(element)) || performance.now() - quiet < 500) {
    await frame();
    // New shadow roots appear while things load.
    observer.more();
  }
  observer.stop();
}

/** Counts what happens to the DOM below an element, through shadow roots. */
export function watch(element: Element, hear: (records: readonly MutationRecord[]) => void) {
  const observer = new MutationObserver(hear);
  const seen = new WeakSet<Node>();
  const more = (): void => {
    for (const root of rootsBelow(element)) {
      if (seen.has(root)) continue;
      seen.add(root);
      observer.observe(root, {subtree: true, childList: true, characterData: true, attributes: true});
    }
  };
  more();
  return {
    more,
    stop: () => {
      hear(observer.takeRecords());
      observer.disconnect();
    },
  };
}

/**
 * Resolves in the task after the next frame was drawn.
 *
 * @param beforeDrawing Called when the frame is about to be drawn: what is on the page then is in the picture.
 */
export const painted = (beforeDrawing: () => void = () => {}): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      beforeDrawing();
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });
  });
