/** The half circle of the dial, in a box of 128 by 80: where its parts begin and end, and how they are drawn. */
const centre = {x: 64, y: 70};
const radius = 54;
const gap = 0.024;

/** Where the two marks outside the line stand. */
const mark = {from: radius + 7, to: radius + 11};

/** A stretch of the dial: 0 is its left end, 1 its right one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

function point(at: number, distance: number): string {
  const angle = Math.PI * (1 - at);
  const x = centre.x + distance * Math.cos(angle);
  const y = centre.y - distance * Math.sin(angle);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

/** An arc along the dial, as the data of an SVG path. Never more than half a circle, so the short way is the right one. */
export const arc = ({from, to}: Stretch): string =>
  `M${point(from, radius)}A${radius} ${radius} 0 0 1 ${point(to, radius)}`;

/** A small mark outside the dial. */
export const tick = (at: number): string => `M${point(at, mark.from)}L${point(at, mark.to)}`;

/** Equal parts of the dial with a small gap between them, which narrows where there are many. */
export function stretches(count: number): readonly Stretch[] {
  const between = count > 1 ? Math.min(gap, 0.3 / count) : 0;
  return Array.from({length: count}, (_, at) => ({
    from: at / count + (at === 0 ? 0 : between / 2),
    to: (at + 1) / count - (at === count - 1 ? 0 : between / 2),
  }));
}

/** The part of a stretch that is filled, 0 to 1. */
export const filledPart = ({from, to}: Stretch, fill: number): Stretch => ({
  from,
  to: from + (to - from) * fill,
});
