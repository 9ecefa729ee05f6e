import {fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/index.js';
import type {CustomerProfile} from '../../src/classes.js';
import {createMemoryBackend, type MemoryBackend} from '../../demo/server/memory-backend.js';
import type {FolderEditor} from '../../demo/server/records/records.js';
import {aFolder} from '../../demo/server/world/small-world.js';
import type {CustomerFolder} from '../../demo/server/world/world.js';
import type {LiveEventType} from '../../src/domain/live-events.js';
import {answering, type Reply} from '../../stories/support/answering.js';
import {everyPermission} from '../../stories/support/world.js';
import {settled} from '../support/fake-clock.js';
import {textOf} from '../support/harness.js';
import {giveTimeBack, ownTime, pass} from '../support/page-time.js';
import {waitUntil} from '../support/until.js';

/** The reference server of one page, with everything that passes between it and the elements in view. */
export interface Place {
  readonly backend: MemoryBackend;
  readonly fetch: typeof globalThis.fetch;
  readonly WebSocket: typeof globalThis.WebSocket;
  /** Every request that the elements made. */
  readonly requests: readonly Request[];
  /** Method, path below the API base and filters of every request. */
  readonly log: readonly string[];
  readonly sockets: readonly WebSocket[];
  /** Answers given instead of the server's, by path below the API base. They may change at any time. */
  readonly faults: Record<string, Reply>;
  /** Sockets that nobody has closed. */
  readonly alive: () => readonly WebSocket[];
  /** Requests that wait for their answer. */
  readonly pending: () => number;
  /** What the log says of one path, with or without filters, from an entry on. */
  readonly reads: (path: string, from?: number) => number;
  /** Changes a customer; whoever follows it is told by an event of this type. */
  readonly change: (
    work?: (folder: FolderEditor) => Promise<void> | void,
    type?: LiveEventType,
    customer?: string,
  ) => Promise<number | undefined>;
  /** Puts a frame on every open socket, as if the server had sent it. */
  readonly say: (frame: unknown) => void;
}

export interface PlaceOptions {
  readonly folders?: readonly Omit<CustomerFolder, 'tenant'>[];
  readonly permissions?: readonly string[];
  readonly faults?: Record<string, Reply>;
  /** Milliseconds that an answer takes. */
  readonly latency?: () => number;
}

/** Looks whether a place has anything under way; those of the running test. */
const workOf = new Set<() => boolean>();

afterEach(() => {
  workOf.clear();
  giveTimeBack();
});

/** The same answer with its body at hand: whoever reads it waits for nothing but its turn. */
async function atHand(answer: Response): Promise<Response> {
  if (!answer.body) return answer;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const body = new ReadableStream({
    start(reader) {
      reader.enqueue(bytes);
      reader.close();
    },
  });
  return new Response(body, answer);
}

/** A place for one test, which owns the page's time from here on. */
export async function aPlace(options: PlaceOptions = {}): Promise<Place> {
  const {folders = [aFolder()], permissions = everyPermission, faults = {}, latency} = options;
  if (workOf.size === 0) ownTime();
  const backend = await createMemoryBackend({folders, permissions});
  const requests: Request[] = [];
  const log: string[] = [];
  const sockets: WebSocket[] = [];
  const answered = new Set<WebSocket>();
  let pending = 0;
  class WatchedSocket extends backend.WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sockets.push(this);
      this.addEventListener('message', () => answered.add(this));
    }
  }
  const alive = () => sockets.filter(({readyState}) => readyState <= WebSocket.OPEN);
  workOf.add(() => pending > 0 || alive().some((each) => !answered.has(each)));
  const below = (url: string) => url.replace(backend.apiBaseUrl, '');
  return {
    backend,
    requests,
    log,
    sockets,
    faults,
    alive,
    async fetch(input, init) {
      const request = new Request(input, init);
      requests.push(request);
      log.push(`${request.method} ${below(request.url)}`);
      pending++;
      try {
        if (latency) await new Promise((resolve) => setTimeout(resolve, latency()));
        return await atHand(await answering(faults, backend.fetch)(request));
      } finally {
        pending--;
      }
    },
    WebSocket: WatchedSocket,
    pending: () => pending,
    reads: (path, from = 0) =>
      log.slice(from).filter((each) => each === `GET ${path}` || each.startsWith(`GET ${path}?`)).length,
    change: (work = () => {}, type = 'step_results', customer = 'customer-1') =>
      backend.records.change('story', customer, type, work),
    say: (frame) => {
      const data = typeof frame === 'string' ? frame : JSON.stringify(frame);
      for (const each of alive()) each.dispatchEvent(new MessageEvent('message', {data}));
    },
  };
}

/** What a host gives to an element of this place; `over` says what it gives instead. */
export const inputsOf = (place: Place, over: Partial<CustomerProfile> = {}): Partial<CustomerProfile> => ({
  apiBaseUrl: place.backend.apiBaseUrl,
  auth: () => place.backend.token,
  fetch: place.fetch,
  WebSocket: place.WebSocket,
  permissions: everyPermission,
  locale: 'en',
  ...over,
});

export const eventNames = [
  'review-ready',
  'review-error',
  'review-permissions-changed',
  'review-auth-required',
  'review-connection',
  'review-navigate',
] as const;

/** Remembers every public event of an element, in order. */
export function eventsOf(element: EventTarget): readonly Event[] {
  const heard: Event[] = [];
  for (const name of eventNames) element.addEventListener(name, (event) => heard.push(event));
  return heard;
}

export const countOf = (events: readonly Event[], type: string): number =>
  events.filter((each) => each.type === type).length;

/** A profile on the page, not yet loaded. */
export async function aProfile(
  over: Partial<CustomerProfile> = {},
): Promise<{readonly profile: CustomerProfile; readonly events: readonly Event[]}> {
  const stand = await fixture<HTMLElement>(html`<div></div>`);
  const profile = document.createElement('customer-profile');
  const events = eventsOf(profile);
  Object.assign(profile, over);
  stand.append(profile);
  return {profile, events};
}

/** A profile of this place with everything on it loaded. */
export async function openProfile(place: Place, over: Partial<CustomerProfile> = {}) {
  const opened = await aProfile(inputsOf(place, {customerId: 'customer-1', ...over}));
  await loaded(place, opened.profile);
  return opened;
}

/** Every node below an element, through shadow roots. */
export function* nodesIn(root: Node): Iterable<Node> {
  yield root;
  if (root instanceof Element && root.shadowRoot) yield* nodesIn(root.shadowRoot);
  for (const child of root.childNodes) yield* nodesIn(child);
}

export const isBusy = (root: Node): boolean => {
  for (const each of nodesIn(root)) {
    if (each instanceof Element && each.getAttribute('aria-busy') === 'true') return true;
  }
  return false;
};

/** Waits until nothing is asked for and nothing is loading, two frames in a row. */
export async function loaded(place: Place, root: Node): Promise<void> {
  let calm = 0;
  await waitUntil(
    async () => {
      await nextFrame();
      calm = place.pending() === 0 && !isBusy(root) && textOf(root) !== '' ? calm + 1 : 0;
      return calm >= 2;
    },
    `still loading: ${textOf(root).slice(0, 300)}`,
    {interval: 1},
  );
}

/** Waits for something, looking every few milliseconds. */
export const until = (what: () => boolean, because: string): Promise<void> => waitUntil(what, because);

/** Nothing more can come of what has been begun but by a timer: all requests and new sockets have their answers. */
async function quiet(): Promise<void> {
  const isQuiet = () => ![...workOf].some((isUnderWay) => isUnderWay());
  do {
    await settled();
    await waitUntil(isQuiet, 'an answer', {pause: settled});
    await settled();
  } while (!isQuiet());
}

export const minute = 60_000;
export const hour = 60 * minute;
/** As long as a socket may be watched without being renewed by the server. */
export const oneSocketsLife = 10 * minute;

/**
 * So much time passes on this page, for the elements and for the server of every place: each timer runs when it is due, and
 * has its consequences before the next. Whatever is asked, said or drawn by then has been, however fast the machine is.
 */
export async function passes(ms: number): Promise<void> {
  // What is drawn and seen, and what comes of that, waits for frames.
  await frames();
  await moments(ms);
  await frames();
}

/** The same between two frames. */
export const moments = (ms: number): Promise<void> => pass(ms, quiet);

async function frames(): Promise<void> {
  for (let at = 0; at < 3; at++) await nextFrame();
}

/** All text and all attribute values, hidden ones too. */
export function everyWord(root: Node): string {
  const words: string[] = [];
  for (const each of nodesIn(root)) {
    if (each instanceof Text) words.push(each.data);
    else if (each instanceof Element) for (const {value} of each.attributes) words.push(value);
  }
  return words.join('\n');
}

/** Counts changes of the document below an element, through shadow roots. */
export function watchMutations(root: Node): {readonly count: () => number; readonly stop: () => void} {
  let count = 0;
  const observer = new MutationObserver((records) => (count += records.length));
  const options = {attributes: true, characterData: true, childList: true, subtree: true};
  for (const each of nodesIn(root)) {
    if (each === root || each instanceof ShadowRoot) observer.observe(each, options);
  }
  return {
    count: () => (count += observer.takeRecords().length),
    stop: () => observer.disconnect(),
  };
}

/** Runs a look at every frame until it is stopped. */
export function atEveryFrame(look: () => void): () => number {
  let running = true;
  let frames = 0;
  const next = () => {
    if (!running) return;
    frames++;
    look();
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  return () => {
    running = false;
    return frames;
  };
}

/** Headings of the sections that are shown, in their order. */
export const sectionsOf = (profile: CustomerProfile): readonly string[] =>
  [...(profile.shadowRoot?.querySelectorAll('[data-section]') ?? [])].map(({id}) => id);

export const sectionOf = (profile: CustomerProfile, id: string): Element => {
  const found = profile.shadowRoot?.querySelector(`#${id}`);
  if (!found) throw new Error(`No section ${id}: ${sectionsOf(profile).join(' ')}`);
  return found;
};
