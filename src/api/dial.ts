import type {ProblemKind} from '../domain/problem.js';
import type {SocketToken} from '../domain/socket-token.js';
import {ApiProblem} from './api-problem.js';
import {socketUrl} from './api-url.js';
import type {Clock} from './clock.js';
import type {CloseReaction} from './close-codes.js';
import {abortable, Deadline} from './deadline.js';
import {liveProtocol} from './live-socket.js';
import {onPolicyRefusal} from './policy.js';

export interface DialOptions {
  /** Asks for a socket token, for every attempt anew: each opens one socket. */
  readonly ticket: (signal: AbortSignal) => Promise<SocketToken>;
  readonly openSocket: (url: string, protocol: string) => WebSocket;
  readonly clock: Clock;
}

const ticketTime = 10_000;

/** What is to be done where there is no ticket; all other kinds may pass by themselves. */
const reactions: {readonly [K in ProblemKind]?: CloseReaction} = {
  forbidden: 'forbidden',
  // Without a token of the host's there is no traffic at all until the session is replaced.
  unauthorized: 'gone',
  // A backend without sockets is no error: there is still polling.
  'not-found': 'stop',
  'rate-limited': 'slow',
};

/**
 * One attempt to get a connection: first a ticket, then a socket at the address that came with it. Returns the function
 * that ends the attempt; it closes no socket.
 *
 * @param onDialled There is a connection, though it may not be open yet.
 * @param onFailed There is none, or the page's policy has refused the one that was dialled. The server may have asked to
 *   be left alone for so many milliseconds.
 */
export function dial(
  {ticket, openSocket, clock}: DialOptions,
  onDialled: (connection: WebSocket, ticket: SocketToken) => void,
  onFailed: (reaction: CloseReaction, peace?: number) => void,
): () => void {
  const attempt = new AbortController();
  let trustPolicy = (): void => {};

  const run = async (): Promise<void> => {
    const deadline = new Deadline(clock, ticketTime, attempt.signal);
    const {signal} = deadline;
    let given: SocketToken;
    try {
      given = await abortable(ticket(signal), signal);
    } catch (error) {
      const {kind, retryAfter = 0} = ApiProblem.from(error);
      if (!attempt.signal.aborted) onFailed(reactions[kind] ?? 'retry', retryAfter * 1000);
      return;
    } finally {
      deadline.end();
    }
    if (attempt.signal.aborted) return;
    const url = socketUrl(given.url);
    // An insecure address is a mistake of the backend's configuration and must not even be dialled.
    if (url === undefined) return onFailed('stop');
    // Heard until the attempt is ended: one browser closes the socket first and says why afterwards.
    trustPolicy = onPolicyRefusal(url, () => onFailed('stop'));
    try {
      // What a host gives instead of the platform's may be no socket, which shows when it is used.
      onDialled(openSocket(url, liveProtocol), given);
    } catch (error) {
      const isPolicy = error instanceof Error && error.name === 'SecurityError';
      onFailed(isPolicy ? 'stop' : 'retry');
    }
  };

  void run();
  return () => {
    attempt.abort();
    trustPolicy();
  };
}
