import type {File} from '../domain/document.js';
import {isWordKey, type Words} from '../words/words.js';

/** Which side of what it belongs to a picture shows, in words. */
export function sideOf(file: Pick<File, 'side' | 'page'> | undefined, words: Words): string {
  const {side, page} = file ?? {};
  if (side === 'page' && typeof page === 'number') return words.of('file.page-number', {n: page});
  const key = `file.${side ?? ''}`;
  return isWordKey(key) ? words.of(key) : (side ?? '');
}
