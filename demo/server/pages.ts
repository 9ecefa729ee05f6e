import {readFile} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {addressed} from '../addresses.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
};

/** What the elements promise to work under. */
const policy = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    // Not every browser takes the page's own host in the socket's scheme for the page itself.
    `connect-src 'self' ws://${host} wss://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** Serves the built back-office page and what it loads. */
export function createPages(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const {pathname, host} = new URL(request.url);
    const name = addressed(pathname) ? 'index.html' : pathname.slice(1);
    const type = types[extname(name)];
    // A plain name in the folder or below; nothing that could lead out of it.
    const isPlain = /^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)+$/.test(name);
    const bytes = type && isPlain ? await readFile(join(folder, name)).catch(() => undefined) : undefined;
    if (!type || !bytes)
      return new Response('Not found\n', {status: 404, headers: {'Content-Type': 'text/plain'}});
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response('Not allowed\n', {
        status: 405,
        headers: {Allow: 'GET, HEAD', 'Content-Type': 'text/plain'},
      });
    }
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
      headers: {
        'Content-Type': type,
        'Cache-Control': 'no-cache',
        'Content-Security-Policy': policy(host),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
      },
    });
  };
}
