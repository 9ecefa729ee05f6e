import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {createMemoryBackend} from '../../demo/server/memory-backend.js';
import {aFolder, smallCustomerId} from '../../demo/server/world/small-world.js';
import {everyPermission} from '../../stories/support/world.js';
import {CustomerProfile} from '../../src/customer-profile/customer-profile.js';
import {sectionSupply} from '../../src/customer-profile/section-supply.js';
import type {SectionId} from '../../src/domain/sections.js';
import type {ReviewErrorEvent} from '../../src/session/review-events.js';
import {waitUntil} from '../support/until.js';

// On a page of its own: the harness of the others registers every element from the start.

const asked: SectionId[] = [];
let isReachable = true;

class AnySection extends LitElement {
  protected override render(): unknown {
    return html`<p>The section is here.</p>`;
  }
}

sectionSupply.bring = (id) => {
  asked.push(id);
  if (!isReachable) return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  if (!customElements.get(`kyc-${id}-section`))
    customElements.define(`kyc-${id}-section`, class extends AnySection {});
  return Promise.resolve();
};
customElements.define('customer-profile', CustomerProfile);

async function show(sections: string, locale = 'en'): Promise<{profile: CustomerProfile; failed: string[]}> {
  const {apiBaseUrl, token, fetch} = await createMemoryBackend({
    folders: [aFolder()],
    permissions: everyPermission,
  });
  const failed: string[] = [];
  const onError = ({part}: ReviewErrorEvent) => failed.push(part ?? '');
  const profile = await fixture<CustomerProfile>(
    html`<customer-profile
      api-base-url=${apiBaseUrl}
      customer-id=${smallCustomerId}
      sections=${sections}
      realtime="off"
      locale=${locale}
      .auth=${() => token}
      .fetch=${fetch}
      .permissions=${everyPermission}
      @review-error=${onError}
    ></customer-profile>`,
  );
  return {profile, failed};
}

const part = (profile: CustomerProfile, id: SectionId): HTMLElement | null | undefined =>
  profile.shadowRoot?.querySelector<HTMLElement>(`#${id}`);

describe('sections that come when they are shown', () => {
  it('are not asked for while nobody sees them', async () => {
    const {profile} = await show('info aml');
    await waitUntil(() => part(profile, 'aml')?.querySelector('kyc-aml-section')?.shadowRoot);
    expect([...new Set(asked)]).to.deep.equal(['info', 'aml']);
  });

  it('say that they could not be had, tell the host once, and come when asked again', async () => {
    isReachable = false;
    const {profile, failed} = await show('documents');
    await waitUntil(() => part(profile, 'documents')?.querySelector('[part="failed"]'));
    expect(part(profile, 'documents')?.querySelector('h2')?.textContent).to.equal('Documents');
    expect(failed.filter((each) => each === 'documents')).to.have.lengthOf(1);
    isReachable = true;
    part(profile, 'documents')?.querySelector('button')?.click();
    await waitUntil(() => part(profile, 'documents')?.querySelector('kyc-documents-section')?.shadowRoot);
    expect(part(profile, 'documents')?.querySelector('[part="failed"]')).to.equal(null);
    expect(failed.filter((each) => each === 'documents')).to.have.lengthOf(1);
  });
});

describe('words that come when they are needed', () => {
  it('are never preceded by those of another language', async () => {
    const seen = new Set<string>();
    const look = new MutationObserver(() => {
      const lang = document.querySelector('customer-profile')?.shadowRoot?.querySelector('.review');
      if (lang) seen.add(`${lang.getAttribute('lang')} ${lang.getAttribute('dir')}`);
    });
    look.observe(document.body, {subtree: true, childList: true});
    const {profile} = await show('info', 'ar');
    if (profile.shadowRoot)
      look.observe(profile.shadowRoot, {subtree: true, childList: true, attributes: true});
    await waitUntil(() => profile.shadowRoot?.querySelector('h1'));
    const wrapper = profile.shadowRoot?.querySelector('.review');
    seen.add(`${wrapper?.getAttribute('lang')} ${wrapper?.getAttribute('dir')}`);
    look.disconnect();
    expect([...seen]).to.deep.equal(['ar rtl']);
    expect(profile.shadowRoot?.textContent).to.contain('بانتظار المراجعة');
  });
});
