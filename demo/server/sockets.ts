import type {IncomingMessage, Server} from 'node:http';
import type {Duplex} from 'node:stream';
import {WebSocketServer} from 'ws';
import {subprotocol, type Live} from './live.js';

const largestFrame = 64 * 1024;

interface SocketOptions {
  readonly live: Live;
  readonly path: string;
  /** Other origins whose pages may open sockets. */
  readonly origins: readonly string[];
}

/** Carries the socket protocol over real WebSockets. */
export function serveSockets(server: Server, {live, path, origins}: SocketOptions): {close: () => void} {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    handleProtocols: () => subprotocol,
    perMessageDeflate: false,
  });

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => undefined);
    const refusal = refusalOf(request, path, origins);
    if (refusal) return refuse(stream, refusal);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const far = live.accept({
        origin: request.headers.origin ?? null,
        send: (text) => socket.send(text),
        close: (code, reason) => socket.close(code, reason),
      });
      socket.on('message', (data: Buffer, isBinary) => far.message(isBinary ? undefined : data.toString()));
      socket.on('close', () => far.closed());
      // What is wrong with a frame is answered by the library's own close code.
      socket.on('error', () => undefined);
    });
  });

  return {
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** Browsers always name the page's origin, and no page can change that; other programs need not. */
function refusalOf(request: IncomingMessage, path: string, origins: readonly string[]): string | undefined {
  if (request.url?.split('?')[0] !== path) return '404 Not Found';
  const {origin, host} = request.headers;
  const isOwn = origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
  if (origin !== undefined && !isOwn && !origins.includes(origin)) return '403 Forbidden';
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim());
  return offered.includes(subprotocol) ? undefined : '400 Bad Request';
}

function refuse(stream: Duplex, status: string): void {
  // Nobody else looks after this connection any more, and its far end may never end its half.
  stream.once('finish', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
