import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import fc from 'fast-check';
import {verificationActionNames, verificationActions} from '../../src/domain/verification-actions.js';
import {verificationStatuses} from '../../src/domain/verification.js';
import {aServer, somebody, type TestServer} from './a-server.js';
import {caseMaker, inMemory, type CaseStore} from './case-stores.js';
import {away, home} from './contract-world.js';

/** Who does what where: the status, then who, then what they may. Whoever may nothing in any status stands in no row. */
const table = `
  in_progress     owner      resend cancel
  in_progress     reviewer   resend cancel
  in_progress     requester  resend cancel
  pending_review  owner      approve reject cancel
  pending_review  reviewer   approve reject cancel
  pending_review  requester  cancel
  approved        owner      download
  approved        reviewer   download
  approved        requester  download
  approved        unrelated  download
  approved        viewer     download
  rejected        owner      download reopen
  rejected        reviewer   download reopen
  rejected        requester  download
  rejected        unrelated  download
  rejected        viewer     download`;

const allowed = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [status = '', who = '', ...may] = line.trim().split(/\s+/);
      return [`${status} ${who}`, may] as const;
    }),
);

const everybody = {
  owner: somebody('the-owner', 'owner'),
  reviewer: somebody('judge', 'member'),
  requester: somebody('maker', 'member'),
  unrelated: somebody('colleague', 'member'),
  viewer: somebody('onlooker', 'viewer'),
} as const;
type Who = keyof typeof everybody;

describe('who may do what to a verification, over HTTP', () => {
  let store: CaseStore;
  let server: TestServer;
  before(async () => {
    store = inMemory();
    server = await aServer(store.records);
    for (const user of Object.values(everybody)) await store.records.putUser(user);
  });
  after(() => server.backend.close());
  const fresh = caseMaker(() => store);

  /** Does it; answers the status. */
  async function attempt(action: string, status: string, who: Who): Promise<number> {
    const {path, id, name} = await fresh(status);
    const token = await server.tokenOf(everybody[who].id);
    if (action !== 'download')
      return (await server.send(`${path}/${action}`, {as: everybody[who].id, version: 1})).status;
    const last = await store.records.cases.lastPdf(home, name);
    const job = {tenant: home, verification_id: id, verification_type: 'idv', attempts: 0};
    if (last) {
      const bytes = new TextEncoder().encode('%PDF');
      await store.records.outbox.endPdf({...job, seq: last.seq}, {done: true, at: 0}, bytes);
    }
    return (await server.ask(`${path}/audit.pdf`, {token})).status;
  }

  /** What a refusal is: not allowed at all, or not in this status. */
  function refusalOf(action: (typeof verificationActionNames)[number], who: Who): number {
    const isEver = [...allowed].some(([key, may]) => key.endsWith(` ${who}`) && may.includes(action));
    if (!isEver) return 403;
    return action === 'download' ? 404 : 409;
  }

  for (const status of verificationStatuses) {
    for (const who of Object.keys(everybody) as Who[]) {
      const may = allowed.get(`${status} ${who}`) ?? [];
      it(`SV-03 ${status}: ${who} may ${may.join(', ') || 'nothing'}`, async () => {
        for (const action of verificationActionNames) {
          const expected = may.includes(action) ? 200 : refusalOf(action, who);
          assert.equal(await attempt(action, status, who), expected, action);
        }
      });
    }
  }

  it('SV-03 lets owners, admins and assigned reviewers write notes and judge, and nobody else', async () => {
    for (const who of Object.keys(everybody) as Who[]) {
      const {path, id} = await fresh('pending_review');
      const as = everybody[who].id;
      const expected = who === 'owner' || who === 'reviewer';
      const note = await server.send(`${path}/notes`, {as, body: {text: 'x'}});
      const face = await server.send(`${path}/face-judgement`, {as, method: 'PUT', body: {outcome: 'same'}});
      const finding = await server.send(`findings/finding-of-${id}/judgement`, {
        as,
        body: {outcome: 'unsure'},
      });
      assert.deepEqual(
        [note.status, face.status, finding.status],
        expected ? [201, 200, 200] : [403, 403, 403],
        who,
      );
    }
  });

  it('PR-05 does not let anybody decide on what they asked for', async () => {
    for (const action of ['approve', 'reject', 'reopen'] as const) {
      const [from] = verificationActions[action].from;
      assert.equal(await attempt(action, from, 'requester'), 403);
    }
  });

  it('PR-05 lets a requester decide who is a reviewer of it as well', async () => {
    const {path} = await fresh('pending_review', {reviewers: [{id: 'maker', name: 'Maker'}]});
    assert.equal((await server.send(`${path}/approve`, {as: 'maker', version: 1})).status, 200);
  });

  it('SV-03 gives an unknown role nothing', async () => {
    await store.records.putUser(somebody('guest', 'guest'));
    const {path} = await fresh('pending_review');
    assert.equal((await server.ask(path, {token: await server.tokenOf('guest')})).status, 403);
    assert.equal((await server.send(`${path}/approve`, {as: 'guest', version: 1})).status, 403);
  });

  it('opens a closed matter to those who keep the organisation only', async () => {
    const matter = {id: 'm-1', title: 'A matter', accessible: false, href: '/matters/m-1'};
    const {path} = await fresh('pending_review', {matter});
    const seenBy = async (as: string) =>
      ((await (await server.ask(path, {token: await server.tokenOf(as)})).json()) as {matter: object}).matter;
    assert.deepEqual(await seenBy('the-owner'), {...matter, accessible: true});
    assert.deepEqual(await seenBy('judge'), {...matter, href: null});
  });

  it('SV-07 takes the tenant from the token, whatever headers, addresses and bodies say', async () => {
    const token = await server.tokenOf('the-owner');
    const own = 'verifications/idv/v-pending_review';
    const said = ['Tenant', 'X-Tenant', 'X-Tenant-Id', 'X-Organization-Id'].map(
      (name) => [name, away] as const,
    );
    const headers = Object.fromEntries(said);
    const list = async (given: Readonly<Record<string, string>>): Promise<string> =>
      (await server.ask('verifications?limit=100', {token, headers: given})).text();
    assert.equal(await list(headers), await list({}));
    for (const [path, status] of [
      [own, 200],
      ['verifications/idv/v-away', 404],
      ['customers/c-away', 404],
      [`verifications/idv/v-away?tenant=${away}&tenant_id=${away}`, 404],
    ] as const) {
      assert.equal((await server.ask(path, {token, headers})).status, status, path);
    }
    const {path} = await fresh('pending_review');
    for (const field of ['tenant', 'tenant_id']) {
      const body = {text: 'x', [field]: away};
      assert.equal((await server.send(`${path}/notes`, {as: 'the-owner', body})).status, 400, field);
    }
    const key = {'Idempotency-Key': `"${crypto.randomUUID()}"`, 'If-Match': '"1"'};
    const approved = await server.ask(`${path}/approve`, {
      token,
      method: 'POST',
      headers: {...headers, ...key},
    });
    assert.equal(approved.status, 200);
    assert.equal((await server.ask(path, {token})).status, 200);
  });

  it('SV-10 answers alike for what is another tenant’s and what is not there', async () => {
    const token = await server.tokenOf('the-owner');
    const heardOf = async (path: string) => {
      const answer = await server.ask(path, {token});
      const {request_id: _id, ...body} = (await answer.json()) as Record<string, unknown>;
      const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id');
      return {status: answer.status, headers, body};
    };
    for (const below of ['', '/notes', '/audit', '/audit.pdf']) {
      const real = await heardOf(`verifications/idv/v-away${below}`);
      assert.deepEqual(real.body, {type: 'about:blank', title: 'Not found', status: 404, code: 'not_found'});
      // How long each takes is for the bench to say.
      assert.deepEqual(real, await heardOf(`verifications/idv/v-none${below}`));
    }
  });

  it('SV-14 takes a limited number of changes a minute from one user, and says when to go on', async () => {
    const limited = await aServer(inMemory().records, {changesPerMinute: 20});
    const sent = () => limited.send('verifications/idv/v-pending_review/notes', {body: {text: 'x'}});
    const answers = await Promise.all(Array.from({length: 50}, sent));
    assert.equal(answers.filter(({status}) => status === 201).length, 20);
    const refused = answers.find(({status}) => status === 429);
    assert.equal(refused?.headers.get('Retry-After'), '60');
    limited.clock.forward(61_000);
    assert.equal((await sent()).status, 201);
    await limited.backend.close();
  });

  it('does to any row of actions what the table says, and never loses count', async () => {
    const step = fc.constantFrom('approve', 'reject', 'cancel', 'resend', 'reopen' as const);
    const start = fc.constantFrom('in_progress', 'pending_review', 'rejected' as const);
    await fc.assert(
      fc.asyncProperty(start, fc.array(step, {maxLength: 8}), async (from, steps) => {
        const {path, name} = await fresh(from);
        let status: string = from;
        let version = 1;
        let events = (await store.records.cases.chain(home, name))!.count;
        for (const action of steps) {
          const {from: allowedFrom, to}: {from: readonly string[]; to?: string} = verificationActions[action];
          const answer = await server.send(`${path}/${action}`, {version});
          const isAllowed = allowedFrom.includes(status);
          // A second invitation comes too soon after the first.
          const expected = !isAllowed ? 409 : answer.status === 429 && action === 'resend' ? 429 : 200;
          assert.equal(answer.status, expected);
          if (expected !== 200) continue;
          status = to ?? status;
          version++;
          events++;
        }
        const stored = await store.records.cases.one(home, name);
        assert.equal(stored?.verification.status, status);
        assert.equal(stored?.verification.version, version);
        assert.equal((await store.records.cases.chain(home, name))!.count, events);
      }),
      {numRuns: 100},
    );
  });

  it('answers every repetition as it answered the first time, in any order', async () => {
    const calls = fc.array(fc.record({intent: fc.nat(3), note: fc.constantFrom('a', 'b')}), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(calls, async (all) => {
        const {path, name} = await fresh('pending_review');
        const keys = [0, 1, 2, 3].map(() => crypto.randomUUID());
        const first = new Map<number, {readonly note: string; readonly text: string}>();
        for (const {intent, note} of all) {
          const answer = await server.send(`${path}/notes`, {key: keys[intent]!, body: {text: note}});
          const known = first.get(intent);
          const text = await answer.text();
          if (!known) first.set(intent, {note, text});
          assert.equal(answer.status, known && known.note !== note ? 422 : 201);
          if (known?.note === note) assert.equal(text, known.text);
        }
        assert.equal((await store.records.cases.notes(home, name)).length, first.size + 1);
      }),
      {numRuns: 60},
    );
  });

  it('MU-14 gives up after ten seconds on a request that is still being worked on', async () => {
    const {path} = await fresh('pending_review');
    const key = crypto.randomUUID();
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const {cases} = store.records;
    const transact = cases.transact.bind(cases);
    cases.transact = async (work) => {
      cases.transact = transact;
      await held;
      return transact(work);
    };
    const first = server.send(`${path}/approve`, {key, version: 1});
    while (cases.transact !== transact) await new Promise((resolve) => setImmediate(resolve));
    const waiting = server.clock.pending;
    const second = server.send(`${path}/approve`, {key, version: 1});
    while (server.clock.pending === waiting) await new Promise((resolve) => setImmediate(resolve));
    server.clock.forward(10_000);
    const refused = await second;
    assert.equal(refused.status, 409);
    assert.ok(Number(refused.headers.get('Retry-After')) > 0);
    assert.equal(((await refused.json()) as {code: string}).code, 'request_in_flight');
    letGo();
    assert.equal((await first).status, 200);
    const again = await server.send(`${path}/approve`, {key, version: 1});
    assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
  });
});
