import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as z from 'zod/mini';
import {makeSomethingHappen} from '../../demo/server/happenings.js';
import {Live} from '../../demo/server/live.js';
import {MemoryRecords} from '../../demo/server/records/memory.js';
import type {Change} from '../../demo/server/records/records.js';
import {startTicker} from '../../demo/server/ticker.js';
import {makeSmallWorld} from '../../demo/server/world/small-world.js';
import {customerSchema} from '../../src/domain/customer.js';
import {documentSchema} from '../../src/domain/document.js';
import {HandClock} from './a-server.js';
import {fill, home} from './contract-world.js';

const documentsFirst = {sort: 'position', descending: false} as const;

async function aStore(): Promise<MemoryRecords> {
  const records = new MemoryRecords();
  await records.seed(fill);
  return records;
}

describe('something happens', () => {
  it('finishes the step and the document that are under way', async () => {
    const records = await aStore();
    const before = await records.customer(home, 'c-full');
    const happened = await makeSomethingHappen(records, new HandClock(), home, 'c-full', 0.1);
    const later = await records.customer(home, 'c-full');
    assert.deepEqual(happened, {type: 'step_results', revision: before!.revision + 1});
    const statusOf = (id: string, of = later) => of?.customer.rules.find((each) => each.id === id)?.status;
    assert.equal(statusOf('rule-3', before), 'PROCESSING');
    assert.equal(statusOf('rule-3'), 'APPROVED');
    const {rows} = await records.list('documents', home, 'c-full', documentsFirst);
    assert.equal(rows.find(({id}) => id === 'd-2')?.approved, true);
  });

  it('refuses with a reason, now and then', async () => {
    const records = await aStore();
    await makeSomethingHappen(records, new HandClock(), home, 'c-full', 0.6);
    const {rows} = await records.list('documents', home, 'c-full', documentsFirst);
    const refused = rows.find(({id}) => id === 'd-2');
    assert.equal(refused?.approved, false);
    assert.ok(refused?.reject_reason);
  });

  it('brings a summary that is as new as the record', async () => {
    const records = await aStore();
    const happened = await makeSomethingHappen(records, new HandClock(), home, 'c-full', 0.9);
    const later = await records.customer(home, 'c-full');
    assert.equal(happened?.type, 'ai_generated_summary');
    assert.equal(later?.customer.ai_generated_summary?.generated_at, later?.customer.updated_at);
  });

  it('goes on for ever, whoever it happens to, and every record stays readable', async () => {
    const records = new MemoryRecords();
    const world = makeSmallWorld();
    for (const folder of world.customers) records.addCustomer(folder);
    const clock = new HandClock();
    for (const {tenant, customer} of world.customers) {
      for (let n = 0; n < 30; n++) {
        assert.ok(await makeSomethingHappen(records, clock, tenant, customer.id, (n * 0.37) % 1));
        clock.forward(1000);
      }
      const later = await records.customer(tenant, customer.id);
      assert.ok(z.safeParse(customerSchema, later?.customer).success);
      assert.equal(later?.customer.version, customer.version + 30);
      const {rows} = await records.list('documents', tenant, customer.id, documentsFirst);
      for (const row of rows) assert.ok(z.safeParse(documentSchema, row).success);
    }
  });

  it('happens to nobody who is not there', async () => {
    assert.equal(await makeSomethingHappen(await aStore(), new HandClock(), home, 'c-away', 0.1), undefined);
  });
});

describe('the ticker', () => {
  it('makes something happen every 20 s until it is stopped', async () => {
    const records = await aStore();
    const clock = new HandClock();
    const live = await Live.open({records, clock});
    const heard: Change[] = [];
    let tell = (): void => undefined;
    await records.listen((change) => {
      heard.push(change);
      tell();
    });
    const next = (): Promise<void> => new Promise((resolve) => (tell = resolve));
    const stop = startTicker({records, live, clock, random: () => 0.5});
    for (let n = 1; n <= 3; n++) {
      const happened = next();
      clock.forward(20_000);
      await happened;
      assert.equal(heard.length, n);
    }
    stop();
    assert.equal(clock.pending, 0);
    await live.close();
  });
});
