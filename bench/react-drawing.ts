import {html, nothing, svg, type LitElement} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {createElement, Fragment, type ReactNode} from 'react';
import {stamp} from '../src/ui/stamp.js';
import {hostNamed} from './react-hosts.js';
import {reactName} from './react-paint.js';

// The same screen as a React application: what the elements draw from their records, with the same sentences and formats,
// is drawn by React. Each template becomes what JSX becomes, once: functions that call `createElement`. Only the drawing
// is another's, so that nothing else is compared.

/** What stands where a template takes a value. */
const mark = (at: number): string => `7340${at}0437`;
const marks = /7340(\d+?)0437/;

/** Draws from the values that a template is given; `parts` are the elements below, in their order. */
type Draw = (values: readonly unknown[], parts: Iterator<Element>) => ReactNode;

interface Drawn {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
  readonly _$litType$: number;
}
interface Directed {
  readonly _$litDirective$: unknown;
  readonly values: readonly unknown[];
}

const classOf = (made: unknown): unknown => (made as Directed)._$litDirective$;
const directives = {
  guard: classOf(guard([], () => '')),
  live: classOf(live('')),
  repeat: classOf(repeat([], () => '')),
  stamp: classOf(stamp((text: string) => html`${text}`)('')),
};

const isDrawn = (value: unknown): value is Drawn =>
  typeof value === 'object' && !!value && 'strings' in value;
const isDirected = (value: unknown): value is Directed =>
  typeof value === 'object' && !!value && '_$litDirective$' in value;

const drawings = new WeakMap<object, Draw>();

function drawingOf(key: object, make: () => Draw): Draw {
  const known = drawings.get(key) ?? make();
  drawings.set(key, known);
  return known;
}

/** What a place in a template shows. */
function show(value: unknown, parts: Iterator<Element>): ReactNode {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value === nothing || value === undefined || value === null || value === '') return null;
  if (isDrawn(value)) return drawingOf(value.strings, () => compiled(value))(value.values, parts);
  if (isDirected(value)) return showDirected(value, parts);
  if (typeof value === 'object' && Symbol.iterator in value) {
    return Array.from(value as Iterable<unknown>, (each) => show(each, parts));
  }
  throw new TypeError(`React is not told how to draw ${JSON.stringify(value)}.`);
}

/** A copied template, as it is written. */
interface Original {
  readonly whole: DocumentFragment;
  readonly places: readonly {way: readonly number[]; name: string | undefined; pieces: readonly string[]}[];
}

function showDirected({_$litDirective$: which, values}: Directed, parts: Iterator<Element>): ReactNode {
  if (which === directives.guard) return show((values[1] as () => unknown)(), parts);
  if (which === directives.live) return show(values[0], parts);
  if (which === directives.repeat) {
    const [items, key, draw] = values as [Iterable<unknown>, unknown, unknown];
    const one = (draw ?? key) as (item: unknown, at: number) => unknown;
    return Array.from(items, (item, at) => show(one(item, at), parts));
  }
  if (which === directives.stamp) {
    const original = (values[0] as () => Original)();
    return drawingOf(original, () => copied(original))(values[1] as readonly string[], parts);
  }
  throw new TypeError('React is not told what this directive does.');
}

/** The template with marks where its values belong. */
function compiled({strings, _$litType$: type}: Drawn): Draw {
  const markup = strings.reduce((before, text, at) => {
    const inTag = before.lastIndexOf('>') < before.lastIndexOf('<');
    return before + (inTag ? mark(at - 1) : `<!--${mark(at - 1)}-->`) + text;
  });
  const isSvg = type === svg``._$litType$;
  const page = new DOMParser().parseFromString(
    `<template>${isSvg ? `<svg>${markup}</svg>` : markup}</template>`,
    'text/html',
  );
  const content = page.querySelector('template')?.content;
  const top = isSvg ? content?.firstElementChild : content;
  if (!top) throw new Error('There is no template.');
  return together([...top.childNodes].map(node));
}

/** The one drawing that is copied, with its marks back in it. */
function copied({whole, places}: Original): Draw {
  const copy = whole.cloneNode(true) as DocumentFragment;
  for (const {way, name, pieces} of places) {
    let at: Node | undefined = copy;
    for (const step of way) at = at?.childNodes[step];
    const text = pieces.map((piece, turn) => (turn % 2 === 0 ? piece : mark(Number(piece)))).join('');
    if (at instanceof Element && name !== undefined) at.setAttribute(name, text);
    else if (at instanceof Text) at.data = text;
  }
  return together([...copy.childNodes].map(node));
}

const together = (children: readonly Draw[]): Draw => {
  const [only] = children;
  if (children.length === 1 && only) return only;
  return (values, parts) => createElement(Fragment, null, ...children.map((child) => child(values, parts)));
};

/** Text with marks in it: what it says. */
function said(text: string): (values: readonly unknown[]) => string {
  const pieces = text.split(marks);
  return (values) =>
    pieces.reduce((before, piece, at) => before + (at % 2 === 0 ? piece : String(values[Number(piece)])));
}

function node(from: Node): Draw {
  if (from instanceof Comment) {
    const which = marks.exec(from.data)?.[1];
    if (which === undefined) return () => null;
    return (values, parts) => show(values[Number(which)], parts);
  }
  if (from instanceof Text) {
    const {data} = from;
    return marks.test(data) ? said(data) : () => data;
  }
  if (!(from instanceof Element)) return () => null;
  const fixed: Record<string, unknown> = {};
  const given: Give[] = [];
  for (const each of from.attributes) {
    const give = attribute(each);
    if (give && marks.test(each.value)) given.push(give);
    else give?.(fixed, []);
  }
  const properties = (values: readonly unknown[]): Record<string, unknown> => {
    const all = {...fixed};
    for (const give of given) give(all, values);
    return all;
  };
  const children = [...from.childNodes].map(node);
  const name = from.localName;
  if (!name.includes('-')) {
    return (values, parts) =>
      createElement(name, properties(values), ...children.map((child) => child(values, parts)));
  }
  return (values, parts) => {
    const of = parts.next().value as LitElement | undefined;
    if (of?.localName !== name) throw new Error(`<${name}> is not where it was.`);
    const inside = children.map((child) => child(values, parts));
    return createElement(Part, {of, given: properties(values)}, ...inside);
  };
}

/** What would make React keep its own state, or warn, has nothing to do with drawing. */
const leftOut: readonly string[] = ['style', 'value', 'checked', 'selected', '?selected', '?checked'];
const heard: Readonly<Record<string, string>> = {
  '@click': 'onClick',
  '@change': 'onChange',
  '@input': 'onInput',
  '@submit': 'onSubmit',
  '@keydown': 'onKeyDown',
  '@focusin': 'onFocus',
  '@focusout': 'onBlur',
};

type Give = (all: Record<string, unknown>, values: readonly unknown[]) => void;

function attribute({name, value}: Attr): Give | undefined {
  if (leftOut.includes(name) && !(name === 'value' && !marks.test(value))) return undefined;
  const which = marks.exec(value);
  const at = Number(which?.[1]);
  if (name.startsWith('.')) return undefined;
  if (name.startsWith('@')) {
    const to = heard[name];
    return to === undefined ? undefined : (all, values) => (all[to] = values[at]);
  }
  if (name.startsWith('?')) {
    const to = reactName(name.slice(1));
    // Of a `data-` attribute React would write down that it is false.
    return (all, values) => (all[to] = values[at] ? true : undefined);
  }
  const to = reactName(name);
  if (!which) return (all) => (all[to] = value);
  if (which[0] !== value) {
    const text = said(value);
    return (all, values) => (all[to] = text(values));
  }
  return (all, values) => {
    const now = values[at];
    const is = isDirected(now) ? now.values[0] : now;
    if (is !== nothing && is !== undefined && is !== null) all[to] = is;
  };
}

const partsBelow = new WeakMap<Element, readonly Element[]>();

function partsOf(of: LitElement): readonly Element[] {
  const known =
    partsBelow.get(of) ??
    [...(of.shadowRoot?.querySelectorAll('*') ?? [])].filter(({localName}) => localName.includes('-'));
  partsBelow.set(of, known);
  return known;
}

interface PartProperties {
  readonly of: LitElement;
  readonly given: Readonly<Record<string, unknown>>;
  readonly children?: ReactNode;
}

/** One element of ours as a component. The state that it draws from is held by the one that is on the page. */
function Part({of, given, children}: PartProperties): ReactNode {
  return createElement(hostNamed(of), given, drawn(of), children);
}

/** An element as React draws it now. */
export const asReact = (of: LitElement): ReactNode => createElement(Part, {of, given: {}});

const kept = new WeakMap<LitElement, unknown>();

/** Remembers what an element and those in it draw now: what waits for an answer gives it up in the end, and says so. */
export function keep(of: LitElement): void {
  kept.set(of, drawingBy(of));
  for (const part of partsOf(of)) if ('renderRoot' in part) keep(part as LitElement);
}

function drawingBy(of: LitElement): unknown {
  const {render} = of as unknown as {readonly render: () => unknown};
  return render.call(of);
}

/** What an element draws now, drawn by React. */
const drawn = (of: LitElement): ReactNode =>
  show(kept.get(of) ?? drawingBy(of), partsOf(of)[Symbol.iterator]());
