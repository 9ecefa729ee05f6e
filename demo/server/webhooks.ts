import {createHmac} from 'node:crypto';
import {lookup, type LookupAddress} from 'node:dns';
import {request as requestPlain, type IncomingMessage} from 'node:http';
import {request as requestSecure} from 'node:https';
import {BlockList, isIPv6} from 'node:net';
import {nextTry} from './backoff.js';
import type {Clock} from './clock.js';
import type {OutboxRecords, WebhookMessage} from './records/outbox-records.js';
import {refusedUrl, secretPrefix} from './webhook-address.js';

const attemptMs = 10_000;
/** Longer than an attempt can take, so that nobody else takes what is still under way. */
const leaseMs = 6 * attemptMs;
const messagesAtOnce = 16;

/** The signature of one message (Standard Webhooks, symmetric). `at` is in seconds. */
export function signatureOf(secret: string, id: string, at: number, body: string): string {
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Addresses that are nobody's on the internet: a webhook must not reach what only the server can reach. */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

const isIn = (list: BlockList, address: string): boolean =>
  list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** What came of one attempt: a status, or in one word why there is none. */
export type Delivery = {readonly status: number; readonly retryAfterMs: number} | {readonly error: string};

interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Find = (
  host: string,
  options: {readonly all: true},
  answer: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

/**
 * Looks a host up and hands on only those of its addresses that it may have: this machine's own, or those on the
 * internet. The connection goes to the very address that was looked at; looked up again, the name could lead elsewhere.
 */
export const guardedLookup = (isHere: boolean, find: Find = lookup): typeof lookup =>
  // The overloads of `lookup` cannot be written as one function.
  ((host: string, options: object, answer: (error: Error | null, ...found: unknown[]) => void) => {
    find(host, {...options, all: true}, (error, addresses) => {
      if (error) return answer(error);
      const allowed = addresses.filter(({address}) => isIn(isHere ? loopback : inside, address) === isHere);
      const [first] = allowed;
      if (!first) return answer(new Error('refused'));
      if ('all' in options && options.all) return answer(null, allowed);
      answer(null, first.address, first.family);
    });
  }) as unknown as typeof lookup;

/** Sends one message. Redirects are not followed: they would lead past the checks of the address. */
export function post({url, headers, body}: Post, signal?: AbortSignal): Promise<Delivery> {
  if (refusedUrl(url) !== undefined) return Promise.resolve({error: 'refused'});
  const {protocol} = new URL(url);
  const send = protocol === 'https:' ? requestSecure : requestPlain;
  const ended = AbortSignal.any([AbortSignal.timeout(attemptMs), ...(signal ? [signal] : [])]);
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void =>
      resolve({error: ended.aborted ? 'timeout' : (error.code ?? error.message)});
    const outgoing = send(
      url,
      {method: 'POST', headers, signal: ended, lookup: guardedLookup(protocol === 'http:'), agent: false},
      (answer: IncomingMessage) => {
        // Only the status is of interest. A body that never ends ends with the connection.
        answer.on('error', () => undefined);
        answer.destroy();
        resolve({status: answer.statusCode ?? 0, retryAfterMs: retryAfterOf(answer.headers['retry-after'])});
      },
    );
    outgoing.on('error', onError);
    outgoing.end(body);
  });
}

const retryAfterOf = (header: string | undefined): number =>
  /^\d{1,7}$/.test(header ?? '') ? Number(header) * 1000 : 0;

interface DeliveryOptions {
  readonly outbox: OutboxRecords;
  readonly clock: Clock;
  readonly random: () => number;
  readonly send?: (message: Post, signal?: AbortSignal) => Promise<Delivery>;
  /** Ends attempts that are under way; they count as failed. */
  readonly signal?: AbortSignal;
}

/** Delivers what is due, message by message for each case. Answers how many attempts there were. */
export async function deliverDue({
  outbox,
  clock,
  random,
  send = post,
  signal,
}: DeliveryOptions): Promise<number> {
  const now = clock.now();
  const messages = await outbox.claimMessages({now, until: now + leaseMs, limit: messagesAtOnce});
  await Promise.all(
    messages.map(async (message) => {
      const delivery = await send(asPost(message, Math.floor(clock.now() / 1000)), signal);
      const at = clock.now();
      if ('status' in delivery && delivery.status >= 200 && delivery.status < 300) {
        await outbox.endMessage(message, {done: true, at});
        return;
      }
      const error = 'status' in delivery ? `status ${delivery.status}` : delivery.error;
      const asked = 'status' in delivery ? delivery.retryAfterMs : 0;
      // 410: whoever is there says that they want nothing any more.
      const next =
        'status' in delivery && delivery.status === 410
          ? undefined
          : nextTry(message.attempts, Date.parse(message.created_at), at, random, asked);
      await outbox.endMessage(message, {done: false, at, error, ...(next !== undefined && {next})});
    }),
  );
  return messages.length;
}

function asPost(message: WebhookMessage, at: number): Post {
  const {tenant, id, url, secret, type, created_at, data, attempts} = message;
  const body = JSON.stringify({
    id,
    type,
    created_at,
    tenant_id: tenant,
    data,
    metadata: {test: false, delivery_attempt: attempts},
  });
  return {
    url,
    body,
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      'User-Agent': 'kyc-review-demo',
      'webhook-id': id,
      'webhook-timestamp': String(at),
      'webhook-signature': signatureOf(secret, id, at, body),
    },
  };
}
