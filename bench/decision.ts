import {smallCaseName} from '../demo/server/world/small-world.js';
import {frame, painted, settle} from './look.js';
import {mountDetail} from './mounts.js';

// Decisions on a real server, which has served this very page.

const apiBaseUrl = `${location.origin}/api/`;
const token = 'a-token';
const path = `${apiBaseUrl}verifications/${smallCaseName.type}/${smallCaseName.id}`;
const note = 'Both documents show another date of birth.';

/** All elements that match, through shadow roots. */
const all = (selector: string, root: ParentNode): readonly HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
    ...(each.matches(selector) ? [each] : []),
    ...(each.shadowRoot ? all(selector, each.shadowRoot) : []),
  ]);

async function appears<T>(what: string, look: () => T | undefined): Promise<T> {
  const late = performance.now() + 60_000;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > late) throw new Error(`In vain: ${what}.`);
    await frame();
  }
}

const button = (name: string, isInDialog: boolean): HTMLElement | undefined =>
  all('button', document).find(
    (each) =>
      each.textContent?.trim() === name &&
      (each.closest('dialog[open]') !== null) === isInDialog &&
      each.getAttribute('aria-disabled') !== 'true',
  );

const outcome = (): string =>
  all('.outcome', document)
    .map((each) => each.textContent?.trim() ?? '')
    .join(' ');

/** Milliseconds of one decision. */
export interface RoundTrip {
  /** From the press until the outcome is painted. */
  readonly shown: number;
  /** From the press until the request leaves. */
  readonly sent: number;
  /** The request, as the page saw it. */
  readonly request: number;
  /** What the server says that it took. */
  readonly server: number;
}

/** The decision that was sent last, as the browser keeps it; it does so a little later. */
const lastPost = (action: string, since: number): Promise<PerformanceResourceTiming> =>
  appears('the timing of the request', () =>
    performance
      .getEntriesByType('resource')
      .filter((each) => each instanceof PerformanceResourceTiming)
      .find(({name, startTime}) => name === `${path}/${action}` && startTime >= since),
  );

const timesOf = async (action: string, began: number, ended: number): Promise<RoundTrip> => {
  const {startTime, responseEnd, serverTiming} = await lastPost(action, began);
  const server = serverTiming.find(({name}) => name === 'own')?.duration ?? Number.NaN;
  return {shown: ended - began, sent: startTime - began, request: responseEnd - startTime, server};
};

/** Rejects and reopens by turns, through button, note and dialog. */
async function onScreen(action: 'reject' | 'reopen'): Promise<RoundTrip> {
  const name = {reject: 'Reject', reopen: 'Reopen'}[action];
  (await appears(`the button ${name}`, () => button(name, false))).click();
  const field = await appears('the field of the note', () =>
    all('dialog[open] textarea', document).find((each) => each instanceof HTMLTextAreaElement),
  );
  field.value = note;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  const confirm = await appears('the button of the dialog', () => button(name, true));
  const ended = new Promise<void>((resolve, reject) => {
    document.addEventListener('review-action-done', () => resolve(), {once: true});
    document.addEventListener('review-action-failed', () => reject(new Error(`It failed to ${action}.`)), {
      once: true,
    });
  });
  const before = outcome();
  const began = performance.now();
  confirm.click();
  await ended;
  let at = await painted();
  while (outcome() === '' || outcome() === before) at = await painted();
  return timesOf(action, began, at);
}

/** The same by hand: one request, and one line that says how it went. */
async function byHand(action: 'reject' | 'reopen', line: HTMLElement): Promise<RoundTrip> {
  const headers = {Authorization: `Bearer ${token}`};
  const seen = (await (await fetch(path, {headers})).json()) as {version: number};
  const began = performance.now();
  const answer = await fetch(`${path}/${action}`, {
    method: 'POST',
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${crypto.randomUUID()}"`,
      'If-Match': `"${seen.version}"`,
    },
    body: JSON.stringify({note}),
  });
  const {status} = (await answer.json()) as {status: string};
  if (!answer.ok) throw new Error(`The server refuses to ${action}.`);
  line.textContent = status;
  return timesOf(action, began, await painted());
}

/** So many decisions on one case through the element, and as many by hand. */
export async function roundTrips(times: number): Promise<{
  readonly ours: readonly RoundTrip[];
  readonly byHand: readonly RoundTrip[];
}> {
  performance.setResourceTimingBufferSize(100_000);
  const line = document.createElement('p');
  document.body.append(line);
  const backend = {apiBaseUrl, token, fetch: globalThis.fetch.bind(globalThis), WebSocket};
  const trips = {ours: [] as RoundTrip[], byHand: [] as RoundTrip[]};
  for (let at = 0; at < times + 2; at++) {
    const detail = mountDetail({backend});
    await settle(detail);
    const ours = [await onScreen('reject'), await onScreen('reopen')];
    detail.remove();
    const hand = [await byHand('reject', line), await byHand('reopen', line)];
    // The first rounds warm up.
    if (at < 2) continue;
    trips.ours.push(...ours);
    trips.byHand.push(...hand);
  }
  return trips;
}
