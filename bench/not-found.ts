import {aServer, somebody} from '../test/demo/a-server.js';
import {inMemory, inPglite} from '../test/demo/case-stores.js';
import {median, printTable} from './table.js';

const pairs = 1000;

/** How long "not found" takes for another tenant's verification, and for one that nobody has; by turns, each first as often. */
export async function measureNotFound(): Promise<void> {
  const rows: Record<string, string>[] = [];
  for (const [by, open] of [
    ['in memory', () => Promise.resolve(inMemory())],
    ['PGlite', inPglite],
  ] as const) {
    const store = await open();
    const server = await aServer(store.records);
    await store.records.putUser(somebody('the-owner', 'owner'));
    const token = await server.tokenOf('the-owner');
    const times = {'v-away': [] as number[], 'v-none': [] as number[]};
    // The first half warms up what is measured in the second.
    for (let pair = -pairs; pair < pairs; pair++) {
      const names = ['v-away', 'v-none'] as const;
      for (const name of pair % 2 === 0 ? names : names.toReversed()) {
        const began = performance.now();
        await (await server.ask(`verifications/idv/${name}`, {token})).text();
        if (pair >= 0) times[name].push(performance.now() - began);
      }
    }
    await server.backend.close();
    const [foreign, missing] = [median(times['v-away']), median(times['v-none'])];
    rows.push({
      by,
      "another tenant's": `${foreign.toFixed(3)} ms`,
      "nobody's": `${missing.toFixed(3)} ms`,
      ratio: (foreign / missing).toFixed(2),
    });
  }
  printTable(`"Not found", median of ${pairs} (SV-10: alike within a tenth, so that it tells nothing)`, rows);
}
