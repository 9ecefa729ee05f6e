import {createMemoryBackend} from '../../demo/server/memory-backend.js';
import {aNote, aVerification} from '../../demo/server/world/verification-builders.js';
import type {VerificationFolder} from '../../demo/server/world/world.js';
import {permissionsForRole} from '../../src/domain/permissions.js';
import type {Verification} from '../../src/domain/verification.js';
import {answering, type Reply} from './answering.js';

/** Whoever looks at a story: one of the reviewers of its verification. */
export const caseViewer = 'user-2';

/** Where a verification is, below the API base. */
export const casePath = ({type, id}: Pick<Verification, 'type' | 'id'> = aVerification()): string =>
  `verifications/${type}/${id}`;

let picture: Promise<Blob> | undefined;

/** What every file looks like where a story has none of its own. */
async function drawn(): Promise<Response> {
  picture ??= (() => {
    const canvas = new OffscreenCanvas(856, 540);
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.fillStyle = '#e3ebea';
      pen.fillRect(0, 0, 856, 540);
      pen.fillStyle = '#39506b';
      pen.font = '600 40px sans-serif';
      pen.fillText('SPECIMEN', 60, 90);
      pen.fillRect(60, 140, 180, 240);
    }
    return canvas.convertToBlob({type: 'image/png'});
  })();
  return new Response(await picture, {headers: {'Content-Type': 'image/png'}});
}

/**
 * The reference server over a verification in memory, as a `fetch`.
 *
 * @param over What this verification has instead of what the usual one has.
 * @param faults Answers that are given instead of the server's, by path below the API base.
 */
export function inCase(
  over: Partial<Verification> = {},
  faults: Readonly<Record<string, Reply>> = {},
  role = 'owner',
  folder: Partial<VerificationFolder> = {},
): typeof fetch {
  const backend = createMemoryBackend({
    folders: [],
    verifications: [{verification: aVerification(over), notes: [aNote()], ...folder}],
    permissions: permissionsForRole(role),
    role,
    viewerId: caseViewer,
  });
  return answering(faults, async (input, init) => {
    const request = new Request(input, init);
    if (/\/files\/[^/]+$/u.test(new URL(request.url).pathname)) return drawn();
    return (await backend).fetch(request);
  });
}
