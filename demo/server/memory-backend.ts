import {createBackend, type Backend} from './backend.js';
import type {Clock} from './clock.js';
import {createMemorySocket} from './memory-socket.js';
import {MemoryRecords} from './records/memory.js';
import type {User} from './records/records.js';
import type {CustomerFolder} from './world/world.js';

export interface MemoryOptions {
  readonly folders: readonly Omit<CustomerFolder, 'tenant'>[];
  /** What the viewer may do. */
  readonly permissions?: readonly string[];
  readonly clock?: Clock;
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
  setViewer(next: Partial<Pick<User, 'permissions' | 'disabled'>>): Promise<void>;
}

const tenant = 'story';
const base = '/api/';

/** The reference server over records in memory, within one page: for stories and tests. */
export async function createMemoryBackend({
  folders,
  permissions = [],
  clock,
}: MemoryOptions): Promise<MemoryBackend> {
  const records = new MemoryRecords();
  for (const folder of folders) records.addCustomer({...folder, tenant});
  let viewer: User = {tenant, id: 'viewer', name: 'Viewer', role: 'member', permissions, disabled: false};
  await records.putUser(viewer);
  const token = 'a-token-of-this-page';
  const backend = await createBackend({
    records,
    base,
    identify: (given) => Promise.resolve(given === token ? {tenant, user: viewer.id} : undefined),
    ...(clock && {clock}),
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
  };
}
