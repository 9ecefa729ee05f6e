import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, describe, it} from 'node:test';
import {openPage, type Page} from './a-browser.js';
import {startProcess, type RunningProcess} from './a-process.js';

/** How often the process is killed. Each time costs a start. */
const rounds = Number(process.env.KILL_ROUNDS || 2);
const canary = `canary-${crypto.randomUUID()}`;

const next = {
  pending_review: {action: 'reject', to: 'rejected'},
  rejected: {action: 'reopen', to: 'pending_review'},
} as const;
type Status = keyof typeof next;

interface Case {
  readonly status: Status;
  readonly version: number;
}

describe('a server that is killed while it decides', () => {
  let folder = '';
  let last: RunningProcess | undefined;
  after(() => rm(folder, {recursive: true, force: true}));
  // A test that fails in the middle leaves its server behind, and the whole run would wait for that.
  afterEach(() => void last?.child.kill('SIGKILL'));

  async function start() {
    folder ||= await mkdtemp(join(tmpdir(), 'kyc-review-demo-'));
    const running = (last = startProcess('test/demo/small-server.ts', {DATA_DIR: folder, PORT: '0'}));
    const [, address = ''] = await running.until(/Ready: (\S+)/);
    return {running, address, page: await openPage(address, 'meridian-owner')};
  }

  const paths = ['v-pending_review', 'v-reject', 'v-rejected'].map((id) => `api/verifications/idv/${id}`);
  const read = async <T>(page: Page, path: string): Promise<T> => (await (await page.ask(path)).json()) as T;

  /** Decides on one case to and fro until the server is gone. Counts what was confirmed. */
  async function decide(page: Page, path: string, confirm: () => void): Promise<void> {
    let {status, version} = await read<Case>(page, path);
    for (;;) {
      const {action, to} = next[status];
      const headers = {'Idempotency-Key': `"${crypto.randomUUID()}"`, 'If-Match': `"${version}"`};
      const answer = await page.ask(`${path}/${action}`, {method: 'POST', headers, body: {note: canary}});
      assert.equal(answer.status, 200);
      ({version} = (await answer.json()) as Case);
      status = to;
      confirm();
    }
  }

  it(`SV-19 has all that it confirmed and whole chains, after ${rounds} kills in the middle of it`, async () => {
    const confirmed = new Map(paths.map((path) => [path, 0]));
    for (let round = 0; round <= rounds; round++) {
      const {running, page} = await start();
      for (const path of paths) {
        const chain = await read<{intact: boolean; events: number}>(page, `${path}/audit/verify`);
        assert.equal(chain.intact, true);
        const {items} = await read<{items: {type: string; seq: number}[]}>(page, `${path}/audit?limit=200`);
        const {status, version} = await read<Case>(page, path);
        const moves = items.filter(({type}) => type !== 'request.created');
        const seeded = path.endsWith('v-rejected') ? 1 : 0;
        // Each event stands for one version: neither is ever there without the other.
        if (items.length === chain.events) assert.equal(version, 1 + moves.length - seeded);
        assert.ok(chain.events - 1 - seeded >= confirmed.get(path)!, 'something confirmed is gone');
        assert.equal(
          moves[0]?.type ?? 'request.reopened',
          status === 'rejected' ? 'request.rejected' : 'request.reopened',
        );
        confirmed.set(path, chain.events - 1 - seeded);
      }
      if (round === rounds) {
        assert.equal(await running.stop('SIGTERM'), 0);
        break;
      }
      let count = 0;
      const killAt = 5 + Math.floor(Math.random() * 30);
      const deciding = paths.map((path) =>
        decide(page, path, () => {
          confirmed.set(path, confirmed.get(path)! + 1);
          // The others are in the middle of theirs.
          if (++count === killAt) running.child.kill('SIGKILL');
        }),
      );
      for (const {status} of await Promise.allSettled(deciding)) assert.equal(status, 'rejected');
      assert.equal(await running.ended(), 'SIGKILL');
      assert.ok(count >= killAt);
    }
  });

  it('SV-17 SV-18 answers what was asked before it was told to end, loses none of it, and logs nothing of it', async () => {
    const {running, page} = await start();
    const path = 'api/verifications/kyc/v-kyc/notes';
    const before = (await read<{items: unknown[]}>(page, path)).items.length;
    let told: Promise<number | string> | undefined;
    let toldAt = 0;
    const sent = Array.from({length: 40}, async (_, n) => {
      const headers = {'Idempotency-Key': `"${crypto.randomUUID()}"`};
      const answer = await page.ask(path, {method: 'POST', headers, body: {text: `${canary} ${n}`}});
      assert.equal(answer.status, 201);
      if (told) return;
      toldAt = performance.now();
      told = running.stop('SIGTERM');
    });
    const done = (await Promise.allSettled(sent)).filter(({status}) => status === 'fulfilled').length;
    assert.ok(done > 0);
    assert.equal(await told, 0);
    const took = performance.now() - toldAt;
    assert.ok(!running.said().includes(canary));

    const again = await start();
    const later = (await read<{items: unknown[]}>(again.page, path)).items.length;
    // After three seconds the server hangs up on whoever still waits: a slow machine may have stored more than it answered.
    assert.ok(
      took < 3000 ? later - before === done : later - before >= done,
      `${later} - ${before}, ${done}`,
    );
    const bad = await again.page.ask(`${path}?token=${canary}`, {
      method: 'POST',
      body: {text: canary, x: canary},
    });
    assert.equal(bad.status, 400);
    assert.equal(await again.running.stop('SIGTERM'), 0);
    assert.ok(!again.running.said().includes(canary));
  });
});
