/** Where the text of a cell stands, also beyond the cell. */
function linesOf(cell: Element): readonly DOMRect[] {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const lines: DOMRect[] = [];
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.parentElement?.closest('.hidden') || !text.parentElement?.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    lines.push(...range.getClientRects());
  }
  return lines;
}

/** Boxes are as high as their font asks for: lines that stand close share a pixel or two. */
const meet = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right - 1 &&
  other.left < one.right - 1 &&
  one.top < other.bottom - 3 &&
  other.top < one.bottom - 3;

/** The cells of a stacked row whose text runs into another's or out of the row. */
export function collisionsIn(row: Element): readonly string[] {
  const frame = row.getBoundingClientRect();
  const cells = [...row.children].map((cell) => ({says: cell.textContent.trim(), lines: linesOf(cell)}));
  return cells.flatMap(({says, lines}, at) => [
    ...(lines.some(({left, right}) => left < frame.left || right > frame.right)
      ? [`"${says}" leaves its row`]
      : []),
    ...cells
      .slice(at + 1)
      .filter((other) => other.lines.some((each) => lines.some((line) => meet(line, each))))
      .map((other) => `"${says}" runs into "${other.says}"`),
  ]);
}
