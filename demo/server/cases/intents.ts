import {readIdempotencyKey} from '../../../src/domain/intent.js';
import type {Asked, Limits} from '../app-kit.js';
import type {Clock} from '../clock.js';
import {answerProblem, Problem} from '../problem.js';
import {
  CaseMoved,
  RecordsBusy,
  type AnswerKey,
  type Desk,
  type StoredAnswer,
} from '../records/case-records.js';
import type {Records, User} from '../records/records.js';
import {canonical, sha256} from './audit-chain.js';

/** What an intent was answered with. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent: there is none. */
  readonly body?: unknown;
}

interface IntentsOptions {
  readonly records: Records;
  readonly clock: Clock;
  readonly limits: Limits;
}

/** What a client who forgot the key can read about it. */
const help = '<https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/>; rel="help"';

/** Refusals that stay what they are however often they are asked for again. */
const finalCodes: readonly string[] = ['invalid_transition', 'version_mismatch'];

/** State-changing calls: each confirmed intent happens once, and whoever asks again is told what came of it. */
export class Intents {
  private readonly records: Records;
  private readonly clock: Clock;
  private readonly limits: Limits;
  /** Those that this process is working on. Other processes are waited for in the store. */
  private readonly flights = new Map<string, Promise<unknown>>();
  private readonly recent = new Map<string, number[]>();

  constructor({records, clock, limits}: IntentsOptions) {
    this.records = records;
    this.clock = clock;
    this.limits = limits;
  }

  /** Counts a state-changing call. Ends the request where there were too many. */
  count({tenant, id}: User): void {
    const now = this.clock.now();
    const who = JSON.stringify([tenant, id]);
    const calls = (this.recent.get(who) ?? []).filter((at) => at > now - 60_000);
    const [first = now] = calls;
    if (calls.length >= this.limits.changesPerMinute)
      throw new Problem('rate_limited', {headers: retryAfter(first + 60_000 - now)});
    calls.push(now);
    this.recent.set(who, calls);
  }

  /**
   * Answers an intent. The caller has already seen that the user may do this, also where it is a repetition, and that the
   * body is good.
   *
   * @param work Runs in the transaction that keeps the answer. A refusal that it throws undoes it.
   */
  async answer(
    context: Asked,
    {tenant, id: actor}: User,
    body: unknown,
    work: (desk: Desk) => Promise<Answer>,
  ): Promise<Response> {
    const uuid = readIdempotencyKey(context.req.header('Idempotency-Key'));
    if (uuid === undefined) {
      const errors = [{path: 'Idempotency-Key', message: 'A UUID in quotes, one for each confirmed intent.'}];
      throw new Problem('idempotency_key_missing', {errors, headers: {Link: help}});
    }
    const route = `${context.req.method} ${new URL(context.req.url).pathname}`;
    const key: AnswerKey = {tenant, actor, route, key: uuid};
    const asked = {body, version: context.req.header('If-Match') ?? null};
    const fingerprint = await sha256(canonical(asked));
    const flight = JSON.stringify(key);
    const running = this.flights.get(flight);
    if (running && !(await this.endsInTime(running))) throw inFlight();

    const own = this.work(key, fingerprint, context.get('requestId'), work);
    this.flights.set(flight, own);
    try {
      const {answer, isReplayed} = await own;
      if (answer.fingerprint !== fingerprint) throw new Problem('idempotency_key_reused');
      return respond(answer, isReplayed, context.get('requestId'));
    } catch (error) {
      throw error instanceof RecordsBusy ? inFlight() : error;
    } finally {
      if (this.flights.get(flight) === own) this.flights.delete(flight);
    }
  }

  private async work(
    key: AnswerKey,
    fingerprint: string,
    requestId: string,
    work: (desk: Desk) => Promise<Answer>,
  ): Promise<{readonly answer: StoredAnswer; readonly isReplayed: boolean}> {
    const once = () =>
      this.records.cases.transact(async (desk) => {
        const known = await desk.claim(key, fingerprint, this.clock.now());
        if (known) return {answer: known, isReplayed: true};
        const response = await finalAnswer(() => work(desk), requestId);
        const answer = {...response, fingerprint};
        await desk.keep(key, answer);
        return {answer, isReplayed: false};
      });
    try {
      return await once();
    } catch (error) {
      // It moved under the work's hands, and everything was undone: now it is read as it stands.
      if (error instanceof CaseMoved) return once();
      throw error;
    }
  }

  private async endsInTime(running: Promise<unknown>): Promise<boolean> {
    let callOff: () => void = () => undefined;
    const late = new Promise<false>((resolve) => {
      callOff = this.clock.after(this.limits.inFlightMs, () => resolve(false));
    });
    const ended = running.then(
      () => true,
      () => true,
    );
    try {
      return await Promise.race([ended, late]);
    } finally {
      callOff();
    }
  }
}

export const retryAfter = (ms: number): Readonly<Record<string, string>> => ({
  'Retry-After': String(Math.max(1, Math.ceil(ms / 1000))),
});

const inFlight = (): Problem => new Problem('request_in_flight', {headers: retryAfter(1000)});

async function finalAnswer(
  work: () => Promise<Answer>,
  requestId: string,
): Promise<Omit<StoredAnswer, 'fingerprint'>> {
  try {
    const {status = 200, headers = {}, body} = await work();
    return {status, headers, body: body === undefined ? '' : JSON.stringify(body)};
  } catch (error) {
    if (!(error instanceof Problem) || !finalCodes.includes(error.code)) throw error;
    const refused = answerProblem(error, requestId);
    return {
      status: refused.status,
      headers: Object.fromEntries(refused.headers),
      body: await refused.text(),
    };
  }
}

function respond({status, headers, body}: StoredAnswer, isReplayed: boolean, requestId: string): Response {
  const isProblem = status >= 400;
  const said = isProblem
    ? JSON.stringify({...(JSON.parse(body) as object), request_id: requestId})
    : body || null;
  const all = new Headers(headers);
  if (said !== null && !all.has('Content-Type')) all.set('Content-Type', 'application/json');
  if (isReplayed) all.set('Idempotency-Replayed', 'true');
  return new Response(said, {status, headers: all});
}
