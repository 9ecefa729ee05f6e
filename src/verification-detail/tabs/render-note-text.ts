import {html} from 'lit';
import {noteLimits} from '../../domain/note.js';
import {renderPieces, renderText} from '../../ui/bidi.js';
import type {Drawing} from '../../ui/stamp.js';
import type {Words} from '../../words/words.js';

/** What a reviewer wrote, whole: unlike a value from elsewhere, as long as a note may be, it is there to be read. */
export const renderNoteText = (text: string, words: Words): Drawing =>
  text.length > 2 * noteLimits.most
    ? renderText(text, words)
    : html`<bdi class="towering">${renderPieces(text, words)}</bdi>`;
