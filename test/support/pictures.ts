import {allOf} from './harness.js';
import {waitUntil} from './until.js';

export {picturesAt} from '../../stories/support/pictures.js';

/** Waits until so many pictures are there to be seen. */
export const drawn = (root: Element, count: number): Promise<void> =>
  waitUntil(
    () => allOf<HTMLImageElement>(root, 'img').filter((each) => each.naturalWidth > 0).length === count,
    `there are not ${count} pictures`,
  );

/** Counts the addresses of files in memory that are still held, until it is told to stop. */
export function countBlobs(): {readonly live: () => number; readonly stop: () => void} {
  const {createObjectURL, revokeObjectURL} = URL;
  const held = new Set<string>();
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    held.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    held.delete(url);
    revokeObjectURL.call(URL, url);
  };
  return {
    live: () => held.size,
    stop: () => Object.assign(URL, {createObjectURL, revokeObjectURL}),
  };
}
