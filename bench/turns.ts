import type {LitElement} from 'lit';
import type {MemoryBackend} from '../demo/server/memory-backend.js';
import {countNodes, settle, textIn} from './look.js';
import {caseBackend, mount, mountDetail, smallBackend, type Mounting} from './mounts.js';
import {
  keepImages,
  paintByCloning,
  paintOurs,
  paintOursInSteps,
  recordAnswers,
  type Outcome,
  type PaintTimes,
} from './paint.js';
import {asReact, keep} from './react-drawing.js';
import {describe, paintByReact} from './react-paint.js';
import {readingOf} from './reading.js';

export interface PaintRow {
  readonly ours: readonly PaintTimes[];
  readonly cloned: readonly number[];
  readonly inSteps: readonly number[];
  readonly atOnce: readonly number[];
  readonly finished: readonly number[];
  /** The other answers come after the first one is painted: both steps together. */
  readonly oursPausing: readonly number[];
  readonly reactPausing: readonly number[];
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

const look = {text: textIn, elements: countNodes};

const outcomeOf = (element: LitElement): Outcome => ({
  text: textIn(element),
  elements: countNodes(element),
  height: (element as HTMLElement).offsetHeight,
});

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
  // As it stands until data comes, and when only the first answer has come.
  const waiting = put({backend, fetch: () => new Promise(() => {})});
  await settle(waiting, {whatever: true});
  keep(waiting);
  const wait = {draw: () => asReact(waiting), outcome: outcomeOf(waiting)};
  const [{url: first = ''} = {}] = answers.urls();
  const early = put({backend, fetch: onlyFrom(first, answers.fetch)});
  await settle(early, {whatever: true});
  keep(early);
  const earlier = outcomeOf(early);
  const model = put({backend, fetch: answers.fetch});
  await settle(model);
  await keepImages(model);
  const outcome = outcomeOf(model);
  const reading = readingOf(backend, answers);
  const mounted = (fetch: typeof globalThis.fetch) => put({backend, fetch});
  const byUs = paintOurs(mounted, answers, outcome, look);
  const draw = () => asReact(model);
  const steps = [
    {read: reading.first, draw: () => asReact(early), outcome: earlier},
    {read: reading.others, draw, then: reading.askForFiles, outcome},
  ];
  const ways = {
    cloned: paintByCloning(waiting, model, answers),
    inSteps: paintByReact(wait, steps, look),
    atOnce: paintByReact(wait, [{read: reading.all, draw, then: reading.askForFiles, outcome}], look),
    finished: paintByReact(wait, [{read: answers.fetchAll, draw: describe(model), outcome}], look),
    oursPausing: paintOursInSteps(mounted, answers, {first: earlier.text, last: outcome.text}, look),
    reactPausing: paintByReact(wait, steps, look, {pauses: true}),
  };
  // What React draws from stays on the page, out of everybody's way.
  for (const each of [waiting, early, model]) each.style.setProperty('content-visibility', 'hidden');
  const row = {
    ours: [] as PaintTimes[],
    cloned: [] as number[],
    inSteps: [] as number[],
    atOnce: [] as number[],
    finished: [] as number[],
    oursPausing: [] as number[],
    reactPausing: [] as number[],
    elements: outcome.elements,
  };
  const turns = [
    async (counts: boolean) => {
      const spent = await byUs();
      if (counts) row.ours.push(spent);
    },
    ...typedKeys(ways).map((way) => async (counts: boolean) => {
      const spent = await ways[way]();
      if (counts) row[way].push(spent);
    }),
  ];
  // The first rounds warm up. The order is another one each time, because what one leaves behind is cleared away in the next
  // one's time.
  for (let at = -3; at < times; at += 1) {
    for (const turn of inAnyOrder(turns)) await turn(at >= 0);
  }
  for (const each of [waiting, early, model]) each.remove();
  return row;
}

const inAnyOrder = <T>(all: readonly T[]): readonly T[] =>
  all
    .map((each) => ({each, at: Math.random()}))
    .toSorted((a, b) => a.at - b.at)
    .map(({each}) => each);

const typedKeys = <T extends object>(from: T): readonly (keyof T)[] => Object.keys(from) as (keyof T)[];
