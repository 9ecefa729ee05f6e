import {createMemorySocket} from '../demo/server/memory-socket.js';
import type {Socket, Wire} from '../demo/server/live.js';
import {smallCaseName} from '../demo/server/world/small-world.js';
import {
  aCheckedBill,
  aCheckedCard,
  aGeolocation,
  aMismatch,
  aVerification,
  scored,
  scoreOfMismatches,
} from '../demo/server/world/verification-builders.js';
import type {Verification} from '../src/domain/verification.js';
import {painted, settle, textIn, watch} from './look.js';
import {caseBackend, mountDetail} from './mounts.js';
import {copyOf, keepImages, place, recordAnswers} from './paint.js';
import {reactPlace} from './react-hosts.js';
import {describe} from './react-paint.js';
import {patchBy, Spots} from './patch.js';

const path = `verifications/${smallCaseName.type}/${smallCaseName.id}`;

/** A check of the second document has ended, and found another name. */
function checkedAgain(): Verification {
  const mismatches = [
    aMismatch('name', {declared: 'Ioannis Papadopoulos', extracted: 'Ioanna Papadopoulou'}),
  ];
  const documents = [aCheckedCard(), aCheckedBill({mismatches, score: scoreOfMismatches(mismatches)})];
  return aVerification({version: 4, documents, ...scored(documents, aGeolocation())});
}

/** The far end of a socket that lets everybody in and says what it is told to. */
function openFeed() {
  let revision = 1;
  const wires = new Set<Wire>();
  const say = (type: string): void => {
    for (const wire of wires) wire.send(JSON.stringify({type, id: smallCaseName.id, revision}));
  };
  const accept = (wire: Wire): Socket => ({
    message: () => {
      wires.add(wire);
      wire.send(JSON.stringify({type: 'ready', id: smallCaseName.id, revision}));
    },
    closed: () => void wires.delete(wire),
  });
  return {
    WebSocket: createMemorySocket({live: {accept}}),
    revision: () => revision,
    tell: () => {
      revision++;
      say('request.updated');
    },
    isOpen: () => wires.size > 0,
  };
}

/** By whom the same change is brought to the page. */
export type WayOfUpdating = 'ours' | 'hand' | 'clone' | 'react';

interface Way {
  /** What is on the page meanwhile. */
  readonly element: Element;
  /** From the news to the picture. */
  readonly turn: (state: State) => Promise<void>;
}
type State = 'before' | 'after';

let ways: Readonly<Record<WayOfUpdating, Way>> | undefined;
/** How the server answers. */
let state: State = 'before';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Brings a verification to the page in all ways, and learns what one event changes there. */
export async function prepareEvents(): Promise<{
  readonly requests: readonly string[];
  readonly places: number;
}> {
  const backends = {before: await caseBackend(), after: await caseBackend(checkedAgain())};
  const {apiBaseUrl, token, fetch: fetchBefore} = backends.before;
  const answers = await recordAnswers(fetchBefore, async (fetch) => {
    const first = mountDetail({backend: backends.before, fetch, realtime: 'on'});
    await settle(first);
    first.remove();
  });
  const textOf = async ({fetch}: {readonly fetch: typeof globalThis.fetch}): Promise<string> =>
    (await fetch(`${apiBaseUrl}${path}`, {headers: {Authorization: `Bearer ${token}`}})).text();
  const texts = {before: await textOf(backends.before), after: await textOf(backends.after)};

  const feed = openFeed();
  const requests: string[] = [];
  let lastAsked = 0;
  const fetch: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    const below = request.url.slice(apiBaseUrl.length);
    requests.push(`${request.method} ${below}`);
    lastAsked = performance.now();
    if (below !== path) return answers.fetch(request);
    const headers = {'Content-Type': 'application/json', 'X-Review-Revision': String(feed.revision())};
    return Promise.resolve(new Response(texts[state], {headers}));
  };

  const backend = {apiBaseUrl, token, fetch, WebSocket: feed.WebSocket};
  const model = mountDetail({backend, realtime: 'on'});
  await settle(model);
  if (!feed.isOpen()) throw new Error('The socket did not open.');
  const ours = async (): Promise<void> => {
    const since = performance.now();
    feed.tell();
    // A timer looks whether it is over, and no frames: it costs next to nothing.
    while (lastAsked < since || performance.now() - lastAsked < 200) await pause(100);
    await painted();
  };
  const turnModel = async (next: State): Promise<void> => {
    state = next;
    await ours();
  };

  const spots = new Spots(model);
  const observer = watch(model, (records) => spots.add(records));
  const told = requests.length;
  await turnModel('after');
  const asked = requests.slice(told);
  await turnModel('before');
  observer.stop();
  const places = spots.all();
  const learn = async () => {
    // The pictures' addresses go with the model; those of the copies stay.
    await keepImages(model);
    return {
      text: textIn(model),
      copy: copyOf(model),
      drawing: describe(model),
      write: patchBy(places, model),
    };
  };
  const before = await learn();
  await turnModel('after');
  const after = await learn();
  if (after.text === before.text) throw new Error('The event changed nothing.');
  await turnModel('before');
  if (textIn(model) !== before.text) throw new Error('The event cannot be taken back.');

  const read = async (): Promise<void> => {
    const answer = await fetch(`${apiBaseUrl}${path}`, {headers: {Authorization: `Bearer ${token}`}});
    await answer.json();
  };
  const byHand = place(before.copy) as Element;
  const writes = {before: before.write(byHand), after: after.write(byHand)};
  for (const [next, {text}] of [
    ['after', after],
    ['before', before],
  ] as const) {
    writes[next]();
    if (textIn(byHand) !== text) throw new Error('Written by hand, it says something else.');
  }
  const holder = document.createElement('div');
  const react = reactPlace();
  /** React draws when it thinks fit, within two frames. */
  const draw = async (next: State): Promise<void> => {
    react.render({before, after}[next].drawing());
    await painted();
    await painted();
  };
  const drawn = async (next: State): Promise<string> => {
    await draw(next);
    return textIn(react.place);
  };
  if ((await drawn('after')) === (await drawn('before'))) throw new Error('React has drawn nothing new.');
  ways = {
    ours: {element: model, turn: ours},
    hand: {
      element: byHand,
      turn: async (next) => {
        await read();
        writes[next]();
        await painted();
      },
    },
    clone: {
      element: holder,
      turn: async (next) => {
        await read();
        holder.replaceChildren(place({before, after}[next].copy));
        await painted();
      },
    },
    react: {
      element: react.place,
      turn: async (next) => {
        await read();
        await draw(next);
      },
    },
  };
  return {requests: asked, places: places.length};
}

/** Lets so many events come, one after the other, in one of the ways. */
export async function runEvents(name: WayOfUpdating, times: number): Promise<void> {
  const way = ways?.[name];
  if (!way) throw new Error('Nothing is prepared.');
  for (let at = 0; at < times; at++) {
    state = state === 'before' ? 'after' : 'before';
    await way.turn(state);
  }
}

/** Only what is measured is on the page. */
export async function showWay(name: WayOfUpdating): Promise<void> {
  const way = ways?.[name];
  if (!way) throw new Error('Nothing is prepared.');
  if (!way.element.isConnected) document.body.replaceChildren(way.element);
  await painted();
}
