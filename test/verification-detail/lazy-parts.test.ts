import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {createMemoryBackend} from '../../demo/server/memory-backend.js';
import {aVerification} from '../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../src/domain/permissions.js';
import type {ReviewErrorEvent} from '../../src/session/review-events.js';
import {detailSupply, type DetailPart} from '../../src/verification-detail/detail-supply.js';
import {VerificationDetail} from '../../src/verification-detail/verification-detail.js';
import {waitUntil} from '../support/until.js';

// On a page of its own: the harness of the others registers every element from the start.

const tags: Readonly<Record<DetailPart, string>> = {
  column: 'kyc-actions-card',
  documents: 'kyc-documents-tab',
  biometric: 'kyc-biometric-tab',
  kyc: 'kyc-screening-tab',
  audit: 'kyc-audit-tab',
  notes: 'kyc-notes-tab',
};
const asked: DetailPart[] = [];
let isReachable = true;

class AnyPart extends LitElement {
  protected override render(): unknown {
    return html`<p>The part is here.</p>`;
  }
}

detailSupply.bring = (id) => {
  asked.push(id);
  if (!isReachable) return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  if (!customElements.get(tags[id])) customElements.define(tags[id], class extends AnyPart {});
  return Promise.resolve();
};
customElements.define('verification-detail', VerificationDetail);

async function show(): Promise<{root: ShadowRoot; failed: string[]}> {
  const verification = aVerification();
  const permissions = permissionsForRole('owner');
  const {apiBaseUrl, token, fetch} = await createMemoryBackend({
    folders: [],
    verifications: [{verification}],
    permissions,
    role: 'owner',
  });
  const failed: string[] = [];
  const detail = await fixture<VerificationDetail>(
    html`<verification-detail
      api-base-url=${apiBaseUrl}
      verification-type=${verification.type}
      verification-id=${verification.id}
      realtime="off"
      locale="en"
      .auth=${() => token}
      .fetch=${fetch}
      .permissions=${permissions}
      @review-error=${({part}: ReviewErrorEvent) => failed.push(part ?? '')}
    ></verification-detail>`,
  );
  const root = detail.shadowRoot;
  if (!root) throw new Error('It has no shadow root.');
  await waitUntil(() => root.querySelector('[role=tab]'));
  return {root, failed};
}

describe('the parts of a verification that come when they are shown', () => {
  it('are not asked for while nobody sees them', async () => {
    const {root} = await show();
    await waitUntil(() => root.querySelector('kyc-documents-tab')?.shadowRoot);
    expect([...new Set(asked)]).to.deep.equal(['column', 'documents']);
    root.querySelector<HTMLElement>('#tab-audit')?.click();
    await waitUntil(() => root.querySelector('kyc-audit-tab')?.shadowRoot);
    expect([...new Set(asked)]).to.deep.equal(['column', 'documents', 'audit']);
  });

  it('say that they could not be had, tell the host once, and come when asked again', async () => {
    const {root, failed} = await show();
    isReachable = false;
    root.querySelector<HTMLElement>('#tab-notes')?.click();
    const inNotes = (selector: string) => root.querySelector<HTMLElement>(`#panel-notes ${selector}`);
    await waitUntil(() => inNotes('[part=failed]'));
    expect(failed).to.deep.equal(['notes']);
    isReachable = true;
    inNotes('button')?.click();
    await waitUntil(() => inNotes('kyc-notes-tab')?.shadowRoot);
    expect(inNotes('[part=failed]')).to.equal(null);
  });

  it('take the focus to the field of a note once they are here', async () => {
    const {root} = await show();
    let focused = 0;
    const notes = customElements.get('kyc-notes-tab')?.prototype as {focusNote?: () => void};
    notes.focusNote = () => focused++;
    root.querySelector<HTMLElement>('#tab-documents')?.focus();
    root
      .querySelector('#tab-documents')
      ?.dispatchEvent(new KeyboardEvent('keydown', {key: 'n', bubbles: true, composed: true}));
    await waitUntil(() => focused === 1);
    expect(root.querySelector('#tab-notes')?.getAttribute('aria-selected')).to.equal('true');
  });
});
