import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {MemoryRecords} from '../../demo/server/records/memory.js';
import {settingsOperations} from '../../demo/server/settings-routes.js';
import {addMissingTemplates} from '../../demo/server/notifications.js';
import {aServer, somebody, type TestServer} from './a-server.js';
import {away, home} from './contract-world.js';

let server: TestServer;
before(async () => {
  const records = new MemoryRecords();
  server = await aServer(records);
  for (const role of ['owner', 'admin', 'member', 'viewer', 'manager'])
    await records.putUser(somebody(`the-${role}`, role));
  await addMissingTemplates(records.outbox, home);
});
after(() => server.backend.close());

const weights = {face: 60, name: 30, dob: 25, address: 10, gender: 0, nationality: 100};
const read = async (path: string): Promise<unknown> => (await server.ask(path)).json();
const put = (body: unknown, path = 'settings/scoring') => server.send(path, {method: 'PUT', body});
const errorsOf = async (answer: Response): Promise<readonly string[]> =>
  ((await answer.json()) as {errors: readonly {path: string}[]}).errors.map(({path}) => path);

describe('settings', () => {
  for (const {method, path} of settingsOperations) {
    const filled = path.replace(':id', 'wh_1').replace(':event', 'request.approved');
    for (const role of ['owner', 'admin', 'member', 'viewer', 'manager'] as const) {
      const isKeeper = role === 'owner' || role === 'admin';
      it(`SV-03 ${method} ${path} is ${isKeeper ? 'open' : 'closed'} to a role of ${role}`, async () => {
        const token = await server.tokenOf(`the-${role}`);
        const {status} = await server.ask(filled, {method, token});
        // Whoever may is told next what is missing.
        assert.equal(status === 403, !isKeeper, String(status));
      });
    }
    if (method !== 'GET') {
      it(`${method} ${path} wants a key`, async () => {
        const body = {
          'settings/scoring': {weights},
          'settings/webhooks': {url: 'https://hooks.example/', events: []},
          'settings/webhooks/:id': undefined,
          'settings/notifications/templates/:event': {subject: 'x', text: 'y', enabled: true},
        }[path];
        const answer = await server.ask(filled, {method, ...(body && {body})});
        assert.equal(answer.status, 400);
        assert.equal(((await answer.json()) as {code: string}).code, 'idempotency_key_missing');
      });
    }
  }

  it('have no other methods', async () => {
    const answer = await server.ask('settings/webhooks', {method: 'PUT'});
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get('Allow'), 'GET, HEAD, POST, OPTIONS');
  });
});

describe('the weights of scores', () => {
  it('are the usual ones until somebody sets others', async () => {
    assert.deepEqual(await read('settings/scoring'), {
      weights: {face: 50, name: 25, dob: 25, address: 10, gender: 5, nationality: 5},
      proximity_threshold_km: null,
    });
    const answer = await put({weights, proximity_threshold_km: 12.5});
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), {weights, proximity_threshold_km: 12.5});
    assert.deepEqual(await read('settings/scoring'), {weights, proximity_threshold_km: 12.5});
  });

  it('are one organisation’s own', async () => {
    const token = await server.tokenOf('stranger');
    const others = (await (await server.ask('settings/scoring', {token})).json()) as {weights: object};
    assert.notDeepEqual(others.weights, weights);
  });

  for (const [says, body, path] of [
    ['a weight above 100', {weights: {...weights, face: 101}}, 'weights.face'],
    ['a weight below zero', {weights: {...weights, face: -1}}, 'weights.face'],
    ['a part of a point', {weights: {...weights, face: 0.5}}, 'weights.face'],
    ['a weight as text', {weights: {...weights, face: '50'}}, 'weights.face'],
    ['a weight too few', {weights: {face: 1, name: 1, dob: 1, address: 1, gender: 1}}, 'weights.nationality'],
    ['a weight of something else', {weights: {...weights, shoes: 1}}, 'shoes'],
    ['a distance below zero', {weights, proximity_threshold_km: -1}, 'proximity_threshold_km'],
    ['a distance off the Earth', {weights, proximity_threshold_km: 50_000}, 'proximity_threshold_km'],
    ['anything else', {weights, tenant: 'kestrel'}, 'tenant'],
  ] as const) {
    it(`SV-08 are not set with ${says}`, async () => {
      const answer = await put(body);
      assert.equal(answer.status, 400);
      assert.deepEqual(await errorsOf(answer), [path]);
    });
  }
});

describe('webhooks', () => {
  const subscribe = (body: unknown, key?: string) =>
    server.send('settings/webhooks', {body, ...(key !== undefined && {key})});

  it('show their secret when they are made and never again', async () => {
    const body = {url: 'https://hooks.example/secret', events: ['request.approved', 'request.approved']};
    const key = crypto.randomUUID();
    const made = await subscribe(body, key);
    assert.equal(made.status, 201);
    const webhook = (await made.json()) as {id: string; secret: string; events: readonly string[]};
    assert.match(webhook.secret, /^whsec_[A-Za-z0-9+/]{32}$/);
    assert.deepEqual(webhook.events, ['request.approved']);
    const {items} = (await read('settings/webhooks')) as {items: readonly {id: string}[]};
    const listed = items.find(({id}) => id === webhook.id);
    assert.ok(listed && !('secret' in listed));
    const again = await subscribe(body, key);
    assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
    assert.equal(((await again.json()) as {id: string}).id, webhook.id);
  });

  it('are taken away by their own organisation alone', async () => {
    const made = await subscribe({url: 'https://hooks.example/gone', events: []});
    const {id} = (await made.json()) as {id: string};
    const remove = (as: string) => server.send(`settings/webhooks/${id}`, {as, method: 'DELETE'});
    assert.equal((await remove('stranger')).status, 404);
    assert.equal((await remove('boss')).status, 204);
    assert.equal((await remove('boss')).status, 404);
  });

  it('are of one organisation', async () => {
    const token = await server.tokenOf('stranger');
    const {items} = (await (await server.ask('settings/webhooks', {token})).json()) as {
      items: readonly object[];
    };
    assert.deepEqual(items, []);
    assert.deepEqual(await server.records.outbox.webhooks(away), []);
  });

  for (const [says, body, path] of [
    ['an address that is none', {url: 'hooks', events: []}, 'url'],
    ['an address without https', {url: 'http://hooks.example/', events: []}, 'url'],
    ['an address inside', {url: 'https://192.168.1.1/', events: []}, 'url'],
    ['an endless address', {url: `https://hooks.example/${'x'.repeat(2000)}`, events: []}, 'url'],
    ['an event that nobody knows', {url: 'https://hooks.example/', events: ['request.sold']}, 'events.0'],
    ['no events at all', {url: 'https://hooks.example/'}, 'events'],
    ['a secret of one’s own', {url: 'https://hooks.example/', events: [], secret: 'whsec_x'}, 'secret'],
  ] as const) {
    it(`SV-08 are not made with ${says}`, async () => {
      const answer = await subscribe(body);
      assert.equal(answer.status, 400);
      assert.deepEqual(await errorsOf(answer), [path]);
    });
  }

  it('are twenty at most', async () => {
    const token = await server.tokenOf('boss');
    assert.ok(token);
    const {length} = await server.records.outbox.webhooks(home);
    for (let n = length; n < 20; n++) {
      assert.equal((await subscribe({url: `https://hooks.example/${n}`, events: []})).status, 201);
    }
    assert.equal((await subscribe({url: 'https://hooks.example/21', events: []})).status, 400);
  });
});

describe('templates of notifications', () => {
  const path = 'settings/notifications/templates/request.approved';
  const template = {subject: 'Done: {id}', text: 'Dear {subject},\n\n{note}', enabled: false};

  it('are rewritten and switched off', async () => {
    assert.equal((await put(template, path)).status, 200);
    const {items} = (await read('settings/notifications/templates')) as {items: readonly {event: string}[]};
    assert.deepEqual(
      items.find(({event}) => event === 'request.approved'),
      {event: 'request.approved', ...template},
    );
    assert.equal(items.length, 7);
  });

  it('are of events that there are', async () => {
    assert.equal((await put(template, 'settings/notifications/templates/request.sold')).status, 404);
  });

  for (const [says, body, wrong] of [
    ['a subject of two lines', {...template, subject: 'a\r\nBcc: x@example.com'}, 'subject'],
    ['an empty subject', {...template, subject: ' '}, 'subject'],
    ['a zero character', {...template, text: 'a\0b'}, 'text'],
    ['a text without end', {...template, text: 'x'.repeat(10_001)}, 'text'],
    ['anything else', {...template, recipient: 'x@example.com'}, 'recipient'],
  ] as const) {
    it(`SV-08 are not written with ${says}`, async () => {
      const answer = await put(body, path);
      assert.equal(answer.status, 400);
      assert.deepEqual(await errorsOf(answer), [wrong]);
    });
  }
});
