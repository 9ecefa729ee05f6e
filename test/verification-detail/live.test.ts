import {expect, fixture, html} from '@open-wc/testing';
import {createMemoryBackend, type MemoryBackend} from '../../demo/server/memory-backend.js';
import {aVerification} from '../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../src/domain/permissions.js';
import type {ReviewConnectionEvent} from '../../src/session/review-events.js';
import type {VerificationDetail} from '../../src/verification-detail/verification-detail.js';
import {defineVerificationDetail} from '../../stories/support/every-element.js';
import {allOf, leave, oneOf, shows, textOf} from '../support/harness.js';
import {waitUntil} from '../support/until.js';

defineVerificationDetail();

const verification = aVerification();
const path = `verifications/${verification.type}/${verification.id}`;
const permissions = permissionsForRole('owner');

describe('a verification over its socket', () => {
  let server: MemoryBackend;
  beforeEach(async () => {
    server = await createMemoryBackend({
      folders: [],
      verifications: [{verification}],
      permissions,
      role: 'owner',
    });
  });
  afterEach(() => {
    leave();
    server.backend.close();
  });

  const open = async (): Promise<{detail: VerificationDetail; states: string[]}> => {
    const states: string[] = [];
    const detail = await fixture<VerificationDetail>(
      html`<verification-detail
        api-base-url=${server.apiBaseUrl}
        verification-type=${verification.type}
        verification-id=${verification.id}
        locale="en"
        .auth=${() => server.token}
        .fetch=${server.fetch}
        .WebSocket=${server.WebSocket}
        .permissions=${permissions}
        @review-connection=${({state}: ReviewConnectionEvent) => states.push(state)}
      ></verification-detail>`,
    );
    return {detail, states};
  };

  /** As another screen does it. */
  const approve = () =>
    server.fetch(`${server.apiBaseUrl}${path}/approve`, {
      method: 'POST',
      body: '{}',
      headers: {
        Authorization: `Bearer ${server.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': `"${crypto.randomUUID()}"`,
        'If-Match': `"${verification.version}"`,
      },
    });

  it('is live under its own path', async () => {
    const {detail, states} = await open();
    await shows(detail, 'Live');
    expect(states).to.include('live');
    expect(server.requests).to.include(`POST ${path}/socket-token`);
  });

  it('is drawn in the colour of what is well only while it is live', async () => {
    const {detail} = await open();
    const colour = (selector: string) => getComputedStyle(oneOf(detail, selector)).color;
    await shows(detail, 'Live');
    expect(colour('.connection .icon')).not.to.equal(colour('.connection'));
    detail.realtime = 'off';
    await shows(detail, 'Updated');
    expect(colour('.connection .icon')).to.equal(colour('.connection'));
  });

  it('shows every reviewer at once what one of them decides', async () => {
    const one = await open();
    const other = await open();
    await shows(one.detail, 'Live');
    await shows(other.detail, 'Live');
    expect((await approve()).status).to.equal(200);
    for (const {detail} of [one, other]) {
      await waitUntil(() => textOf(oneOf(detail, 'kyc-status-card')).includes('Approved'));
      expect(allOf(detail, 'kyc-status-card')).to.have.length(1);
    }
  });

  it('AU-19 shows nothing any more once the server has shut the viewer out', async () => {
    const {detail} = await open();
    await shows(detail, 'Live');
    await server.setViewer({permissions: []});
    await server.changeCase(verification, (editor) =>
      editor.append({type: 'request.updated', at: '2026-11-12T12:00:00Z', actor: {kind: 'system'}, data: {}}),
    );
    // Within a second of the page's own time, as the end-to-end test of this row shows.
    await waitUntil(() => !textOf(detail).includes('Papadopoulos'));
  });
});
