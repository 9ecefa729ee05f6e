import {createMemoryBackend} from '../../demo/server/memory-backend.js';
import {aFolder} from '../../demo/server/world/small-world.js';
import type {CustomerFolder} from '../../demo/server/world/world.js';
import {answering, type Reply} from './answering.js';

/** The token that the reference server in memory knows. */
export const pageToken = 'a-token-of-this-page';

export const everyPermission = ['view_document', 'view_travel_rule_page'] as const;

/**
 * The reference server over a customer in memory, as a `fetch`.
 *
 * @param over What this customer has instead of what the small world's main customer has.
 * @param faults Answers that are given instead of the server's, by path below the API base.
 * @param permissions What the server allows the viewer.
 */
export function inWorld(
  over: Partial<CustomerFolder> = {},
  faults: Readonly<Record<string, Reply>> = {},
  permissions: readonly string[] = everyPermission,
): typeof fetch {
  const backend = createMemoryBackend({folders: [aFolder(over)], permissions});
  return answering(faults, async (input, init) => (await backend).fetch(input, init));
}
