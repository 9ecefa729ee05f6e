import assert from 'node:assert/strict';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {connect, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startServer, type RunningServer} from '../../demo/server/server.js';
import {fill} from './contract-world.js';

/** What ends a wait for something that does not come; nothing is judged by it. */
const patience = 10_000;

describe('the running server, to a client that does as it likes', () => {
  let folder: string;
  let server: RunningServer;
  let token: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kyc-review-demo-'));
    server = await startServer({
      ...{port: 0, host: '127.0.0.1', dataFolder: join(folder, 'data'), pages: folder, ticker: false},
      ...{subscriber: true, seed: fill, say: () => undefined},
    });
    const body = '{"persona":"meridian-owner"}';
    const session = await fetch(`${server.address}/back-office/session`, {method: 'POST', body});
    ({token} = (await session.json()) as {token: string});
  });
  after(async () => {
    await server.close();
    await rm(folder, {recursive: true, force: true});
  });

  /** A connection that stays open until it is ended, whatever the server does with its half. */
  async function open(): Promise<Socket> {
    const socket = connect({
      host: '127.0.0.1',
      port: Number(new URL(server.address).port),
      allowHalfOpen: true,
    });
    socket.on('error', () => undefined);
    socket.setTimeout(patience, () => socket.destroy());
    await once(socket, 'connect');
    return socket;
  }

  /** The number in the status line of the first answer. */
  async function statusOf(socket: Socket): Promise<number> {
    let said = '';
    for await (const chunk of socket.iterator({destroyOnReturn: false})) {
      said += String(chunk);
      const [, status] = /^HTTP\/1\.1 (\d+)/.exec(said) ?? [];
      if (status !== undefined) return Number(status);
    }
    return NaN;
  }

  for (const [method, path] of [
    ['POST', '/back-office/session'],
    ['POST', '/back-office/something-happens'],
    ['POST', '/back-office/subscriber/meridian'],
    ['PUT', '/api/settings/scoring'],
    ['POST', '/api/settings/webhooks'],
  ] as const) {
    it(`SV-14 stops reading what is too large at ${method} ${path}, before it has come to its end`, async () => {
      const socket = await open();
      const chunk = 'x'.repeat(64 * 1024);
      socket.write(
        `${method} ${path} HTTP/1.1\r\nHost: ${new URL(server.address).host}\r\nAuthorization: Bearer ${token}\r\n` +
          `Idempotency-Key: "${crypto.randomUUID()}"\r\nTransfer-Encoding: chunked\r\n\r\n`,
      );
      for (let sent = 0; sent < 20; sent++) socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
      const status = await statusOf(socket);
      socket.destroy();
      assert.equal(status, 413);
    });
  }

  it('SV-14 lets go of a connection that it has refused, also where the far end stays', async () => {
    const socket = await open();
    socket.write(
      `GET /api/nothing HTTP/1.1\r\nHost: ${new URL(server.address).host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    assert.equal(await statusOf(socket), 404);
    // Whoever goes on writing to a connection that nobody has any more is told so.
    const told = once(socket, 'error', {signal: AbortSignal.timeout(patience)});
    const knocking = setInterval(() => socket.write('x'), 20);
    const [{code}] = (await told.finally(() => {
      clearInterval(knocking);
      socket.destroy();
    })) as [NodeJS.ErrnoException];
    assert.match(String(code), /ECONNRESET|EPIPE/);
  });
});
