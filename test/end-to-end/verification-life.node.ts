import assert from 'node:assert/strict';
import {mkdtemp, readFile, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ask, deciding, isAsked, press, showsInTime, tenant, type CaseName} from '../support/deciding.js';
import {Gate} from '../support/fault-proxy.js';
import {withoutBrowser, type Visit} from '../support/page.js';
import {alternativesIn, unpackPdf} from '../support/pdf.js';

const day = 86_400_000;

/** Puts a note into the field of the open dialog, as pasting does. */
const paste = (page: Visit, note: string): Promise<void> =>
  page.page.evaluate((text) => {
    const field = inPage.all('dialog[open] textarea')[0] as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }, note);

/** Remembers what the reader sees in every frame: from now on, or from the return out of the page cache. */
const watchFrames = (page: Visit, from: 'now' | 'return'): Promise<void> =>
  page.page.evaluate((when) => {
    const painted: string[] = [];
    const look = () => {
      painted.push(inPage.text());
      requestAnimationFrame(look);
    };
    Object.assign(window, {painted});
    if (when === 'now') look();
    else addEventListener('pageshow', ({persisted}) => (persisted ? look() : undefined));
  }, from);
const framesOf = (page: Visit): Promise<readonly string[]> =>
  page.page.evaluate(() => Reflect.get(window, 'painted') as string[]);

describe('a verification through its life', () => {
  const at = deciding();
  const pathOf = ({type, id}: CaseName): string => `/api/verifications/${type}/${id}`;

  for (const browser of ['chromium', 'firefox'] as const) {
    describe(`in ${browser}`, {skip: withoutBrowser(browser)}, () => {
      it('RT-05 loses no decision between its first read and the start of the socket', async () => {
        const name = at.next();
        at.demo.proxy.holds = true;
        const page = await at.enter(name, {browser});
        await page.shows('Declared and read');
        await page.until('the socket is open', () => at.demo.proxy.sockets === 1);
        await at.decideElsewhere(name, 'approve');
        at.demo.proxy.resumeSockets();
        await page.shows('Download audit PDF');
        await page.hides('Pending review');
      });

      it('RT-26 never goes back behind a decision to an answer that was read before it', async () => {
        const name = at.next();
        const page = await at.open(name, {browser, ownTime: true});
        const gate = new Gate();
        at.demo.proxy.script = ({method, target}) =>
          method === 'GET' && target === pathOf(name) && gate.arrived === 0 ? {answer_held: gate} : undefined;
        await at.demo.records.cases.change(tenant, name, (editor) =>
          editor.append({type: 'request.updated', at: new Date().toISOString(), actor: {kind: 'subject'}}),
        );
        await page.until('the answer from before is on its way', async () => {
          await page.forward(500, 100, 0);
          return gate.arrived === 1;
        });
        await ask(page, 'Approve');
        await press(page, 'Approve', true);
        await page.shows('Download audit PDF');
        await watchFrames(page, 'now');
        gate.open();
        await page.until('it is read again', async () => {
          await page.forward(500, 100);
          return at.demo.proxy.requests.filter(({target}) => target === pathOf(name)).length >= 2;
        });
        await page.forward(3000, 500);
        const painted = await framesOf(page);
        assert.ok(painted.length > 0);
        assert.deepEqual(
          painted.filter((each) => !each.includes('Download audit PDF') || each.includes('Approve Reject')),
          [],
        );
      });

      it('AU-19 shows nothing any more within a second after the server has shut the viewer out', async () => {
        const name = at.next();
        const page = await at.open(name, {browser, ownTime: true, persona: 'meridian-admin'});
        const admin = await at.demo.records.user(tenant, 'meridian-admin');
        assert.ok(admin);
        await ask(page, 'Approve', 'Half written');
        try {
          await page.stop();
          await at.demo.records.putUser({...admin, permissions: []});
          await at.demo.records.cases.change(tenant, name, (editor) =>
            editor.append({type: 'request.updated', at: new Date().toISOString(), actor: {kind: 'subject'}}),
          );
          await page.within(
            1000,
            'nothing is shown',
            async () => !(await page.text()).includes('Papadopoulos'),
          );
          assert.equal(await isAsked(page), false);
          assert.equal(at.posts().length, 0);
        } finally {
          await at.demo.records.putUser(admin);
        }
      });

      it('MU-29 takes a note to its last code point, no further, and keeps it to the letter', async () => {
        const name = at.next();
        const page = await at.open(name, {browser});
        const note = `\u202e"<b>\n${'😀'.repeat(1992)}é!`;
        assert.equal([...note].length, 2000);
        await ask(page, 'Reject');
        await paste(page, `${note}x`);
        await page.shows('1 character too many');
        await page.page.keyboard.down('Control');
        await page.page.keyboard.press('Enter');
        await page.page.keyboard.up('Control');
        await paste(page, note);
        await page.hides('too many');
        await press(page, 'Reject', true);
        await page.shows('Rejected. Recorded');
        assert.deepEqual(
          (await at.decisions(name)).map((each) => each.note),
          [note],
        );
        assert.equal(at.posts().length, 1);
      });

      for (const skew of browser === 'chromium' ? [-day, day] : [day]) {
        it(`MU-34 decides alike on a machine whose clock is a day ${skew > 0 ? 'ahead' : 'behind'}`, async () => {
          const [name, sent] = [at.next(), at.next('invited')];
          const page = await at.open(sent, {browser, skew});
          await press(page, 'Resend invite');
          const seconds = await page.until('it says when it can be sent next', async () => {
            const [, found] = /It can be sent again in (\d+) second/.exec(await page.text()) ?? [];
            return Number(found);
          });
          assert.ok(seconds <= 60, `${seconds} s`);
          await page.forward(seconds * 1000, 5000);
          await page.hides('It can be sent again in');
          const again = await at.open(name, {browser, skew});
          at.atPosts('drop_response', 1);
          await ask(again, 'Reject', 'Another day');
          await press(again, 'Reject', true);
          await showsInTime(again, 'Reopen');
          assert.deepEqual(
            (await at.decisions(name)).map((each) => [each.type, each.note]),
            [['request.rejected', 'Another day']],
          );
          const [decided] = await at.decisions(name);
          assert.ok(Math.abs(Date.parse(decided?.at ?? '') - Date.now()) < day / 2, decided?.at);
          assert.deepEqual((await again.heard()).faults, []);
        });
      }
    });
  }

  describe('out of the page cache', {skip: withoutBrowser('chromium')}, () => {
    const leave = async (page: Visit) => {
      await watchFrames(page, 'return');
      await page.page.goto(`${at.demo.proxy.address}/icon.svg`);
      await page.until('the socket is closed', () => at.demo.proxy.sockets === 0);
    };
    const comeBack = async (page: Visit) => {
      await page.page.evaluate(() => history.back()).catch(() => undefined);
      await page.until('the page came back from the cache', () =>
        page.page.evaluate(() => (Reflect.get(window, 'painted') as string[]).length > 0).catch(() => false),
      );
    };

    it('RT-20 offers no decision that was made while it was away, not for one frame', async () => {
      const name = at.next();
      const page = await at.open(name);
      await page.shows('Approve Reject');
      await leave(page);
      await at.decideElsewhere(name, 'approve');
      await comeBack(page);
      await page.shows('Download audit PDF');
      await page.live();
      const stale = (await framesOf(page)).filter((each) => /Approve Reject|Pending review/.test(each));
      assert.deepEqual(stale, []);
    });

    it('RT-20 paints nothing of the verification when nobody is signed in any more', async () => {
      const name = at.next();
      const page = await at.open(name);
      await page.shows('Papadopoulos');
      await leave(page);
      at.demo.proxy.script = ({target}) =>
        target.startsWith('/api/') || target === '/back-office/session' ? {status: 401} : undefined;
      await comeBack(page);
      await page.until('the refusal is told', async () =>
        (await page.heard()).events.some(
          ({type}) => type === 'review-error' || type === 'review-auth-required',
        ),
      );
      await page.until('frames were painted', async () => (await framesOf(page)).length > 20);
      const leaks = (await framesOf(page)).filter((each) => /Papadopoulos|Παπαδόπουλος|Approve/.test(each));
      assert.deepEqual(leaks, []);
    });
  });

  describe('on paper', {skip: withoutBrowser('chromium')}, () => {
    it('MU-30 XS-25 carries a note to the letter into the timeline, the webhook and the PDF, which is fetched once it is made', async () => {
      const name = at.next();
      const folder = await mkdtemp(join(tmpdir(), 'kyc-review-saved-'));
      try {
        const page = await at.open(name, {ownTime: true});
        const {id} = page.page.browserContext();
        const session = await page.page.createCDPSession();
        await session.send('Browser.setDownloadBehavior', {
          behavior: 'allow',
          downloadPath: folder,
          ...(id !== undefined && {browserContextId: id}),
        });
        const token = await (async () => {
          const answer = await fetch(`${at.demo.address}/back-office/session`, {
            method: 'POST',
            headers: {'Content-Type': 'application/json'},
            body: JSON.stringify({persona: 'meridian-owner'}),
          });
          return ((await answer.json()) as {readonly token: string}).token;
        })();
        const headers = {Authorization: `Bearer ${token}`};
        const paper = `${at.demo.address}${pathOf(name)}/audit.pdf`;
        assert.equal((await fetch(paper, {headers})).status, 404);

        await page.page.evaluate(() => Object.assign(window, {hits: 0}));
        const hit = 'window.hits++';
        const note = `"</textarea></script><script>${hit}</script><img src=x onerror="${hit}"> \u202eevil {{7*7}} \${7*7} =1+1 🦊 أ\nsecond line`;
        await ask(page, 'Reject');
        await paste(page, note);
        await press(page, 'Reject', true);
        await page.shows('Rejected. Recorded');
        assert.deepEqual(
          (await at.decisions(name)).map((each) => each.note),
          [note],
        );
        await press(page, 'Audit');
        await page.until('it stands in the timeline', async () => {
          await page.forward(1000, 250);
          return page.page.evaluate(
            (text) => inPage.all('.quote').some((each) => each.textContent === text),
            note,
          );
        });

        const deliveries = async (): Promise<readonly string[]> => {
          const answer = await fetch(`${at.demo.address}/back-office/deliveries`, {headers});
          const {items} = (await answer.json()) as {
            readonly items: readonly {readonly body: string; readonly is_valid: boolean}[];
          };
          return items.filter((each) => each.is_valid).map((each) => each.body);
        };
        await page.until('the webhook has arrived', async () =>
          (await deliveries()).some((body) => {
            const {data} = JSON.parse(body) as {readonly data: {readonly note?: string}};
            return data.note === note;
          }),
        );

        let early = 2;
        at.demo.proxy.script = ({target}) =>
          target === `${pathOf(name)}/audit.pdf` && early-- > 0
            ? {
                status: 409,
                headers: {'Content-Type': 'application/problem+json', 'Retry-After': '5'},
                body: '{"type":"about:blank","title":"Still being made","status":409,"code":"being_prepared"}',
              }
            : undefined;
        await page.stop();
        await press(page, 'Download audit PDF');
        await page.shows('The audit PDF is being prepared.');
        const saved = async () => (await readdir(folder)).filter((each) => each.endsWith('.pdf'));
        assert.deepEqual(await saved(), []);
        await page.until('it is saved', async () => {
          await page.forward(1000, 250);
          return (await saved()).length > 0;
        });
        await page.shows('The audit PDF was saved.');
        const [file = '', ...more] = await saved();
        assert.deepEqual(more, []);
        assert.match(file, new RegExp(`^verification-${name.id}-\\d{4}-\\d{2}-\\d{2}\\.pdf$`));
        const pdf = await readFile(join(folder, file));
        assert.ok(alternativesIn(unpackPdf(pdf).objects).includes(note));

        const {faults} = await page.heard();
        assert.deepEqual(faults, []);
        assert.equal(await page.page.evaluate(() => Reflect.get(window, 'hits') as number), 0);
      } finally {
        await rm(folder, {recursive: true, force: true});
      }
    });
  });
});
