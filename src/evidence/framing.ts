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

/** What puts a frame where it stands. */
export const styleOf = ({left, top, width, height}: Frame): Readonly<Record<string, string>> => ({
  'inset-inline-start': `${left}%`,
  'inset-block-start': `${top}%`,
  'inline-size': `${width}%`,
  'block-size': `${height}%`,
});

/** The place of a row of a comparison on a picture. */
export interface Place {
  /** The key of the row. */
  readonly key: string;
  readonly box: Box;
}

/** The row whose place was pressed; of several on top of each other the one with the smallest place. */
export function rowAt(
  places: readonly Place[],
  fileId: string,
  at: {readonly x: number; readonly y: number},
): string | undefined {
  const hit = places.filter(({box}) => {
    const frame = box.file_id === fileId ? frameOf(box) : undefined;
    return (
      frame !== undefined &&
      at.x * 100 >= frame.left &&
      at.x * 100 <= frame.left + frame.width &&
      at.y * 100 >= frame.top &&
      at.y * 100 <= frame.top + frame.height
    );
  });
  const areaOf = ({box}: Place): number => box.width * box.height;
  return hit.sort((a, b) => areaOf(a) - areaOf(b))[0]?.key;
}
