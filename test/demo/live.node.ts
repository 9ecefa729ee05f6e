import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';
import type {Socket} from '../../demo/server/live.js';
import {MemoryRecords} from '../../demo/server/records/memory.js';
import {aServer, type TestServer} from './a-server.js';
import {home} from './contract-world.js';

interface Frame {
  readonly type: string;
  readonly id?: string;
  readonly revision?: number;
}

/** The client's end of a socket. */
class Line {
  readonly frames: Frame[] = [];
  closed: {readonly code: number; readonly reason: string} | undefined;
  private readonly far: Socket;

  constructor(server: TestServer, origin: string | null = null) {
    this.far = server.backend.live.accept({
      origin,
      send: (text) => this.frames.push(JSON.parse(text) as Frame),
      close: (code, reason) => (this.closed = {code, reason}),
    });
  }

  get code(): number | undefined {
    return this.closed?.code;
  }

  say(frame: unknown): void {
    this.far.message(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  sayBinary(): void {
    this.far.message(undefined);
  }

  leave(): void {
    this.far.closed();
  }

  /** Waits for what the store has to answer first. */
  async until(holds: () => boolean): Promise<void> {
    const end = Date.now() + 30_000;
    while (!holds()) {
      if (Date.now() > end) throw new Error(`Waited in vain: ${JSON.stringify([this.frames, this.closed])}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async untilClosed(): Promise<number | undefined> {
    await this.until(() => this.closed !== undefined);
    return this.closed?.code;
  }

  async untilFrame(type: string): Promise<Frame> {
    await this.until(() => this.frames.some((each) => each.type === type));
    return this.frames.find((each) => each.type === type)!;
  }
}

describe('a live socket', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await aServer(new MemoryRecords());
  });
  afterEach(() => server.backend.close());

  async function ticket(
    customer = 'c-full',
    user: 'boss' | 'clerk' = 'boss',
    origin?: string,
  ): Promise<string> {
    const answer = await server.ask(`customers/${customer}/socket-token`, {
      method: 'POST',
      token: await server.tokenOf(user),
      headers: origin === undefined ? {} : {Origin: origin},
    });
    const {token} = (await answer.json()) as {token: string};
    return token;
  }

  async function opened(customer = 'c-full', user: 'boss' | 'clerk' = 'boss'): Promise<Line> {
    const line = new Line(server);
    line.say({type: 'auth', token: await ticket(customer, user)});
    await line.untilFrame('ready');
    return line;
  }

  it('has a token that says where, how long and nothing else', async () => {
    const answer = await server.ask('customers/c-full/socket-token', {method: 'POST'});
    const {token, ...rest} = (await answer.json()) as Record<string, unknown>;
    assert.match(String(token), /^[0-9a-f]{64}$/);
    assert.deepEqual(rest, {expires_in: 60, url: 'ws://localhost:8080/api/live'});
  });

  it('is ready with the customer and the revision that its GET carries', async () => {
    const line = await opened();
    const {headers} = await server.ask('customers/c-full');
    assert.deepEqual(line.frames, [
      {type: 'ready', id: 'c-full', revision: Number(headers.get('X-Review-Revision'))},
    ]);
  });

  it('says what happened, to whom and at which revision, and nothing of what it is now', async () => {
    const line = await opened();
    const revision = await server.records.change(home, 'c-full', 'step_results', (folder) =>
      folder.setCustomer({...folder.customer, name: 'Changed'}),
    );
    assert.deepEqual(line.frames.at(-1), {type: 'step_results', id: 'c-full', revision});
  });

  it('hears of its own customer only', async () => {
    const line = await opened();
    await server.records.change(home, 'c-bare', 'step_results', () => undefined);
    assert.equal(line.frames.length, 1);
  });

  it('RT-05 loses nothing that happens between its token and its answer', async () => {
    const read = server.records.customer.bind(server.records);
    const line = new Line(server);
    const token = await ticket();
    server.records.customer = async (tenant, id) => {
      server.records.customer = read;
      const before = await read(tenant, id);
      await server.records.change(home, 'c-full', 'ai_generated_summary', () => undefined);
      return before;
    };
    line.say({type: 'auth', token});
    await line.untilFrame('ready');
    await line.untilFrame('ai_generated_summary');
    const [ready, news] = line.frames;
    assert.equal(news!.revision, ready!.revision! + 1);
  });

  it('SV-05 ends after 5 s without a token, and not before', () => {
    const line = new Line(server);
    server.clock.forward(4999);
    assert.equal(line.code, undefined);
    server.clock.forward(1);
    assert.equal(line.code, 4408);
  });

  const unreadable: readonly (readonly [string, unknown])[] = [
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', []],
    ['null', 'null'],
    ['a ping', {type: 'ping'}],
    ['no token', {type: 'auth'}],
    ['a token that is no text', {type: 'auth', token: 7}],
    ['more than 4 KiB', {type: 'auth', token: 'x', more: 'x'.repeat(4096)}],
    ['more than 4 KiB of long letters', {type: 'auth', token: 'x', more: '界'.repeat(1400)}],
  ];
  for (const [says, frame] of unreadable) {
    it(`SV-05 refuses a first frame with ${says}`, () => {
      const line = new Line(server);
      line.say(frame);
      assert.equal(line.closed?.code, 4400);
    });
  }

  it('SV-05 refuses a first frame that is not text', () => {
    const line = new Line(server);
    line.sayBinary();
    assert.equal(line.closed?.code, 4400);
  });

  it('SV-05 refuses a second token, even a good one', async () => {
    const line = await opened();
    line.say({type: 'auth', token: await ticket()});
    assert.equal(line.closed?.code, 4400);
  });

  it('SV-05 does not let sockets without a token pile up', () => {
    const lines = Array.from({length: 210}, () => new Line(server));
    assert.equal(lines.filter(({closed}) => closed?.code === 1013).length, 10);
    assert.equal(server.backend.live.open, 200);
    server.clock.forward(5000);
    assert.equal(server.backend.live.open, 0);
  });

  it('SV-04 takes a token once', async () => {
    const token = await ticket();
    const first = new Line(server);
    first.say({type: 'auth', token});
    await first.untilFrame('ready');
    const second = new Line(server);
    second.say({type: 'auth', token});
    assert.equal(await second.untilClosed(), 4401);
    assert.equal(first.closed, undefined);
  });

  it('SV-04 takes a token for 60 s', async () => {
    const [early, late] = [await ticket(), await ticket()];
    server.clock.forward(59_999);
    const line = new Line(server);
    line.say({type: 'auth', token: early});
    await line.untilFrame('ready');
    server.clock.forward(1);
    const other = new Line(server);
    other.say({type: 'auth', token: late});
    assert.equal(await other.untilClosed(), 4401);
  });

  it('SV-04 knows no token that it did not hand out', async () => {
    for (const token of ['', 'x', 'f'.repeat(64), await server.tokenOf('boss')]) {
      const line = new Line(server);
      line.say({type: 'auth', token});
      assert.equal(await line.untilClosed(), 4401);
    }
  });

  it('SV-04 takes a token from the origin that asked for it, and from no other', async () => {
    const cases = [
      ['https://one.example', 'https://one.example', undefined],
      ['https://one.example', 'https://other.example', 4401],
      ['https://one.example', null, 4401],
      [undefined, 'https://one.example', 4401],
    ] as const;
    for (const [asked, opens, code] of cases) {
      const line = new Line(server, opens);
      line.say({type: 'auth', token: await ticket('c-full', 'boss', asked)});
      if (code === undefined) await line.untilFrame('ready');
      else assert.equal(await line.untilClosed(), code);
    }
  });

  it('SV-04 has no place for a user who was disabled meanwhile', async () => {
    const token = await ticket('c-full', 'clerk');
    const clerk = (await server.records.user(home, 'clerk'))!;
    await server.records.putUser({...clerk, disabled: true});
    const line = new Line(server);
    line.say({type: 'auth', token});
    assert.equal(await line.untilClosed(), 4403);
  });

  it('SV-06 ends within 5 s of its user being disabled', async () => {
    const [line, other] = [await opened('c-full', 'clerk'), await opened('c-full', 'boss')];
    const clerk = (await server.records.user(home, 'clerk'))!;
    await server.records.putUser({...clerk, disabled: true});
    server.clock.forward(5000);
    assert.equal(await line.untilClosed(), 4403);
    assert.equal(other.closed, undefined);
  });

  it('says so within 5 s when its user may do something else than before', async () => {
    const line = await opened('c-full', 'clerk');
    const clerk = (await server.records.user(home, 'clerk'))!;
    await server.records.putUser({...clerk, permissions: ['view_document']});
    server.clock.forward(5000);
    const {id} = await line.untilFrame('permissions.changed');
    assert.equal(id, 'c-full');
    assert.equal(line.closed, undefined);
  });

  it('ends when its customer is gone', async () => {
    const token = await ticket();
    server.records.customer = () => Promise.resolve(undefined);
    const line = new Line(server);
    line.say({type: 'auth', token});
    assert.equal(await line.untilClosed(), 4404);
  });

  it('RT-15 beats every 25 s, and when asked', async () => {
    const line = await opened();
    const beats = () => line.frames.filter(({type}) => type === 'hb').length;
    server.clock.forward(25_000);
    assert.equal(beats(), 1);
    server.clock.forward(50_000);
    assert.equal(beats(), 3);
    line.say({type: 'ping'});
    assert.equal(beats(), 4);
  });

  it('RT-07 ends after 15 minutes, so that a token is needed again', async () => {
    const line = await opened();
    server.clock.forward(15 * 60_000 - 1);
    assert.equal(line.code, undefined);
    server.clock.forward(1);
    assert.equal(line.code, 4401);
  });

  it('RT-29 RT-30 ignores frames that it does not know, once it is open', async () => {
    const line = await opened();
    for (const frame of ['', '{', 'null', '[]', {type: 'nonsense'}, {no: 'type'}, 'x'.repeat(60_000)])
      line.say(frame);
    line.sayBinary();
    assert.equal(line.closed, undefined);
    assert.equal(line.frames.length, 1);
  });

  it('RT-12 slows down a client that never stops talking', async () => {
    const line = await opened();
    for (let n = 0; n < 200; n++) line.say({type: 'ping'});
    assert.equal(line.closed?.code, 4429);
  });

  it('gives one user 50 sockets at a time', async () => {
    const lines: Line[] = [];
    for (let n = 0; n < 50; n++) lines.push(await opened());
    const oneMore = new Line(server);
    oneMore.say({type: 'auth', token: await ticket()});
    assert.equal(await oneMore.untilClosed(), 4429);
    await opened('c-full', 'clerk');
    lines[0]!.leave();
    await opened();
  });

  it('SV-18 ends with 1012 when the server does, and takes no other', async () => {
    const line = await opened();
    await server.backend.close();
    assert.equal(line.closed?.code, 1012);
    assert.equal(new Line(server).closed?.code, 1012);
  });

  it('leaves nothing behind when it is left', async () => {
    const line = await opened();
    const waiting = new Line(server);
    assert.equal(server.backend.live.open, 2);
    line.leave();
    waiting.leave();
    assert.equal(server.backend.live.open, 0);
    assert.equal(server.clock.pending, 0);
    await server.records.change(home, 'c-full', 'step_results', () => undefined);
    assert.equal(line.frames.length, 1);
  });

  it('ends after a gap if it missed something, and stays if not', async () => {
    const records = new MemoryRecords();
    let gap = (): void => undefined;
    const listen = records.listen.bind(records);
    records.listen = (hear) => {
      let isCut = false;
      gap = () => {
        isCut = false;
        hear('gap');
      };
      return listen((change) => {
        if (change !== 'gap' && change.subject === 'customers/c-bare') isCut = true;
        if (!isCut) hear(change);
      });
    };
    await server.backend.close();
    server = await aServer(records);
    const [missing, whole] = [await opened('c-bare'), await opened('c-full')];
    await records.change(home, 'c-bare', 'step_results', () => undefined);
    gap();
    assert.equal(await missing.untilClosed(), 1012);
    assert.equal(whole.closed, undefined);
  });

  it('ends within 10 s where news do not arrive any more and nobody says that there was a gap', async () => {
    const records = new MemoryRecords();
    const listen = records.listen.bind(records);
    records.listen = (hear) =>
      listen((change) => {
        if (change === 'gap' || change.subject !== 'customers/c-bare') hear(change);
      });
    await server.backend.close();
    server = await aServer(records);
    const [whole, missing] = [await opened('c-full'), await opened('c-bare')];
    for (const id of ['c-full', 'c-bare']) await records.change(home, id, 'step_results', () => undefined);
    const {pending} = server.clock;
    server.clock.forward(5000);
    await missing.until(() => server.clock.pending === pending);
    // What is not told yet may be on its way.
    assert.equal(missing.closed, undefined);
    server.clock.forward(5000);
    assert.equal(await missing.untilClosed(), 1012);
    assert.equal(whole.closed, undefined);
  });
});
