import 'kyc-review-elements';
import {smallCustomerId, someTransactions} from '../demo/server/world/small-world.js';
import {answering, pretendedBase} from '../stories/support/answering.js';
import {roundTrips} from './decision.js';
import {prepareEvents, runEvents, showWay} from './event.js';
import {countNodes, frame, isBusy, rootsBelow, settle, watch} from './look.js';
import {mount, smallBackend} from './mounts.js';
import {marks} from './tasks.js';
import {detail, paint} from './turns.js';

// Runs inside the measured page. The API is the reference server in memory, so that no network is measured.

export interface LiveRow {
  readonly event: string;
  readonly requests: readonly string[];
  readonly mutations: number;
}

/** What one live event costs: requests, and changes to the DOM. */
async function live(): Promise<readonly LiveRow[]> {
  const backend = await smallBackend();
  const profile = mount({backend, realtime: 'on'});
  await settle(profile);
  const cases: readonly {event: string; run: () => Promise<unknown>}[] = [
    {
      event: 'step_results, nothing new in it',
      run: () => backend.records.change('story', smallCustomerId, 'step_results', () => {}),
    },
    {
      event: 'step_results, one document decided',
      run: () =>
        backend.records.change('story', smallCustomerId, 'step_results', async (folder) => {
          const waiting = (await folder.rows('documents')).find(({approved}) => approved === null);
          if (!waiting) throw new Error('No document waits.');
          folder.put('documents', {...waiting, approved: true});
        }),
    },
    {
      event: 'ai_generated_summary, new text',
      run: () =>
        backend.records.change('story', smallCustomerId, 'ai_generated_summary', (folder) => {
          const {customer} = folder;
          const summary = customer.ai_generated_summary;
          if (!summary) throw new Error('There is no summary.');
          folder.setCustomer({...customer, ai_generated_summary: {...summary, text: `${summary.text} New.`}});
        }),
    },
  ];
  const rows: LiveRow[] = [];
  for (const {event, run} of cases) {
    const before = backend.requests.length;
    let mutations = 0;
    const observer = watch(profile, (records) => (mutations += records.length));
    await run();
    while (backend.requests.length === before) await frame();
    await settle(profile);
    observer.stop();
    rows.push({event, requests: backend.requests.slice(before), mutations});
  }
  profile.remove();
  return rows;
}

export interface ScrollRow {
  readonly rows: number;
  readonly nodes: number;
  readonly longestTask: number;
  readonly longestFrame: number;
}

/** Scrolls a list of transactions of some length: nodes alive, longest task, longest frame. */
async function scroll(count: number): Promise<ScrollRow> {
  const backend = await smallBackend();
  const all = someTransactions(count).map((each) => JSON.stringify(each));
  // The server would sort and search in this very page; only the elements are to be measured.
  const fetch = answering(
    {
      [`customers/${smallCustomerId}/transactions`]: ({url}) => {
        const {searchParams} = new URL(url);
        const offset = Number(searchParams.get('offset') ?? 0);
        const limit = Number(searchParams.get('limit') ?? 50);
        const items = all.slice(offset, offset + limit).join();
        return new Response(`{"items":[${items}],"next_cursor":null,"total":${all.length}}`, {
          headers: {'Content-Type': 'application/json'},
        });
      },
    },
    backend.fetch,
  );
  const profile = mount({backend, fetch});
  await settle(profile);
  const section = [...rootsBelow(profile)]
    .flatMap((root) => [...root.querySelectorAll('kyc-transactions-section')])
    .at(0);
  const scroller = section?.shadowRoot?.querySelector('.scroll.window');
  if (!section || !scroller) throw new Error('There is no table of transactions.');
  scroller.scrollIntoView();
  await settle(profile);

  performance.mark(marks.begin);
  let longestTask = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  tasks.observe({type: 'longtask'});
  let nodes = countNodes(section);
  let longestFrame = 0;
  let before = await frame();
  const step = async (to: number): Promise<void> => {
    scroller.scrollTop = to;
    const now = await frame();
    longestFrame = Math.max(longestFrame, now - before);
    before = now;
  };
  // A reader who scrolls on, and one who drags the thumb.
  for (let at = 1; at <= 240; at += 1) await step(at * 180);
  nodes = Math.max(nodes, countNodes(section));
  before = await frame();
  for (let at = 1; at <= 60; at += 1) await step(((at * 37) % 60) * (scroller.scrollHeight / 60));
  await settle(profile);
  nodes = Math.max(nodes, countNodes(section));
  tasks.disconnect();
  performance.mark(marks.end);
  const last = scroller.querySelectorAll('tr[aria-rowindex]').length;
  if (last === 0) throw new Error('The table has no rows after scrolling.');
  profile.remove();
  return {rows: count, nodes, longestTask, longestFrame};
}

const references: WeakRef<Element>[] = [];

/** Puts a profile on the page and takes it away again, as often as said; the page's owner then counts survivors. */
async function mountAndLeave(times: number): Promise<void> {
  const backend = await smallBackend();
  for (let at = 0; at < times; at += 1) {
    const profile = mount({backend, realtime: 'on'});
    references.push(new WeakRef(profile));
    await profile.updateComplete;
    // Every tenth is left only once its content is there.
    if (at % 10 === 0) while (isBusy(profile)) await frame();
    profile.remove();
  }
  await frame();
}

const survivors = (): number => references.filter((each) => each.deref() !== undefined).length;

export const scenarios = {
  ...{live, scroll, mountAndLeave, survivors, paint, detail, prepareEvents, showWay, runEvents, roundTrips},
  base: pretendedBase,
};

declare global {
  // The page is driven from outside, which can only reach what is global.
  var bench: typeof scenarios;
}

globalThis.bench = scenarios;
