import {painted} from './look.js';

/** Remembers every answer, to give it again at once. */
export async function recordAnswers(
  fetch: typeof globalThis.fetch,
  run: (fetch: typeof globalThis.fetch) => Promise<void>,
): Promise<Answers> {
  const known = new Map<string, {body: BodyInit; init: ResponseInit}>();
  await run(async (input, init) => {
    const request = new Request(input, init);
    const answer = await fetch(request);
    const {status, headers} = answer;
    const isText = headers.get('content-type')?.includes('json') ?? false;
    const body = isText ? await answer.text() : await answer.blob();
    known.set(request.url, {body, init: {status, headers}});
    return new Response(body, {status, headers});
  });
  const again: typeof globalThis.fetch = (input, init) => {
    const {url} = new Request(input, init);
    const answer = known.get(url);
    if (!answer) return Promise.reject(new TypeError(`${url} was not asked for before.`));
    return Promise.resolve(new Response(answer.body, answer.init));
  };
  const readAgain = async (url: string): Promise<unknown> => {
    const answer = await again(url);
    return typeof known.get(url)?.body === 'string' ? answer.json() : answer.blob();
  };
  return {
    fetch: again,
    urls: () => [...known].map(([url, {body}]) => ({url, isFile: typeof body !== 'string'})),
    async fetchAll() {
      const [first, ...others] = [...known.keys()];
      if (first !== undefined) await readAgain(first);
      await Promise.all(others.map(readAgain));
    },
  };
}

/** Answers that were recorded. */
export interface Answers {
  /** Gives each of them again, from memory. */
  readonly fetch: typeof globalThis.fetch;
  /** Where they come from, in the order in which they were asked for. */
  readonly urls: () => readonly {readonly url: string; readonly isFile: boolean}[];
  /** Reads them as somebody would by hand: the customer first, which says what else there is, then all the rest at once. */
  readonly fetchAll: () => Promise<void>;
}

/** Milliseconds until all text is painted, and until the pictures, which have to be fetched and looked at, are too. */
export interface PaintTimes {
  readonly text: number;
  readonly pictures: number;
}

/** Holds answers back until they are let go: the one from this address, and all others. */
function heldBack(fetch: typeof globalThis.fetch, address: string) {
  const gate = () => {
    let open = (): void => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    return {open, opened, isOpen: false};
  };
  const gates = {first: gate(), others: gate()};
  const held: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const one = gates[request.url === address ? 'first' : 'others'];
    if (!one.isOpen) await one.opened;
    return fetch(request);
  };
  const letGo = (which: keyof typeof gates): void => {
    gates[which].isOpen = true;
    gates[which].open();
  };
  return {fetch: held, letGo};
}

/** What then stands on the page. */
export interface Outcome {
  readonly text: string;
  /** All that are below the host. */
  readonly elements: number;
  /** Pixels. */
  readonly height: number;
}

/** How what is on the page is looked at. */
export interface Look {
  readonly text: (element: Element) => string;
  /** How many elements there are, the one itself included. */
  readonly elements: (element: Element) => number;
}

/** Milliseconds after which the bench gives up. */
const patience = 10_000;

/** Times how long something takes to be painted. Looking whether it is there is the bench's work, and not counted. */
export function clock() {
  const began = performance.now();
  let looking = 0;
  return async (isThere: () => boolean): Promise<number> => {
    for (;;) {
      let there = false;
      const now = await painted(() => {
        const looks = performance.now();
        there = isThere();
        looking += performance.now() - looks;
      });
      if (there) return now - began - looking;
      if (now - began > patience) throw new Error('What was to be painted did not come.');
    }
  };
}

/** Ours: on the page and waiting. From the answers' arrival until it says what the model says, and that is painted. */
export function paintOurs(
  mount: (fetch: typeof globalThis.fetch) => Element,
  answers: Answers,
  model: Outcome,
  look: Look,
) {
  return async (): Promise<PaintTimes> => {
    const {fetch, letGo} = heldBack(answers.fetch, answers.urls()[0]?.url ?? '');
    const element = mount(fetch);
    await waitForData();
    const paintedWhen = clock();
    letGo('first');
    letGo('others');
    const text = await paintedWhen(() => look.text(element) === model.text);
    const pictures = await paintedWhen(() => look.elements(element) >= model.elements);
    await leave(element);
    return {text, pictures};
  };
}

/** Ours, where the other answers come after the first one is painted: milliseconds of both steps. */
export function paintOursInSteps(
  mount: (fetch: typeof globalThis.fetch) => Element,
  answers: Answers,
  texts: {readonly first: string; readonly last: string},
  look: Look,
) {
  return async (): Promise<number> => {
    const {fetch, letGo} = heldBack(answers.fetch, answers.urls()[0]?.url ?? '');
    const element = mount(fetch);
    let spent = 0;
    for (const [which, text] of [
      ['first', texts.first],
      ['others', texts.last],
    ] as const) {
      await waitForData();
      const paintedWhen = clock();
      letGo(which);
      spent += await paintedWhen(() => look.text(element) === text);
    }
    await leave(element);
    return spent;
  };
}

export async function leave(element: Element): Promise<void> {
  element.remove();
  await painted();
}

/** Gives every image of the model an address that outlives it. */
export async function keepImages(root: Element | ShadowRoot): Promise<void> {
  for (const each of root.querySelectorAll('*')) {
    if (each instanceof HTMLImageElement && each.src.startsWith('blob:')) {
      each.src = URL.createObjectURL(await (await fetch(each.src)).blob());
    }
    if (each.shadowRoot) await keepImages(each.shadowRoot);
  }
  if (root instanceof Element && root.shadowRoot) await keepImages(root.shadowRoot);
}

/** A node and what hangs below it, with its shadow root beside; and the texts that belong into it, in their order. */
export interface Copy {
  readonly node: Node;
  readonly texts: readonly string[];
  readonly shadows: readonly {
    readonly path: readonly number[];
    readonly root: Copy;
    readonly sheets: CSSStyleSheet[];
  }[];
}

/** The custom elements are copied under names that nobody defined: only the DOM is to be built, no element to run. */
function inert(node: Node): Node {
  if (!(node instanceof Element)) return node.cloneNode(false);
  const name = node.localName.includes('-') ? `x-${node.localName}` : node.localName;
  const made = document.createElementNS(node.namespaceURI, name);
  for (const {name: key, value, namespaceURI} of node.attributes) {
    if (namespaceURI === null) made.setAttribute(key, value);
    else made.setAttributeNS(namespaceURI, key, value);
  }
  return made;
}

export function copyOf(source: Node): Copy {
  const shadows: {path: readonly number[]; root: Copy; sheets: CSSStyleSheet[]}[] = [];
  const texts: string[] = [];
  const build = (from: Node, path: readonly number[]): Node => {
    if (from instanceof Text) {
      texts.push(from.data);
      return document.createTextNode(' ');
    }
    const made = from instanceof ShadowRoot ? document.createDocumentFragment() : inert(from);
    if (from instanceof Element && from.shadowRoot) {
      shadows.push({path, root: copyOf(from.shadowRoot), sheets: [...from.shadowRoot.adoptedStyleSheets]});
    }
    let at = 0;
    for (const child of from.childNodes) {
      // Comments are the rendering library's own marks.
      if (child instanceof Comment) continue;
      made.appendChild(build(child, [...path, at++]));
    }
    return made;
  };
  const node = build(source, []);
  return {node, texts, shadows};
}

/** A template without any values is cloned, and every text written into its place. */
export function place({node, texts, shadows}: Copy): Node {
  const made = node.cloneNode(true);
  const places = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
  // A walk begins below its root, which may be a text itself.
  if (made instanceof Text) made.data = texts[0] ?? '';
  else for (const text of texts) (places.nextNode() as Text).data = text;
  for (const {path, root, sheets} of shadows) {
    let host: Node | undefined = made;
    for (const at of path) host = host?.childNodes[at];
    if (!(host instanceof Element)) throw new Error('A host was lost.');
    const shadow = host.attachShadow({mode: 'open'});
    shadow.adoptedStyleSheets = sheets;
    shadow.append(place(root));
  }
  return made;
}

/** What waits for data is painted first; and data comes when it comes, not just after the display's turn. */
export async function waitForData(): Promise<void> {
  await painted();
  await painted();
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
}

/** By hand: the same answers are fetched, the same DOM with the same style sheets is cloned and put on the page. */
export function paintByCloning(waiting: Element, model: Element, answers: Answers) {
  const before = copyOf(waiting);
  const copy = copyOf(model);
  return async (): Promise<number> => {
    const skeleton = place(before) as Element;
    document.body.append(skeleton);
    await waitForData();
    const began = performance.now();
    await answers.fetchAll();
    const element = place(copy) as Element;
    skeleton.replaceWith(element);
    const now = await painted();
    element.remove();
    await painted();
    return now - began;
  };
}
