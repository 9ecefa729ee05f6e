import {entityTag, idempotencyKey} from '../domain/intent.js';
import {rememberTimes} from './answer-times.js';
import {ApiProblem} from './api-problem.js';
import type {Answered, Intent, ReviewAction} from './decision.js';
import {readRefusal} from './refusal.js';
import {limitForJson, parseJson, type ReviewClient} from './review-client.js';
import {scalarBody} from './scalar-body.js';

interface ActOptions {
  /** A UUID, the same for every repetition. */
  readonly key: string;
  /** Milliseconds. */
  readonly within: number;
  readonly signal: AbortSignal;
}

/** What is accepted on the very version that the reviewer has seen; nothing else names one. */
const versioned: ReadonlySet<ReviewAction> = new Set(['approve', 'reject', 'cancel', 'resend', 'reopen']);

/** What tells one confirmed intent from another, and the version that it is meant for. */
const headersOf = ({action, version}: Pick<Intent<unknown>, 'action' | 'version'>, key: string) => ({
  'Idempotency-Key': idempotencyKey(key),
  ...(version !== undefined && versioned.has(action) && {'If-Match': entityTag(version)}),
});

/**
 * Sends one confirmed intent, once; a second time with a new token where the first was refused. A refusal is an answer;
 * what is thrown says that there was none.
 */
export async function act<T>(
  client: ReviewClient,
  intent: Intent<T>,
  {key, within, signal}: ActOptions,
): Promise<Answered<T>> {
  let said: Readonly<Record<string, unknown>> = {};
  try {
    const response = await client.run(intent.path, {
      method: intent.method,
      accept: 'application/json',
      headers: {'Content-Type': 'application/json', ...headersOf(intent, key)},
      body: scalarBody(intent.body),
      within,
      signal,
      limitFor: limitForJson,
      onRefusal: (body) => (said = body),
    });
    const answer = intent.schema.safeParse(parseJson(await response.text()));
    if (!answer.success) throw ApiProblem.unreadable(response);
    rememberTimes(answer.data, response.headers, client.clock.now());
    return {kind: 'done', value: answer.data};
  } catch (error) {
    if (error instanceof ApiProblem && error.status !== undefined && error.status >= 400) {
      return {kind: 'refused', problem: error, ...readRefusal(said)};
    }
    throw error;
  }
}

/** Whether a read is answered at all. */
async function isAnswered(
  client: ReviewClient,
  path: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await client.run(path, {
      method: 'get',
      accept: 'application/json',
      headers,
      signal,
      limitFor: limitForJson,
    });
    return true;
  } catch (error) {
    return error instanceof ApiProblem && error.status !== undefined;
  }
}

/**
 * Whether the API lets this page send what a decision needs. A page cannot tell a lost network from a preflight that was
 * refused; but where a plain read is answered and the same read with the headers of a decision is not, it is the headers.
 * Asked twice, so that a network that comes and goes is not taken for a policy.
 */
export async function refusesHeaders(
  client: ReviewClient,
  path: string,
  key: string,
  signal: AbortSignal,
): Promise<boolean> {
  const headers = headersOf({action: 'approve', version: 0}, key);
  for (let round = 0; round < 2; round++) {
    if (!(await isAnswered(client, path, {}, signal))) return false;
    if (await isAnswered(client, path, headers, signal)) return false;
  }
  return true;
}
