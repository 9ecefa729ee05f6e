import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Claim, WebhookMessage} from '../../demo/server/records/outbox-records.js';
import {openPostgres} from '../../demo/server/records/postgres.js';
import type {Records} from '../../demo/server/records/records.js';
import {SqlRecords} from '../../demo/server/records/sql.js';
import {findPostgres, isPostgresRequired, startPostgres, type RunningPostgres} from '../support/postgres.js';
import {caseMaker, inDatabase, inMemory, inPglite, type CaseStore} from './case-stores.js';
import {fill, home} from './contract-world.js';

const at = '2026-11-20T12:00:00.000Z';
const now = Date.parse(at);
const minute = 60_000;
const actor = {kind: 'user', id: 'judge', name: 'Judge'} as const;
const claim = (over: Partial<Claim> = {}): Claim => ({now, until: now + minute, limit: 100, ...over});

/** What every store's outboxes have to do alike. */
function contract(open: () => CaseStore | Promise<CaseStore>): void {
  let store: CaseStore;
  let records: Records;
  const makeCase = caseMaker(() => store);
  let hooks = 0;

  before(async () => {
    store = await open();
    ({records} = store);
    await records.seed(fill);
  });
  after(() => records.close());

  const subscribe = async (events: readonly string[] = []): Promise<string> => {
    const id = `wh-${++hooks}`;
    const url = `https://hooks.example/${id}`;
    await records.outbox.addWebhook({tenant: home, id, url, events, secret: 'whsec_AAAA', created_at: at});
    return id;
  };
  const append = (name: {type: string; id: string}, ...types: readonly string[]) =>
    records.cases.change(home, name, async (editor) => {
      for (const type of types) await editor.append({type, at, actor});
    });
  /** Takes what is due for one webhook; what is due for others waits for its own test. */
  const taken = async (hook: string, over: Partial<Claim> = {}): Promise<readonly WebhookMessage[]> =>
    (await records.outbox.claimMessages(claim(over))).filter(({url}) => url.endsWith(`/${hook}`));
  const unsubscribe = (id: string) => records.outbox.removeWebhook(home, id);

  it('hands out the messages of a case one after the other, and those of different cases at once', async () => {
    const hook = await subscribe();
    const [one, other] = [await makeCase('pending_review'), await makeCase('pending_review')];
    await append(one.name, 'note.created', 'request.updated');
    await append(other.name, 'biometric.judged');
    const first = await taken(hook);
    assert.deepEqual(first.map(({type}) => type).toSorted(), ['biometric.judged', 'note.created']);
    assert.deepEqual(await taken(hook), []);
    const [note] = first.filter(({type}) => type === 'note.created');
    await records.outbox.endMessage(note!, {done: true, at: now});
    assert.deepEqual(
      (await taken(hook)).map(({type}) => type),
      ['request.updated'],
    );
    await unsubscribe(hook);
  });

  it('lets a later message wait while an earlier one is tried again, and go once that is given up', async () => {
    const hook = await subscribe();
    const {name} = await makeCase('pending_review');
    await append(name, 'note.created', 'request.updated');
    const [first] = await taken(hook);
    const next = now + 5 * minute;
    await records.outbox.endMessage(first!, {done: false, at: now, error: 'status 500', next});
    assert.deepEqual(await taken(hook, {now: now + 4 * minute}), []);
    const [again] = await taken(hook, {now: next, until: next + minute});
    assert.deepEqual([again?.id, again?.attempts], [first?.id, 2]);
    await records.outbox.endMessage(again!, {done: false, at: next, error: 'status 410'});
    assert.equal((await taken(hook))[0]?.type, 'request.updated');
    await unsubscribe(hook);
  });

  it('gives a message to another worker once the first one is taken for dead, and then heeds only that one', async () => {
    const hook = await subscribe();
    const {name} = await makeCase('pending_review');
    await append(name, 'note.created');
    const [dead] = await taken(hook, {until: now + minute});
    assert.deepEqual(await taken(hook, {now: now + minute - 1}), []);
    const [taker] = await taken(hook, {now: now + minute, until: now + 2 * minute});
    assert.equal(taker?.id, dead?.id);
    await records.outbox.endMessage(dead!, {done: false, at: now, error: 'late', next: now});
    assert.deepEqual(await taken(hook, {now: now + minute}), []);
    await records.outbox.endMessage(taker!, {done: true, at: now});
    assert.deepEqual(await taken(hook, {now: now + 100 * minute}), []);
    await unsubscribe(hook);
  });

  it('writes no message for an event that a webhook does not want, nor for one that came before it', async () => {
    const {name} = await makeCase('pending_review');
    await append(name, 'request.updated');
    const hook = await subscribe(['request.approved']);
    await append(name, 'request.updated', 'request.approved');
    assert.deepEqual(
      (await taken(hook)).map(({type}) => type),
      ['request.approved'],
    );
    await unsubscribe(hook);
  });

  it('MU-17 writes nothing to anybody where the change itself fails', async () => {
    const hook = await subscribe();
    const {name} = await makeCase('pending_review');
    const failing = records.cases.change(home, name, async (editor) => {
      await editor.append({type: 'request.approved', at, actor});
      throw new Error('after all not');
    });
    await assert.rejects(failing, /after all not/);
    assert.deepEqual(await taken(hook), []);
    assert.equal(await records.outbox.pdf(home, name.id, 2), undefined);
    await unsubscribe(hook);
  });

  it('drops what was not delivered to a webhook that is gone', async () => {
    const hook = await subscribe();
    const {name} = await makeCase('pending_review');
    await append(name, 'note.created');
    assert.equal(await unsubscribe(hook), true);
    assert.equal(await unsubscribe(hook), false);
    assert.deepEqual(await taken(hook), []);
    assert.equal(
      (await records.outbox.webhooks(home)).some(({id}) => id === hook),
      false,
    );
  });

  it('mails what a switched-on template says, and nothing where it is switched off', async () => {
    const template = {event: 'request.rejected', subject: 'About {id}', text: '{by}: {note}', enabled: false};
    const {name, id} = await makeCase('pending_review');
    await records.outbox.putTemplate(home, template);
    await append(name, 'request.rejected');
    await records.outbox.putTemplate(home, {...template, enabled: true});
    await records.cases.change(home, name, (editor) =>
      editor.append({type: 'request.rejected', at, actor, note: 'Differs.'}),
    );
    const mails = (await records.outbox.notifications(home, 50)).filter(
      (each) => each.verification_id === id,
    );
    assert.deepEqual(
      mails.map(({text, recipient, sent_at}) => [text, recipient, sent_at]),
      [['Judge: Differs.', 'maker@example.com', null]],
    );
    const [due] = await records.outbox.claimNotifications(claim());
    assert.equal(due?.attempts, 1);
    await records.outbox.endNotification(due, {done: true, at: now});
    const [sent] = await records.outbox.notifications(home, 1);
    assert.equal(sent?.sent_at, now);
    assert.deepEqual(await records.outbox.claimNotifications(claim({now: now + 100 * minute})), []);
  });

  it('has one paper to make for each decision, and keeps its bytes', async () => {
    const {name, id} = await makeCase('pending_review');
    await append(name, 'note.created', 'request.approved');
    const seq = 3;
    assert.deepEqual(await records.outbox.pdf(home, id, seq), {state: 'waiting'});
    const jobs = (await records.outbox.claimPdfs(claim())).filter((each) => each.verification_id === id);
    assert.deepEqual(jobs, [{tenant: home, verification_id: id, verification_type: 'idv', seq, attempts: 1}]);
    const bytes = Uint8Array.from({length: 256}, (_, n) => n);
    await records.outbox.endPdf(jobs[0]!, {done: true, at: now}, bytes);
    const made = await records.outbox.pdf(home, id, seq);
    assert.equal(made?.state, 'ready');
    assert.deepEqual(new Uint8Array(made.bytes ?? []), bytes);
  });

  it('knows when something is due next', async () => {
    const later = claim({now: now + 100 * minute, until: now + 101 * minute, limit: 1000});
    for (const each of await records.outbox.claimNotifications(later))
      await records.outbox.endNotification(each, {done: true, at: now});
    for (const each of await records.outbox.claimPdfs(later))
      await records.outbox.endPdf(each, {done: false, at: now, error: 'not here'});
    assert.equal(await records.outbox.nextDue(), undefined);
    const hook = await subscribe();
    const {name} = await makeCase('pending_review');
    await append(name, 'note.created', 'request.updated');
    assert.equal(await records.outbox.nextDue(), now);
    const [first] = await taken(hook);
    const next = now + 7 * minute;
    await records.outbox.endMessage(first!, {done: false, at: now, error: 'status 500', next});
    // The second message is due too, and waits for the first.
    assert.equal(await records.outbox.nextDue(), next);
    await unsubscribe(hook);
  });

  it('keeps what an organisation has set', async () => {
    assert.equal(await records.outbox.settings(home, 'colour'), undefined);
    await records.outbox.putSettings(home, 'colour', {name: 'green'});
    await records.outbox.putSettings(home, 'colour', {name: 'a\0b'});
    assert.deepEqual(await records.outbox.settings(home, 'colour'), {name: 'a\0b'});
    assert.equal(await records.outbox.settings('kestrel', 'colour'), undefined);
  });
}

describe('outboxes in memory', () => contract(inMemory));
describe('outboxes in the embedded PostgreSQL', () => contract(inPglite));

const hasPostgres = findPostgres() !== undefined;
describe('outboxes in a real PostgreSQL', {skip: !hasPostgres && !isPostgresRequired}, () => {
  let server: RunningPostgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  describe('the contract', () =>
    contract(async () => inDatabase(openPostgres(await server.createDatabase()))));

  it('gives no row to two workers, however many ask at the same moment', async () => {
    const url = await server.createDatabase();
    const store = await inDatabase(openPostgres(url));
    const makeCase = caseMaker(() => store);
    const hook = {tenant: home, id: 'wh', url: 'https://hooks.example/', events: [], secret: 'whsec_AAAA'};
    await store.records.outbox.addWebhook({...hook, created_at: at});
    for (let n = 0; n < 40; n++) {
      const {name} = await makeCase('pending_review');
      await store.records.cases.change(home, name, (editor) =>
        editor.append({type: 'request.approved', at, actor}),
      );
    }
    const workers = await Promise.all([1, 2, 3, 4].map(() => SqlRecords.open(openPostgres(url))));
    const messages: string[] = [];
    const papers: string[] = [];
    await Promise.all(
      workers.map(async ({outbox}) => {
        for (let found = 1; found > 0;) {
          const [some, jobs] = await Promise.all([
            outbox.claimMessages(claim({limit: 3})),
            outbox.claimPdfs(claim({limit: 3})),
          ]);
          messages.push(...some.map(({id}) => id));
          papers.push(...jobs.map(({verification_id, seq}) => `${verification_id} ${seq}`));
          found = some.length + jobs.length;
        }
      }),
    );
    await Promise.all([store.records.close(), ...workers.map((each) => each.close())]);
    assert.equal(messages.length, 40);
    assert.equal(new Set(messages).size, 40);
    assert.equal(new Set(papers).size, papers.length);
    assert.ok(papers.length >= 40, `${papers.length} papers`);
  });
});
