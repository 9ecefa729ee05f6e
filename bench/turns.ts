import type {LitElement} from 'lit';
import type {MemoryBackend} from '../demo/server/memory-backend.js';
import {countNodes, settle, textIn} from './look.js';
import {caseBackend, mount, mountDetail, smallBackend, type Mounting} from './mounts.js';
import {
  finishedParts,
  keepImages,
  paintByCloning,
  paintByReact,
  paintOurs,
  recordAnswers,
  sheetsOf,
  type PaintTimes,
} from './paint.js';
import {drawn} from './react-drawing.js';
import {readingOf} from './reading.js';

export interface PaintRow {
  readonly ours: readonly PaintTimes[];
  readonly cloned: readonly number[];
  readonly inSteps: readonly number[];
  readonly atOnce: readonly number[];
  readonly finished: readonly number[];
  readonly elements: number;
}

/** From data to a painted profile. */
export async function paint(times: number): Promise<PaintRow> {
  return paintInTurns(times, await smallBackend(), mount);
}

/** From data to a painted verification, on its first tab. */
export async function detail(times: number): Promise<PaintRow> {
  return paintInTurns(times, await caseBackend(), mountDetail);
}

/** Answers to one address, and never to another. */
const onlyFrom =
  (address: string, fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (input, init) => {
    const request = new Request(input, init);
    return request.url === address ? fetch(request) : new Promise(() => {});
  };

/**
 * In turns: these elements, cloned templates, and React in three ways: with the same records in the same two steps, the
 * customer first; with the same records, all read before it draws once; and with finished texts, where no record is read.
 */
async function paintInTurns(
  times: number,
  backend: MemoryBackend,
  put: (mounting: Mounting) => LitElement,
): Promise<PaintRow> {
  const answers = await recordAnswers(backend.fetch, async (fetch) => {
    const first = put({backend, fetch});
    await settle(first);
    first.remove();
  });
  // As it stands when only the first answer has come.
  const [{url: first = ''} = {}] = answers.urls();
  const early = put({backend, fetch: onlyFrom(first, answers.fetch)});
  await settle(early, {whatever: true});
  const model = put({backend, fetch: answers.fetch});
  await settle(model);
  const elements = countNodes(model);
  const text = textIn(model);
  await keepImages(model);
  const sheets = sheetsOf(model);
  // React's root is none of the elements.
  const there = {text, textIn, elements: elements - 1};
  const reading = readingOf(backend, answers);
  const byUs = paintOurs(
    (fetch) => put({backend, fetch}),
    answers,
    {text, elements},
    {text: textIn, elements: countNodes},
  );
  const firstStep = {read: reading.first, draw: () => drawn(early)};
  const whole = {draw: () => drawn(model), ...there};
  const ways = {
    cloned: paintByCloning(model, answers),
    inSteps: paintByReact(sheets, [firstStep], {...whole, read: reading.others}),
    atOnce: paintByReact(sheets, [], {...whole, read: reading.all}),
    finished: paintByReact(sheets, [], {draw: finishedParts(model), read: answers.fetchAll, ...there}),
  };
  // What React draws from stays on the page, out of everybody's way.
  for (const each of [early, model]) each.style.setProperty('content-visibility', 'hidden');
  const row = {
    ours: [] as PaintTimes[],
    cloned: [] as number[],
    inSteps: [] as number[],
    atOnce: [] as number[],
    finished: [] as number[],
    elements,
  };
  // The first rounds warm up.
  for (let at = -3; at < times; at += 1) {
    const ours = await byUs();
    if (at >= 0) row.ours.push(ours);
    for (const way of typedKeys(ways)) {
      const spent = await ways[way]();
      if (at >= 0) row[way].push(spent);
    }
  }
  for (const each of [early, model]) each.remove();
  return row;
}

const typedKeys = <T extends object>(from: T): readonly (keyof T)[] => Object.keys(from) as (keyof T)[];
