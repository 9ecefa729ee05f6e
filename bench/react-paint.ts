import {createElement, Fragment, useEffect, type ReactNode} from 'react';
import {clock, leave, waitForData, type Look, type Outcome} from './paint.js';
import {hostNamed, reactPlace} from './react-hosts.js';

/** Makes React elements anew, as the JSX of a component does whenever it is rendered. */
export type Description = () => ReactNode;

/** The DOM of the model, as React elements are described. */
export function describe(node: Node, key = 0): Description {
  if (node instanceof Text) {
    const {data} = node;
    return () => data;
  }
  if (!(node instanceof Element)) return () => null;
  const name = node.localName.includes('-') ? hostNamed(node) : node.localName;
  const properties: Record<string, unknown> = {key};
  for (const {name: attribute, value} of node.attributes) {
    if (attribute !== 'style') properties[reactName(attribute)] = value;
  }
  // What would make React keep its own state, or warn, has nothing to do with drawing.
  delete properties['value'];
  delete properties['checked'];
  delete properties['selected'];
  const inside = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].filter(
    (child) => !(child instanceof Comment) && !(child instanceof HTMLStyleElement),
  );
  const isVoid = ['img', 'input', 'br', 'hr', 'source', 'col'].includes(node.localName);
  if (isVoid) return () => createElement(name, {...properties});
  const children = inside.map(describe);
  return () =>
    createElement(
      name,
      {...properties},
      children.map((child) => child()),
    );
}

const reactNames: Readonly<Record<string, string>> = {
  class: 'className',
  for: 'htmlFor',
  tabindex: 'tabIndex',
  datetime: 'dateTime',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  autocomplete: 'autoComplete',
  viewbox: 'viewBox',
};
export const reactName = (attribute: string): string =>
  attribute.startsWith('aria-') || attribute.startsWith('data-')
    ? attribute
    : (reactNames[attribute] ??
      attribute.replaceAll(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase()));

/** What React draws. */
interface Drawing {
  readonly draw: () => ReactNode;
  readonly outcome: Outcome;
}

/** What React draws after it has read some of its data. */
interface Step extends Drawing {
  readonly read: () => Promise<void>;
  /** What is asked for by what was drawn. */
  readonly then?: () => void;
}

/** As components ask for what they show: when React has drawn them. */
function Effect({then}: {readonly then: () => void}): ReactNode {
  useEffect(then, [then]);
  return null;
}

/**
 * React 19 in production. What it has drawn has to be the same, as tall as the model.
 *
 * @param waiting What is on the page until the data comes.
 * @param pauses Whether each step is painted before the data of the next one comes.
 */
export function paintByReact(waiting: Drawing, steps: readonly Step[], look: Look, {pauses = false} = {}) {
  return async (): Promise<number> => {
    const {place: host, render, end} = reactPlace();
    document.body.append(host);
    const isThere = ({elements, text}: Outcome): boolean =>
      look.elements(host) > elements && look.text(host) === text;
    const mustBeAsTall = ({height}: Outcome): void => {
      // What the elements set by script, such as the shape of a picture before it has come, is worth some pixels.
      const isAsTall = Math.abs(host.offsetHeight - height) < height / 100;
      if (!isAsTall) throw new Error('What React has drawn looks like something else.');
    };
    render(waiting.draw());
    await waitForData();
    if (!isThere(waiting.outcome)) throw new Error('React waits with another screen.');
    mustBeAsTall(waiting.outcome);
    let paintedWhen = clock();
    let spent = 0;
    for (const [at, {read, draw, then, outcome}] of steps.entries()) {
      await read();
      render(createElement(Fragment, null, draw(), then && createElement(Effect, {then})));
      const isLast = at === steps.length - 1;
      if (!pauses && !isLast) continue;
      spent += await paintedWhen(() => isThere(outcome));
      mustBeAsTall(outcome);
      if (isLast) break;
      await waitForData();
      paintedWhen = clock();
    }
    end();
    await leave(host);
    return spent;
  };
}
