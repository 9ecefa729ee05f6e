import assert from 'node:assert/strict';
import {once} from 'node:events';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {request, type IncomingHttpHeaders, type IncomingMessage} from 'node:http';
import {connect, createServer, type AddressInfo, type Server} from 'node:net';
import {networkInterfaces, tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import WebSocket from 'ws';
import {FolderInUse, lockFolder} from '../../demo/server/folder-lock.js';
import {startServer, type RunningServer} from '../../demo/server/server.js';
import {findPostgres, isPostgresRequired, startPostgres, type RunningPostgres} from '../support/postgres.js';
import {listenTo, openPage} from './a-browser.js';
import {startProcess, type RunningProcess} from './a-process.js';
import {fill} from './contract-world.js';

const aFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'kyc-review-demo-'));
const throwAway = (folder: string): Promise<void> => rm(folder, {recursive: true, force: true});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks for a path exactly as it is written. */
async function asWritten(address: string, path: string, method = 'GET'): Promise<Answer> {
  const {port} = new URL(address);
  const asked = request({host: '127.0.0.1', port, path, method, agent: false}).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const body = Buffer.concat(await answer.toArray()).toString();
  return {status: answer.statusCode, headers: answer.headers, body};
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}

describe('the running server', () => {
  let folder: string;
  let server: RunningServer;
  const friend = 'https://friend.example';

  before(async () => {
    folder = await aFolder();
    const pages = join(folder, 'pages');
    await mkdir(join(pages, 'chunks'), {recursive: true});
    await writeFile(join(pages, 'index.html'), '<!doctype html><title>Back-office</title>');
    await writeFile(join(pages, 'main.js'), 'export {};');
    await writeFile(join(pages, 'chunks', 'one-A1.js'), 'export {};');
    await writeFile(join(folder, 'secret.json'), '{}');
    server = await startServer({
      port: 0,
      host: '127.0.0.1',
      dataFolder: join(folder, 'data'),
      pages,
      origins: [friend],
      ticker: false,
      seed: fill,
      say: () => undefined,
    });
  });
  after(async () => {
    await server.close();
    await throwAway(folder);
  });

  /** Sends bytes as they are and answers the status line's number, or nothing where the connection just ends. */
  async function raw(bytes: string, patience = 3000): Promise<number | undefined> {
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.setTimeout(patience, () => socket.destroy());
    socket.write(bytes);
    await once(socket, 'close');
    const [, status] = /^HTTP\/1\.1 (\d+)/.exec(said) ?? [];
    return status === undefined ? undefined : Number(status);
  }

  it('serves the page at its addresses, under the policy that the elements promise to work under', async () => {
    for (const path of ['/', '/profile/c-full', '/profile/%E6%9D%8E']) {
      const answer = await fetch(server.address + path);
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /Back-office/);
      const policy = answer.headers.get('Content-Security-Policy') ?? '';
      for (const directive of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "media-src 'self' blob:",
        "require-trusted-types-for 'script'",
      ]) {
        assert.ok(policy.split('; ').includes(directive), directive);
      }
      assert.ok(!policy.includes('unsafe'));
    }
    assert.equal(
      (await fetch(`${server.address}/main.js`)).headers.get('Content-Type'),
      'text/javascript; charset=utf-8',
    );
    assert.equal((await fetch(`${server.address}/chunks/one-A1.js`)).status, 200);
  });

  it('serves nothing beside the page', async () => {
    for (const path of [
      '/profile/',
      '/profile/a/b',
      '/nothing.js',
      '/..%2fsecret.json',
      '/secret.json',
      '/chunks',
      '/.env',
    ]) {
      assert.equal((await fetch(server.address + path)).status, 404, path);
    }
    assert.equal(await raw('GET /../secret.json HTTP/1.1\r\nHost: localhost\r\n\r\n'), 404);
  });

  it('AU-16 does not resolve dots in any spelling', async () => {
    const {port} = new URL(server.address);
    const page = await openPage(server.address, 'meridian-owner');
    const plain = await page.ask('api/customers/c-full');
    assert.equal(plain.status, 200);
    for (const path of [
      '/api/x/../customers',
      '/api/x/%2e%2e/customers',
      '/api/x/.%2E/customers',
      '/api/./customers',
      '/api//customers',
      '/api\\customers',
      '/api/customers/c-bare/../c-full',
    ]) {
      assert.equal(await raw(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`, 60_000), 404, path);
    }
  });

  for (const [path, method] of [
    ['/api/customers//x', 'GET'],
    ['/api/customers/..', 'GET'],
    ['/api/..', 'GET'],
    ['/api/../main.js', 'GET'],
    ['/api/%2e%2e/secret.json', 'GET'],
    ['/api/customers/%2e%2e/customers', 'GET'],
    ['/api/customers/%2E./customers?limit=1', 'POST'],
    ['/api\\customers', 'GET'],
    ['/api/customers\\..\\..\\secret.json', 'DELETE'],
    ['/chunks/../api/customers', 'GET'],
    ['http://localhost/api/customers', 'GET'],
  ] as const) {
    it(`AU-16 answers ${method} ${path} as the API answers what is not there`, async () => {
      const {status, headers, body} = await asWritten(server.address, path, method);
      assert.equal(status, 404);
      assert.equal(headers['content-type'], 'application/problem+json');
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['x-content-type-options'], 'nosniff');
      const {code, request_id} = JSON.parse(body) as {code: string; request_id: string};
      assert.equal(code, 'not_found');
      assert.match(request_id, /^req_/);
      assert.equal(headers['x-request-id'], request_id);
    });
  }

  it('says while it starts that it does, to those who ask the API as the API says it', async () => {
    const port = await freePort();
    const data = await aFolder();
    const address = `http://127.0.0.1:${port}`;
    const answers: Answer[] = [];
    const starting = await startServer({
      ...{port, host: '127.0.0.1', dataFolder: data, pages: data, ticker: false, say: () => undefined},
      seed: async (writer) => {
        for (const path of ['/api/customers', '/api/../x', '/']) answers.push(await asWritten(address, path));
        await fill(writer);
      },
    });
    await starting.close();
    await throwAway(data);
    for (const {status, headers} of answers) {
      assert.equal(status, 503);
      assert.equal(headers['retry-after'], '2');
    }
    for (const {headers, body} of answers.slice(0, 2)) {
      assert.equal(headers['content-type'], 'application/problem+json');
      assert.equal(headers['cache-control'], 'no-store');
      const {status, code, request_id} = JSON.parse(body) as Record<string, unknown>;
      assert.deepEqual({status, code}, {status: 503, code: 'server'});
      assert.equal(headers['x-request-id'], request_id);
    }
    assert.equal(answers[2]?.headers['content-type'], 'text/plain');
  });

  it('SV-12 answers odd requests without falling over', async () => {
    const host = `Host: ${new URL(server.address).host}\r\n`;
    const odd = [
      `GET /api/customers HTTP/1.1\r\n\r\n`,
      `GET /api/customers HTTP/1.1\r\n${host}${host}\r\n`,
      `GET /api/customers HTTP/1.1\r\nHost: a b\r\n\r\n`,
      `GET /api/customers HTTP/1.1\r\n${host}Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n`,
      `GET /api/customers HTTP/1.1\r\n${host}X: ${'x'.repeat(100_000)}\r\n\r\n`,
      `GET http://elsewhere.example/api/customers HTTP/1.1\r\n${host}\r\n`,
      `GET * HTTP/1.1\r\n${host}\r\n`,
      `TRACE /api/customers HTTP/1.1\r\n${host}\r\n`,
      `CONNECT /api/customers HTTP/1.1\r\n${host}\r\n`,
      `PATCH /api/customers HTTP/1.1\r\n${host}Content-Length: 0\r\n\r\n`,
      `GET /api/customers/%00 HTTP/1.1\r\n${host}\r\n`,
      `GET /api/customers/%ff%fe HTTP/1.1\r\n${host}\r\n`,
      `GET /api/customers?q=%zz HTTP/1.1\r\n${host}\r\n`,
      `POST /back-office/session HTTP/1.1\r\n${host}Content-Length: 1\r\n\r\n{`,
      `POST /back-office/session HTTP/1.1\r\n${host}Content-Length: 4\r\n\r\nnull`,
      `POST /back-office/session HTTP/1.1\r\n${host}Origin: null\r\nContent-Length: 2\r\n\r\n{}`,
      `POST /back-office/session HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      `NONSENSE\r\n\r\n`,
    ];
    for (const bytes of odd) {
      const status = await raw(bytes);
      assert.ok(
        status === undefined || (status >= 400 && status < 500),
        `${bytes.slice(0, 60)} -> ${status}`,
      );
    }
  });

  it('signs in the personas, each with what it may do', async () => {
    const {items} = (await (await fetch(`${server.address}/back-office/personas`)).json()) as {
      items: {id: string}[];
    };
    assert.equal(items.length, 7);
    for (const {id} of items) {
      const page = await openPage(server.address, id);
      const mayReadDocuments = !id.endsWith('-viewer');
      const customer = id.startsWith('kestrel') ? 'c-away' : 'c-full';
      assert.equal((await page.ask(`api/customers/${customer}`)).status, 200);
      assert.equal(
        (await page.ask(`api/customers/${customer}/documents`)).status,
        mayReadDocuments ? 200 : 403,
      );
    }
  });

  it('signs in nobody from another page, and nobody unknown', async () => {
    const signIn = (body: string, headers: Record<string, string>) =>
      fetch(`${server.address}/back-office/session`, {method: 'POST', body, headers});
    assert.equal(
      (await signIn('{"persona":"meridian-owner"}', {Origin: 'https://evil.example'})).status,
      403,
    );
    assert.equal((await signIn('{"persona":"meridian-owner"}', {Origin: friend})).status, 403);
    assert.equal((await signIn('{"persona":"somebody"}', {})).status, 400);
  });

  it('RT-31 tells a socket of what happened, after it was stored', async () => {
    const page = await openPage(server.address, 'meridian-owner');
    const {socket, frame} = await page.openSocket('c-full');
    const happened = await page.ask('back-office/something-happens', {
      method: 'POST',
      body: {customer_id: 'c-full'},
    });
    assert.equal(happened.status, 200);
    const {type, revision} = (await happened.json()) as {type: string; revision: number};
    assert.deepEqual(await frame(type), {type, id: 'c-full', revision});
    const {headers} = await page.ask('api/customers/c-full');
    assert.equal(headers.get('X-Review-Revision'), String(revision));
    socket.close();
  });

  it('makes nothing happen to another tenant, nor for nobody', async () => {
    const page = await openPage(server.address, 'meridian-owner');
    const to = (customer: unknown) =>
      page.ask('back-office/something-happens', {method: 'POST', body: {customer_id: customer}});
    assert.equal((await to('c-away')).status, 404);
    assert.equal((await to(7)).status, 404);
    const nobody = await fetch(`${server.address}/back-office/something-happens`, {
      method: 'POST',
      body: '{}',
    });
    assert.equal(nobody.status, 401);
  });

  const handshakes = [
    {says: 'from the page itself', path: '/api/live', protocol: 'kyc-review.v1', origin: 'own', status: 101},
    {says: 'from a listed origin', path: '/api/live', protocol: 'kyc-review.v1', origin: friend, status: 101},
    {
      says: 'from no page at all',
      path: '/api/live',
      protocol: 'kyc-review.v1',
      origin: undefined,
      status: 101,
    },
    {
      says: 'SV-04 from another origin',
      path: '/api/live',
      protocol: 'kyc-review.v1',
      origin: 'https://evil.example',
      status: 403,
    },
    {
      says: 'SV-04 from an origin without a name',
      path: '/api/live',
      protocol: 'kyc-review.v1',
      origin: 'null',
      status: 403,
    },
    {says: 'at another address', path: '/api/other', protocol: 'kyc-review.v1', origin: 'own', status: 404},
    {says: 'in another protocol', path: '/api/live', protocol: 'chat', origin: 'own', status: 400},
  ] as const;
  for (const {says, path, protocol, origin, status} of handshakes) {
    it(`answers ${status} to a socket ${says}`, async () => {
      const named = origin === 'own' ? server.address : origin;
      const socket = new WebSocket(`${server.address.replace('http', 'ws')}${path}`, protocol, {
        ...(named !== undefined && {origin: named}),
      });
      const answered = await new Promise<number | undefined>((resolve) => {
        socket.on('open', () => resolve(101));
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
        socket.on('error', () => undefined);
      });
      assert.equal(answered, status);
      if (status === 101) assert.equal(socket.protocol, 'kyc-review.v1');
      socket.terminate();
    });
  }

  const frames: readonly (readonly [string, string | Buffer, number])[] = [
    ['a token that nobody gave', JSON.stringify({type: 'auth', token: 'x'}), 4401],
    ['no token', '{"type":"ping"}', 4400],
    ['bytes', Buffer.from('{"type":"auth","token":"x"}'), 4400],
    ['5 KiB', JSON.stringify({type: 'auth', token: 'x'.repeat(5000)}), 4400],
    ['a megabyte', 'x'.repeat(1_000_000), 1009],
  ];
  for (const [says, frame, code] of frames) {
    it(`SV-05 ends a socket whose first frame is ${says} with ${code}`, async () => {
      const {socket, closed} = listenTo(
        new WebSocket(`${server.address.replace('http', 'ws')}/api/live`, 'kyc-review.v1', {
          origin: server.address,
        }),
      );
      socket.on('open', () => socket.send(frame));
      assert.equal(await closed(), code);
    });
  }

  it('SV-05 ends a socket that says nothing after 5 s', async () => {
    // Whoever asks for the socket may hear later than the server that it is open.
    const asked = performance.now();
    const {closed} = listenTo(
      new WebSocket(`${server.address.replace('http', 'ws')}/api/live`, 'kyc-review.v1', {
        origin: server.address,
      }),
    );
    assert.equal(await closed(), 4408);
    assert.ok(performance.now() - asked > 4900);
  });
});

describe('a data folder', () => {
  const started: RunningProcess[] = [];
  const others: Server[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((each) => each.stop('SIGKILL')));
    for (const each of others.splice(0)) each.close();
    for (const each of folders.splice(0)) await throwAway(each);
  });

  const start = (folder: string, env: Record<string, string> = {}): RunningProcess => {
    const running = startProcess('test/demo/small-server.ts', {DATA_DIR: folder, DATABASE_URL: '', ...env});
    started.push(running);
    return running;
  };
  /** Another program that has a port. */
  const otherProgram = async (answer: string, host = '127.0.0.1'): Promise<number> => {
    const other = createServer((socket) => socket.end(answer));
    others.push(other);
    other.listen(0, host);
    await once(other, 'listening');
    return (other.address() as AddressInfo).port;
  };
  const someFolder = async (): Promise<string> => {
    const folder = await aFolder();
    folders.push(folder);
    return folder;
  };
  const readLock = async (folder: string) => {
    const [name, ...more] = (await readdir(folder)).filter((each) => /^lock\..*json$/.test(each));
    assert.ok(name !== undefined && more.length === 0, `${name} ${more.join(' ')}`);
    return JSON.parse(await readFile(join(folder, name), 'utf8')) as {
      pid: number;
      port: number;
      address?: string;
    };
  };

  it('is opened by one process at a time; the second start says where the first one is', async () => {
    const folder = await someFolder();
    const first = start(folder);
    const [, address] = await first.until(/Ready: (\S+)/);
    const second = start(folder);
    assert.equal(await second.ended(), 1);
    assert.match(second.said(), new RegExp(`"name":"FolderInUse"`));
    assert.ok(second.said().includes(`"address":"${address}"`), second.said());
    assert.equal((await fetch(`${address}/api/customers`)).status, 401);
    assert.equal(await first.stop('SIGTERM'), 0);
  });

  it('SV-19 is taken over from a process that was killed, with all that it had stored', async () => {
    const folder = await someFolder();
    const first = start(folder);
    const [, address = ''] = await first.until(/Ready: (\S+)/);
    const page = await openPage(address, 'meridian-owner');
    const happened = await page.ask('back-office/something-happens', {
      method: 'POST',
      body: {customer_id: 'c-full'},
    });
    const {revision} = (await happened.json()) as {revision: number};
    assert.equal(await first.stop('SIGKILL'), 'SIGKILL');
    assert.equal((await readLock(folder)).pid, first.child.pid);

    const second = start(folder);
    const [, again = ''] = await second.until(/Ready: (\S+)/);
    const {headers} = await (await openPage(again, 'meridian-owner')).ask('api/customers/c-full');
    assert.equal(headers.get('X-Review-Revision'), String(revision));
    assert.equal(await second.stop('SIGTERM'), 0);
    await assert.rejects(readLock(folder));
  });

  it('SV-19 stays with a process that is too busy to answer by itself', async () => {
    const folder = await someFolder();
    const busy = startProcess('test/demo/busy-process.ts', {DATA_DIR: folder});
    started.push(busy);
    await busy.until(/Locked/);
    await assert.rejects(lockFolder(folder), FolderInUse);
    assert.equal(await busy.stop('SIGKILL'), 'SIGKILL');
    await (await lockFolder(folder)).release();
  });

  it('is not kept by a lock whose port now belongs to another program', async () => {
    const folder = await someFolder();
    const port = await otherProgram('something else entirely, and quite long at that');
    // This very process is alive, and still it is not the owner.
    await writeFile(join(folder, 'lock.json'), JSON.stringify({id: 'an-old-id', pid: process.pid, port}));
    const lock = await lockFolder(folder);
    assert.equal((await readLock(folder)).pid, process.pid);
    assert.notEqual((await readLock(folder)).port, port);
    await lock.release();
  });

  for (const text of ['', '{', 'null', '{"id":"x","pid":1,"port":99999999}', '{"id":"x","pid":1}']) {
    it(`is not kept by a lock that says ${text || 'nothing'}`, async () => {
      const folder = await someFolder();
      await writeFile(join(folder, 'lock.json'), text);
      const lock = await lockFolder(folder);
      await assert.rejects(lockFolder(folder), FolderInUse);
      await lock.release();
      await assert.rejects(readLock(folder));
    });
  }

  it('goes to one of several that come at the same time, to a dead lock and to none', async () => {
    for (const isDead of [true, false]) {
      for (let round = 0; round < 20; round++) {
        const folder = await someFolder();
        if (isDead) await writeFile(join(folder, 'lock.json'), JSON.stringify({id: 'dead', pid: 1, port: 1}));
        const outcomes = await Promise.allSettled(Array.from({length: 8}, () => lockFolder(folder)));
        const taken = outcomes.filter((each) => each.status === 'fulfilled');
        assert.equal(taken.length, 1);
        for (const each of outcomes)
          assert.ok(each.status === 'fulfilled' || each.reason instanceof FolderInUse);
        for (const {value} of taken) await value.release();
        assert.deepEqual(await readdir(folder), []);
      }
    }
  });

  // A browser asks for `localhost` at either address.
  const loopbacks = Object.values(networkInterfaces()).flatMap((each = []) =>
    each.filter(({internal}) => internal).map(({address}) => address),
  );
  for (const host of loopbacks.filter((each) => each === '127.0.0.1' || each === '::1')) {
    it(`is served on the next port when the wanted one is taken at ${host}, and that is said`, async () => {
      const folder = await someFolder();
      const port = await otherProgram('', host);
      const server = start(folder, {PORT: String(port)});
      const [, taken] = await server.until(/Ready: http:\/\/localhost:(\d+)/);
      assert.ok(Number(taken) > port);
      assert.match(server.said(), new RegExp(`Port ${port} is taken`));
      assert.equal(await server.stop('SIGTERM'), 0);
    });
  }
});

describe('the demo, as it is started', () => {
  it('fills an empty folder, also after Ctrl-C while it did, says how far it is and where to look, ends at Ctrl-C, and starts again with what it had', async () => {
    const folder = await aFolder();
    const start = () =>
      startProcess('demo/server/main.ts', {DATA_DIR: folder, DATABASE_URL: '', PORT: '0', TICKER: 'off'});
    const interrupted = start();
    await interrupted.until(/20,000 transactions/);
    assert.equal(await interrupted.stop('SIGINT'), 0);
    assert.doesNotMatch(interrupted.said(), /100,000 transactions/);

    const first = start();
    const [, address = ''] = await first.until(/Ready: (http:\/\/localhost:\d+)/);
    assert.match(first.said(), /100,000 transactions/);
    const list = await (await openPage(address, 'meridian-owner')).ask('api/customers?limit=200');
    const {total} = (await list.json()) as {total: number};
    assert.ok(total > 20);
    const second = start();
    assert.equal(await second.ended(), 1);
    assert.ok(second.said().includes(`It is running at ${address}`));
    // The terminal's Ctrl-C reaches the server twice: by itself and through the script that started it.
    first.child.kill('SIGINT');
    assert.equal(await first.stop('SIGINT'), 0);

    const third = start();
    const [, again = ''] = await third.until(/Ready: (http:\/\/localhost:\d+)/);
    assert.doesNotMatch(third.said(), /transactions/);
    const same = await (await openPage(again, 'meridian-owner')).ask('api/customers?limit=200');
    assert.equal(((await same.json()) as {total: number}).total, total);
    assert.equal(await third.stop('SIGTERM'), 0);
    await throwAway(folder);
  });
});

const hasPostgres = findPostgres() !== undefined;
if (!hasPostgres && !isPostgresRequired)
  console.log('SKIPPED: no PostgreSQL programs here (set PG_BIN to their folder).');

describe('two processes on one PostgreSQL', {skip: !hasPostgres && !isPostgresRequired}, () => {
  let postgres: RunningPostgres;
  let folder: string;
  let processes: readonly RunningProcess[];
  let addresses: readonly string[];

  before(async () => {
    postgres = await startPostgres();
    folder = await aFolder();
    const DATABASE_URL = await postgres.createDatabase();
    processes = [1, 2].map(() => startProcess('test/demo/small-server.ts', {DATA_DIR: folder, DATABASE_URL}));
    addresses = await Promise.all(processes.map(async (each) => (await each.until(/Ready: (\S+)/))[1] ?? ''));
  });
  after(async () => {
    await Promise.all(processes.map((each) => each.stop('SIGTERM').catch(() => undefined)));
    await postgres.stop();
    await throwAway(folder);
  });

  it('tell the sockets of one what happened at the other', async () => {
    const [one = '', other = ''] = addresses;
    const {socket, frame} = await (await openPage(one, 'meridian-owner')).openSocket('c-full');
    const page = await openPage(other, 'meridian-admin');
    const happened = await page.ask('back-office/something-happens', {
      method: 'POST',
      body: {customer_id: 'c-full'},
    });
    const {type, revision} = (await happened.json()) as {type: string; revision: number};
    assert.deepEqual(await frame(type), {type, id: 'c-full', revision});
    socket.close();
  });

  it("take each other's tokens, of both kinds", async () => {
    const [one = '', other = ''] = addresses;
    const page = await openPage(one, 'meridian-owner');
    const answer = await page.ask('api/customers/c-full/socket-token', {
      method: 'POST',
      headers: {Origin: other},
    });
    const {token} = (await answer.json()) as {token: string};
    const opened = listenTo(
      new WebSocket(`${other.replace('http', 'ws')}/api/live`, 'kyc-review.v1', {origin: other}),
    );
    opened.socket.on('open', () => opened.socket.send(JSON.stringify({type: 'auth', token})));
    assert.equal((await opened.frame('ready')).id, 'c-full');
    opened.socket.close();
  });

  it('RT-14 SV-18 end their sockets with 1012 when they are asked to stop, and the other one goes on', async () => {
    const [one = '', other = ''] = addresses;
    const {closed} = await (await openPage(one, 'meridian-owner')).openSocket('c-full');
    const {socket, frame} = await (await openPage(other, 'meridian-owner')).openSocket('c-full');
    assert.equal(await processes[0]!.stop('SIGTERM'), 0);
    assert.equal(await closed(), 1012);
    const page = await openPage(other, 'meridian-owner');
    const happened = await page.ask('back-office/something-happens', {
      method: 'POST',
      body: {customer_id: 'c-full'},
    });
    const {type} = (await happened.json()) as {type: string};
    await frame(type);
    socket.close();
  });
});
