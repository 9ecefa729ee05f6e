import type {Clock} from './clock.js';
import {makeSomethingHappen} from './happenings.js';
import type {Live} from './live.js';
import type {Records} from './records/records.js';
import {readSubject} from './records/subject.js';
import {tenants} from './world/world.js';

const everyMs = 20_000;

interface TickerOptions {
  readonly records: Records;
  readonly live: Live;
  readonly clock: Clock;
  readonly random: () => number;
}

/** Now and then something happens to a customer: to one that somebody looks at, else to any. Answers how to stop it. */
export function startTicker({records, live, clock, random}: TickerOptions): () => void {
  const oneOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];

  async function tick(): Promise<void> {
    const customers = live.watched().flatMap(({tenant: of, subject}) => {
      const name = readSubject(subject);
      return name.kind === 'customer' ? [{tenant: of, customer: name.id}] : [];
    });
    const watched = oneOf(customers);
    const tenant = watched?.tenant ?? oneOf(tenants)?.id ?? '';
    const anybody = async () =>
      oneOf((await records.list('customers', tenant, '', {sort: 'at', descending: true, limit: 200})).rows)
        ?.id;
    const customer = watched?.customer ?? (await anybody());
    if (customer !== undefined) await makeSomethingHappen(records, clock, tenant, customer, random());
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
