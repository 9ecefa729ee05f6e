import {expect} from '@open-wc/testing';
import {ApiProblem} from '../../src/api/api-problem.js';
import {LiveFeed, type FeedState} from '../../src/api/live-feed.js';
import type {SocketToken} from '../../src/domain/socket-token.js';
import {FakeClock, settled} from '../support/fake-clock.js';
import {FakePage} from '../support/fake-page.js';
import {FakeSockets, type FakeSocket} from '../support/fake-socket.js';
import {takeCaught} from '../support/trap.js';
import {waitUntil} from '../support/until.js';

const second = 1000;
const minute = 60 * second;

const opened: Watched[] = [];

/** A feed, and everything around it in the hands of the test. */
class Watched {
  readonly clock = new FakeClock();
  readonly page = new FakePage();
  readonly sockets = new FakeSockets();
  readonly states: FeedState[] = [];
  readonly events: unknown[] = [];
  readonly ready: (number | undefined)[] = [];
  tickets = 0;
  forbidden = 0;
  polls: number[] = [];
  returns = 0;
  random = 0.5;
  /** What asking for a ticket comes to. */
  answer: (signal: AbortSignal) => Promise<SocketToken> = () => {
    return Promise.resolve({token: `ticket-${this.tickets}`, url: 'wss://api.test/live'});
  };
  openSocket = (url: string, protocol: string): WebSocket => new this.sockets.WebSocket(url, protocol);
  readonly feed = new LiveFeed({
    id: 'c-1',
    ticket: (signal) => {
      this.tickets++;
      return this.answer(signal);
    },
    openSocket: (url, protocol) => this.openSocket(url, protocol),
    clock: this.clock,
    random: () => this.random,
    page: this.page,
    onState: (state) => this.states.push(state),
    onEvent: (event) => this.events.push(event),
    onReady: (revision) => this.ready.push(revision),
    onForbidden: () => this.forbidden++,
    onPoll: () => this.polls.push(this.clock.now()),
    onReturn: () => this.returns++,
  });

  constructor() {
    opened.push(this);
  }

  get state(): FeedState | undefined {
    return this.states.at(-1);
  }

  get attempts(): number {
    return this.sockets.opened.length;
  }

  get socket(): FakeSocket {
    return this.sockets.last;
  }

  async start(): Promise<this> {
    this.feed.start();
    await settled();
    return this;
  }

  /** The server lets the socket in. */
  welcome(revision = 1): void {
    this.socket.accept();
    this.socket.say({type: 'ready', id: 'c-1', revision});
  }

  async live(): Promise<this> {
    await this.start();
    this.welcome();
    return this;
  }

  /** Time passes on a healthy socket: the server beats every 25 s. */
  async beat(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 25 * second) {
      await this.clock.advance(Math.min(left, 25 * second));
      this.socket.say({type: 'hb'});
    }
  }

  /** Waits until the feed has dialled once more. */
  async dialled(): Promise<void> {
    while (this.sockets.alive.length === 0) await this.clock.advance(100);
  }

  /** Every attempt is cut off by the server in its way, for as long as it takes. */
  async refuse(ms: number, cut: (socket: FakeSocket) => void): Promise<void> {
    let seen = this.attempts - (this.sockets.alive.length > 0 ? 1 : 0);
    for (let left = ms; left > 0; left -= 100) {
      for (; seen < this.attempts; seen++) {
        const socket = this.sockets.opened[seen];
        if (socket) cut(socket);
      }
      await this.clock.advance(100);
    }
  }
}

const broken = (socket: FakeSocket): void => socket.end(1006);

describe('live feed', () => {
  afterEach(() => {
    for (const each of opened.splice(0)) each.feed.stop();
  });

  describe('signing in', () => {
    it('offers the protocol and signs in by the first message, never in the address', async () => {
      const w = await new Watched().start();
      expect(w.socket.offered).to.equal('kyc-review.v1');
      expect(w.socket.url).to.equal('wss://api.test/live');
      expect(w.socket.sent).to.eql([]);
      w.socket.accept();
      expect(w.socket.sent).to.eql(['{"type":"auth","token":"ticket-1"}']);
      expect(w.states).to.eql(['connecting']);
      w.socket.say({type: 'ready', id: 'c-1', revision: 7});
      expect(w.states).to.eql(['connecting', 'live']);
      expect(w.ready).to.eql([7]);
    });

    it('reads a ready without a revision as one that is not known', async () => {
      const w = await new Watched().start();
      w.socket.accept();
      w.socket.say({type: 'ready'});
      expect(w.ready).to.eql([undefined]);
    });

    it('says no token to a server that did not choose the protocol', async () => {
      const w = await new Watched().start();
      w.socket.accept('');
      expect(w.socket.sent).to.eql([]);
      expect(w.socket.closedWith).to.equal(1000);
      expect(w.state).to.equal('waiting');
    });

    it('takes no event before it is ready', async () => {
      const w = await new Watched().start();
      w.socket.accept();
      w.socket.say({type: 'step_results', id: 'c-1'});
      expect(w.events).to.eql([]);
    });

    it('does not take the ready of another subject', async () => {
      const w = await new Watched().start();
      w.socket.accept();
      w.socket.say({type: 'ready', id: 'c-2', revision: 1});
      expect(w.state).to.equal('connecting');
    });

    const silences = [
      {says: 'a dial that takes 10 s', until: 10 * second, before: () => {}},
      {says: 'a sign-in that takes 5 s', until: 5 * second, before: (w: Watched) => w.socket.accept()},
    ];
    for (const {says, until, before} of silences) {
      it(`gives up ${says}`, async () => {
        const w = await new Watched().start();
        before(w);
        await w.clock.advance(until - 1);
        expect(w.state).to.equal('connecting');
        await w.clock.advance(1);
        expect(w.state).to.equal('waiting');
        expect(w.socket.closedWith).to.equal(1000);
      });
    }
  });

  describe('events', () => {
    it('hands on what the server says changed, with its revision', async () => {
      const w = await new Watched().live();
      w.socket.say({type: 'step_results', id: 'c-1', revision: 8});
      w.socket.say({event: 'ai_generated_summary', id: 'c-1'});
      expect(w.events).to.eql([
        {type: 'step_results', id: 'c-1', revision: 8},
        {type: 'ai_generated_summary', id: 'c-1'},
      ]);
    });

    it('RT-28 ignores an event of another subject and accepts one without an id', async () => {
      const w = await new Watched().live();
      w.socket.say({type: 'step_results', id: 'c-2'});
      expect(w.events).to.eql([]);
      w.socket.say({type: 'step_results'});
      w.socket.say({type: 'step_results', id: null});
      expect(w.events).to.have.length(2);
    });

    it('RT-29 ignores unknown types and further fields', async () => {
      const w = await new Watched().live();
      w.socket.say({type: 'volcano', id: 'c-1'});
      w.socket.say({type: 'toString', id: 'c-1'});
      w.socket.say({type: '__proto__', id: 'c-1'});
      w.socket.say({type: 'step_results', id: 'c-1', colour: 'green', nested: {deep: [1]}});
      expect(w.events).to.eql([{type: 'step_results', id: 'c-1'}]);
      expect(w.state).to.equal('live');
    });

    it('RT-31 hands on nothing of what a frame says about the customer', async () => {
      const w = await new Watched().live();
      w.socket.say({
        type: 'step_results',
        id: 'c-1',
        revision: 3,
        name: 'CANARY',
        customer: {name: 'CANARY'},
      });
      expect(w.events).to.have.length(1);
      expect(JSON.stringify(w.events)).not.to.contain('CANARY');
    });

    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const frames: readonly (readonly [string, unknown])[] = [
      ['nothing', ''],
      ['null', 'null'],
      ['a number', '42'],
      ['a list', '["step_results"]'],
      ['half an object', '{"type":"step_results"'],
      ['a trailing comma', '{"type":"step_results",}'],
      ['single quotes', "{'type':'step_results'}"],
      ['an unquoted key', '{type:"step_results"}'],
      ['two values', '{"type":"step_results"}{}'],
      ['a control character in a string', '{"type":"step\u0001_results"}'],
      ['a lone escape', '{"type":"\\u00"}'],
      ['NaN', '{"type":"step_results","revision":NaN}'],
      ['a comment', '{"type":"step_results"/**/}'],
      ['a byte order mark', '\ufeff{"type":"step_results"}'],
      ['a leading zero', '{"type":"step_results","revision":01}'],
      ['a type that is an object', '{"type":{"a":1}}'],
      ['a type that is null', '{"type":null}'],
      ['only __proto__', '{"__proto__":{"type":"step_results"}}'],
      ['10,000 levels', deep],
      ['10,000 levels in a field', `{"type":"volcano","x":${deep}}`],
      ['10,000 levels, unclosed', '['.repeat(10_000)],
      ['10 MB', `{"type":"step_results","x":"${'x'.repeat(10_000_000)}"}`],
      ['just over 256 KiB', `{"type":"step_results","x":"${'x'.repeat(256 * 1024)}"}`],
      ['a binary frame', new TextEncoder().encode('{"type":"step_results"}').buffer],
      ['a blob', new Blob(['{"type":"step_results"}'])],
    ];
    for (const [says, frame] of frames) {
      it(`RT-30 ignores ${says}, and stays on`, async () => {
        const w = await new Watched().live();
        w.socket.say(frame);
        expect(w.events).to.eql([]);
        expect(w.state).to.equal('live');
        w.socket.say({type: 'step_results'});
        expect(w.events).to.have.length(1);
      });
    }
  });

  describe('the road back', () => {
    it('RT-01 RT-14 tries again after any uninvited end, and says that something may have been missed', async () => {
      for (const code of [1000, 1001, 1005, 1006, 1011, 1012]) {
        const w = await new Watched().live();
        w.socket.end(code);
        expect(w.state, String(code)).to.equal('waiting');
        await w.clock.advance(1_100);
        expect(w.attempts, String(code)).to.equal(2);
        w.welcome(9);
        expect(w.ready).to.eql([1, 9]);
        expect(w.states).to.eql(['connecting', 'live', 'waiting', 'connecting', 'live']);
      }
    });

    it('RT-02 needs at most six attempts for a server that is away for 10 s', async () => {
      const w = await new Watched().live();
      await w.refuse(10 * second, broken);
      expect(w.attempts - 1).to.be.at.most(6);
      await w.dialled();
      w.welcome();
      expect(w.state).to.equal('live');
    });

    it('RT-06 asks for a new ticket for every attempt, and less than one a second', async () => {
      const w = await new Watched().start();
      await w.refuse(5 * minute, broken);
      expect(w.tickets).to.equal(w.attempts);
      expect(w.attempts).to.be.below(300);
      const urls = w.sockets.opened.map(({url}) => url);
      expect(new Set(urls).size).to.equal(1);
    });

    it('RT-07 answers 4401 with a new ticket at once, and a second one within the minute with backoff', async () => {
      const w = await new Watched().live();
      await w.beat(15 * minute);
      w.socket.end(4401);
      await settled();
      expect(w.attempts).to.equal(2);
      expect(w.tickets).to.equal(2);
      w.welcome();
      expect(w.socket.sent[0]).to.contain('ticket-2');
      w.socket.end(4401);
      await settled();
      expect(w.attempts).to.equal(2);
      expect(w.state).to.equal('waiting');
      await w.clock.advance(2_100);
      expect(w.attempts).to.equal(3);
    });

    it('RT-07 is prompt again after a minute', async () => {
      const w = await new Watched().live();
      w.socket.end(4401);
      await settled();
      w.welcome();
      await w.beat(minute);
      w.socket.end(4401);
      await settled();
      expect(w.attempts).to.equal(3);
    });

    it('RT-08 goes on after a ticket failed five times', async () => {
      const w = new Watched();
      const good = w.answer;
      w.answer = () => Promise.reject(new ApiProblem('offline'));
      await w.start();
      while (w.tickets < 5) await w.clock.advance(second);
      w.answer = good;
      await w.dialled();
      expect(w.tickets).to.equal(6);
      w.welcome();
      expect(w.state).to.equal('live');
    });

    it('RT-08 goes on after a ticket function that throws at once', async () => {
      const w = new Watched();
      const good = w.answer;
      w.answer = () => {
        throw new Error('not today');
      };
      await w.start();
      w.answer = good;
      await w.clock.advance(2_100);
      expect(w.attempts).to.equal(1);
    });

    it('RT-09 gives up on a ticket that never comes after 10 s', async () => {
      const w = new Watched();
      let signal: AbortSignal | undefined;
      w.answer = (given) => {
        signal = given;
        return new Promise(() => {});
      };
      await w.start();
      await w.clock.advance(10 * second - 1);
      expect(w.state).to.equal('connecting');
      await w.clock.advance(1);
      expect(w.state).to.equal('waiting');
      expect(signal?.aborted).to.equal(true);
      await w.clock.advance(2_100);
      expect(w.tickets).to.equal(2);
    });

    it('RT-10 does not start counting anew for sockets that live less than 10 s', async () => {
      const w = await new Watched().start();
      await w.refuse(5 * minute, (socket) => {
        socket.accept();
        socket.say({type: 'ready', id: 'c-1', revision: 1});
        socket.end(1006);
      });
      expect(w.attempts).to.be.at.most(40);
    });

    it('starts counting anew after 10 s of life', async () => {
      const w = await new Watched().start();
      await w.refuse(minute, broken);
      await w.dialled();
      w.welcome();
      await w.clock.advance(10 * second);
      w.random = 1;
      const before = w.attempts;
      w.socket.end(1006);
      await w.clock.advance(2_100);
      expect(w.attempts).to.equal(before + 1);
    });

    const stops = [
      {code: 4400, state: 'degraded', forbidden: 0},
      {code: 4403, state: 'off', forbidden: 1},
      {code: 4404, state: 'off', forbidden: 0},
      {code: 4418, state: 'degraded', forbidden: 0},
    ] as const;
    for (const {code, state, forbidden} of stops) {
      it(`RT-11 never tries again after ${code}, and is ${state}`, async () => {
        const w = await new Watched().live();
        w.socket.end(code);
        await w.clock.advance(10 * minute);
        w.page.tell('wake');
        w.page.tell('restored');
        await w.clock.advance(minute);
        expect(w.attempts).to.equal(1);
        expect(w.tickets).to.equal(1);
        expect(w.state).to.equal(state);
        expect(w.forbidden).to.equal(forbidden);
        expect(w.polls.length > 0).to.equal(state === 'degraded');
      });
    }

    const refusals = [
      {kind: 'forbidden', state: 'off', forbidden: 1},
      {kind: 'unauthorized', state: 'off', forbidden: 0},
      {kind: 'not-found', state: 'degraded', forbidden: 0},
    ] as const;
    for (const {kind, state, forbidden} of refusals) {
      it(`RT-11 takes a ticket that is refused as ${kind} for an answer`, async () => {
        const w = new Watched();
        w.answer = () => Promise.reject(new ApiProblem(kind));
        await w.start();
        await w.clock.advance(10 * minute);
        expect(w.tickets).to.equal(1);
        expect([w.state, w.forbidden]).to.eql([state, forbidden]);
      });
    }

    for (const code of [4429, 1013]) {
      it(`RT-12 leaves the server alone for 30 s after ${code}, whatever wakes the page`, async () => {
        const w = await new Watched().live();
        w.random = 0;
        w.socket.end(code);
        await w.clock.advance(15 * second);
        w.page.tell('hidden');
        w.page.tell('visible');
        w.page.tell('wake');
        await w.clock.advance(15 * second - 1);
        expect(w.attempts).to.equal(1);
        await w.clock.advance(1);
        expect(w.attempts).to.equal(2);
        w.socket.end(code);
        await w.clock.advance(minute - 1);
        expect(w.attempts).to.equal(2);
      });
    }

    it('RT-12 waits as long as a rate-limited ticket asks for', async () => {
      const w = new Watched();
      w.answer = () => Promise.reject(new ApiProblem('rate-limited', {retryAfter: 90}));
      await w.start();
      await w.clock.advance(90 * second - 1);
      expect(w.tickets).to.equal(1);
      await w.clock.advance(1);
      expect(w.tickets).to.equal(2);
    });

    it('RT-13 takes the slow lane when the server reports trouble three times', async () => {
      const w = await new Watched().live();
      w.random = 0;
      w.socket.end(4500);
      await w.clock.advance(100);
      w.socket.end(4503);
      await w.clock.advance(100);
      w.socket.end(4500);
      await w.clock.advance(30 * second - 1);
      expect(w.attempts).to.equal(3);
      await w.clock.advance(1);
      expect(w.attempts).to.equal(4);
    });
  });

  describe('without a socket', () => {
    it('RT-03 polls about every minute after 30 s, keeps trying, and stops polling once live', async () => {
      const w = await new Watched().live();
      await w.refuse(30 * second, broken);
      expect(w.state).to.equal('degraded');
      await w.refuse(4.5 * minute, broken);
      expect(w.polls).to.have.length(4);
      expect(w.states.filter((state) => state === 'degraded')).to.have.length(1);
      for (const [index, at] of w.polls.entries()) {
        const before = w.polls[index - 1];
        if (before !== undefined) expect(at - before).to.be.within(48 * second, 72 * second);
      }
      await w.dialled();
      w.welcome();
      expect(w.state).to.equal('live');
      const polls = w.polls.length;
      await w.beat(5 * minute);
      expect(w.polls).to.have.length(polls);
    });

    it('is not degraded when the socket is back within 30 s', async () => {
      const w = await new Watched().live();
      await w.refuse(15 * second, broken);
      await w.dialled();
      w.welcome();
      await w.beat(minute);
      expect(w.states).not.to.include('degraded');
    });

    it('RT-42 does not try again where the page’s policy refuses the socket, and polls', async () => {
      const w = new Watched();
      w.openSocket = () => {
        throw new DOMException('Refused.', 'SecurityError');
      };
      await w.start();
      expect(w.states).to.eql(['connecting', 'degraded']);
      await w.clock.advance(10 * minute);
      expect(w.tickets).to.equal(1);
      expect(w.polls).to.have.length(10);
    });

    it('RT-42 hears of the refusal from the page itself, and causes no second one', async () => {
      const w = new Watched();
      // The policy of the test page knows no such origin, so this is the platform's own refusal.
      w.openSocket = (url, protocol) => new WebSocket(url, protocol);
      await w.start();
      await waitUntil(() => w.state === 'degraded');
      await w.clock.advance(10 * minute);
      expect(w.tickets).to.equal(1);
      const caught = await takeCaught();
      expect(caught).to.have.length(1);
      expect(caught[0]).to.contain('connect-src wss://api.test');
    });

    it('RT-42 lets a policy that refuses others, or only reports, be', async () => {
      const w = await new Watched().start();
      const refusals = [
        {blockedURI: 'wss://other.test', disposition: 'enforce'},
        {blockedURI: 'eval', disposition: 'enforce'},
        {blockedURI: 'wss://api.test', disposition: 'report'},
      ] as const;
      for (const each of refusals) {
        const details = {
          ...each,
          documentURI: '',
          effectiveDirective: 'connect-src',
          violatedDirective: 'connect-src',
          originalPolicy: '',
          statusCode: 200,
        };
        document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', details));
      }
      expect(await takeCaught()).to.have.length(3);
      w.welcome();
      expect(w.state).to.equal('live');
    });

    for (const url of [
      'ws://api.test/live',
      'https://api.test/live',
      'wss://me:secret@api.test/',
      'javascript:1',
      '',
    ]) {
      it(`RT-43 does not dial ${url || 'an empty address'}`, async () => {
        const w = new Watched();
        w.answer = () => Promise.resolve({token: 't', url});
        await w.start();
        await w.clock.advance(10 * minute);
        expect(w.attempts).to.equal(0);
        expect(w.tickets).to.equal(1);
        expect(w.state).to.equal('degraded');
      });
    }
  });

  describe('signs of life', () => {
    it('RT-15 takes a minute of silence for the end', async () => {
      const w = await new Watched().live();
      await w.beat(10 * minute);
      expect(w.state).to.equal('live');
      await w.clock.advance(minute - 1);
      expect(w.state).to.equal('live');
      await w.clock.advance(1);
      expect(w.state).to.equal('waiting');
      expect(w.socket.closedWith).to.equal(1000);
    });

    it('RT-15 finds out within 5 s when the page comes back', async () => {
      const w = await new Watched().live();
      w.page.tell('hidden');
      await w.clock.advance(20 * second);
      w.page.tell('visible');
      expect(w.socket.said).to.eql(['auth', 'ping']);
      await w.clock.advance(5 * second);
      expect(w.state).to.equal('waiting');
    });

    it('any frame answers a ping, even an unreadable one', async () => {
      const w = await new Watched().live();
      w.page.tell('wake');
      w.socket.say('?');
      await w.clock.advance(10 * second);
      expect(w.state).to.equal('live');
    });

    it('RT-16 never drops a socket that beats while the timers of a hidden page come late', async () => {
      const w = await new Watched().live();
      w.page.tell('hidden');
      for (let round = 0; round < 8; round++) {
        w.clock.sleep(25 * second);
        w.socket.say({type: 'hb'});
        w.clock.sleep(10 * second);
        await w.clock.advance(0);
      }
      expect(w.state).to.equal('live');
      expect(w.attempts).to.equal(1);
    });

    it('RT-17 asks before it gives up a socket after the machine has slept', async () => {
      const w = await new Watched().live();
      w.clock.sleep(60 * minute);
      await w.clock.advance(0);
      expect(w.state).to.equal('live');
      expect(w.socket.said).to.eql(['auth', 'ping']);
      w.socket.say({type: 'hb'});
      await w.clock.advance(59 * second);
      expect(w.state).to.equal('live');
      await w.clock.advance(second);
      expect(w.state).to.equal('waiting');
    });

    it('RT-17 looks once right after an hour of sleep, and reconnects', async () => {
      const w = await new Watched().live();
      w.clock.sleep(60 * minute);
      w.page.tell('wake');
      w.page.tell('visible');
      expect(w.returns).to.equal(1);
      await w.clock.advance(5 * second);
      expect(w.state).to.equal('waiting');
      await w.clock.advance(1_100);
      w.welcome(5);
      expect(w.ready).to.eql([1, 5]);
      expect(w.returns).to.equal(1);
    });
  });

  describe('hidden, left and back', () => {
    it('RT-18 does not reconnect while hidden', async () => {
      const w = await new Watched().live();
      w.page.tell('hidden');
      w.socket.end(1006);
      await w.clock.advance(30 * minute);
      expect(w.attempts - 1).to.be.at.most(1);
      expect(w.polls).to.eql([]);
      w.page.tell('visible');
      expect(w.returns).to.equal(1);
      await w.clock.advance(500);
      expect(w.attempts).to.equal(2);
    });

    it('RT-18 gives a healthy socket back after 5 minutes in the dark', async () => {
      const w = await new Watched().live();
      w.page.tell('hidden');
      await w.beat(5 * minute - second);
      expect(w.state).to.equal('live');
      await w.clock.advance(second);
      expect(w.socket.closedWith).to.equal(1000);
      await w.clock.advance(25 * minute);
      expect(w.attempts).to.equal(1);
      w.page.tell('visible');
      await w.clock.advance(500);
      expect([w.attempts, w.returns]).to.eql([2, 1]);
    });

    it('RT-18 keeps the socket of a page that is back in time, and does not look again', async () => {
      const w = await new Watched().live();
      w.page.tell('hidden');
      await w.beat(4 * minute);
      w.page.tell('visible');
      w.socket.say({type: 'hb'});
      await w.beat(10 * minute);
      expect([w.attempts, w.returns, w.state]).to.eql([1, 0, 'live']);
    });

    it('does not begin on a hidden page', async () => {
      const w = new Watched();
      w.page.hidden = true;
      await w.start();
      await w.clock.advance(10 * minute);
      expect([w.tickets, w.state]).to.eql([0, 'waiting']);
      w.page.tell('visible');
      await w.clock.advance(500);
      expect([w.tickets, w.returns]).to.eql([1, 1]);
    });

    for (const sign of ['visible', 'wake', 'restored'] as const) {
      it(`RT-19 comes back by ${sign} alone`, async () => {
        const w = await new Watched().live();
        w.page.tell('pagehide');
        await w.clock.advance(minute);
        w.page.tell(sign);
        await w.clock.advance(500);
        expect([w.attempts, w.returns]).to.eql([2, 1]);
      });
    }

    it('RT-19 looks once and dials once when all signs come together', async () => {
      const w = await new Watched().live();
      w.page.tell('hidden');
      w.socket.end(1006);
      await w.clock.advance(10 * minute);
      for (const sign of ['wake', 'visible', 'restored', 'wake', 'wake'] as const) w.page.tell(sign);
      await w.clock.advance(500);
      w.page.tell('wake');
      w.welcome();
      await w.beat(minute);
      expect([w.returns, w.attempts, w.state]).to.eql([1, 2, 'live']);
    });

    it('RT-19 is not held back by one either', async () => {
      const w = await new Watched().start();
      w.socket.end(1006);
      await w.clock.advance(second);
      w.page.tell('wake');
      await w.clock.advance(100);
      expect(w.attempts).to.equal(2);
    });

    it('RT-19 is not hurried by a reviewer who clicks in and out of the window', async () => {
      const w = await new Watched().start();
      w.socket.end(1006);
      let dials = w.attempts;
      for (let click = 0; click < 300; click++) {
        w.page.tell('wake');
        await w.clock.advance(200);
        if (w.attempts > dials) w.socket.end(1006);
        dials = w.attempts;
      }
      expect(w.attempts).to.be.at.most(14);
    });

    it('RT-20 closes on pagehide and dials again when the page is restored', async () => {
      const w = await new Watched().live();
      w.page.tell('pagehide');
      expect(w.socket.closedWith).to.equal(1000);
      expect(w.clock.pending).to.equal(0);
      await w.clock.advance(10 * minute);
      expect(w.attempts).to.equal(1);
      w.page.tell('restored');
      await w.clock.advance(500);
      w.welcome();
      expect([w.state, w.returns]).to.eql(['live', 1]);
    });

    it('RT-39 probes at once when the network is back', async () => {
      const w = await new Watched().live();
      w.page.tell('offline');
      await w.clock.advance(5 * second);
      w.page.tell('wake');
      expect(w.socket.said.at(-1)).to.equal('ping');
    });

    it('RT-39 dials within half a second when the network is back', async () => {
      const w = await new Watched().live();
      w.page.tell('offline');
      w.socket.end(1006);
      await w.refuse(7.5 * second, broken);
      const before = w.attempts;
      w.page.tell('wake');
      await w.clock.advance(500);
      expect(w.attempts).to.equal(before + 1);
    });
  });

  describe('leaving', () => {
    it('RT-37 closes with 1000 and leaves no timer and no listener behind', async () => {
      const w = await new Watched().live();
      w.feed.stop();
      expect(w.socket.closedWith).to.equal(1000);
      expect(w.clock.pending).to.equal(0);
      expect(w.page.listening).to.equal(0);
      expect(w.state).to.equal('off');
      w.socket.say({type: 'step_results'});
      w.socket.end(1006);
      await w.clock.advance(10 * minute);
      expect([w.events.length, w.attempts]).to.eql([0, 1]);
    });

    const moments: readonly (readonly [string, (w: Watched) => void | Promise<void>])[] = [
      ['while it asks for a ticket', () => {}],
      ['while it dials', () => settled()],
      ['while it signs in', (w) => settled().then(() => w.socket.accept())],
      ['while it waits', (w) => settled().then(() => w.socket.end(1006))],
      ['while it polls', (w) => w.refuse(3 * minute, broken)],
      ['while it waits for a pong', (w) => settled().then(() => (w.welcome(), w.page.tell('wake')))],
      ['while it is hidden', (w) => settled().then(() => (w.welcome(), w.page.tell('hidden')))],
    ];
    for (const [says, reach] of moments) {
      it(`RT-37 leaves nothing behind ${says}`, async () => {
        const w = new Watched();
        w.feed.start();
        await reach(w);
        w.feed.stop();
        await settled();
        expect(w.clock.pending).to.equal(0);
        expect(w.page.listening).to.equal(0);
        const {attempts, tickets} = w;
        await w.clock.advance(10 * minute);
        expect([w.attempts, w.tickets]).to.eql([attempts, tickets]);
        expect(w.sockets.alive).to.eql([]);
      });
    }

    it('starts again after a stop', async () => {
      const w = await new Watched().live();
      w.feed.stop();
      await w.live();
      expect(w.states).to.eql(['connecting', 'live', 'off', 'connecting', 'live']);
    });

    it('starting twice opens one socket', async () => {
      const w = await new Watched().start();
      await w.start();
      expect(w.attempts).to.equal(1);
    });
  });
});
