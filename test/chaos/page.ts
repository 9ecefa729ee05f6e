import 'kyc-review-elements';
import {Chance} from '../../demo/server/world/chance.js';
import type {ActionState} from '../../src/api/decision.js';
import {systemClock, type Clock} from '../../src/api/clock.js';
import {isAlreadyRecorded} from '../../src/domain/decided.js';
import {verificationResource} from '../../src/domain/verification-resources.js';
import {verificationSchema, type Verification} from '../../src/domain/verification.js';
import {caseLock} from '../../src/session/decision-rules.js';
import {Decisions} from '../../src/session/decisions.js';
import {ReviewSession} from '../../src/session/review-session.js';
import {caseName, type Decisive, type Order, type Told} from './orders.js';

// Runs inside the pages of a chaos run: reviewers who decide on one case after another, and remember what they were told.

/**
 * Those without a screen do not wait as long, so that a run does not consist of pauses. How long an answer may take is
 * shortened less: on a slow machine they would give up and come back for ever.
 */
const fastClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => systemClock.after(ms < shortestLimit ? ms / 6 : ms / 2, run),
};
/** Milliseconds: whatever is shorter is a pause between two tries and no limit of one. */
const shortestLimit = 10_000;

const apiBaseUrl = `${location.origin}/api/`;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** How long somebody looks again before they give up: much longer than the server takes to start. */
const patience = 600_000;
/** Milliseconds before they look again: ever longer, so that a slow server gets through what it was asked. */
const nextLook = (before: number): number => Math.min(before * 2, 3_000);

interface SignedIn {
  readonly token: string;
  readonly expires_in: number;
  readonly viewer_id: string;
  readonly permissions: readonly string[];
}

async function signIn(persona: string): Promise<SignedIn> {
  const late = Date.now() + patience;
  for (;;) {
    try {
      const headers = {'Content-Type': 'application/json'};
      const body = JSON.stringify({persona});
      const answer = await fetch('/back-office/session', {method: 'POST', headers, body});
      if (answer.ok) return (await answer.json()) as SignedIn;
    } catch {
      // The server is being killed and started all the time.
    }
    if (Date.now() > late) throw new Error('Nobody can sign in.');
    await pause(200);
  }
}

/** One window of a reviewer's. */
interface Tab {
  readonly persona: string;
  readonly viewer: SignedIn;
  session: ReviewSession;
}

async function openTab(persona: string): Promise<Tab> {
  const viewer = await signIn(persona);
  return {persona, viewer, session: newSession(persona)};
}

const newSession = (persona: string): ReviewSession =>
  new ReviewSession({apiBaseUrl, auth: () => signIn(persona), clock: fastClock});

interface Step {
  readonly at: number;
  readonly action: Decisive;
  readonly note: string;
  readonly twin: boolean;
}

const isAsked = (state: ActionState): boolean => state.status === 'unknown' || state.status === 'sending';

/** Decides by what stands behind the dialog: the session's own decisions, and the machine that sends them. */
async function decide({session, viewer}: Tab, step: Step, version: number): Promise<Told> {
  const {at, action, note, twin} = step;
  const name = caseName(at);
  const {path} = verificationResource('verification', name);
  const decisions = Decisions.of(session);
  const intent = {
    ...{action, id: name.id, path: `${path}/${action}`, body: {note}, version, schema: verificationSchema},
    method: 'post',
  } as const;
  let state = await decisions.run(intent, {
    viewerId: viewer.viewer_id,
    permissions: viewer.permissions,
    raise: () => true,
    report: () => undefined,
  });
  const wasUnknown = state.status === 'unknown';
  const late = Date.now() + patience;
  for (let wait = 700; isAsked(state) && Date.now() < late; wait = nextLook(wait)) {
    decisions.checkAgain(caseLock(name.id));
    await pause(wait);
    state = decisions.state(caseLock(name.id));
  }
  decisions.forget(caseLock(name.id));
  const told = {note, action, at, way: 'machine', ended: state.status, wasUnknown, twin} as const;
  if (state.status === 'done') return {...told, claim: 'recorded'};
  if (isAsked(state)) return {...told, claim: 'unknown'};
  const isOurs = state.status === 'conflict' && isAlreadyRecorded(action, state.current, viewer.viewer_id);
  return {...told, claim: isOurs ? 'already' : 'not recorded'};
}

/** The case as this window shows it, read anew. What is done with it is done while the window shows it. */
async function withCase<T>(tab: Tab, at: number, work: (record: Verification) => Promise<T>): Promise<T> {
  if (tab.session.isSignedOut) tab.session = newSession(tab.persona);
  const {resources} = tab.session;
  const shown = resources.subscribe(verificationResource('verification', caseName(at)), () => undefined);
  try {
    const late = Date.now() + patience;
    for (let wait = 100; ; wait = nextLook(wait)) {
      await shown.refresh();
      const state = shown.state();
      if (state.status === 'ready' && !state.problem) return await work(state.value);
      if (Date.now() > late) throw new Error(`Case ${at} cannot be read: ${JSON.stringify(state)}`);
      await pause(wait);
    }
  } finally {
    shown.stop();
  }
}

/** What a reviewer does with a case that stands so; nothing where it is over. */
function choose(status: string, chance: Chance): Decisive | undefined {
  if (status === 'rejected') return 'reopen';
  if (status !== 'pending_review') return undefined;
  const at = chance.next();
  return at < 0.8 ? 'reject' : at < 0.92 ? 'approve' : 'cancel';
}

/** All elements that match, through shadow roots. */
const all = (selector: string, root: ParentNode = document): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
    ...(each.matches(selector) ? [each] : []),
    ...(each.shadowRoot ? all(selector, each.shadowRoot) : []),
  ]);

async function until<T>(what: string, look: () => T | undefined): Promise<T> {
  const late = Date.now() + patience;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > late) throw new Error(`In vain: ${what}. ${outcome()}`);
    await pause(20);
  }
}

const button = (act: string, inDialog: boolean): HTMLElement | undefined =>
  all('button').find(
    (each) =>
      each.textContent?.trim() === act &&
      (each.closest('dialog[open]') !== null) === inDialog &&
      each.getAttribute('aria-disabled') !== 'true',
  );
const outcome = (): string =>
  all('.outcome')
    .map((each) => each.textContent ?? '')
    .join(' ')
    .replaceAll(/\s+/gu, ' ');

const words = {approve: 'Approve', reject: 'Reject', cancel: 'Cancel', reopen: 'Reopen'} as const;

/** Decides as a reviewer does: presses the button, writes the note, presses the dialog's button, and reads. */
async function decideOnScreen(viewer: SignedIn, persona: string, step: Step): Promise<Told> {
  const {at, action, note, twin} = step;
  const {type, id} = caseName(at);
  const detail = document.createElement('verification-detail');
  Object.assign(detail, {
    ...{apiBaseUrl, auth: () => signIn(persona), permissions: viewer.permissions, viewerId: viewer.viewer_id},
    ...{verificationType: type, verificationId: id, locale: 'en'},
  });
  let ended: string | undefined;
  let wasUnknown = false;
  detail.addEventListener('review-action-done', () => (ended = 'done'));
  detail.addEventListener('review-action-failed', ({kind}) => (ended = kind));
  detail.addEventListener('review-action-unknown', () => (wasUnknown = true));
  document.body.append(detail);
  try {
    (await until(`the button for ${action}`, () => button(words[action], false))).click();
    const field = await until('the field for the note', () =>
      all('dialog[open] textarea').find((each) => each instanceof HTMLTextAreaElement),
    );
    field.value = note;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    (await until('the button of the dialog', () => button(words[action], true))).click();
    const how = await until('how it ended', () => {
      if (ended === undefined)
        all('button')
          .find((each) => each.textContent?.trim() === 'Check again')
          ?.click();
      return ended;
    });
    await detail.updateComplete;
    await pause(50);
    const said = outcome();
    const told = {note, action, at, way: 'screen', ended: how, wasUnknown, twin} as const;
    if (how === 'done') return {...told, claim: 'recorded'};
    return {...told, claim: /not recorded/i.test(said) ? 'not recorded' : 'already'};
  } finally {
    detail.remove();
  }
}

/** Works an order off. */
async function work({seed, way, decisions, cases, twins}: Order): Promise<readonly Told[]> {
  const chance = new Chance(seed);
  const [owner, sameOwner, admin] = await Promise.all(
    ['meridian-owner', 'meridian-owner', 'meridian-admin'].map(openTab),
  );
  if (!owner || !sameOwner || !admin) throw new Error('Somebody did not come.');
  const told: Told[] = [];
  const left = [...cases];
  while (told.length < decisions) {
    const at = left[0];
    if (at === undefined) throw new Error('There are no cases left; give this order more.');
    const step = (action: Decisive, twin: boolean, n = told.length): Step => ({
      ...{at, action, twin},
      note: `${seed} ${n}`,
    });
    const isTwin = chance.falls(twins) && told.length + 2 <= decisions;
    const other = chance.falls(0.5) ? sameOwner : admin;
    const both = await withCase(owner, at, async (record) => {
      const action = choose(record.status, chance);
      if (action === undefined) return undefined;
      if (way === 'screen') return [await decideOnScreen(owner.viewer, owner.persona, step(action, false))];
      if (!isTwin) return [await decide(owner, step(action, false), record.version)];
      const against = choose(record.status, chance) ?? action;
      // The second window has been open as long as the first one, and shows the same.
      return withCase(other, at, (seen) =>
        Promise.all([
          decide(owner, step(action, true), record.version),
          decide(other, step(against, true, told.length + 1), seen.version),
        ]),
      );
    });
    if (both) told.push(...both);
    else left.shift();
  }
  for (const {session} of [owner, sameOwner, admin]) session.close();
  return told;
}

export const chaos = {work};
declare global {
  // The page is driven from outside, which can only reach what is global.
  var chaos: typeof import('./page.js').chaos;
}
globalThis.chaos = chaos;
