import {ApiProblem} from './api-problem.js';

/** This machine itself, where plain http and ws are as safe as they need to be. */
const isLoopback = (hostname: string): boolean =>
  /^(?:localhost|(?:[^.]+\.)+localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);

function parse(url: string, base?: string): URL | undefined {
  if (url.trim() === '') return undefined;
  try {
    const parsed = new URL(url, base);
    return parsed.username === '' && parsed.password === '' ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The API base as an absolute URL that ends with a slash. https, or http on this machine; no user info, no query.
 * Relative values resolve against the page. Throws a `configuration` problem for anything else.
 */
export function normalizeApiBase(value: string, pageUrl: string): string {
  const base = parse(value, pageUrl);
  // "api.example.com." is another origin than "api.example.com", and nobody means it.
  if (base?.hostname.endsWith('.')) base.hostname = base.hostname.slice(0, -1);
  const secure = base?.protocol === 'https:' || (base?.protocol === 'http:' && isLoopback(base.hostname));
  if (!base || !secure || base.search !== '' || base.hash !== '' || base.hostname.endsWith('.')) {
    throw new ApiProblem('configuration', {code: 'api_base_url'});
  }
  return base.pathname.endsWith('/') ? base.href : `${base.href}/`;
}

const encodedSeparator = /%(?:25)*(?:2f|5c|2e)/i;

/** Decodes what a careless proxy might decode once more, so that a path cannot climb out behind our back. */
function decoded(path: string): string {
  let plain = path;
  for (let round = 0; round < 5 && encodedSeparator.test(plain); round++) {
    plain = plain
      .replaceAll(/%25/g, '%')
      .replaceAll(/%2f|%5c/gi, '/')
      .replaceAll(/%2e/gi, '.');
  }
  return plain;
}

/** The absolute URL of something below the API base; `undefined` for everything else. The token goes nowhere else. */
export function fileUrl(apiBaseUrl: string, url: string): string | undefined {
  const base = new URL(apiBaseUrl);
  const target = parse(url, apiBaseUrl);
  if (!target || target.origin !== base.origin || !target.pathname.startsWith(base.pathname))
    return undefined;
  const asDecoded = parse(decoded(target.pathname).replaceAll(/\/{2,}/g, '/'), base.origin);
  if (!asDecoded?.pathname.startsWith(base.pathname)) return undefined;
  target.hash = '';
  return target.href;
}

/** Where a reviewer may be led: https anywhere, http on the page's own origin. Anything else is drawn as text. */
export function linkUrl(url: string, pageUrl: string): string | undefined {
  const target = parse(url, pageUrl);
  if (target?.protocol === 'https:') return target.href;
  return target?.protocol === 'http:' && target.origin === new URL(pageUrl).origin ? target.href : undefined;
}

/** Where a socket may be opened: wss anywhere, ws on this machine. */
export function socketUrl(url: string): string | undefined {
  const target = parse(url);
  if (!target) return undefined;
  if (target.protocol !== 'wss:' && !(target.protocol === 'ws:' && isLoopback(target.hostname)))
    return undefined;
  target.hash = '';
  return target.href;
}
