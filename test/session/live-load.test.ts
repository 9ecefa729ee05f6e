import {expect} from '@open-wc/testing';
import {ApiProblem} from '../../src/api/api-problem.js';
import type {Answer} from '../../src/api/review-client.js';
import {LiveLoad} from '../../src/session/live-load.js';
import {FakeClock, settled} from '../support/fake-clock.js';
import {seeded} from '../support/seeded.js';

/** A server whose one value changes, and whose answers take as long as the test says. */
class Server {
  value = 'a';
  revision: number | undefined = 1;
  latency = 0;
  problem: ApiProblem | undefined;
  readonly started: number[] = [];
  readonly clock: FakeClock;

  constructor(clock: FakeClock) {
    this.clock = clock;
  }

  change(value: string): void {
    this.value = value;
    if (this.revision !== undefined) this.revision++;
  }

  readonly load = (signal: AbortSignal): Promise<Answer<string>> => {
    this.started.push(this.clock.now());
    const {value, revision, problem} = this;
    return new Promise((resolve, reject) => {
      const cancel = this.clock.after(this.latency, () => {
        if (problem) reject(problem);
        else resolve({value, text: value, at: this.clock.now(), ...(revision !== undefined && {revision})});
      });
      signal.addEventListener('abort', () => {
        cancel();
        reject(new DOMException('Gone.', 'AbortError'));
      });
    });
  };
}

function start({random = seeded(1), latency = 0} = {}) {
  const clock = new FakeClock();
  const server = new Server(clock);
  server.latency = latency;
  const drawn: string[] = [];
  const load = new LiveLoad<string>({
    load: server.load,
    clock,
    random,
    onChange: () => {
      const {state} = load;
      const problem = state.status === 'loading' ? undefined : state.problem?.kind;
      drawn.push([state.status, state.status === 'ready' ? state.value : '', problem ?? ''].join(' ').trim());
    },
  });
  load.run();
  return {clock, server, drawn, load};
}

describe('one resource kept fresh', () => {
  it('loads once, and again when told that it is stale', async () => {
    const {clock, server, drawn, load} = start();
    await clock.advance(0);
    server.change('b');
    load.invalidate();
    await clock.advance(2000);
    expect(drawn).to.deep.equal(['ready a', 'ready b']);
    expect(server.started.length).to.equal(2);
  });

  it('RT-23 a hundred events within a second: at most three requests, current two seconds later', async () => {
    const {clock, server, load, drawn} = start({latency: 40});
    await clock.advance(5000);
    const before = server.started.length;
    for (let at = 0; at < 100; at++) {
      server.change(`v${at}`);
      load.invalidate();
      await clock.advance(10);
    }
    await clock.advance(2000);
    expect(server.started.length - before).to.be.at.most(3);
    expect(drawn.at(-1)).to.equal('ready v99');
  });

  it('RT-24 an event every 100 ms for 10 s and a slow server: the screen goes on, with at most eleven requests', async () => {
    const {clock, server, load, drawn} = start({latency: 400});
    await clock.advance(5000);
    const before = server.started.length;
    let lastDrawn = clock.now();
    let longest = 0;
    let seen = drawn.length;
    for (let at = 0; at < 100; at++) {
      server.change(`v${at}`);
      load.invalidate();
      await clock.advance(100);
      if (drawn.length > seen) {
        longest = Math.max(longest, clock.now() - lastDrawn);
        lastDrawn = clock.now();
        seen = drawn.length;
      }
    }
    expect(longest).to.be.at.most(1500);
    expect(server.started.length - before).to.be.at.most(11);
    await clock.advance(3000);
    expect(drawn.at(-1)).to.equal('ready v99');
  });

  it('RT-22 a thousand clients hear of one event: no 100 ms hold more than 40 % of the requests', async () => {
    const random = seeded(7);
    const starts: number[] = [];
    for (let client = 0; client < 1000; client++) {
      const {clock, server, load} = start({random});
      await clock.advance(5000);
      const at = clock.now();
      load.invalidate();
      await clock.advance(1000);
      starts.push((server.started[1] ?? 0) - at);
    }
    const share = (from: number) => starts.filter((each) => each >= from && each < from + 100).length / 1000;
    expect(Math.max(...Array.from({length: 50}, (_, at) => share(at * 10)))).to.be.at.most(0.4);
  });

  it('RT-26 an older revision is dropped: in a thousand seeded runs nothing shown ever goes back', async () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const random = seeded(seed);
      const clock = new FakeClock();
      let revision = 5;
      const shown: number[] = [];
      const load: LiveLoad<number> = new LiveLoad<number>({
        clock,
        random,
        load: async () => {
          // A replica that lags behind by chance.
          const answered = Math.max(1, revision - Math.floor(random() * 4));
          return {value: answered, text: String(answered), revision: answered, at: clock.now()};
        },
        onChange: () => {
          if (load.state.status === 'ready') shown.push(load.state.value);
        },
      });
      load.run();
      for (let at = 0; at < 6; at++) {
        await settled();
        revision += Math.floor(random() * 3);
        load.run();
      }
      await settled();
      expect(shown, `seed ${seed}`).to.deep.equal([...shown].sort((a, b) => a - b));
    }
  });

  it('a server that counts anew is believed when the reviewer asks, and when the feed says so', async () => {
    const {clock, server, load, drawn} = start();
    await clock.advance(0);
    server.revision = 0;
    server.value = 'restored';
    load.invalidate();
    await clock.advance(2000);
    expect(drawn.at(-1)).to.equal('ready a');
    load.alignWith(0);
    await clock.advance(2000);
    expect(drawn.at(-1)).to.equal('ready restored');
  });

  const alignments = [
    {says: 'the very revision that is on its way', ready: 1, requests: 1},
    {says: 'a later revision than what is on its way', ready: 2, requests: 2},
    {says: 'no revision', ready: undefined, requests: 2},
  ];
  for (const {says, ready, requests} of alignments) {
    it(`RT-05 "ready" during the first request, with ${says}: ${requests} in all`, async () => {
      const {clock, server, load} = start({latency: 100});
      await clock.advance(50);
      load.alignWith(ready);
      await clock.advance(3000);
      expect(server.started.length).to.equal(requests);
    });
  }

  it('asks again at "ready" for what could not be refreshed, although it did not change', async () => {
    const {clock, server, load, drawn} = start();
    await clock.advance(0);
    server.problem = new ApiProblem('offline');
    load.invalidate();
    await clock.advance(2000);
    expect(drawn.at(-1)).to.equal('ready a offline');
    server.problem = undefined;
    load.alignWith(1);
    await clock.advance(2000);
    expect(drawn.at(-1)).to.equal('ready a');
  });

  it('RT-27 the same answer again: nothing is drawn', async () => {
    const {clock, load, drawn, server} = start();
    await clock.advance(0);
    load.invalidate();
    await clock.advance(2000);
    expect(server.started.length).to.equal(2);
    expect(drawn).to.deep.equal(['ready a']);
  });

  it('old data stays through a passing failure, with its problem, and recovers', async () => {
    const {clock, server, load, drawn} = start();
    await clock.advance(0);
    server.problem = new ApiProblem('server');
    load.invalidate();
    await clock.advance(2000);
    server.problem = undefined;
    load.invalidate();
    await clock.advance(2000);
    expect(drawn).to.deep.equal(['ready a', 'ready a server', 'ready a']);
  });

  for (const kind of ['unauthorized', 'forbidden', 'not-found'] as const) {
    it(`what was shown goes at ${kind}`, async () => {
      const {clock, server, load, drawn} = start();
      await clock.advance(0);
      server.problem = new ApiProblem(kind);
      load.invalidate();
      await clock.advance(2000);
      expect(drawn).to.deep.equal(['ready a', `failed  ${kind}`]);
    });
  }

  it('refresh() during a request waits for one that began after it', async () => {
    const {clock, server, load, drawn} = start({latency: 100});
    await clock.advance(50);
    server.change('b');
    let done = false;
    void load.refresh().then(() => (done = true));
    await clock.advance(60);
    expect(done).to.equal(false);
    await clock.advance(200);
    expect(done).to.equal(true);
    expect(drawn.at(-1)).to.equal('ready b');
    expect(server.started.length).to.equal(2);
  });

  it('RT-37 stopped: no timer waits, no request starts, refresh() does not hang', async () => {
    const {clock, server, load} = start({latency: 100});
    load.invalidate();
    load.stop();
    await load.refresh();
    load.invalidate();
    await clock.advance(10_000);
    expect(clock.pending).to.equal(0);
    expect(server.started.length).to.equal(1);
  });
});
