import {expect} from '@open-wc/testing';
import {ApiProblem} from '../../src/api/api-problem.js';
import {TokenSource, type Auth, type TokenRequest} from '../../src/api/token-source.js';
import {everythingIn} from '../support/everything-in.js';
import {FakeClock, settled} from '../support/fake-clock.js';

const second = 1000;
const {signal} = new AbortController();

class Desk {
  readonly clock = new FakeClock();
  readonly asked: TokenRequest[] = [];
  refused = 0;
  readonly source: TokenSource;

  constructor(auth: Auth) {
    this.source = new TokenSource(
      typeof auth === 'string'
        ? auth
        : (request) => {
            this.asked.push(request);
            return auth(request);
          },
      {clock: this.clock, onRefused: () => this.refused++},
    );
  }

  get reasons(): readonly string[] {
    return this.asked.map(({reason}) => reason);
  }
}

const numbered = (life?: number): Auth => {
  let count = 0;
  return () => {
    count++;
    return Promise.resolve(
      life === undefined ? `token-${count}` : {token: `token-${count}`, expires_in: life},
    );
  };
};

const problemOf = async (work: Promise<unknown>): Promise<ApiProblem> => {
  try {
    await work;
  } catch (error) {
    expect(error).to.be.instanceOf(ApiProblem);
    return error as ApiProblem;
  }
  return expect.fail('It did not fail.');
};

describe('token source', () => {
  it('asks once, with the reason, however many wait', async () => {
    const w = new Desk(numbered());
    const all = await Promise.all(Array.from({length: 100}, () => w.source.token(signal)));
    expect(new Set(all)).to.eql(new Set(['token-1']));
    expect(w.reasons).to.eql(['first']);
  });

  it('keeps a token without an end until it is refused', async () => {
    const w = new Desk(numbered());
    await w.source.token(signal);
    await w.clock.advance(1_000_000 * second);
    expect(await w.source.token(signal)).to.equal('token-1');
    expect(w.reasons).to.eql(['first']);
  });

  const lives = [
    {life: 60, early: 48},
    {life: 100, early: 80},
    {life: 3600, early: 3570},
  ];
  for (const {life, early} of lives) {
    it(`renews a token of ${life} s after ${early} s, and nobody waits for it`, async () => {
      const w = new Desk(numbered(life));
      await w.source.token(signal);
      await w.clock.advance(early * second - 1);
      await w.source.token(signal);
      expect(w.reasons).to.eql(['first']);
      await w.clock.advance(1);
      expect(await w.source.token(signal)).to.equal('token-1');
      await settled();
      expect(await w.source.token(signal)).to.equal('token-2');
      expect(w.reasons).to.eql(['first', 'expiring']);
    });
  }

  it('waits for the new token once the old one has ended', async () => {
    const w = new Desk(numbered(60));
    await w.source.token(signal);
    await w.clock.advance(60 * second);
    expect(await w.source.token(signal)).to.equal('token-2');
  });

  for (const expires_in of [0, -5, NaN, Infinity, '60' as unknown as number]) {
    it(`takes expires_in ${String(expires_in)} for not said`, async () => {
      const w = new Desk(() => ({token: 'token', expires_in}));
      await w.source.token(signal);
      await w.clock.advance(10_000 * second);
      await w.source.token(signal);
      expect(w.reasons).to.eql(['first']);
    });
  }

  it('AU-04 an early renewal that fails is tried again later, while the old token serves', async () => {
    let broken = false;
    const w = new Desk(() =>
      broken
        ? Promise.reject(new TypeError('Failed to fetch'))
        : Promise.resolve({token: 'token', expires_in: 100}),
    );
    await w.source.token(signal);
    broken = true;
    await w.clock.advance(80 * second);
    for (let round = 0; round < 20; round++) {
      expect(await w.source.token(signal)).to.equal('token');
      await settled();
    }
    expect(w.reasons).to.eql(['first', 'expiring']);
    await w.clock.advance(5 * second);
    await w.source.token(signal);
    await settled();
    expect(w.reasons).to.eql(['first', 'expiring', 'expiring']);
    expect(w.refused).to.equal(0);
  });

  it('AU-01 asks once for 100 refusals of one token', async () => {
    const w = new Desk(numbered());
    await w.source.token(signal);
    const fresh = await Promise.all(Array.from({length: 100}, () => w.source.replace('token-1', signal)));
    expect(new Set(fresh)).to.eql(new Set(['token-2']));
    expect(w.reasons).to.eql(['first', 'rejected']);
  });

  it('AU-02 a late refusal of an older token gets the current one and asks nobody', async () => {
    const w = new Desk(numbered());
    await w.source.token(signal);
    await w.source.replace('token-1', signal);
    expect(await w.source.replace('token-1', signal)).to.equal('token-2');
    expect(w.reasons).to.eql(['first', 'rejected']);
  });

  it('AU-03 a getter that returns the refused token again is not believed', async () => {
    const w = new Desk(() => Promise.resolve('same'));
    await w.source.token(signal);
    const {kind} = await problemOf(w.source.replace('same', signal));
    expect([kind, w.refused]).to.eql(['unauthorized', 1]);
    await problemOf(w.source.token(signal));
    await problemOf(w.source.replace('same', signal));
    expect([w.asked.length, w.refused]).to.eql([2, 1]);
  });

  it('AU-03 a renewal under way did not know of the refusal, so the getter is asked once more', async () => {
    const answers: ((token: string) => void)[] = [];
    const w = new Desk(
      () => new Promise((resolve) => answers.push((token) => resolve({token, expires_in: 60}))),
    );
    const first = w.source.token(signal);
    answers[0]?.('token-1');
    await first;
    await w.clock.advance(50 * second);
    await w.source.token(signal);
    const fresh = w.source.replace('token-1', signal);
    answers[1]?.('token-1');
    await settled();
    answers[2]?.('token-2');
    expect(await fresh).to.equal('token-2');
    expect(w.reasons).to.eql(['first', 'expiring', 'rejected']);
    expect(w.refused).to.equal(0);
  });

  it('AU-04 a getter that fails for a passing reason is asked again by the next request', async () => {
    let failing = true;
    const w = new Desk(() =>
      failing ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('token'),
    );
    expect((await problemOf(w.source.token(signal))).kind).to.equal('offline');
    expect((await problemOf(w.source.token(signal))).kind).to.equal('offline');
    failing = false;
    expect(await w.source.token(signal)).to.equal('token');
    expect(w.refused).to.equal(0);
  });

  it('AU-04 what a getter rejects with stays with the host', async () => {
    const w = new Desk(() => Promise.reject(new Error('CANARY user@example.test')));
    const problem = await problemOf(w.source.token(signal));
    expect(problem.kind).to.equal('server');
    expect(everythingIn(problem)).not.to.contain('CANARY');
  });

  it('AU-05 a plain token is kept until it is refused, and then nothing is given', async () => {
    const w = new Desk('plain');
    expect(await w.source.token(signal)).to.equal('plain');
    expect((await problemOf(w.source.replace('plain', signal))).kind).to.equal('unauthorized');
    expect((await problemOf(w.source.token(signal))).kind).to.equal('unauthorized');
    expect(w.refused).to.equal(1);
  });

  const unusable: readonly (readonly [string, unknown])[] = [
    ['undefined', undefined],
    ['null', null],
    ['a number', 42],
    ['an empty object', {}],
    ['an object with a number', {token: 42}],
    ['a list', ['token']],
    ['empty text', ''],
    ['a space', ' '],
    ['a space inside', 'to ken'],
    ['a trailing line break', 'token\n'],
    ['CRLF and a header', 'token\r\nX-Admin: 1'],
    ['a null byte', 'to\0ken'],
    ['a letter beyond ASCII', 'tokén'],
    ['1 MB', 'x'.repeat(1_000_000)],
    ['a little over 16 kB', 'x'.repeat(16_385)],
    ['an object whose token holds CRLF', {token: 'a\r\nb'}],
    ['a function', () => 'token'],
    ['a symbol', Symbol('token')],
  ];
  for (const [says, answer] of unusable) {
    it(`AU-06 refuses ${says} as a token, by its kind and without a word of it`, async () => {
      const w = new Desk(() => answer as string);
      const problem = await problemOf(w.source.token(signal));
      expect([problem.kind, problem.code]).to.eql(['configuration', 'auth_unusable']);
      expect(problem.message).to.equal('The review API could not be used: configuration.');
      expect(w.refused).to.equal(0);
    });
  }

  it('AU-06 refuses a plain token that could write headers', async () => {
    expect((await problemOf(new Desk('a\r\nb').source.token(signal))).kind).to.equal('configuration');
  });

  it('AU-06 a getter that throws at once is a mistake of the host', async () => {
    const w = new Desk(() => {
      throw new Error('CANARY');
    });
    const problem = await problemOf(w.source.token(signal));
    expect([problem.kind, problem.code]).to.eql(['configuration', 'auth_threw']);
    expect(everythingIn(problem)).not.to.contain('CANARY');
  });

  it('RT-09 gives up on a getter that never settles after 10 s, and tells it so', async () => {
    const w = new Desk(() => new Promise(() => {}));
    const waiting = problemOf(w.source.token(signal));
    await w.clock.advance(10 * second);
    expect((await waiting).kind).to.equal('timeout');
    expect(w.asked[0]?.signal.aborted).to.equal(true);
    expect(w.clock.pending).to.equal(0);
  });

  it('one who leaves does not take the token away from the others', async () => {
    let give: (token: string) => void = () => {};
    const w = new Desk(() => new Promise<string>((resolve) => (give = resolve)));
    const leaving = new AbortController();
    const left = w.source.token(leaving.signal).catch((error: Error) => error.name);
    const stays = w.source.token(signal);
    leaving.abort();
    expect(await left).to.equal('AbortError');
    give('token');
    expect(await stays).to.equal('token');
  });

  it('AU-10 no walk over its properties finds the token', async () => {
    for (const auth of ['CANARY', () => 'CANARY', () => ({token: 'CANARY', expires_in: 60})] as const) {
      const {source} = new Desk(auth);
      await source.token(signal);
      expect(everythingIn(source)).not.to.contain('CANARY');
      expect(Object.keys(source)).to.eql([]);
      expect(JSON.stringify(source)).to.equal('{}');
    }
  });
});
