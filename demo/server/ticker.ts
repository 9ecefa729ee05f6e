import {moveCaseOn} from './case-happenings.js';
import type {Clock} from './clock.js';
import {makeSomethingHappen} from './happenings.js';
import type {Live} from './live.js';
import type {Records} from './records/records.js';
import {readSubject} from './records/subject.js';
import {tenants} from './world/world.js';

const everyMs = 20_000;
/** Of what happens to nobody in particular. There are few verifications that can still move, and they are not to run out. */
const casesShare = 0.1;

interface TickerOptions {
  readonly records: Records;
  readonly live: Live;
  readonly clock: Clock;
  readonly random: () => number;
}

/**
 * Now and then something happens: to a customer or a verification that somebody looks at, else to any. Answers how to
 * stop it.
 */
export function startTicker({records, live, clock, random}: TickerOptions): () => void {
  const oneOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];

  async function tick(): Promise<void> {
    const watched = oneOf(live.watched());
    const tenant = watched?.tenant ?? oneOf(tenants)?.id ?? '';
    const name = watched && readSubject(watched.subject);
    if (name?.kind === 'verification') await moveCaseOn(records, clock, tenant, name);
    else if (name) await makeSomethingHappen(records, clock, tenant, name.id, random());
    else if (random() > 1 - casesShare) await anyCase(tenant);
    else await anyCustomer(tenant);
  }

  async function anyCase(tenant: string): Promise<void> {
    const {rows} = await records.cases.list(tenant, {status: ['in_progress'], limit: 50});
    const chosen = oneOf(rows);
    if (chosen) await moveCaseOn(records, clock, tenant, chosen);
  }

  async function anyCustomer(tenant: string): Promise<void> {
    const {rows} = await records.list('customers', tenant, '', {sort: 'at', descending: true, limit: 200});
    const chosen = oneOf(rows);
    if (chosen) await makeSomethingHappen(records, clock, tenant, chosen.id, random());
  }

  let stop = clock.after(everyMs, again);
  function again(): void {
    // One tick that fails is followed by the next one.
    tick().catch((error: unknown) =>
      console.error(`ticker: ${error instanceof Error ? error.name : 'error'}`),
    );
    stop = clock.after(everyMs, again);
  }
  return () => stop();
}
