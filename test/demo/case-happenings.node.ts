import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {verificationSchema, type Verification} from '../../src/domain/verification.js';
import {moveCaseOn} from '../../demo/server/case-happenings.js';
import {scoringName} from '../../demo/server/settings-routes.js';
import {customerIdOf} from '../../demo/server/world/customers.js';
import {aServer, HandClock, type TestServer} from './a-server.js';
import {caseMaker, inMemory, inPglite, type CaseStore} from './case-stores.js';
import {home} from './contract-world.js';

const untouched: Partial<Verification> = {
  subject: {id: customerIdOf('papadopoulos'), kind: 'client', name: 'Ioannis Papadopoulos'},
  documents: [],
  biometric: null,
  screening: null,
  score_total: null,
  score_breakdown: null,
  requirements: ['document', 'person', 'biometric_face'],
};

for (const [where, open] of [
  ['memory', inMemory],
  ['the embedded PostgreSQL', inPglite],
] as const) {
  describe(`a subject who gets on, in ${where}`, () => {
    let store: CaseStore;
    let server: TestServer;
    const makeCase = caseMaker(() => store);
    const clock = new HandClock();

    before(async () => {
      store = await open();
      server = await aServer(store.records);
      const weights = {face: 50, name: 25, dob: 25, address: 33, gender: 5, nationality: 5};
      await store.records.outbox.putSettings(home, scoringName, {weights, proximity_threshold_km: null});
    });
    after(async () => {
      await server.backend.close();
      await store.records.close();
    });

    const stored = async (path: string): Promise<Verification> => {
      const body: unknown = await (await server.ask(path)).json();
      return verificationSchema.parse(body);
    };

    it('sends a document, which is read, and a selfie, is searched for, and then waits for review', async () => {
      const {name, path} = await makeCase('in_progress', untouched);
      const seen: string[] = [];
      for (let n = 0; n < 10; n++) {
        if (!(await moveCaseOn(store.records, clock, home, name))) break;
        const {status, documents, biometric, screening} = await stored(path);
        const read = documents.filter(({fields}) => fields.length > 0).length;
        const has = [biometric ? 'face' : '', screening ? screening.state : ''].filter(Boolean);
        seen.push([status, `${read} of ${documents.length} read`, ...has].join(', '));
      }
      assert.deepEqual(seen, [
        'in_progress, 0 of 1 read',
        'in_progress, 1 of 1 read',
        'in_progress, 1 of 1 read, face',
        'in_progress, 1 of 1 read, face, clear',
        'pending_review, 1 of 1 read, face, clear',
      ]);
    });

    it('is heard of in the chain, in versions and in revisions, step by step', async () => {
      const {name, path} = await makeCase('in_progress', untouched);
      const {version} = await stored(path);
      await moveCaseOn(store.records, clock, home, name);
      await moveCaseOn(store.records, clock, home, name);
      assert.equal((await stored(path)).version, version + 2);
      const audit = (await (await server.ask(`${path}/audit`)).json()) as {
        items: readonly {type: string; actor: {kind: string}}[];
      };
      assert.deepEqual(
        audit.items.slice(0, 2).map(({type, actor}) => `${type} ${actor.kind}`),
        ['request.updated system', 'request.updated subject'],
      );
      const check = (await (await server.ask(`${path}/audit/verify`)).json()) as {intact: boolean};
      assert.equal(check.intact, true);
    });

    it('sends pictures that can be looked at', async () => {
      const {name, path} = await makeCase('in_progress', untouched);
      for (let n = 0; n < 3; n++) await moveCaseOn(store.records, clock, home, name);
      const {documents, biometric} = await stored(path);
      const files = [...(documents[0]?.files ?? []), biometric?.selfie, biometric?.portrait];
      assert.equal(files.length, 4);
      for (const file of files) {
        const answer = await server.ask(file?.url ?? '');
        assert.equal(answer.status, 200, file?.side);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        assert.deepEqual([...bytes.subarray(1, 4)], [...new TextEncoder().encode('PNG')]);
      }
    });

    it('is scored by what the organisation has set', async () => {
      const scores = new Set<number | null | undefined>();
      for (let n = 0; n < 8; n++) {
        const {name, path} = await makeCase('in_progress', untouched);
        await moveCaseOn(store.records, clock, home, name);
        await moveCaseOn(store.records, clock, home, name);
        scores.add((await stored(path)).score_total);
      }
      assert.deepEqual([...scores].toSorted(), [100, 67]);
    });

    for (const status of ['initiated', 'pending_review', 'approved', 'canceled', 'expired']) {
      it(`does nothing more where the case is ${status}`, async () => {
        const {name, path} = await makeCase(status, untouched);
        const {version} = await stored(path);
        assert.equal(await moveCaseOn(store.records, clock, home, name), false);
        assert.equal((await stored(path)).version, version);
      });
    }

    it('is nobody where the world does not know the subject, or the tenant has no such case', async () => {
      const {name} = await makeCase('in_progress', {...untouched, subject: {id: 'x', kind: 'client'}});
      assert.equal(await moveCaseOn(store.records, clock, home, name), false);
      assert.equal(await moveCaseOn(store.records, clock, 'kestrel', name), false);
    });
  });
}
