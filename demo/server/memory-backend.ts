import type {Limits} from './app-kit.js';
import {createBackend, type Backend} from './backend.js';
import type {Clock} from './clock.js';
import {createMemorySocket} from './memory-socket.js';
import {MemoryRecords} from './records/memory.js';
import type {CaseEditor, CaseName} from './records/case-records.js';
import type {User} from './records/records.js';
import type {CustomerFolder, VerificationFolder} from './world/world.js';

export interface MemoryOptions {
  readonly folders: readonly Omit<CustomerFolder, 'tenant'>[];
  readonly verifications?: readonly Omit<VerificationFolder, 'tenant'>[];
  /** What the viewer may do. */
  readonly permissions?: readonly string[];
  /** The viewer's role in the organisation. */
  readonly role?: string;
  readonly viewerId?: string;
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
}

export interface MemoryBackend {
  /** For the element's `api-base-url`. Nothing listens there. */
  readonly apiBaseUrl: string;
  /** For the element's `auth`. */
  readonly token: string;
  /** For the element's `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** For the element's `WebSocket`. */
  readonly WebSocket: typeof globalThis.WebSocket;
  /** Method and path with query of every request so far, below the API base. */
  readonly requests: readonly string[];
  readonly records: MemoryRecords;
  readonly backend: Backend;
  /** Changes what the viewer may do, or shuts the viewer out. */
  setViewer(next: Partial<Pick<User, 'permissions' | 'role' | 'disabled'>>): Promise<void>;
  /** Lets a verification be changed by somebody else, as over another screen. */
  changeCase<T>(name: CaseName, work: (editor: CaseEditor) => Promise<T>): Promise<T | undefined>;
  /** Puts the PDF of the last decision in its place, which nobody makes within a page. */
  putAuditPdf(name: CaseName, bytes: Uint8Array): Promise<void>;
}

const tenant = 'story';
const base = '/api/';

/** The reference server over records in memory, within one page: for stories and tests. */
export async function createMemoryBackend({
  folders,
  verifications = [],
  permissions = [],
  role = 'member',
  viewerId = 'viewer',
  clock,
  limits,
}: MemoryOptions): Promise<MemoryBackend> {
  const records = new MemoryRecords();
  for (const folder of folders) records.addCustomer({...folder, tenant});
  for (const folder of verifications) await records.cases.add({...folder, tenant});
  let viewer: User = {tenant, id: viewerId, name: 'Viewer', role, permissions, disabled: false};
  await records.putUser(viewer);
  const token = 'a-token-of-this-page';
  const backend = await createBackend({
    records,
    base,
    identify: (given) => Promise.resolve(given === token ? {tenant, user: viewer.id} : undefined),
    ...(clock && {clock}),
    ...(limits && {limits}),
  });
  const requests: string[] = [];
  return {
    apiBaseUrl: `https://review.example${base}`,
    token,
    async fetch(input, init) {
      const request = new Request(input, init);
      const {pathname, search} = new URL(request.url);
      requests.push(`${request.method} ${pathname.slice(base.length)}${search}`);
      request.signal.throwIfAborted();
      const answer = await backend.fetch(request);
      request.signal.throwIfAborted();
      return answer;
    },
    WebSocket: createMemorySocket(backend),
    requests,
    records,
    backend,
    async setViewer(next) {
      viewer = {...viewer, ...next};
      await records.putUser(viewer);
    },
    changeCase: (name, work) => records.cases.change(tenant, name, work),
    async putAuditPdf(name, bytes) {
      const last = await records.cases.lastPdf(tenant, name);
      if (!last) throw new Error('Nothing is decided.');
      const {seq} = last;
      const job = {tenant, verification_id: name.id, verification_type: name.type, seq, attempts: 0};
      await records.outbox.endPdf(job, {done: true, at: Date.now()}, bytes);
    },
  };
}
