import {openBench, type Bench} from './browser.js';
import {bytes, decision, event, lifetimes, live, paintOf, scroll} from './measures.js';
import {measureNotFound} from './not-found.js';
import {measureServer} from './rates.js';

// `npm run bench [-- bytes paint detail live event decision server not-found scroll lifetimes]`: prints tables.
// Nothing here passes or fails; what the numbers should be stands in the titles.

/** What needs no page, and what does. */
const measures: Readonly<
  Record<string, {readonly alone: () => Promise<void>} | {readonly inPage: (bench: Bench) => Promise<void>}>
> = {
  bytes: {alone: bytes},
  paint: {inPage: paintOf('paint', 'profile')},
  detail: {inPage: paintOf('detail', 'verification')},
  live: {inPage: live},
  event: {inPage: event},
  decision: {inPage: decision},
  server: {alone: measureServer},
  'not-found': {alone: measureNotFound},
  scroll: {inPage: scroll},
  lifetimes: {inPage: lifetimes},
};

const named = process.argv.slice(2);
const unknown = named.filter((each) => !Object.hasOwn(measures, each));
if (unknown.length > 0) {
  console.error(
    `There is no measure called ${unknown.join()}; there are ${Object.keys(measures).join(', ')}.`,
  );
  process.exit(1);
}

let bench: Bench | undefined;
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (named.length > 0 && !named.includes(name)) continue;
    if ('alone' in measure) await measure.alone();
    else await measure.inPage((bench ??= await openBench()));
  }
} finally {
  await bench?.close();
}
