import type {Intent} from '../../src/api/decision.js';
import {verificationSchema, type Verification} from '../../src/domain/verification.js';
import {verificationRecord} from './a-verification.js';
import {FakeServer, type Handler} from './fake-server.js';
import {atOnce, fromHere, readJson} from './traffic.js';

/** What the server does with one send: carries it out and answers, or loses something on the way. */
export type Turn = Handler | 'lost-answer' | 'lost-request' | 'answered';

type Fields = Readonly<Record<string, unknown>>;

const path = 'verifications/idv/ver-1';

/**
 * An API with one verification that keeps its word about keys: what was carried out is answered again and not done twice.
 * Each send is treated as the next turn says, the last turn for ever.
 */
export class CaseServer {
  record: Fields = {...verificationRecord, reviewers: [{id: 'viewer'}]};
  /** Keys by what they have done. */
  readonly decided = new Map<string, Fields>();
  /** Bodies, keys and versions of all sends. */
  readonly sent: {readonly body: string; readonly key: string | null; readonly version: string | null}[] = [];
  turns: Turn[] = ['answered'];
  /** What the browser lets through; the rest fails as if there were no network. */
  admits: (request: Request) => boolean = () => true;
  private readonly server: FakeServer;

  constructor() {
    this.server = new FakeServer((request) => this.handle(request));
  }

  get fetch(): typeof fetch {
    return this.server.fetch;
  }

  get requests(): readonly Request[] {
    return this.server.requests;
  }

  /** How often something was carried out. */
  get count(): number {
    return this.decided.size;
  }

  private async handle(request: Request): Promise<Response> {
    if (!this.admits(request)) throw new TypeError('Failed to fetch');
    const below = new URL(request.url).pathname.replace(/^\/api\//, '');
    if (request.method === 'GET') return below === path ? readJson(this.record) : readJson({items: []});
    const key = request.headers.get('Idempotency-Key');
    const body = await atOnce(() => request.clone().text());
    this.sent.push({body, key, version: request.headers.get('If-Match')});
    const turn = this.turns.length > 1 ? this.turns.shift() : this.turns[0];
    if (typeof turn === 'function') return fromHere(await turn(request));
    if (turn === 'lost-request') throw new TypeError('Failed to fetch');
    const answer = this.decided.get(key ?? '') ?? this.decide(below.split('/').at(-1) ?? '', key ?? '');
    if (turn === 'lost-answer') throw new TypeError('Failed to fetch');
    return readJson(answer);
  }

  private decide(action: string, key: string): Fields {
    const status = {approve: 'approved', reject: 'rejected', cancel: 'canceled'}[action] ?? 'pending_review';
    const by = {id: 'viewer', name: 'Viewer'};
    this.record = {
      ...this.record,
      status,
      version: Number(this.record['version']) + 1,
      ...((status === 'approved' || status === 'rejected') && {
        decision: {outcome: status, by, at: '2026-01-05T09:00:00Z'},
      }),
    };
    this.decided.set(key, this.record);
    return this.record;
  }
}

/** An approval of that verification as the reviewer saw it. */
export const anIntent = (over: Partial<Intent<Verification>> = {}): Intent<Verification> => ({
  action: 'approve',
  id: 'ver-1',
  method: 'post',
  path: `${path}/${over.action ?? 'approve'}`,
  body: {note: 'Seen in person.'},
  version: 3,
  schema: verificationSchema,
  ...over,
});
