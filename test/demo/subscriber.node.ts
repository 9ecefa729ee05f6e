import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {Webhook} from 'standardwebhooks';
import {systemClock} from '../../demo/server/clock.js';
import {MemoryRecords} from '../../demo/server/records/memory.js';
import {createSubscriber, type Subscriber} from '../../demo/server/subscriber.js';

const tenants = [{id: 'meridian'}, {id: 'kestrel'}];
const address = 'http://localhost:8080';

describe('the receiver of webhooks', () => {
  let records: MemoryRecords;
  let subscriber: Subscriber;

  beforeEach(async () => {
    records = new MemoryRecords();
    subscriber = await createSubscriber({records, clock: systemClock, tenants, address});
  });
  afterEach(() => subscriber.close());

  /** A delivery as the server's own outbox would send it. */
  async function deliver(tenant: string, body: string, signedBy = tenant): Promise<boolean | undefined> {
    const [webhook] = await records.outbox.webhooks(signedBy);
    assert.ok(webhook);
    const at = new Date();
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(webhook.secret).sign('msg_1', at, body),
    };
    return subscriber.receive(tenant, new Request(address, {method: 'POST', headers, body}));
  }

  it('is subscribed to every event of each tenant, once, also after another start', async () => {
    await createSubscriber({records, clock: systemClock, tenants, address});
    for (const {id} of tenants) {
      const webhooks = await records.outbox.webhooks(id);
      assert.deepEqual(
        webhooks.map(({url, events}) => ({url, events})),
        [{url: `${address}/back-office/subscriber/${id}`, events: []}],
      );
    }
  });

  it('follows the server to another address', async () => {
    const moved = 'http://localhost:8081';
    await createSubscriber({records, clock: systemClock, tenants, address: moved});
    const [webhook, ...others] = await records.outbox.webhooks('kestrel');
    assert.equal(webhook?.url, `${moved}/back-office/subscriber/kestrel`);
    assert.deepEqual(others, []);
  });

  it('takes what is signed, keeps what is not apart, and shows each tenant its own', async () => {
    assert.equal(await deliver('meridian', '{"type":"request.approved"}'), true);
    assert.equal(await deliver('meridian', '{"type":"request.rejected"}', 'kestrel'), false);
    assert.equal(await deliver('nobody', '{}', 'kestrel'), undefined);
    const arrived = await subscriber.deliveries('meridian', 0);
    assert.deepEqual(
      arrived.map(({number, is_valid, body}) => ({number, is_valid, body})),
      [
        {number: 1, is_valid: true, body: '{"type":"request.approved"}'},
        {number: 2, is_valid: false, body: '{"type":"request.rejected"}'},
      ],
    );
    assert.deepEqual(await subscriber.deliveries('meridian', 1), arrived.slice(1));
  });

  it('keeps whoever asks waiting until something arrives', async () => {
    const asked = subscriber.deliveries('meridian', 0);
    await deliver('kestrel', '{}');
    await deliver('meridian', '{"type":"note.created"}');
    assert.deepEqual(
      (await asked).map(({body}) => body),
      ['{"type":"note.created"}'],
    );
  });

  it('lets those go who wait when they leave, and all of them when it ends', async () => {
    const leaving = new AbortController();
    const asked = subscriber.deliveries('meridian', 0, leaving.signal);
    leaving.abort();
    assert.deepEqual(await asked, []);
    const waiting = subscriber.deliveries('meridian', 0);
    subscriber.close();
    assert.deepEqual(await waiting, []);
  });

  it('holds no more than it shows', async () => {
    for (let count = 0; count < 130; count++) await deliver('meridian', `{"count":${count}}`);
    const arrived = await subscriber.deliveries('meridian', 0);
    assert.equal(arrived.length, 100);
    assert.equal(arrived[0]?.number, 31);
  });
});
