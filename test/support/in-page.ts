// Runs inside the tested page, before anything of its own does: what a test needs to see there, and its time.

import {goOn, move, ownTime, stop, wallDelay, wallTime} from './page-time.js';

/** What the page did that nobody looks at while it happens. */
interface Heard {
  /** Uncaught errors, rejections nobody took, and refusals of the page's policy. */
  readonly faults: string[];
  /** Every event of the elements, with all its fields. */
  readonly events: {readonly type: string; readonly text: string}[];
}

const heard: Heard = {faults: [], events: []};

addEventListener('error', ({message}) => heard.faults.push(`error: ${message}`));
addEventListener('unhandledrejection', ({reason}) => heard.faults.push(`rejection: ${String(reason)}`));
document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
  heard.faults.push(`policy: ${violatedDirective} ${blockedURI}`),
);

/** Everything that can be reached from an event by its fields, as text. */
function everyField(value: unknown, depth = 0, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value) || depth > 4 || value instanceof Node || value instanceof Window) return '';
  seen.add(value);
  const names = new Set<string>();
  for (let at: unknown = value; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  return [...names]
    .map((name) => {
      try {
        return `${name}: ${everyField(Reflect.get(value, name), depth + 1, seen)}`;
      } catch {
        return '';
      }
    })
    .join(', ');
}

for (const type of [
  'review-ready',
  'review-error',
  'review-permissions-changed',
  'review-auth-required',
  'review-connection',
  'review-navigate',
  'review-action-request',
  'review-action-done',
  'review-action-failed',
  'review-action-unknown',
]) {
  addEventListener(type, (event) => heard.events.push({type, text: everyField(event)}), true);
}

/** The text that a reader meets, through shadow roots, in their order; hidden parts left out. */
function textOf(node: Node): string {
  if (node instanceof Text) return isSeen(node) ? node.data : '';
  if (node instanceof HTMLStyleElement || node instanceof HTMLTemplateElement) return '';
  if (node instanceof HTMLSlotElement) return node.assignedNodes().map(textOf).join(' ');
  if (node instanceof Element && (node.hasAttribute('hidden') || getComputedStyle(node).display === 'none'))
    return '';
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
  return [...children].map(textOf).join(' ').replaceAll(/\s+/gu, ' ').trim();
}

function isSeen({parentNode}: Text): boolean {
  const around = parentNode instanceof ShadowRoot ? parentNode.host : parentNode;
  return !(around instanceof Element) || getComputedStyle(around).visibility === 'visible';
}

/** All elements that match, through shadow roots. */
function allOf(selector: string, root: ParentNode = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
    ...(each.matches(selector) ? [each] : []),
    ...(each.shadowRoot ? allOf(selector, each.shadowRoot) : []),
  ]);
}

/** The whole page as HTML, with every open shadow root. */
const markup = (): string =>
  [document.documentElement, ...allOf('*').flatMap((each) => (each.shadowRoot ? [each.shadowRoot] : []))]
    .map((each) => (each instanceof Element ? each.outerHTML : each.innerHTML))
    .join('\n');

/** What has the focus, looked for through shadow roots. */
function focused(root: DocumentOrShadowRoot = document): HTMLElement | null {
  const active = root.activeElement as HTMLElement | null;
  return active?.shadowRoot?.activeElement ? focused(active.shadowRoot) : active;
}

/** Makes the page look hidden, or visible again, and tells it so. */
function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (isHidden ? 'hidden' : 'visible'),
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

let inFlight = 0;

/** From here on, time in this page is its test's, so far ahead of the wall's; and what it asks the network for is counted. */
function ownTimeHere(skew = 0): void {
  ownTime(skew);
  const send = window.fetch.bind(window);
  window.fetch = (...request) => {
    inFlight++;
    return send(...request).finally(() => inFlight--);
  };
}

/**
 * Moves time on by steps, and lets it run after the last one, unless it is to stand. The network is as fast as it is: between two steps, time
 * stands still until it has answered, or for `patience` milliseconds of the wall's where it never does.
 */
async function forward(ms: number, step = 1000, patience = 5000, standsAfter = false): Promise<void> {
  stop();
  for (let left = ms; left > 0; left -= step) {
    move(Math.min(step, left));
    const late = wallTime() + patience;
    do await wallDelay(4);
    while (inFlight > 0 && wallTime() < late);
  }
  if (!standsAfter) goOn();
}

const inPage = {
  heard,
  text: () => textOf(document.body),
  textOf,
  all: allOf,
  markup,
  focused,
  setHidden,
  ownTime: ownTimeHere,
  stop,
  /** The machine slept so long: the wall clock jumps, and what was due is run at once. */
  jump: move,
  forward,
};

declare global {
  /** Only inside of tested pages. */
  var inPage: InPage;
}
export type InPage = typeof inPage;

globalThis.inPage = inPage;
