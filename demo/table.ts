import {make, type Child} from './dom.js';
import type {Place} from './place.js';
import type {DemoWord} from './words.js';

/** Values from outside stand apart from the direction of what is around them. */
export const outside = (text: string | null | undefined): Child =>
  text === null || text === undefined || text === '' ? '–' : make('bdi', {}, text);

/** A moment as the reader's language writes it. */
export function moment({language}: Place, at: string | number | null | undefined): string {
  if (at === null || at === undefined) return '–';
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return String(at);
  return new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'}).format(when);
}

/** A table with a heading for each column. */
export const renderTable = (
  {word}: Place,
  heads: readonly DemoWord[],
  rows: readonly (readonly Child[])[],
): HTMLElement =>
  make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...heads.map((each) => make('th', {scope: 'col'}, word(each))))),
    make('tbody', {}, ...rows.map((cells) => make('tr', {}, ...cells.map((cell) => make('td', {}, cell))))),
  );

/** What a list says in the place of rows. */
export const renderNote = (text: string, role?: 'alert' | 'status'): HTMLElement =>
  make('p', {class: 'note', ...(role && {role})}, text);

/** An answer that was not what was asked for. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The server answered ${status}.`);
    this.name = 'Refused';
    this.status = status;
  }
}

/** What the server answers, or nothing that can be shown. */
export async function readJson<T>(asked: Promise<Response>): Promise<T> {
  const answer = await asked;
  if (!answer.ok) throw new Refused(answer.status);
  return (await answer.json()) as T;
}

export interface Paged<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
  readonly total?: number;
}

/**
 * A part of a page that is read from the server: what stands there stays until the new state is known, and only the last
 * reading counts.
 */
export function reading(
  place: Place,
  into: HTMLElement,
  read: (signal: AbortSignal) => Promise<readonly Child[]>,
): () => Promise<void> {
  let running: AbortController | undefined;
  into.replaceChildren(renderNote(place.word('loading')));
  return async () => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    const signal = AbortSignal.any([mine.signal, place.left]);
    try {
      const shown = await read(signal);
      if (!signal.aborted) into.replaceChildren(...shown);
    } catch (error) {
      if (signal.aborted) return;
      const isRefused = error instanceof Refused && error.status === 403;
      into.replaceChildren(renderNote(place.word(isRefused ? 'keepers-only' : 'failed'), 'alert'));
    }
  };
}
