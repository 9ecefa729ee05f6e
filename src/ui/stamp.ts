import {render, type TemplateResult} from 'lit';
import {Directive, directive, type DirectiveResult} from 'lit/directive.js';

/** What a place in a template can be given. */
export type Drawing = string | TemplateResult | DirectiveResult;

/** Stands for a value in the one drawing that is copied. A number, because some attributes take nothing else. */
const placeholder = (at: number): string => `7340${at}0437`;
const placeholders = /7340(\d+?)0437/;

type Draw = (...values: string[]) => TemplateResult;

/** A place for values: how to get to its node from the one before, and what is written there. */
interface Place {
  /** Steps from the top, each so many siblings from the first child. */
  readonly way: readonly number[];
  /** The attribute; without one it is text. */
  readonly name: string | undefined;
  /** Fixed text and the numbers of values by turns; fixed text comes first and last. */
  readonly pieces: readonly string[];
}

interface Original {
  readonly whole: DocumentFragment;
  readonly places: readonly Place[];
}

/** Draws once, and leaves out the marks by which a template finds its parts again. */
function originalOf(draw: Draw, count: number): Original {
  const whole = document.createDocumentFragment();
  const drawn = draw(...Array.from({length: count}, (_, at) => placeholder(at)));
  // One that is not counted would be missing from the screen without a word.
  if (drawn.strings.length !== count + 1) throw new RangeError('A stamp has a place for each value.');
  render(drawn, whole);
  const places: Place[] = [];
  const visit = (node: Node, way: readonly number[]): void => {
    if (node instanceof Element) {
      for (const {name, value} of node.attributes) {
        if (placeholders.test(value)) places.push({way, name, pieces: value.split(placeholders)});
      }
    } else if (node instanceof Text && placeholders.test(node.data)) {
      places.push({way, name: undefined, pieces: node.data.split(placeholders)});
      node.data = ' ';
    }
    for (const child of [...node.childNodes]) if (child instanceof Comment) child.remove();
    for (const [at, child] of [...node.childNodes].entries()) visit(child, [...way, at]);
  };
  visit(whole, []);
  return {whole, places};
}

function nodeAt(top: Node, way: readonly number[]): Node {
  let node = top;
  for (const at of way) {
    node = node.firstChild ?? node;
    for (let step = 0; step < at; step++) node = node.nextSibling ?? node;
  }
  return node;
}

function write(node: Node | undefined, {name, pieces}: Place, values: readonly string[]): void {
  let text = pieces[0] ?? '';
  for (let at = 1; at < pieces.length; at += 2) {
    text += (values[Number(pieces[at])] ?? '') + (pieces[at + 1] ?? '');
  }
  if (name === undefined) (node as Text).data = text;
  else (node as Element).setAttribute(name, text);
}

class Stamp extends Directive {
  private original: Original | undefined;
  private copy: Node | undefined;
  private nodes: Node[] = [];
  private values: readonly string[] = [];

  override render(get: () => Original, values: readonly string[]): unknown {
    const original = get();
    const {places} = original;
    const isNew = this.original !== original;
    if (isNew) {
      this.original = original;
      const copy = original.whole.cloneNode(true);
      this.nodes = places.map(({way}) => nodeAt(copy, way));
      this.copy = copy.childNodes.length === 1 ? (copy.firstChild ?? copy) : copy;
    }
    if (isNew || values.some((value, at) => value !== this.values[at])) {
      for (let at = 0; at < places.length; at++) {
        const place = places[at];
        if (place) write(this.nodes[at], place, values);
      }
    }
    this.values = values;
    return this.copy;
  }
}

const stamped = directive(Stamp);

/**
 * A small template whose values are all text: drawn once, and copied from then on. A template inside another one is searched
 * for its parts every time it is drawn, and leaves marks to find them again, which for a `<bdi>` around a name costs several
 * times what the name does; a screen has hundreds of those.
 *
 * @param draw The template; each value stands once, alone or with fixed text, in content or in an attribute.
 * @param count How many values there are; only needed where `draw` does not name them. Another number is a `RangeError`.
 */
export function stamp<Values extends string[]>(
  draw: (...values: Values) => TemplateResult,
  count = draw.length,
): (...values: Values) => DirectiveResult {
  let known: Original | undefined;
  const get = (): Original => (known ??= originalOf(draw as unknown as Draw, count));
  return (...values) => stamped(get, values);
}
