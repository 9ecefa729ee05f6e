import {copyOf, place, type Copy} from './paint.js';

/** The way from a root to a node: indexes among the children that are no comments, `shadow` where a shadow root begins. */
type Way = readonly (number | 'shadow')[];

const childrenOf = (node: Node): readonly ChildNode[] =>
  [...node.childNodes].filter((each) => !(each instanceof Comment));

function wayTo(root: Node, node: Node): Way | undefined {
  const way: (number | 'shadow')[] = [];
  for (let at = node; at !== root;) {
    const above: Node | null = at instanceof ShadowRoot ? at.host : at.parentNode;
    if (!above) return undefined;
    way.unshift(at instanceof ShadowRoot ? 'shadow' : childrenOf(above).indexOf(at as ChildNode));
    at = above;
  }
  return way;
}

/** Where a way leads, in the model as in its copy, which has no comments. */
function follow(root: Node, way: Way): Node {
  let at: Node = root;
  for (const step of way) {
    const next = step === 'shadow' ? (at as Element).shadowRoot : childrenOf(at)[step];
    if (!next) throw new Error('The model and its copy have different shapes.');
    at = next;
  }
  return at;
}

/** A place that changes between two states of the same element: a text, an attribute, or all children. */
interface Spot {
  readonly way: Way;
  readonly kind: 'text' | 'children' | 'attribute';
  readonly name: string;
}

/** Collects the places that change below an element, from what the browser says about its changes. */
export class Spots {
  private readonly found = new Map<string, Spot>();
  private readonly root: Element;

  constructor(root: Element) {
    this.root = root;
  }

  add(records: readonly MutationRecord[]): void {
    for (const {target, type, attributeName} of records) {
      // What was put in and taken out again, or is no part of what is shown.
      const way = target instanceof Comment ? undefined : wayTo(this.root, target);
      if (!way) continue;
      const kind = type === 'characterData' ? 'text' : type === 'childList' ? 'children' : 'attribute';
      const name = attributeName ?? '';
      this.found.set(JSON.stringify([way, kind, name]), {way, kind, name});
    }
  }

  /** Those that no other one holds already. */
  all(): readonly Spot[] {
    const wholes = [...this.found.values()].filter(({kind}) => kind === 'children');
    const isWithin = ({way}: Spot, whole: Spot): boolean =>
      way.length > whole.way.length && whole.way.every((step, at) => way[at] === step);
    return [...this.found.values()].filter((each) => !wholes.some((whole) => isWithin(each, whole)));
  }
}

/** Writes one state into the nodes that it differs in, which were looked up before, as somebody would by hand. */
export function patchBy(spots: readonly Spot[], model: Element) {
  const values = spots.map(({way, kind, name}) => {
    const from = follow(model, way);
    if (kind === 'text') return from.nodeValue ?? '';
    if (kind === 'attribute') return from instanceof Element ? from.getAttribute(name) : null;
    return childrenOf(from).map((child) => copyOf(child));
  });
  return (copy: Element) => {
    const nodes = spots.map(({way}) => follow(copy, way));
    return (): void => {
      for (const [at, {kind, name}] of spots.entries()) write(nodes[at], kind, name, values[at] ?? null);
    };
  };
}

function write(
  node: Node | undefined,
  kind: Spot['kind'],
  name: string,
  value: string | readonly Copy[] | null,
): void {
  if (!node) return;
  if (kind === 'text') node.nodeValue = typeof value === 'string' ? value : '';
  else if (kind === 'children' && typeof value === 'object' && value) {
    (node as ParentNode & Node).replaceChildren(...value.map(place));
  } else if (node instanceof Element && typeof value === 'string') node.setAttribute(name, value);
  else if (node instanceof Element) node.removeAttribute(name);
}
