import {createBackend, type Backend} from '../../demo/server/backend.js';
import type {Clock} from '../../demo/server/clock.js';
import type {Limits} from '../../demo/server/app-kit.js';
import type {Records, User} from '../../demo/server/records/records.js';
import {createSignIn, type SignIn} from '../../demo/server/sign-in.js';
import {permissions, permissionsForRole} from '../../src/domain/permissions.js';
import {away, fill, home} from './contract-world.js';

/** A clock that stands still until it is moved. */
export class HandClock implements Clock {
  private at = Date.parse('2026-11-20T12:00:00Z');
  private waiting: {readonly due: number; readonly run: () => void}[] = [];

  now(): number {
    return this.at;
  }

  after(ms: number, run: () => void): () => void {
    const entry = {due: this.at + ms, run};
    this.waiting.push(entry);
    return () => (this.waiting = this.waiting.filter((each) => each !== entry));
  }

  /** Moves on, running what is due in its order. */
  forward(ms: number): void {
    const end = this.at + ms;
    for (;;) {
      const [next] = this.waiting.filter(({due}) => due <= end).toSorted((a, b) => a.due - b.due);
      if (!next) break;
      this.waiting = this.waiting.filter((each) => each !== next);
      this.at = next.due;
      next.run();
    }
    this.at = end;
  }

  /** How many are waiting to be run. */
  get pending(): number {
    return this.waiting.length;
  }
}

export interface TestServer {
  readonly clock: HandClock;
  readonly records: Records;
  readonly signIn: SignIn;
  readonly backend: Backend;
  readonly origin: string;
  /** A token of `boss`, `clerk` (no permission at all) or `stranger` (the boss of the other tenant). */
  tokenOf(user: string): Promise<string>;
  /** Asks as somebody, or as nobody for an empty token. */
  ask(
    path: string,
    options?: {
      token?: string;
      method?: string;
      headers?: Readonly<Record<string, string>>;
      body?: unknown;
    },
  ): Promise<Response>;
  /** Sends a confirmed intent: with a key of its own, and for a version where one is given. */
  send(path: string, options?: Sending): Promise<Response>;
}

export interface Sending {
  /** Who sends it; `boss` unless told. */
  readonly as?: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
}

/** Somebody of the home tenant, with the permissions of a role. */
export const somebody = (id: string, role: string): User => ({
  tenant: home,
  id,
  name: id,
  role,
  permissions: permissionsForRole(role),
  disabled: false,
});

export const friendlyOrigin = 'https://back-office.example';

export async function aServer(records: Records, limits: Partial<Limits> = {}): Promise<TestServer> {
  await records.seed(fill);
  const plain = {role: 'member', disabled: false};
  await records.putUser({...plain, tenant: home, id: 'boss', name: 'Boss', role: 'owner', permissions});
  await records.putUser({...plain, tenant: home, id: 'clerk', name: 'Clerk', permissions: []});
  await records.putUser({
    ...plain,
    tenant: away,
    id: 'stranger',
    name: 'Stranger',
    role: 'owner',
    permissions,
  });
  const clock = new HandClock();
  const signIn = await createSignIn(records, clock);
  const backend = await createBackend({
    records,
    clock,
    base: '/api/',
    origins: [friendlyOrigin],
    limits: {changesPerMinute: 1_000_000, ...limits},
    identify: (token) => signIn.identify(token),
  });
  const origin = 'http://localhost:8080';
  const tokenOf = async (user: string): Promise<string> => {
    const session = await signIn.issue(user === 'stranger' ? away : home, user);
    if (!session) throw new Error('Nobody to sign in.');
    return session.token;
  };
  const ask: TestServer['ask'] = async (path, {token, method = 'GET', headers = {}, body} = {}) => {
    const bearer = token ?? (await tokenOf('boss'));
    const authorization = bearer === '' ? {} : {Authorization: `Bearer ${bearer}`};
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    return backend.fetch(
      new Request(`${origin}/api/${path}`, {
        method,
        headers: {...authorization, ...headers},
        ...(body !== undefined && {body: sent}),
      }),
    );
  };
  return {
    clock,
    records,
    signIn,
    backend,
    origin,
    tokenOf,
    ask,
    async send(path, {as = 'boss', method = 'POST', body, version, key = crypto.randomUUID()} = {}) {
      const headers = {
        'Idempotency-Key': `"${key}"`,
        ...(version !== undefined && {'If-Match': `"${version}"`}),
      };
      return ask(path, {token: await tokenOf(as), method, headers, body});
    },
  };
}
