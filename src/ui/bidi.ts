import {html, type TemplateResult} from 'lit';
import {stamp, type Drawing} from './stamp.js';
import type {Words} from '../words/words.js';

/** Characters that turn the direction of what stands around them. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Those, and characters that take no room: controls, zero-width ones, fillers, tags. Line breaks and tabs are wanted. */
/* eslint-disable no-control-regex, no-misleading-character-class -- it is these characters that are looked for */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
const eachHidden = new RegExp(hidden.source, 'gu');
/* eslint-enable no-control-regex, no-misleading-character-class */

/** Scripts in which a joiner or a non-joiner is not part of any spelling, so that one there can only mislead. */
const unjoined = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Nd}]/u;
const manyMarks = /\p{M}{6,}/u;

function misleads(character: string, before: string, after: string): boolean {
  // Persian and Indian names need joiners, and so do emoji; between other letters they are invisible and mean nothing.
  if (character !== '\u200c' && character !== '\u200d') return true;
  return before === '' || unjoined.test(before) || unjoined.test(after);
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A piece of text: as it is, or one character that cannot be seen and must not go unnoticed. */
type Piece = string | {readonly hidden: string};

/** The text in pieces, hidden characters on their own. */
export function piecesOf(text: string): readonly Piece[] {
  if (!hidden.test(text)) return [text];
  const pieces: Piece[] = [];
  let from = 0;
  for (const {0: character, index} of text.matchAll(eachHidden)) {
    const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
    const after = [...text.slice(index + character.length, index + character.length + 2)][0] ?? '';
    if (!misleads(character, before, after)) continue;
    if (index > from) pieces.push(text.slice(from, index));
    pieces.push({hidden: character});
    from = index + character.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

// The character itself stays inside its marker, isolated, so that it turns nothing around it and copying gives the raw text.
const renderMarker = (character: string, words: Words): TemplateResult => {
  const code = codeOf(character);
  const name = words.of(turning.test(character) ? 'text.override' : 'text.marker', {code});
  return html`<bdi class="invisible" role="img" aria-label=${name} title=${name} data-code=${code}
    >${character}</bdi
  >`;
};

/** Text from outside without its isolation; put it into a `<bdi>` or use `renderText`. */
export function renderPieces(text: string, words: Words): string | readonly Drawing[] {
  const pieces = piecesOf(text);
  if (pieces.length === 1 && pieces[0] === text) return text;
  return pieces.map((piece) => (typeof piece === 'string' ? piece : renderMarker(piece.hidden, words)));
}

const isolated = stamp((text: string) => html`<bdi>${text}</bdi>`);
const towering = stamp((text: string) => html`<bdi class="towering">${text}</bdi>`);

/** From this length on, a text is shown in part, and in full when asked for. */
export const longText = 1000;

/**
 * Text from outside: isolated, so that its direction stays its own; what cannot be seen in it is marked; what is too
 * long is folded.
 */
export function renderText(text: string, words: Words): Drawing {
  if (text.length > longText) return html`<kyc-long-text .text=${text} .words=${words}></kyc-long-text>`;
  const pieces = renderPieces(text, words);
  if (typeof pieces === 'string') return manyMarks.test(text) ? towering(text) : isolated(text);
  return manyMarks.test(text) ? html`<bdi class="towering">${pieces}</bdi>` : html`<bdi>${pieces}</bdi>`;
}
