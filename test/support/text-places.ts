/** A piece of text, or an icon, on the screen. */
interface Piece {
  readonly says: string;
  readonly whole: DOMRect;
  /** What can be seen of it: frames that scroll or clip hide the rest. */
  readonly seen: DOMRect;
  readonly from: Node;
}

/** Glyphs are lower than their line; lines of tight leading may touch. */
const glyphs = 0.7;
/** Browsers round to pixels. */
const tolerated = 1.5;

const parentOf = (node: Node): Element | null => {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  const {parentNode} = node;
  return parentNode instanceof ShadowRoot ? parentNode.host : (parentNode as Element | null);
};

/** All that a node stands in, outwards, up to the root that is looked at. */
const ancestorsOf = (node: Node, root: Node): readonly Element[] => {
  const all: Element[] = [];
  for (let each = parentOf(node); each; each = parentOf(each)) {
    all.push(each);
    if (each === root) break;
  }
  return all;
};

/** Words for those who hear the page have no place on it. */
const isForEars = ({clipPath, position}: CSSStyleDeclaration): boolean =>
  position === 'absolute' && clipPath !== 'none';

const isDrawn = (element: Element): boolean =>
  element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true});

/** Every text and every icon below a node, through shadow roots. */
function* leavesOf(node: Node): Generator<Node> {
  if (node instanceof Text) {
    if (node.data.trim()) yield node;
    return;
  }
  if (node instanceof Element) {
    if (node.matches('style, script, template, option, textarea') || !isDrawn(node)) return;
    if (isForEars(getComputedStyle(node))) return;
    if (node instanceof SVGElement) {
      if (node.matches('svg.icon')) yield node;
      return;
    }
  }
  const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  const children = node instanceof HTMLSlotElement ? node.assignedNodes() : inside.childNodes;
  for (const child of children.length > 0 ? children : node.childNodes) yield* leavesOf(child);
}

const rectsOf = (leaf: Node): readonly DOMRect[] => {
  if (leaf instanceof Element) return [leaf.getBoundingClientRect()];
  const range = document.createRange();
  range.selectNodeContents(leaf);
  return [...range.getClientRects()];
};

const nameOf = (element: Element): string =>
  [element.localName, ...element.classList].join('.') +
  (element.getRootNode() instanceof ShadowRoot
    ? ` in ${(element.getRootNode() as ShadowRoot).host.localName}`
    : '');

const wordsOf = (leaf: Node): string =>
  leaf instanceof Element
    ? `(icon of "${parentOf(leaf)?.textContent.trim().slice(0, 30) ?? ''}")`
    : `"${leaf.textContent?.trim().replaceAll(/\s+/gu, ' ').slice(0, 50) ?? ''}"`;

const cut = (rect: DOMRect, frame: DOMRect): DOMRect => {
  const left = Math.max(rect.left, frame.left);
  const top = Math.max(rect.top, frame.top);
  return new DOMRect(
    left,
    top,
    Math.max(0, Math.min(rect.right, frame.right) - left),
    Math.max(0, Math.min(rect.bottom, frame.bottom) - top),
  );
};

const isScrolling = (value: string): boolean => value === 'auto' || value === 'scroll';
const isClipping = (value: string): boolean => value === 'hidden' || value === 'clip';

/** Says where a piece is past the edge of something that it stands in, up to whatever scrolls. */
function edgesPassed(
  root: Node,
  leaf: Node,
  rect: DOMRect,
): {readonly passed: readonly string[]; readonly seen: DOMRect} {
  const passed: string[] = [];
  let seen = rect;
  let [sideways, down] = [true, true];
  const slack = (rect.height * (1 - glyphs)) / 2 + tolerated;
  for (const each of ancestorsOf(leaf, root)) {
    const style = getComputedStyle(each);
    if (style.display === 'contents' || style.display === 'inline') continue;
    const frame = each.getBoundingClientRect();
    if (sideways && isScrolling(style.overflowX)) sideways = false;
    if (down && isScrolling(style.overflowY) && each.scrollHeight > each.clientHeight) down = false;
    const isWide = sideways && (rect.right > frame.right + tolerated || rect.left < frame.left - tolerated);
    const isTall = down && (rect.bottom > frame.bottom + slack || rect.top < frame.top - slack);
    if ((isWide || isTall) && passed.length === 0)
      passed.push(
        `${wordsOf(leaf)} is past the ${isWide ? 'side' : 'end'} of ${nameOf(each)} by ` +
          `${Math.round(isWide ? Math.max(rect.right - frame.right, frame.left - rect.left) : Math.max(rect.bottom - frame.bottom, frame.top - rect.top))} px`,
      );
    if (isClipping(style.overflowX) || isScrolling(style.overflowX)) seen = cut(seen, frame);
    if (style.position === 'absolute' || style.position === 'fixed') break;
  }
  return {passed, seen};
}

const overlap = (one: Piece, other: Piece): boolean => {
  const inner = ({seen}: Piece) => ({
    top: seen.top + (seen.height * (1 - glyphs)) / 2,
    bottom: seen.bottom - (seen.height * (1 - glyphs)) / 2,
  });
  const [a, b] = [inner(one), inner(other)];
  return (
    Math.min(one.seen.right, other.seen.right) - Math.max(one.seen.left, other.seen.left) > tolerated &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > tolerated
  );
};

/**
 * What of the text below a node stands where it cannot be read: past the edge of what it stands in, unless that scrolls,
 * or over another text. A sentence for each.
 */
export function misplacedText(root: Node): readonly string[] {
  const found = new Set<string>();
  const pieces: Piece[] = [];
  for (const leaf of leavesOf(root)) {
    for (const whole of rectsOf(leaf)) {
      if (whole.width < 1 || whole.height < 1) continue;
      const {passed, seen} = edgesPassed(root, leaf, whole);
      for (const each of passed) found.add(each);
      if (seen.width > 0 && seen.height > 0) pieces.push({says: wordsOf(leaf), whole, seen, from: leaf});
    }
  }
  pieces.sort((one, other) => one.seen.top - other.seen.top);
  for (const [index, one] of pieces.entries()) {
    for (const other of pieces.slice(index + 1)) {
      if (other.seen.top > one.seen.bottom) break;
      if (one.from !== other.from && overlap(one, other)) found.add(`${one.says} is over ${other.says}`);
    }
  }
  return [...found];
}
