import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  ask,
  deciding,
  isAsked,
  noteIn,
  press,
  showsInTime,
  showsNote,
  tenant,
  told,
  write,
} from '../support/deciding.js';
import {Gate} from '../support/fault-proxy.js';
import {withoutBrowser} from '../support/page.js';

describe('decisions, through the screen and a network that fails', () => {
  const at = deciding();

  for (const browser of ['chromium', 'firefox'] as const) {
    describe(`in ${browser}`, {skip: withoutBrowser(browser)}, () => {
      it('is approved by keyboard in two presses, and another reviewer sees it at once', async () => {
        const name = at.next();
        const [page, other] = [
          await at.open(name, {browser}),
          await at.open(name, {browser, persona: 'meridian-admin'}),
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
          (await at.decisions(name)).map(({type}) => type),
          ['request.approved'],
        );
        // The socket may be quicker than the answer.
        await page.until('the host is told', async () => (await told(page, 'review-action-done')) > 0);
        assert.equal(await told(page, 'review-action-done'), 1);
        assert.equal(await told(page, 'review-action-request'), 1);
        assert.deepEqual((await page.heard()).faults, []);
      });

      it('MU-06 finds out what was recorded when the answer is lost, under the same key', async () => {
        const name = at.next();
        const page = await at.open(name, {browser, ownTime: true});
        at.atPosts('drop_response', 1);
        await ask(page, 'Reject', 'Not the same person');
        await press(page, 'Reject', true);
        await showsInTime(page, 'Reopen');
        const recorded = await at.decisions(name);
        assert.deepEqual(
          recorded.map(({type, note}) => [type, note]),
          [['request.rejected', 'Not the same person']],
        );
        assert.equal(at.keys().size, 1);
        assert.deepEqual((await page.heard()).faults, []);
      });

      it('MU-07 sends again what never arrived, and records it once', async () => {
        const name = at.next();
        const page = await at.open(name, {browser, ownTime: true});
        at.atPosts('reset_peer', 2);
        await ask(page, 'Approve');
        await press(page, 'Approve', true);
        await showsInTime(page, 'Download audit PDF');
        assert.equal((await at.decisions(name)).length, 1);
        assert.equal(at.keys().size, 1);
      });

      it('MU-25 asks for a token in the middle of a decision, and records it once', async () => {
        const name = at.next();
        const page = await at.open(name, {browser});
        at.atPosts({status: 401}, 1);
        await ask(page, 'Approve');
        await press(page, 'Approve', true);
        await page.shows('Download audit PDF');
        assert.equal(at.keys().size, 1);
        assert.equal((await at.decisions(name)).length, 1);
      });

      it('MU-26 withholds what the server refuses, says so, and keeps the note', async () => {
        const name = at.next();
        const page = await at.open(name, {browser, persona: 'meridian-admin'});
        const admin = await at.demo.records.user(tenant, 'meridian-admin');
        assert.ok(admin);
        await ask(page, 'Approve', 'Too late');
        try {
          await at.demo.records.putUser({...admin, permissions: ['view_verification']});
          await press(page, 'Approve', true);
          await page.until(
            'the host is told',
            async () => (await told(page, 'review-permissions-changed')) > 0,
          );
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
          assert.equal((await at.decisions(name)).length, 0);
          await showsNote(page, 'Too late');
        } finally {
          await at.demo.records.putUser(admin);
        }
      });

      it('MU-27 keeps the earlier decision in the timeline after a reopen', async () => {
        const name = at.next();
        const page = await at.open(name, {browser});
        await ask(page, 'Reject', 'Blurred');
        await press(page, 'Reject', true);
        await page.shows('Rejected. Recorded');
        await ask(page, 'Reopen', 'A better picture came');
        await press(page, 'Reopen', true);
        await page.shows('Pending review');
        await press(page, 'Audit');
        await page.shows('Blurred');
        await page.shows('A better picture came');
        const types = (await at.events(name)).map(({type}) => type);
        assert.deepEqual(
          types.filter((type) => /rejected|reopened/.test(type)),
          ['request.rejected', 'request.reopened'],
        );
      });

      it('MU-33 decides as if nothing was when a listener of the host throws', async () => {
        const name = at.next();
        const page = await at.open(name, {browser});
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
        assert.equal((await at.decisions(name)).length, 1);
      });

      it('AU-19 closes the question and says why when the permission goes', async () => {
        const name = at.next();
        const page = await at.open(name, {browser});
        await ask(page, 'Approve', 'Half written');
        await page.page.evaluate(() => {
          for (const each of document.querySelectorAll('verification-detail, review-provider')) {
            (each as HTMLElement & {permissions: readonly string[]}).permissions = ['view_verification'];
          }
        });
        await page.shows('so the question was closed');
        assert.equal(await isAsked(page), false);
        assert.equal(at.posts().length, 0);
      });
    });
  }

  it('MU-08 never calls a slow server a failed decision', async () => {
    const name = at.next();
    const page = await at.open(name, {ownTime: true});
    at.atPosts('timeout', 1);
    await ask(page, 'Approve');
    await press(page, 'Approve', true);
    await page.until('the decision is sent', () => at.posts().length === 1);
    // Nobody answers, so there is nothing to be patient for.
    await page.forward(15_500, 500, 0);
    const said = await page.until('it says that it does not know', async () => {
      const text = await page.text();
      assert.ok(!/Not recorded\.|failed/i.test(text), text.slice(0, 800));
      return /Not known yet|Approved/.test(text) && text;
    });
    assert.ok(!said.includes('You wanted'), said.slice(0, 800));
    await showsInTime(page, 'Download audit PDF');
    assert.equal((await at.decisions(name)).length, 1);
  });

  it('MU-09 MU-21 keeps the other decisions locked while nobody knows, and asks again when told to', async () => {
    const name = at.next();
    const page = await at.open(name, {ownTime: true});
    at.atPosts({status: 503});
    await ask(page, 'Approve');
    await press(page, 'Approve', true);
    await showsInTime(page, 'Check again');
    assert.ok(at.posts().length <= 4, `${at.posts().length} requests`);
    assert.equal(at.keys().size, 1);
    const free = await page.page.evaluate(
      () =>
        inPage
          .all('button')
          .filter((each) => ['Approve', 'Reject', 'Cancel'].includes(each.textContent?.trim() ?? ''))
          .filter(
            (each) => each.getAttribute('aria-disabled') !== 'true' && !each.closest('dialog:not([open])'),
          ).length,
    );
    assert.equal(free, 0);
    assert.equal((await at.decisions(name)).length, 0);
    at.demo.proxy.script = () => undefined;
    await press(page, 'Check again', await isAsked(page));
    await page.shows('Download audit PDF');
    assert.equal((await at.decisions(name)).length, 1);
    assert.equal(at.keys().size, 1);
  });

  it('MU-10 sends nothing while offline, says so, keeps the note, and queues nothing', async () => {
    const name = at.next();
    const page = await at.open(name);
    await ask(page, 'Approve', 'Written on the train');
    await page.page.setOfflineMode(true);
    await press(page, 'Approve', true);
    await page.shows('Not sent: you are offline.');
    await page.page.setOfflineMode(false);
    await page.live();
    assert.equal(await noteIn(page), 'Written on the train');
    assert.equal(at.posts().length, 0);
    assert.equal((await at.decisions(name)).length, 0);
  });

  for (const arrives of [true, false]) {
    it(`MU-11 shows what is true when the window was closed over a decision that ${arrives ? 'arrived' : 'never arrived'}`, async () => {
      const name = at.next();
      const page = await at.open(name);
      // The window is closed before there is an answer.
      const gate = new Gate();
      at.atPosts(arrives ? {answer_held: gate} : 'timeout');
      await ask(page, 'Approve');
      await press(page, 'Approve', true);
      await page.until('the decision is sent', () => at.posts().length === 1);
      const recorded = async () => (await at.decisions(name)).length;
      if (arrives) await page.until('it is recorded', async () => (await recorded()) === 1);
      await at.close(page);
      at.demo.proxy.script = () => undefined;
      const again = await at.open(name);
      await again.shows(arrives ? 'Download audit PDF' : 'Reject');
      assert.equal(await recorded(), arrives ? 1 : 0);
    });
  }

  it('MU-12 sends an edited note under another key', async () => {
    const name = at.next();
    const page = await at.open(name);
    at.atPosts({status: 429, headers: {'Retry-After': '1'}}, 1);
    await ask(page, 'Approve', 'One');
    await press(page, 'Approve', true);
    await page.shows('Too many requests were made.');
    at.demo.proxy.script = () => undefined;
    await write(page, ' and two');
    await press(page, 'Approve', true);
    await page.shows('Download audit PDF');
    assert.equal(at.keys().size, 2);
    assert.equal((await at.decisions(name))[0]?.note, 'One and two');
  });

  it('MU-28 sends an invite again once, and says when it can be sent next', async () => {
    const name = at.next('invited');
    const page = await at.open(name);
    await press(page, 'Resend invite');
    await page.shows('It can be sent again in');
    const sends = (await at.events(name)).filter(({type}) => type === 'request.invite_resent');
    assert.equal(sends.length, 1);
    assert.equal(at.posts().length, 1);
  });

  it('MU-32 sends nothing when the host prevents it, and keeps the note', async () => {
    const name = at.next();
    const page = await at.open(name);
    await page.page.evaluate(() =>
      addEventListener('review-action-request', (event) => event.preventDefault(), {once: true}),
    );
    await ask(page, 'Approve', 'The host says no');
    await press(page, 'Approve', true);
    await page.until('the dialog is closed', async () => !(await isAsked(page)));
    assert.equal(at.posts().length, 0);
    await ask(page, 'Approve');
    assert.equal(await noteIn(page), 'The host says no');
    assert.equal(await told(page, 'review-action-done'), 0);
  });

  it('AU-23 takes no click of a script within the first half second', async () => {
    const name = at.next();
    const page = await at.open(name);
    // All in one task, so that no time passes in between however slow the machine is.
    const clicked = await page.page.evaluate(async () => {
      const named = (root: string) =>
        inPage.all(`${root} button`).find((each) => each.textContent?.trim() === 'Approve');
      inPage.all('[data-action="approve"]')[0]?.click();
      for (let turn = 0; turn < 2000 && !named('dialog[open]'); turn++) await Promise.resolve();
      named('dialog[open]')?.click();
      return named('dialog[open]') !== undefined;
    });
    assert.ok(clicked, 'the button was there to be clicked');
    await page.until('a press would count', () =>
      page.page.evaluate(() =>
        inPage
          .all('dialog[open] button')
          .some(
            (each) =>
              each.textContent?.trim() === 'Approve' && each.getAttribute('aria-disabled') === 'false',
          ),
      ),
    );
    assert.equal(at.posts().length, 0);
    assert.equal(await told(page, 'review-action-request'), 0);
  });
});
