import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ask, deciding, find, press, pressAt, showsNote} from '../support/deciding.js';
import {withoutBrowser} from '../support/page.js';

/** The rows whose page hears of the same decision from several hands, in every browser. */
describe('one decision from several hands', () => {
  const at = deciding();

  for (const browser of ['chromium', 'firefox'] as const) {
    describe(`in ${browser}`, {skip: withoutBrowser(browser)}, () => {
      for (const ms of browser === 'chromium' ? [0, 5, 50, 300] : [0, 300]) {
        it(`MU-01 records one decision when the confirming button is pressed twice within ${ms} ms`, async () => {
          const name = at.next();
          const page = await at.open(name, {browser});
          await ask(page, 'Approve');
          const place = await find(page, 'Approve', true);
          await pressAt(page, place);
          if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
          await page.page.mouse.click(place.x, place.y, {count: 2});
          await page.shows('Download audit PDF');
          assert.equal(at.posts().length, 1);
          assert.equal((await at.decisions(name)).length, 1);
        });
      }

      it('MU-02 records one decision for a click, Enter, a key for confirming and a finger together', async () => {
        const name = at.next();
        const page = await at.open(name, {browser});
        const gate = at.gather(Infinity);
        await ask(page, 'Approve');
        const {x, y} = await find(page, 'Approve', true);
        await page.page.evaluate(() => {
          const hands = new Set<string>();
          Object.assign(window, {hands});
          addEventListener('pointerdown', ({pointerType}) => hands.add(pointerType), true);
          addEventListener('click', (event) => hands.add(`click of ${event.pointerType}`), true);
          addEventListener(
            'keydown',
            ({key, ctrlKey}) => hands.add(`${ctrlKey ? 'Control+' : ''}${key}`),
            true,
          );
        });
        await page.page.keyboard.down('Control');
        await Promise.all([
          page.page.mouse.click(x, y),
          page.page.keyboard.press('Enter'),
          page.page.touchscreen.tap(x, y),
        ]);
        await page.page.keyboard.up('Control');
        await page.page.keyboard.press('Enter');
        // None of them has had an answer yet, so that each has found the dialog open.
        const wanted = ['mouse', 'touch', 'click of mouse', 'click of touch', 'Control+Enter', 'Enter'];
        await page.until('every hand was felt', async () => {
          const felt = await page.page.evaluate(() => [...(Reflect.get(window, 'hands') as Set<string>)]);
          return wanted.every((each) => felt.includes(each));
        });
        await page.until('it is sent', () => at.posts().length > 0);
        gate.open();
        await page.shows('Download audit PDF');
        assert.equal(at.posts().length, 1);
        assert.equal((await at.decisions(name)).length, 1);
      });

      it('MU-03 tells the second of two windows of one reviewer that it is recorded already', async () => {
        const name = at.next();
        const [one, two] = [await at.open(name, {browser}), await at.open(name, {browser})];
        await ask(one, 'Approve', 'First window');
        await ask(two, 'Approve', 'Second window');
        const places = [await find(one, 'Approve', true), await find(two, 'Approve', true)] as const;
        at.gather(2);
        await pressAt(one, places[0]);
        await pressAt(two, places[1]);
        await Promise.all([one.shows('Download audit PDF'), two.shows('Download audit PDF')]);
        const [recorded, ...more] = await at.decisions(name);
        assert.deepEqual(more, []);
        const [first, second] = recorded?.note === 'First window' ? [one, two] : [two, one];
        await second.shows('Already recorded by you');
        await first.shows('Approved. Recorded');
        assert.equal(at.posts().length, 2);
      });

      it('MU-04 lets the first of two opposite decisions win, and tells the other who made it and keeps the note', async () => {
        const name = at.next();
        const [one, two] = [
          await at.open(name, {browser}),
          await at.open(name, {browser, persona: 'meridian-admin'}),
        ];
        await ask(one, 'Approve', 'She is');
        await ask(two, 'Reject', 'She is not');
        const places = [await find(one, 'Approve', true), await find(two, 'Reject', true)] as const;
        at.gather(2);
        await pressAt(one, places[0]);
        await pressAt(two, places[1]);
        await Promise.all([one.shows('Download audit PDF'), two.shows('Download audit PDF')]);
        const [recorded, ...more] = await at.decisions(name);
        assert.ok(recorded);
        assert.deepEqual(more, []);
        const isApproved = recorded.type === 'request.approved';
        const loser = isApproved ? two : one;
        await loser.shows(isApproved ? 'Approved by Oriane Vasseur' : 'Rejected by Tomasz Wójcik');
        await loser.shows(`You wanted: ${isApproved ? 'Reject' : 'Approve'}. That was not recorded.`);
        await showsNote(loser, isApproved ? 'She is not' : 'She is');
        assert.equal((await at.stored(name)).status, isApproved ? 'approved' : 'rejected');
        assert.equal(at.posts().length, 2);
      });

      it('MU-05 shows what changed under an open dialog, and asks to confirm again', async () => {
        const name = at.next();
        const page = await at.open(name, {browser});
        await ask(page, 'Approve', 'Seen the first card');
        await at.demo.records.cases.change('meridian', name, async (editor) => {
          const {verification} = editor;
          await editor.replace({...verification, documents: verification.documents.slice(0, 1)});
          await editor.append({
            type: 'request.updated',
            at: new Date().toISOString(),
            actor: {kind: 'subject'},
          });
        });
        await page.shows('Something changed while this was open');
        await showsNote(page, 'Seen the first card');
        assert.equal(at.posts().length, 0);
        await press(page, 'Approve', true);
        await page.shows('Download audit PDF');
        assert.equal(at.posts().length, 1);
      });
    });
  }
});
