import type {Box} from '../domain/document.js';

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How far the frame stands outside of what it frames, in fractions of the image. */
const air = 0.012;

const between = (value: number): number => Math.min(1, Math.max(0, value));

/** Where a box stands on its image, in percent; nothing for a box that is not on it. */
export function frameOf(box: Box): Frame | undefined {
  const left = between(box.x - air);
  const top = between(box.y - air);
  const width = between(box.x + box.width + air) - left;
  const height = between(box.y + box.height + air) - top;
  const isOnImage = box.width > 0 && box.height > 0 && width > air && height > air;
  if (!isOnImage || ![left, top, width, height].every(Number.isFinite)) return undefined;
  return {left: left * 100, top: top * 100, width: width * 100, height: height * 100};
}
