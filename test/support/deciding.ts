import assert from 'node:assert/strict';
import {after, afterEach, before} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {changeCase} from '../../demo/server/cases/case-changes.js';
import {aCase, makeSmallWorld} from '../../demo/server/world/small-world.js';
import {anInvite, aVerification} from '../../demo/server/world/verification-builders.js';
import type {AuditEvent} from '../../src/domain/audit-event.js';
import type {Verification} from '../../src/domain/verification.js';
import {Gate, type Fault} from './fault-proxy.js';
import {
  openBrowser,
  startDemo,
  visit,
  type BrowserName,
  type Demo,
  type Visit,
  type VisitOptions,
} from './page.js';

export const tenant = 'meridian';
/** What every case of `deciding` has happened to it before a test begins. */
const seeded = 6;

export interface CaseName {
  readonly type: 'idv';
  readonly id: string;
}
export interface Place {
  readonly x: number;
  readonly y: number;
}
export type OpenOptions = VisitOptions & {readonly browser?: BrowserName};

const named = (what: string, count: number): readonly CaseName[] =>
  Array.from({length: count}, (_, n) => ({type: 'idv', id: `${what}-${n}`}));

function aWorld(undecided: readonly CaseName[], invited: readonly CaseName[]) {
  const small = makeSmallWorld();
  const invite = anInvite({
    resends: 0,
    sent_at: '2026-11-19T08:00:00Z',
    expires_at: '2036-12-19T08:00:00Z',
  });
  const spare = [
    ...undecided.map((name) => aVerification({...name, short_id: null})),
    ...invited.map((name) => aVerification({...name, short_id: null, status: 'in_progress', invite})),
  ];
  return {
    ...small,
    verifications: [
      ...small.verifications,
      ...spare.map((verification) => aCase({verification, files: [], notes: []})),
    ],
  };
}

const isAct = /\/(approve|reject|cancel|resend|reopen)$/;

/** The demo with cases to decide on, and what a reviewer does with them; for one `describe`, which it is called in. */
export function deciding() {
  const undecided = [...named('case', 70)];
  const invited = [...named('sent', 8)];
  const browsers = new Map<BrowserName, Browser>();
  const visits: Visit[] = [];
  let demo: Demo;

  before(async () => {
    demo = await startDemo({world: aWorld(undecided, invited)});
  });
  after(async () => {
    for (const each of browsers.values()) await each.close();
    await demo?.close();
  });
  afterEach(async () => {
    demo.proxy.heal();
    for (const each of visits.splice(0)) await each.leave();
  });

  /** Every test decides on a case of its own. */
  const next = (from: 'undecided' | 'invited' = 'undecided'): CaseName => {
    const name = (from === 'invited' ? invited : undecided).shift();
    assert.ok(name, 'There are no cases left; give the world more.');
    return name;
  };

  /** Opens a case and waits for nothing. */
  async function enter(name: CaseName, {browser = 'chromium', ...options}: OpenOptions = {}): Promise<Visit> {
    const opened = browsers.get(browser) ?? (await openBrowser(browser));
    browsers.set(browser, opened);
    const page = await visit(opened, `${demo.proxy.address}/verifications/${name.type}/${name.id}`, {
      persona: 'meridian-owner',
      ...options,
    });
    visits.push(page);
    return page;
  }
  async function open(name: CaseName, options: OpenOptions = {}): Promise<Visit> {
    const page = await enter(name, options);
    await page.shows('Declared and read');
    await page.live();
    await page.until('all is loaded', () =>
      page.page.evaluate(() => inPage.all('[aria-busy="true"]').length === 0),
    );
    return page;
  }
  const close = async (page: Visit): Promise<void> => {
    visits.splice(visits.indexOf(page), 1);
    await page.leave();
  };

  /** What happened to a case since the test began, as the database has it. */
  const events = async (name: CaseName): Promise<readonly AuditEvent[]> =>
    (await demo.records.cases.chain(tenant, name))?.events.slice(seeded) ?? [];
  const decisions = async (name: CaseName): Promise<readonly AuditEvent[]> =>
    (await events(name)).filter(({type}) => /^request\.(approved|rejected|canceled)$/.test(type));
  const stored = async (name: CaseName): Promise<Verification> => {
    const found = await demo.records.cases.one(tenant, name);
    assert.ok(found);
    return found.verification;
  };

  /** Somebody else decides, over another screen. */
  const decideElsewhere = async (name: CaseName, action: 'approve' | 'reject'): Promise<void> => {
    const by = await demo.records.user(tenant, 'meridian-admin');
    assert.ok(by);
    await demo.records.cases.change(tenant, name, (editor) =>
      changeCase(editor, action, {by, at: new Date().toISOString()}),
    );
  };

  const posts = () => demo.proxy.asked(/^POST .*\/(approve|reject|cancel|resend|reopen)$/);
  const keys = () => new Set(posts().map(({head}) => /^idempotency-key: (.*)$/im.exec(head)?.[1]));
  const atPosts = (fault: Fault, times = Infinity): void => {
    let left = times;
    demo.proxy.script = ({method, target}) =>
      method === 'POST' && isAct.test(target) && left-- > 0 ? fault : undefined;
  };
  /** What is sent from now on reaches the server when so much of it is there, all at the same moment. */
  const gather = (count: number): Gate => {
    const gate = new Gate(count);
    atPosts({held: gate});
    return gate;
  };

  return {
    get demo() {
      return demo;
    },
    next,
    enter,
    open,
    close,
    events,
    decisions,
    stored,
    decideElsewhere,
    posts,
    keys,
    atPosts,
    gather,
  };
}

/** Where a button of the screen, or of the open dialog, stands once it stands still and nothing lies over it; the middle of it. */
export function find(page: Visit, text: string, inDialog = false): Promise<Place> {
  let before = '';
  return page.until(`"${text}" ${inDialog ? 'in the dialog ' : ''}can be pressed`, async () => {
    const place = await page.page.evaluate(
      (wanted, dialog) => {
        const found = inPage
          .all('button')
          .find(
            (each) =>
              (each.textContent?.trim() === wanted || each.getAttribute('role') === 'tab') &&
              each.textContent?.trim().startsWith(wanted) === true &&
              (each.closest('dialog[open]') !== null) === dialog &&
              each.getAttribute('aria-disabled') !== 'true',
          );
        if (!found) return undefined;
        found.scrollIntoView({block: 'center'});
        const {x, y, width, height} = found.getBoundingClientRect();
        const middle = {x: x + width / 2, y: y + height / 2};
        let hit = document.elementFromPoint(middle.x, middle.y);
        while (hit?.shadowRoot) {
          const deeper: Element | null = hit.shadowRoot.elementFromPoint(middle.x, middle.y);
          if (!deeper || deeper === hit) break;
          hit = deeper;
        }
        return hit !== null && found.contains(hit) ? middle : undefined;
      },
      text,
      inDialog,
    );
    const now = JSON.stringify(place);
    const isStill = now === before;
    before = now;
    return isStill ? place : undefined;
  });
}

export const pressAt = (page: Visit, {x, y}: Place): Promise<void> => page.page.mouse.click(x, y);

export async function press(page: Visit, text: string, inDialog = false): Promise<void> {
  await pressAt(page, await find(page, text, inDialog));
}

export const isAsked = (page: Visit): Promise<boolean> =>
  page.page.evaluate(() => inPage.all('dialog[open]').length > 0);

/** Writes into the field of the open dialog. */
export async function write(page: Visit, note: string): Promise<void> {
  await page.page.evaluate(() => inPage.all('dialog[open] textarea')[0]?.focus());
  await page.page.keyboard.type(note);
}

/** Opens the question, and writes. */
export async function ask(page: Visit, act: string, note = ''): Promise<void> {
  await press(page, act);
  await page.until('the dialog asks', () => isAsked(page));
  if (note !== '') await write(page, note);
}

/** How many events of this type the host has heard. */
export const told = async (page: Visit, type: string): Promise<number> =>
  (await page.heard()).events.filter((each) => each.type === type).length;

export const noteIn = (page: Visit): Promise<string> =>
  page.page.evaluate(
    () =>
      inPage
        .all('textarea')
        .map((each) => (each as HTMLTextAreaElement).value)
        .find(Boolean) ?? '',
  );

/** A note is shown in a field, to be taken out again, or as text. */
export async function showsNote(page: Visit, note: string): Promise<void> {
  await page.until(`the note "${note}" is kept`, async () => {
    const fields = await page.page.evaluate(() =>
      inPage.all('textarea').map((each) => (each as HTMLTextAreaElement).value),
    );
    return fields.includes(note) || (await page.text()).includes(note);
  });
}

/** Lets the page's time pass until it shows this. */
export async function showsInTime(page: Visit, text: string): Promise<void> {
  await page.until(`"${text}" is shown in time`, async () => {
    await page.forward(1000, 250);
    return (await page.text()).includes(text);
  });
}
