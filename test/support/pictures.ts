import {cardPng} from '../../demo/server/world/small-world.js';
import {waitUntil} from '@open-wc/testing';
import {fileOf, type Reply} from '../../stories/support/answering.js';
import {allOf} from './harness.js';
import {bufferOf} from './images.js';

/** A picture for each of these addresses. */
export const picturesAt = (...urls: readonly string[]): Readonly<Record<string, Reply>> =>
  Object.fromEntries(urls.map((url) => [url, fileOf(bufferOf(cardPng('a card')), 'image/png')]));

/** Waits until so many pictures are there to be seen. */
export const drawn = (root: Element, count: number): Promise<void> =>
  waitUntil(
    () => allOf<HTMLImageElement>(root, 'img').filter((each) => each.naturalWidth > 0).length === count,
    `there are not ${count} pictures`,
    {timeout: 3000},
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
