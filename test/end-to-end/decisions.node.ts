import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {anInvite, aVerification} from '../../demo/server/world/verification-builders.js';
import {aCase, makeSmallWorld} from '../../demo/server/world/small-world.js';
import type {AuditEvent} from '../../src/domain/audit-event.js';
import type {Verification} from '../../src/domain/verification.js';
import {
  openBrowser,
  startDemo,
  visit,
  withoutBrowser,
  type BrowserName,
  type Demo,
  type Visit,
  type VisitOptions,
} from '../support/page.js';

const tenant = 'meridian';
const decisive = /^request\.(approved|rejected|canceled)$/;

/** Every test decides on a case of its own. */
const spare = Array.from({length: 60}, (_, n) => ({type: 'idv', id: `case-${n}`}) as const);
const sent = Array.from({length: 4}, (_, n) => ({type: 'idv', id: `sent-${n}`}) as const);
const small = makeSmallWorld();
const world = {
  ...small,
  verifications: [
    ...small.verifications,
    ...spare.map((name) =>
      aCase({verification: aVerification({...name, short_id: null}), files: [], notes: []}),
    ),
    ...sent.map((name) =>
      aCase({
        verification: aVerification({
          ...name,
          short_id: null,
          status: 'in_progress',
          invite: anInvite({resends: 0, sent_at: '2026-11-19T08:00:00Z', expires_at: '2036-12-19T08:00:00Z'}),
        }),
        files: [],
        notes: [],
      }),
    ),
  ],
};

type Name = (typeof spare)[number] | (typeof sent)[number];

describe('decisions, through the screen and a network that fails', () => {
  let demo: Demo;
  const browsers = new Map<BrowserName, Browser>();
  const visits: Visit[] = [];

  before(async () => {
    demo = await startDemo({world});
  });
  after(async () => {
    for (const each of browsers.values()) await each.close();
    await demo?.close();
  });
  afterEach(async () => {
    demo.proxy.heal();
    for (const each of visits.splice(0)) await each.leave();
  });

  const next = (from: Name[]): Name => {
    const name = from.shift();
    assert.ok(name, 'There are no cases left; give the world more.');
    return name;
  };
  const undecided: Name[] = [...spare];
  const invited: Name[] = [...sent];

  async function browserOf(name: BrowserName): Promise<Browser> {
    const known = browsers.get(name) ?? (await openBrowser(name));
    browsers.set(name, known);
    return known;
  }

  async function open(
    name: Name,
    {browser = 'chromium', ...options}: VisitOptions & {browser?: BrowserName} = {},
  ): Promise<Visit> {
    const address = `${demo.proxy.address}/verifications/${name.type}/${name.id}`;
    const page = await visit(await browserOf(browser), address, {persona: 'meridian-owner', ...options});
    visits.push(page);
    await page.shows('Declared and read');
    await page.live();
    return page;
  }

  /** The truth. */
  const events = async (name: Name): Promise<readonly AuditEvent[]> =>
    (await demo.records.cases.chain(tenant, name))?.events.slice(6) ?? [];
  const decisions = async (name: Name) => (await events(name)).filter(({type}) => decisive.test(type));
  const stored = async (name: Name): Promise<Verification> => {
    const found = await demo.records.cases.one(tenant, name);
    assert.ok(found);
    return found.verification;
  };
  const posts = () => demo.proxy.asked(/^POST .*\/(approve|reject|cancel|resend|reopen)$/);
  const keysOf = (all = posts()) => new Set(all.map(({head}) => /^idempotency-key: (.*)$/im.exec(head)?.[1]));
  const atPosts = (fault: ReturnType<Demo['proxy']['script']>, times = Infinity) => {
    let left = times;
    demo.proxy.script = ({method, target}) =>
      method === 'POST' && /\/(approve|reject|cancel|resend|reopen)$/.test(target) && left-- > 0
        ? fault
        : undefined;
  };

  /** Where a button of the screen, or of the open dialog, stands once it stands still and nothing lies over it; the middle of it. */
  const find = (page: Visit, text: string, inDialog: boolean) => {
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
  };
  const press = async (page: Visit, text: string, inDialog = false) => {
    const {x, y} = await find(page, text, inDialog);
    await page.page.mouse.click(x, y);
  };
  const isAsked = (page: Visit) => page.page.evaluate(() => inPage.all('dialog[open]').length > 0);
  const ask = async (page: Visit, act: string, note = '') => {
    await press(page, act);
    await page.until('the dialog asks', () => isAsked(page));
    if (note === '') return;
    await page.page.evaluate(() => inPage.all('dialog[open] textarea')[0]?.focus());
    await page.page.keyboard.type(note);
  };
  const told = async (page: Visit, type: string) =>
    (await page.heard()).events.filter((each) => each.type === type).length;
  /** A note is shown in a field, to be taken out again, or as text. */
  const showsNote = (page: Visit, note: string) =>
    page.until(`the note "${note}" is kept`, async () => {
      const fields = await page.page.evaluate(() =>
        inPage.all('textarea').map((each) => (each as HTMLTextAreaElement).value),
      );
      return fields.includes(note) || (await page.text()).includes(note);
    });
  const noteIn = (page: Visit) =>
    page.page.evaluate(
      () =>
        inPage
          .all('textarea')
          .map((each) => (each as HTMLTextAreaElement).value)
          .find(Boolean) ?? '',
    );

  for (const browser of ['chromium', 'firefox'] as const) {
    describe(`in ${browser}`, {skip: withoutBrowser(browser)}, () => {
      it('is approved by keyboard in two presses, and another reviewer sees it at once', async () => {
        const name = next(undecided);
        const [page, other] = [
          await open(name, {browser}),
          await open(name, {browser, persona: 'meridian-admin'}),
        ];
        if (browser === 'chromium') await page.page.bringToFront();
        await page.page.evaluate(() => inPage.all('[role="tab"][aria-selected="true"]')[0]?.focus());
        await page.page.keyboard.press('a');
        await page.until('the dialog asks', () => isAsked(page));
        await page.page.keyboard.down('Control');
        await page.page.keyboard.press('Enter');
        await page.page.keyboard.up('Control');
        await page.shows('Download audit PDF');
        await other.shows('Download audit PDF');
        assert.deepEqual(
          (await decisions(name)).map(({type}) => type),
          ['request.approved'],
        );
        assert.equal(await told(page, 'review-action-request'), 1);
        assert.equal(await told(page, 'review-action-done'), 1);
        assert.deepEqual((await page.heard()).faults, []);
      });

      it('MU-06 finds out what was recorded when the answer is lost, under the same key', async () => {
        const name = next(undecided);
        const page = await open(name, {browser, ownTime: true});
        atPosts('drop_response', 1);
        await ask(page, 'Reject', 'Not the same person');
        await press(page, 'Reject', true);
        await page.until('the truth is shown', async () => {
          await page.forward(1000, 250);
          return (await page.text()).includes('Reopen');
        });
        const recorded = await decisions(name);
        assert.deepEqual(
          recorded.map(({type, note}) => [type, note]),
          [['request.rejected', 'Not the same person']],
        );
        assert.equal(keysOf().size, 1);
        assert.deepEqual((await page.heard()).faults, []);
      });
    });
  }

  for (const ms of [0, 5, 50, 300]) {
    it(`MU-01 records one decision when the confirming button is pressed twice within ${ms} ms`, async () => {
      const name = next(undecided);
      const page = await open(name);
      await ask(page, 'Approve');
      const {x, y} = await find(page, 'Approve', true);
      await page.page.mouse.move(x, y);
      await page.page.mouse.down();
      await page.page.mouse.up();
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
      await page.page.mouse.click(x, y, {count: 2});
      await page.shows('Download audit PDF');
      assert.equal(posts().length, 1);
      assert.equal((await decisions(name)).length, 1);
    });
  }

  it('MU-02 records one decision for a click, Enter and a key for confirming together', async () => {
    const name = next(undecided);
    const page = await open(name);
    await ask(page, 'Approve');
    const {x, y} = await find(page, 'Approve', true);
    await page.page.keyboard.down('Control');
    await Promise.all([
      page.page.mouse.click(x, y),
      page.page.keyboard.press('Enter'),
      page.page.touchscreen.tap(x, y),
    ]);
    await page.page.keyboard.up('Control');
    await page.shows('Download audit PDF');
    assert.equal(posts().length, 1);
    assert.equal((await decisions(name)).length, 1);
  });

  it('MU-03 tells the second of two windows of one reviewer that it is recorded already', async () => {
    const name = next(undecided);
    const [one, two] = [await open(name), await open(name)];
    await ask(one, 'Approve', 'First window');
    await ask(two, 'Approve', 'Second window');
    await Promise.all([press(one, 'Approve', true), press(two, 'Approve', true)]);
    await Promise.all([one.shows('Download audit PDF'), two.shows('Download audit PDF')]);
    assert.equal((await decisions(name)).length, 1);
  });

  it('MU-04 lets the first of two opposite decisions win, and tells the other who made it and keeps the note', async () => {
    const name = next(undecided);
    const [one, two] = [await open(name), await open(name, {persona: 'meridian-admin'})];
    await ask(one, 'Approve', 'She is');
    await ask(two, 'Reject', 'She is not');
    await Promise.all([press(one, 'Approve', true), press(two, 'Reject', true)]);
    await Promise.all([one.shows('Download audit PDF'), two.shows('Download audit PDF')]);
    const [recorded, ...more] = await decisions(name);
    assert.ok(recorded);
    assert.deepEqual(more, []);
    const isApproved = recorded.type === 'request.approved';
    const loser = isApproved ? two : one;
    await loser.shows(isApproved ? 'Oriane Vasseur' : 'Tomasz Wójcik');
    await showsNote(loser, isApproved ? 'She is not' : 'She is');
    assert.equal((await stored(name)).status, isApproved ? 'approved' : 'rejected');
  });

  it('MU-05 shows what changed under an open dialog, and asks to confirm again', async () => {
    const name = next(undecided);
    const page = await open(name);
    await ask(page, 'Approve', 'Seen the first card');
    await demo.records.cases.change(tenant, name, async (editor) => {
      const {verification} = editor;
      const documents = verification.documents.slice(0, 1);
      await editor.replace({...verification, documents});
      await editor.append({type: 'request.updated', at: new Date().toISOString(), actor: {kind: 'subject'}});
    });
    await page.shows('Something changed while this was open');
    assert.equal(await noteIn(page), 'Seen the first card');
    assert.equal(posts().length, 0);
    await press(page, 'Approve', true);
    await page.shows('Download audit PDF');
    assert.equal(posts().length, 1);
  });

  it('MU-07 sends again what never arrived, and records it once', async () => {
    const name = next(undecided);
    const page = await open(name, {ownTime: true});
    atPosts('reset_peer', 2);
    await ask(page, 'Approve');
    await press(page, 'Approve', true);
    await page.until('the truth is shown', async () => {
      await page.forward(1000, 250);
      return (await page.text()).includes('Download audit PDF');
    });
    assert.equal((await decisions(name)).length, 1);
    assert.equal(keysOf().size, 1);
  });

  it('MU-08 never calls a slow server a failed decision', async () => {
    const name = next(undecided);
    const page = await open(name, {ownTime: true});
    atPosts('timeout', 1);
    await ask(page, 'Approve');
    await press(page, 'Approve', true);
    await page.until('the decision is sent', () => posts().length === 1);
    await page.forward(15_500, 1500);
    const said = await page.text();
    assert.ok(/Not known yet|Approved/.test(said), said.slice(0, 800));
    assert.ok(!/Not recorded\.|failed/i.test(said), said.slice(0, 800));
    await page.until('the truth is shown', async () => {
      await page.forward(1000, 250);
      return (await page.text()).includes('Download audit PDF');
    });
    assert.equal((await decisions(name)).length, 1);
  });

  it('MU-09 MU-21 keeps the other decisions locked while nobody knows, and asks again when told to', async () => {
    const name = next(undecided);
    const page = await open(name, {ownTime: true});
    atPosts({status: 503});
    await ask(page, 'Approve');
    await press(page, 'Approve', true);
    await page.until('it gave up', async () => {
      await page.forward(2000, 250);
      return (await page.text()).includes('Check again');
    });
    assert.ok(posts().length <= 4, `${posts().length} requests`);
    assert.equal(keysOf().size, 1);
    const locked = await page.page.evaluate(() =>
      inPage
        .all('button')
        .filter((each) => ['Approve', 'Reject', 'Cancel'].includes(each.textContent?.trim() ?? ''))
        .filter(
          (each) => each.getAttribute('aria-disabled') !== 'true' && !each.closest('dialog:not([open])'),
        ),
    );
    assert.equal(locked.length, 0);
    assert.equal((await decisions(name)).length, 0);
    demo.proxy.script = () => undefined;
    await press(page, 'Check again', await isAsked(page));
    await page.shows('Download audit PDF');
    assert.equal((await decisions(name)).length, 1);
    assert.equal(keysOf().size, 1);
  });

  it('MU-10 sends nothing while offline, says so, keeps the note, and queues nothing', async () => {
    const name = next(undecided);
    const page = await open(name);
    await ask(page, 'Approve', 'Written on the train');
    await page.page.setOfflineMode(true);
    await press(page, 'Approve', true);
    await page.shows('Not sent: you are offline.');
    await page.page.setOfflineMode(false);
    await page.live();
    assert.equal(await noteIn(page), 'Written on the train');
    assert.equal(posts().length, 0);
    assert.equal((await decisions(name)).length, 0);
  });

  it('MU-11 shows what is true when the window is closed while a decision is on its way', async () => {
    const name = next(undecided);
    const page = await open(name);
    atPosts({latency: 2000});
    await ask(page, 'Approve');
    await press(page, 'Approve', true);
    await page.until('the decision is sent', () => posts().length === 1);
    visits.splice(visits.indexOf(page), 1);
    await page.leave();
    demo.proxy.script = () => undefined;
    const {status} = await stored(name);
    const again = await open(name);
    await again.shows(status === 'approved' ? 'Download audit PDF' : 'Approve');
    assert.equal((await decisions(name)).length, status === 'approved' ? 1 : 0);
  });

  it('MU-12 sends an edited note under another key', async () => {
    const name = next(undecided);
    const page = await open(name);
    atPosts({status: 429, headers: {'Retry-After': '1'}}, 1);
    await ask(page, 'Approve', 'One');
    await press(page, 'Approve', true);
    await page.until('it was refused', () => posts().length === 1);
    demo.proxy.script = () => undefined;
    if (!(await isAsked(page))) await ask(page, 'Approve');
    await page.page.evaluate(() => inPage.all('dialog[open] textarea')[0]?.focus());
    await page.page.keyboard.type(' and two');
    await press(page, 'Approve', true);
    await page.shows('Download audit PDF');
    assert.equal(keysOf().size, 2);
    assert.equal((await decisions(name))[0]?.note, 'One and two');
  });

  it('MU-25 asks for a token in the middle of a decision, and records it once', async () => {
    const name = next(undecided);
    const page = await open(name);
    atPosts({status: 401}, 1);
    await ask(page, 'Approve');
    await press(page, 'Approve', true);
    await page.shows('Download audit PDF');
    assert.equal(keysOf().size, 1);
    assert.equal((await decisions(name)).length, 1);
  });

  it('MU-26 withholds what the server refuses, says so, and keeps the note', async () => {
    const name = next(undecided);
    const page = await open(name, {persona: 'meridian-admin'});
    const admin = await demo.records.user(tenant, 'meridian-admin');
    assert.ok(admin);
    await ask(page, 'Approve', 'Too late');
    try {
      await demo.records.putUser({...admin, permissions: ['view_verification']});
      await press(page, 'Approve', true);
      await page.until('the host is told', async () => (await told(page, 'review-permissions-changed')) > 0);
      await page.until('nothing can be approved', async () => {
        const offered = await page.page.evaluate(
          () =>
            inPage
              .all('button')
              .filter(
                (each) =>
                  each.textContent?.trim() === 'Approve' && each.getAttribute('aria-disabled') !== 'true',
              ).length,
        );
        return offered === 0;
      });
      assert.equal((await decisions(name)).length, 0);
      await showsNote(page, 'Too late');
    } finally {
      await demo.records.putUser(admin);
    }
  });

  it('MU-27 keeps the earlier decision in the timeline after a reopen', async () => {
    const name = next(undecided);
    const page = await open(name);
    await ask(page, 'Reject', 'Blurred');
    await press(page, 'Reject', true);
    await page.shows('Reopen');
    const before = (await events(name)).length;
    await ask(page, 'Reopen', 'A better picture came');
    await press(page, 'Reopen', true);
    await page.until('the timeline grows', async () => (await events(name)).length > before);
    await page.shows('Pending review');
    await press(page, 'Audit');
    await page.shows('Blurred');
    await page.shows('A better picture came');
  });

  it('MU-28 sends an invite again once, and says when it can be sent next', async () => {
    const name = next(invited);
    const page = await open(name);
    await press(page, 'Resend invite');
    await page.shows('It can be sent again in');
    const sends = (await events(name)).filter(({type}) => type === 'request.invite_resent');
    assert.equal(sends.length, 1);
    assert.equal(posts().length, 1);
  });

  it('MU-32 sends nothing when the host prevents it, and keeps the note', async () => {
    const name = next(undecided);
    const page = await open(name);
    await page.page.evaluate(() =>
      addEventListener('review-action-request', (event) => event.preventDefault(), {once: true}),
    );
    await ask(page, 'Approve', 'The host says no');
    await press(page, 'Approve', true);
    await page.until('the dialog is closed', async () => !(await isAsked(page)));
    assert.equal(posts().length, 0);
    await ask(page, 'Approve');
    assert.equal(await noteIn(page), 'The host says no');
    assert.equal(await told(page, 'review-action-done'), 0);
  });

  it('MU-33 decides as if nothing was when a listener of the host throws', async () => {
    const name = next(undecided);
    const page = await open(name);
    await page.page.evaluate(() => {
      for (const type of ['review-action-request', 'review-action-done']) {
        addEventListener(type, () => {
          throw new Error('of the host');
        });
      }
    });
    await ask(page, 'Approve');
    await press(page, 'Approve', true);
    await page.shows('Download audit PDF');
    assert.equal((await decisions(name)).length, 1);
  });

  it('AU-23 takes no click of a script within the first half second', async () => {
    const name = next(undecided);
    const page = await open(name, {ownTime: true});
    const {x, y} = await find(page, 'Approve', false);
    await page.page.mouse.click(x, y);
    await page.page.evaluate(async () => {
      const button = () =>
        inPage.all('dialog[open] button').find((each) => each.textContent?.trim() === 'Approve');
      for (let turn = 0; turn < 200 && !button(); turn++) await Promise.resolve();
      button()?.click();
    });
    await page.until('the dialog asks', () => isAsked(page));
    assert.equal(posts().length, 0);
    assert.equal(await told(page, 'review-action-request'), 0);
  });

  it('AU-19 closes the question and says why when the permission goes', async () => {
    const name = next(undecided);
    const page = await open(name);
    await ask(page, 'Approve', 'Half written');
    await page.page.evaluate(() => {
      for (const each of document.querySelectorAll('verification-detail, review-provider')) {
        (each as HTMLElement & {permissions: readonly string[]}).permissions = ['view_verification'];
      }
    });
    await page.shows('so the question was closed');
    assert.equal(await isAsked(page), false);
    assert.equal(posts().length, 0);
  });
});
