import {fixture, fixtureCleanup, html} from '@open-wc/testing';
import type {run as AxeRun} from 'axe-core';
import 'axe-core/axe.min.js';
import type {TemplateResult} from 'lit';
import {answering, pretendedBase, type Reply} from '../../stories/support/answering.js';
import {defineStage, type Stage} from '../../stories/support/stage.js';
import {everyPermission, pageToken} from '../../stories/support/world.js';
import {waitUntil} from './until.js';

export {fileOf, json, listOf, oneAfterTheOther, refusal, silence} from '../../stories/support/answering.js';
export {inWorld} from '../../stories/support/world.js';

defineStage();

export interface MountOptions {
  readonly permissions?: readonly string[];
  readonly customerId?: string;
  /** Which verification is looked at instead of a customer, as `type/id`. */
  readonly verification?: string;
  readonly viewerId?: string;
  readonly noteLimit?: number;
  readonly locale?: string;
  readonly theme?: 'light' | 'dark';
  readonly width?: 360 | 700 | 1280;
  readonly realtime?: 'on' | 'off';
  readonly WebSocket?: typeof WebSocket;
}

export interface Mounted<E extends Element> {
  readonly stage: Stage;
  /** The first element that was put on the stage. */
  readonly part: E;
  /** Every request so far: method, path below the API base, filters. */
  readonly requests: readonly string[];
}

/** Puts a part of a profile on a stage whose API answers as given. */
export async function mount<E extends Element>(
  answers: Readonly<Record<string, Reply>> | typeof fetch,
  content: () => TemplateResult,
  options: MountOptions = {},
): Promise<Mounted<E>> {
  const requests: string[] = [];
  const backend = typeof answers === 'function' ? answers : answering(answers);
  const recorded: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    requests.push(`${request.method} ${request.url.replace(pretendedBase, '')}`);
    return backend(request);
  };
  const stage = await fixture<Stage>(html`
    <kyc-stage
      api-base-url=${pretendedBase}
      realtime=${options.realtime ?? 'off'}
      customer-id=${options.customerId ?? 'customer-1'}
      viewer-id=${options.viewerId ?? 'user-1'}
      .verification=${options.verification}
      .noteLimit=${options.noteLimit}
      locale=${options.locale ?? 'en'}
      theme=${options.theme ?? 'light'}
      data-width=${options.width ?? 1280}
      .auth=${() => pageToken}
      .permissions=${options.permissions ?? everyPermission}
      .fetch=${recorded}
      .WebSocket=${options.WebSocket}
      .content=${content}
    ></kyc-stage>
  `);
  const part = stage.shadowRoot?.querySelector<E>('.inner > *');
  if (!part) throw new Error('Nothing was put on the stage.');
  return {stage, part, requests};
}

/**
 * Takes everything off the page, from its beginning. Where a page that is scrolled is emptied and filled again within one
 * frame, Firefox goes on showing the old place: the page is at its beginning, but dialogs and real presses are as far
 * off as it was scrolled.
 */
export function leave(): void {
  scrollTo(0, 0);
  fixtureCleanup();
}

/** The text that a reader meets, through shadow roots, in their order; hidden parts left out. */
export function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement || node instanceof HTMLTemplateElement) return '';
  if (node instanceof HTMLSlotElement) return node.assignedNodes().map(textOf).join(' ');
  if (node instanceof Element && (node.hasAttribute('hidden') || getComputedStyle(node).display === 'none'))
    return '';
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
  return [...children].map(textOf).join(' ').replaceAll(/\s+/gu, ' ').trim();
}

/** All elements that match, through shadow roots. */
export function allOf<E extends Element = HTMLElement>(root: Node, selector: string): readonly E[] {
  const found: E[] = [];
  const scope = root instanceof Element && root.shadowRoot ? [root, root.shadowRoot] : [root];
  for (const each of scope) {
    for (const element of (each as ParentNode).querySelectorAll('*')) {
      if (element.matches(selector)) found.push(element as E);
      if (element.shadowRoot) found.push(...allOf<E>(element.shadowRoot, selector));
    }
  }
  return found;
}

/** The one element that matches, through shadow roots. */
export function oneOf<E extends Element = HTMLElement>(root: Node, selector: string): E {
  const [first] = allOf<E>(root, selector);
  if (!first) throw new Error(`Nothing matches ${selector} in: ${textOf(root).slice(0, 400)}`);
  return first;
}

/** The button with this accessible name: its label, or its text. */
export function buttonNamed(root: Node, name: string): HTMLButtonElement {
  const all = allOf<HTMLButtonElement>(root, 'button, a[href]');
  const found = all.find((each) => (each.getAttribute('aria-label') ?? textOf(each)) === name);
  if (!found) throw new Error(`No button is named "${name}": ${all.map(textOf).join(' | ')}`);
  return found;
}

/** Waits until the reader meets this text. */
export async function shows(root: Node, text: string): Promise<void> {
  try {
    await waitUntil(() => textOf(root).includes(text), undefined, {interval: 10});
  } catch {
    throw new Error(`"${text}" is not shown, but: ${textOf(root)}`);
  }
}

/** Waits until the reader does not meet this text any more. */
export const hides = (root: Node, text: string): Promise<void> =>
  waitUntil(() => !textOf(root).includes(text), `"${text}" is still shown`, {interval: 10});

// The published file is a plain script; it leaves itself on the window.
const {axe} = globalThis as unknown as {readonly axe: {readonly run: typeof AxeRun}};

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with a sentence for everything that axe finds, in an element and below. */
export async function isAccessible(element: Element): Promise<void> {
  const {violations} = await axe.run(element, {
    runOnly: rules,
    // A part is no page: landmarks, page headings and skip links are its host's.
    rules: {
      region: {enabled: false},
      'page-has-heading-one': {enabled: false},
      'heading-order': {enabled: false},
    },
    resultTypes: ['violations'],
  });
  const found = violations.flatMap(({id, nodes}) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(' ')} ${node.failureSummary ?? ''}`),
  );
  if (found.length > 0) throw new Error(found.join('\n'));
}
