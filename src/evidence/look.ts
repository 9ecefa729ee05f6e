import type {Frame} from './framing.js';

/** How one picture is looked at: how close, at which place, turned how far. */
export interface Look {
  /** 1 shows the whole picture. */
  readonly zoom: number;
  /** The place in the middle of the window, in fractions of the picture as it is turned, from its own middle. */
  readonly x: number;
  readonly y: number;
  /** Quarters, clockwise. */
  readonly turns: number;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** What has to be measured before a picture can be moved: pixels on the screen. */
export interface Measured {
  readonly window: Extent;
  /** The whole picture as it is turned. */
  readonly picture: Extent;
}

export const wholePicture: Look = {zoom: 1, x: 0, y: 0, turns: 0};

/** What the buttons and keys step through. */
export const zoomSteps = [1, 1.5, 2, 3, 4, 6, 8] as const;
const limits = {least: 0.25, most: 16} as const;

const between = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

/** The next step above or below; nothing when there is none. */
export function nextZoom(zoom: number, direction: 1 | -1): number | undefined {
  if (direction === 1) return zoomSteps.find((step) => step > zoom + 0.001);
  return zoomSteps.findLast((step) => step < zoom - 0.001);
}

export const zoomLimited = (zoom: number): number => between(zoom, limits.least, limits.most);

/** How far the middle may be from the picture's own, so that no more of the mat is seen than has to be. */
const reach = (window: number, picture: number): number =>
  picture > window && picture > 0 ? (picture - window) / (2 * picture) : 0;

/** The same look with the picture inside its window. */
export function heldIn(look: Look, {window, picture}: Measured): Look {
  const most = {
    x: reach(window.width, picture.width * look.zoom),
    y: reach(window.height, picture.height * look.zoom),
  };
  return {...look, x: between(look.x, -most.x, most.x), y: between(look.y, -most.y, most.y)};
}

/** Moves the picture by so many pixels on the screen. */
export function movedBy(look: Look, right: number, down: number, measured: Measured): Look {
  const {picture} = measured;
  if (picture.width <= 0 || picture.height <= 0) return look;
  return heldIn(
    {
      ...look,
      x: look.x - right / (picture.width * look.zoom),
      y: look.y - down / (picture.height * look.zoom),
    },
    measured,
  );
}

/** Looks closer, or less close, with one place kept where it is: pixels from the middle of the window. */
export function zoomedAt(
  look: Look,
  zoom: number,
  at: {readonly x: number; readonly y: number},
  measured: Measured,
): Look {
  const near = movedBy(look, -at.x, -at.y, {...measured, window: {width: 0, height: 0}});
  return movedBy({...near, zoom: zoomLimited(zoom)}, at.x, at.y, measured);
}

/** A place on the picture as it came, in fractions from its top left corner, for pixels from the middle of the window. */
export function placeAt(
  look: Look,
  at: {readonly x: number; readonly y: number},
  {picture}: Measured,
): {readonly x: number; readonly y: number} | undefined {
  if (picture.width <= 0 || picture.height <= 0) return undefined;
  let x = look.x + at.x / (picture.width * look.zoom);
  let y = look.y + at.y / (picture.height * look.zoom);
  for (let turn = 0; turn < look.turns; turn++) [x, y] = [y, -x];
  return {x: x + 0.5, y: y + 0.5};
}

/** Turned by a quarter, clockwise, with the same place in the middle. */
export const turned = (look: Look): Look => ({
  ...look,
  x: 0 - look.y,
  y: look.x,
  turns: (look.turns + 1) % 4,
});

/** Moved no further than it takes to see a framed place; no closer than it was. */
export function broughtIn(look: Look, frame: Frame, measured: Measured): Look {
  const {window, picture} = measured;
  if (picture.width <= 0 || picture.height <= 0) return look;
  let sides = {
    left: frame.left / 100 - 0.5,
    top: frame.top / 100 - 0.5,
    width: frame.width / 100,
    height: frame.height / 100,
  };
  for (let turn = 0; turn < look.turns; turn++) {
    sides = {left: -(sides.top + sides.height), top: sides.left, width: sides.height, height: sides.width};
  }
  const along = (at: number, start: number, length: number, seen: number): number =>
    length > seen ? start + length / 2 : between(at, start + length - seen / 2, start + seen / 2);
  return heldIn(
    {
      ...look,
      x: along(look.x, sides.left, sides.width, window.width / (picture.width * look.zoom)),
      y: along(look.y, sides.top, sides.height, window.height / (picture.height * look.zoom)),
    },
    measured,
  );
}
