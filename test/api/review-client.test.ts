import {expect} from '@open-wc/testing';
import {ApiProblem} from '../../src/api/api-problem.js';
import {RetryBudget} from '../../src/api/retry.js';
import {ReviewClient} from '../../src/api/review-client.js';
import type {Auth} from '../../src/api/token-source.js';
import {resource, type Resource} from '../../src/domain/resources.js';
import {everythingIn} from '../support/everything-in.js';
import {FakeClock, settled} from '../support/fake-clock.js';
import {FakeServer, json, later, never, problem, type Handler} from '../support/fake-server.js';
import {seeded} from '../support/seeded.js';
import {waitUntil} from '../support/until.js';

const second = 1000;
const base = 'https://api.test/v1/';
const {signal} = new AbortController();
const documents = resource('documents', 'c-1');

const document = {id: 'd-1', version: 1, type: 'ID', approved: null, archived: false};
const good = (): Response => json({items: [document]}, {headers: {'X-Review-Revision': '12'}});

class Office {
  readonly clock = new FakeClock();
  readonly server: FakeServer;
  readonly client: ReviewClient;
  authRequired = 0;

  constructor(handler: Handler, auth: Auth = 'token', budget = 1000) {
    this.server = new FakeServer(handler);
    this.client = new ReviewClient({
      apiBaseUrl: base,
      auth,
      fetch: this.server.fetch,
      clock: this.clock,
      random: () => 0,
      retryBudget: new RetryBudget(this.clock, budget),
      onAuthRequired: () => this.authRequired++,
    });
  }

  get sent(): number {
    return this.server.requests.length;
  }

  read(): Promise<unknown> {
    return this.client.read(documents, signal);
  }

  /** Lets time pass until the work is done, and says how much it took. */
  async outlast(work: Promise<unknown>): Promise<number> {
    const start = this.clock.now();
    let done = false;
    const end = (): void => {
      done = true;
    };
    work.then(end, end);
    while (!done) {
      // Retries wait in the platform's own time, so that has to pass, too.
      await new Promise((resolve) => setTimeout(resolve));
      if (!done) await this.clock.advance(500);
    }
    return this.clock.now() - start;
  }
}

const problemOf = async (work: Promise<unknown>): Promise<ApiProblem> => {
  try {
    await work;
  } catch (error) {
    expect(error).to.be.instanceOf(ApiProblem);
    return error as ApiProblem;
  }
  return expect.fail('It did not fail.');
};

/** Accepts one token, refuses all others. */
const accepting =
  (token: string): Handler =>
  ({headers}) =>
    headers.get('Authorization') === `Bearer ${token}` ? good() : problem(401, {code: 'unauthorized'});

const numbered = (): {auth: Auth; asked: string[]} => {
  const asked: string[] = [];
  const auth: Auth = ({reason}) => {
    asked.push(reason);
    return Promise.resolve(`token-${asked.length}`);
  };
  return {auth, asked};
};

describe('reading', () => {
  it('gives the value, the text as it came, the revision and the time', async () => {
    const w = new Office(good);
    const answer = await w.client.read(documents, signal);
    expect(answer.value.items.map(({id}) => id)).to.eql(['d-1']);
    expect(JSON.parse(answer.text)).to.eql({items: [document]});
    expect([answer.revision, answer.at]).to.eql([12, w.clock.now()]);
  });

  it('AU-12 does without headers that CORS does not expose', async () => {
    const w = new Office(() => json({items: []}));
    const answer = await w.client.read(documents, signal);
    expect(answer).not.to.have.property('revision');
  });

  for (const said of ['', 'twelve', '-1', '1.5', '9'.repeat(30)]) {
    it(`takes the revision ${JSON.stringify(said)} for not said`, async () => {
      const w = new Office(() => json({items: []}, {headers: {'X-Review-Revision': said}}));
      expect(await w.client.read(documents, signal)).not.to.have.property('revision');
    });
  }

  it('AU-14 AU-07 goes out discreetly: no cookies, no redirects, no cache, no referrer, the token in its header alone', async () => {
    const w = new Office(good, 'CANARY');
    await w.client.read(resource('transactions', 'c-1', {q: 'a b', status: ['x', 'y']}), signal);
    const [request] = w.server.requests;
    expect(request).to.include({
      method: 'GET',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      url: 'https://api.test/v1/customers/c-1/transactions?q=a+b&status=x&status=y',
    });
    expect(Object.fromEntries(request?.headers ?? [])).to.eql({
      accept: 'application/json',
      authorization: 'Bearer CANARY',
    });
  });

  it('AU-14 a redirect that fetch refuses is a problem of the way, not of the reviewer', async () => {
    const w = new Office(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await problemOf(w.read())).kind).to.equal('offline');
  });

  const outside = [
    'https://evil.test/v1/x',
    '//evil.test/x',
    '/v2/x',
    '../x',
    'a/..%2f..%2fx',
    'http://api.test/v1/x',
  ];
  for (const url of outside) {
    it(`AU-16 never asks for ${url}, whoever names it`, async () => {
      const w = new Office(good);
      const wanted = {...documents, url} as Resource<unknown>;
      expect((await problemOf(w.client.read(wanted, signal))).code).to.equal('outside_api');
      expect((await problemOf(w.client.file(url, signal))).code).to.equal('outside_api');
      expect((await problemOf(w.client.socketToken(url, signal))).kind).to.equal('not-found');
      expect(w.sent).to.equal(0);
    });
  }

  it('ends by the caller’s own abort, and tells fetch', async () => {
    const w = new Office(never);
    const leaving = new AbortController();
    const reading = w.client.read(documents, leaving.signal).catch((error: Error) => error.name);
    await settled();
    leaving.abort();
    expect(await reading).to.equal('AbortError');
    expect(w.server.requests[0]?.signal.aborted).to.equal(true);
    expect(w.clock.pending).to.equal(0);
  });

  it('ends when the client is closed, and sends nothing afterwards', async () => {
    const w = new Office(never);
    const reading = w.read().catch((error: Error) => error.name);
    await settled();
    w.client.close();
    expect(await reading).to.equal('AbortError');
    expect(await w.read().catch((error: Error) => error.name)).to.equal('AbortError');
    expect(w.sent).to.equal(1);
  });
});

describe('problems', () => {
  const statuses = [
    [400, 'invalid'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'contract'],
    [409, 'conflict'],
    [410, 'not-found'],
    [412, 'conflict'],
    [413, 'invalid'],
    [414, 'contract'],
    [415, 'invalid'],
    [422, 'invalid'],
    [428, 'contract'],
    [429, 'rate-limited'],
    [431, 'contract'],
    [500, 'server'],
    [501, 'server'],
    [503, 'server'],
    [599, 'server'],
  ] as const;
  for (const [status, kind] of statuses) {
    it(`MU-24 reads ${status} as ${kind}`, async () => {
      const w = new Office(() => problem(status, {code: 'some_code'}, {'X-Request-Id': 'req-1'}));
      const {kind: read, code, requestId, status: seen} = await problemOf(w.read());
      expect({read, code, requestId, seen}).to.eql({
        read: kind,
        code: 'some_code',
        requestId: 'req-1',
        seen: status,
      });
    });
  }

  const bodies: readonly (readonly [string, () => Response, string])[] = [
    [
      'an HTML page',
      () => new Response('<h1>Oops</h1>', {status: 500, headers: {'Content-Type': 'text/html'}}),
      'server',
    ],
    [
      'HTML that says it is JSON',
      () => new Response('<h1>', {status: 500, headers: {'Content-Type': 'application/json'}}),
      'server',
    ],
    ['a list', () => json([1], {status: 500}), 'server'],
    ['null', () => json(null, {status: 404}), 'not-found'],
    ['a megabyte', () => json({code: 'x', pad: 'x'.repeat(1_000_000)}, {status: 500}), 'server'],
    ['a sentence as its code', () => problem(403, {code: 'Jane Doe may not'}), 'forbidden'],
    ['an object as its code', () => problem(403, {code: {a: 1}}), 'forbidden'],
    ['204', () => new Response(null, {status: 204}), 'contract'],
    ['200 and nothing', () => new Response(''), 'contract'],
    ['200 and half an answer', () => new Response('{"items":[{"id":'), 'contract'],
    [
      '200 and a page',
      () => new Response('<!doctype html>', {headers: {'Content-Type': 'text/html'}}),
      'contract',
    ],
    ['200 and another shape', () => json({items: 'many'}), 'contract'],
    ['200 and null', () => json(null), 'contract'],
    ['304', () => new Response(null, {status: 304}), 'contract'],
    ['an answer without a status', () => Response.error(), 'contract'],
  ];
  for (const [says, response, kind] of bodies) {
    it(`MU-24 reads ${says} as ${kind}`, async () => {
      const found = await problemOf(new Office(response).read());
      expect([found.kind, found.code]).to.eql([kind, undefined]);
    });
  }

  it('MU-24 leaves an answer that unfolds beyond 50 MB', async () => {
    let pulled = 0;
    const piece = new Uint8Array(4 * 1024 * 1024);
    const endless = (): Response =>
      new Response(
        new ReadableStream({
          pull: (out) => {
            pulled++;
            out.enqueue(piece);
          },
        }),
      );
    const w = new Office(endless);
    const {kind, code} = await problemOf(w.read());
    expect([kind, code, w.sent]).to.eql(['contract', 'too_large', 1]);
    expect(pulled).to.be.below(20);
  });

  it('MU-24 a refusal whose body never ends counts by its status', async () => {
    const w = new Office(() => new Response(new ReadableStream(), {status: 403}));
    const reading = problemOf(w.read());
    await w.outlast(reading);
    expect((await reading).kind).to.equal('forbidden');
  });

  it('AU-09 hold no token, no address and no word of the answer, however they came about', async () => {
    const handlers: readonly Handler[] = [
      () => problem(403, {title: 'CANARY', detail: 'CANARY', code: 'CANARY jane'}),
      () => problem(500, {detail: 'CANARY'}, {'X-Request-Id': 'CANARY jane doe'}),
      () => json({items: 'CANARY'}),
      () => new Response('CANARY {'),
      () => Promise.reject(new TypeError('CANARY')),
      () => Promise.reject(new Error('CANARY')),
      () => problem(401, {detail: 'CANARY'}),
      () => {
        throw new Error('CANARY');
      },
    ];
    for (const handler of handlers) {
      const w = new Office(handler, 'CANARY-token');
      const found = await problemOf(w.client.read(resource('documents', 'CANARY-id'), signal));
      expect(everythingIn(found)).not.to.contain('CANARY');
      expect(`${found.message}${String(found.stack)}${JSON.stringify(found)}`).not.to.contain('CANARY');
      expect(found.cause).to.equal(undefined);
    }
  });

  it('withdraw what was shown at no, and not at later', async () => {
    const withdrawing = await Promise.all(
      [403, 404, 409, 500, 503, 429].map(async (status) => {
        const {withdraws} = await problemOf(new Office(() => problem(status)).read());
        return withdraws ? status : undefined;
      }),
    );
    expect(withdrawing.filter(Boolean)).to.eql([403, 404]);
  });
});

describe('trying again', () => {
  for (const status of [408, 429, 502, 503, 504]) {
    it(`MU-23 sends a read again at ${status}, twice at most`, async () => {
      const w = new Office(() => problem(status));
      await problemOf(w.read());
      expect(w.sent).to.equal(3);
    });
  }

  for (const status of [400, 403, 404, 409, 413, 500, 501]) {
    it(`does not send a read again at ${status}`, async () => {
      const w = new Office(() => problem(status));
      await problemOf(w.read());
      expect(w.sent).to.equal(1);
    });
  }

  it('sends a read again when the network fails, and takes the good answer', async () => {
    let left = 2;
    const w = new Office(() => (left-- > 0 ? Promise.reject(new TypeError('Failed to fetch')) : good()));
    await w.read();
    expect(w.sent).to.equal(3);
  });

  it('sends a read again when its answer breaks off', async () => {
    let left = 1;
    const broken = (): Response =>
      new Response(new ReadableStream({start: (out) => out.error(new TypeError('network error'))}));
    const w = new Office(() => (left-- > 0 ? broken() : good()));
    await w.read();
    expect(w.sent).to.equal(2);
  });

  it('MU-21 never sends a socket token’s request again', async () => {
    for (const handler of [() => problem(503), () => Promise.reject(new TypeError('Failed to fetch'))]) {
      const w = new Office(handler);
      await problemOf(w.client.socketToken('customers/c-1', signal));
      expect(w.sent).to.equal(1);
    }
  });

  const future = new Date(Date.UTC(2026, 0, 5, 10)).toUTCString();
  const past = new Date(Date.UTC(2020, 0, 5, 10)).toUTCString();
  const now = new Date(Date.UTC(2026, 0, 5, 9)).toUTCString();
  const waits = [
    {says: '3600', sent: 1, retryAfter: 3600},
    {says: '11', sent: 1, retryAfter: 11},
    {says: future, sent: 1, retryAfter: 3600},
    {says: past, sent: 3, retryAfter: undefined},
    {says: '0', sent: 3, retryAfter: 0},
    {says: '-5', sent: 3, retryAfter: undefined},
    {says: 'soon', sent: 3, retryAfter: undefined},
    {says: '1e99', sent: 3, retryAfter: undefined},
    {says: '9'.repeat(400), sent: 3, retryAfter: undefined},
    {says: '', sent: 3, retryAfter: undefined},
  ];
  for (const {says, sent, retryAfter} of waits) {
    it(`MU-22 comes to an end at once with Retry-After ${JSON.stringify(says.slice(0, 40))}`, async () => {
      const w = new Office(() => problem(429, {}, {'Retry-After': says, Date: now}));
      const found = await problemOf(w.read());
      expect([found.kind, found.retryAfter, w.sent]).to.eql(['rate-limited', retryAfter, sent]);
    });
  }

  it('MU-22 reads a date against the answer’s own clock, and without one not at all', async () => {
    const w = new Office(() => problem(429, {}, {'Retry-After': future}));
    expect((await problemOf(w.read())).retryAfter).to.equal(undefined);
  });

  it('MU-22 waits as long as a short Retry-After says', async () => {
    let left = 1;
    const w = new Office(() => (left-- > 0 ? problem(503, {}, {'Retry-After': '1'}) : good()));
    const before = performance.now();
    await w.read();
    expect(performance.now() - before).to.be.above(950);
  });

  it('gives one try 10 s and all tries 20 s', async () => {
    const w = new Office(never);
    const reading = problemOf(w.read());
    const took = await w.outlast(reading);
    expect((await reading).kind).to.equal('timeout');
    expect(took).to.be.within(20_000, 20_500);
    expect(w.sent).to.be.within(2, 3);
    expect(w.server.requests.every((each) => each.signal.aborted)).to.equal(true);
  });

  it('MU-22 says what the server said last when the time is up', async () => {
    const w = new Office(() => problem(429, {}, {'Retry-After': '10'}));
    const reading = problemOf(w.read());
    expect(await w.outlast(reading)).to.be.within(20_000, 20_500);
    const {kind, retryAfter} = await reading;
    expect([kind, retryAfter, w.sent]).to.eql(['rate-limited', 10, 1]);
  });

  it('MU-23 shares a budget of ten retries a minute', async () => {
    const w = new Office(() => problem(503), 'token', 10);
    for (let round = 0; round < 10; round++) await problemOf(w.read());
    expect(w.sent).to.equal(10 + 10);
    await w.clock.advance(60 * second);
    await problemOf(w.read());
    expect(w.sent).to.equal(23);
  });
});

describe('the token', () => {
  it('AU-01 asks the host once for 100 refusals, and sends each request once more', async () => {
    const {auth, asked} = numbered();
    const w = new Office(accepting('token-2'), auth);
    const answers = await Promise.all(Array.from({length: 100}, () => w.read()));
    expect(answers).to.have.length(100);
    expect(asked).to.eql(['first', 'rejected']);
    expect(w.sent).to.equal(200);
    expect(w.authRequired).to.equal(0);
  });

  it('AU-02 late refusals of the older token use the new one, in any order, over 20 seeds', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = seeded(seed);
      const {auth, asked} = numbered();
      const accept = accepting('token-2');
      const w: Office = new Office(
        (request) => later(w.clock, random() * 5000, () => accept(request) as Response),
        auth,
      );
      const reading = Promise.all(Array.from({length: 10}, () => w.read()));
      await w.outlast(reading);
      await reading;
      expect(asked, `seed ${seed}`).to.eql(['first', 'rejected']);
      expect(w.sent, `seed ${seed}`).to.equal(20);
    }
  });

  it('AU-03 does not send the refused token again when the host has no other', async () => {
    const w = new Office(accepting('other'), () => Promise.resolve('same'));
    expect((await problemOf(w.read())).kind).to.equal('unauthorized');
    expect([w.sent, w.authRequired]).to.eql([1, 1]);
  });

  it('a second refusal ends all traffic, and the host hears of it once', async () => {
    const {auth, asked} = numbered();
    const w = new Office(() => problem(401), auth);
    const found = await Promise.all(Array.from({length: 20}, () => problemOf(w.read())));
    expect(new Set(found.map(({kind}) => kind))).to.eql(new Set(['unauthorized']));
    expect(w.authRequired).to.equal(1);
    const {sent} = w;
    await problemOf(w.read());
    await problemOf(w.client.file('files/1', signal));
    await problemOf(w.client.socketToken('customers/c-1', signal));
    expect(w.sent).to.equal(sent);
    expect(asked).to.eql(['first', 'rejected']);
  });

  it('is renewed once per request, whatever happens between two refusals', async () => {
    const {auth, asked} = numbered();
    const statuses = [401, 503, 401, 401];
    const w: Office = new Office(() => problem(statuses[w.sent - 1] ?? 401), auth);
    expect((await problemOf(w.read())).kind).to.equal('unauthorized');
    expect([w.sent, w.authRequired]).to.eql([3, 1]);
    expect(asked).to.eql(['first', 'rejected']);
  });

  it('AU-04 a getter that fails for a passing reason is no logout', async () => {
    let failing = true;
    const w = new Office(accepting('token'), () =>
      failing ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('token'),
    );
    expect((await problemOf(w.read())).kind).to.equal('offline');
    expect([w.sent, w.authRequired]).to.eql([0, 0]);
    failing = false;
    await w.read();
    expect([w.sent, w.authRequired]).to.eql([1, 0]);
  });

  it('AU-05 a plain token that is refused stops everything, with one call for a new one', async () => {
    const w = new Office(() => problem(401), 'old');
    await Promise.all(Array.from({length: 5}, () => problemOf(w.read())));
    const {sent} = w;
    await problemOf(w.read());
    expect(w.sent).to.equal(sent);
    expect(w.authRequired).to.equal(1);
    expect(new Set(w.server.tokens)).to.eql(new Set(['old']));
  });

  it('AU-06 sends nothing with a token that cannot stand in a header', async () => {
    for (const token of ['', ' ', 'a\r\nX-Admin: 1', 'x'.repeat(20_000)]) {
      const w = new Office(good, () => token);
      expect((await problemOf(w.read())).kind).to.equal('configuration');
      expect([w.sent, w.authRequired]).to.eql([0, 0]);
    }
  });

  it('is renewed before it ends, without stopping a request that is running', async () => {
    let count = 0;
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const w: Office = new Office(
      () => (w.sent === 2 ? gate.then(good) : good()),
      () => ({token: `token-${++count}`, expires_in: 60}),
    );
    await w.read();
    await w.clock.advance(50 * second);
    const running = w.read();
    await waitUntil(() => w.sent === 2 && count === 2);
    await w.read();
    open();
    await running;
    expect(w.server.tokens).to.eql(['token-1', 'token-1', 'token-2']);
    expect(w.server.requests.some((each) => each.signal.aborted)).to.equal(false);
  });

  it('AU-10 cannot be found by walking the client', async () => {
    const {client} = new Office(good, () => ({token: 'CANARY', expires_in: 60}));
    await client.read(documents, signal);
    expect(everythingIn(client)).not.to.contain('CANARY');
  });

  it('RT-09 a getter that never settles costs 10 s, not 20', async () => {
    const w = new Office(good, () => new Promise(() => {}));
    const reading = problemOf(w.read());
    expect(await w.outlast(reading)).to.be.within(9_900, 10_500);
    expect([(await reading).kind, (await reading).code]).to.eql(['timeout', 'auth_timeout']);
  });
});

describe('files', () => {
  const bytes = (size: number, type: string): Response =>
    new Response(new Uint8Array(size), {headers: {'Content-Type': type}});
  const megabyte = 1024 * 1024;

  it('keep the server’s media type', async () => {
    const blob = await new Office(() => bytes(5, 'image/png')).client.file('files/1', signal);
    expect([blob.type, blob.size]).to.eql(['image/png', 5]);
  });

  it('are asked for with the token, below the base', async () => {
    const w = new Office(() => bytes(5, 'image/png'));
    await w.client.file('documents/d-1/files/f-1', signal);
    expect(w.server.requests[0]?.url).to.equal('https://api.test/v1/documents/d-1/files/f-1');
    expect(w.server.tokens).to.eql(['token']);
  });

  const sizes = [
    {type: 'image/png', size: 20 * megabyte, fits: true},
    {type: 'image/png', size: 20 * megabyte + 1, fits: false},
    {type: 'IMAGE/JPEG', size: 20 * megabyte + 1, fits: false},
    {type: 'application/pdf', size: 20 * megabyte + 1, fits: true},
  ];
  for (const {type, size, fits} of sizes) {
    it(`${fits ? 'take' : 'refuse'} ${size} bytes of ${type}`, async () => {
      const fetched = new Office(() => bytes(size, type)).client.file('files/1', signal);
      if (fits) expect((await fetched).size).to.equal(size);
      else expect((await problemOf(fetched)).code).to.equal('too_large');
    });
  }

  it('may take their time as long as they flow', async () => {
    let left = 6;
    const w: Office = new Office(
      () =>
        new Response(
          new ReadableStream({
            pull: (out) =>
              new Promise<void>((resolve) => {
                w.clock.after(8 * second, () => {
                  if (left-- > 0) out.enqueue(new Uint8Array(10));
                  else out.close();
                  resolve();
                });
              }),
          }),
        ),
    );
    const fetched = w.client.file('files/1', signal);
    expect(await w.outlast(fetched)).to.be.above(40 * second);
    expect((await fetched).size).to.equal(60);
  });

  it('end when nothing flows for 10 s', async () => {
    const w = new Office(
      () => new Response(new ReadableStream({start: (out) => out.enqueue(new Uint8Array(10))})),
      'token',
      0,
    );
    const fetched = problemOf(w.client.file('files/1', signal));
    await w.outlast(fetched);
    expect((await fetched).kind).to.equal('timeout');
  });
});

describe('socket tokens', () => {
  it('are asked for by POST below the subject, without a body and without a key', async () => {
    const w = new Office(() =>
      json({token: 'ticket', expires_in: 60, url: 'wss://api.test/live'}, {status: 201}),
    );
    const ticket = await w.client.socketToken('customers/c-1', signal);
    expect(ticket).to.eql({token: 'ticket', expires_in: 60, url: 'wss://api.test/live'});
    const [request] = w.server.requests;
    expect(request).to.include({method: 'POST', url: 'https://api.test/v1/customers/c-1/socket-token'});
    expect(request?.headers.has('Idempotency-Key')).to.equal(false);
    expect(await request?.text()).to.equal('');
  });

  it('are renewed with the host’s token like everything else', async () => {
    const {auth, asked} = numbered();
    const ticket = {token: 'ticket', url: 'wss://api.test/live'};
    const w = new Office(
      ({headers}) => (headers.get('Authorization') === 'Bearer token-2' ? json(ticket) : problem(401)),
      auth,
    );
    expect((await w.client.socketToken('customers/c-1', signal)).token).to.equal('ticket');
    expect(asked).to.eql(['first', 'rejected']);
  });

  for (const body of [
    {},
    {token: '', url: 'wss://api.test'},
    {token: 't'},
    {token: {}, url: 'wss://api.test'},
    [],
    'x',
  ]) {
    it(`are not made up from ${JSON.stringify(body)}`, async () => {
      const w = new Office(() => json(body));
      expect((await problemOf(w.client.socketToken('customers/c-1', signal))).kind).to.equal('contract');
    });
  }
});
