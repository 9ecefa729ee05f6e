import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {html, type TemplateResult} from 'lit';
import {createMemoryBackend, type MemoryBackend} from '../../demo/server/memory-backend.js';
import {aFolder} from '../../demo/server/world/small-world.js';
import type {CustomerProfile} from '../../src/customer-profile/customer-profile.js';
import '../../src/define/customer-profile.js';
import {oneAfterTheOther, pretendedBase, refusal, silence, type Reply} from '../support/answering.js';
import {everyPermission, inWorld, pageToken} from '../support/world.js';

const {events, argTypes} = getStorybookHelpers<CustomerProfile>('customer-profile');

interface Args {
  readonly sections?: string;
  readonly locale?: string;
  readonly theme?: 'light' | 'dark' | 'auto';
}

const {customer} = aFolder();
const path = `customers/${customer.id}`;

interface Shown {
  readonly fetch?: typeof fetch;
  readonly WebSocket?: typeof WebSocket;
  readonly permissions?: readonly string[];
  readonly whenReady?: (profile: CustomerProfile) => void;
}

/** The profile as a host embeds it, over an API that answers within the page. */
const profile =
  ({fetch, WebSocket, permissions = everyPermission, whenReady}: Shown) =>
  ({sections, locale, theme}: Args): TemplateResult => html`
    <customer-profile
      api-base-url=${pretendedBase}
      customer-id=${customer.id}
      realtime=${WebSocket ? 'on' : 'off'}
      .sections=${sections?.split(' ')}
      .locale=${locale}
      .theme=${theme}
      .permissions=${permissions}
      .auth=${() => pageToken}
      .fetch=${fetch}
      .WebSocket=${WebSocket}
      @review-ready=${({target}: Event) => whenReady?.(target as CustomerProfile)}
    ></customer-profile>
  `;

/** Where the customer itself is answered like this, and everything else as the server does. */
const withFault = (reply: Reply) => () => inWorld({}, {[path]: reply});

const meta: Meta<Args> = {
  title: 'Elements/Customer profile',
  component: 'customer-profile',
  argTypes,
  parameters: {actions: {handles: events}},
};
export default meta;
type Story = StoryObj<Args>;

/** Everything is there, and the viewer may see all of it. */
export const Ready: Story = {render: (args) => profile({fetch: inWorld()})(args)};

/** In Arabic, from right to left. */
export const Arabic: Story = {args: {locale: 'ar'}, render: (args) => profile({fetch: inWorld()})(args)};

export const Dark: Story = {args: {theme: 'dark'}, render: (args) => profile({fetch: inWorld()})(args)};

/** The host narrows the profile to two sections. */
export const Narrowed: Story = {
  args: {sections: 'documents aml'},
  render: (args) => profile({fetch: inWorld()})(args),
};

/** A new customer: no steps, no documents, no services. */
export const Empty: Story = {
  render: (args) =>
    profile({
      fetch: inWorld({
        customer: {...customer, rules: [], active_services: [], ai_generated_summary: null},
        documents: [],
        travelRuleLogs: [],
      }),
    })(args),
};

/** Nothing has been answered yet. */
export const Loading: Story = {render: (args) => profile({fetch: withFault(silence)()})(args)};

/** The server reports an error. */
export const Failed: Story = {render: (args) => profile({fetch: withFault(refusal(500, 'server'))()})(args)};

/** The customer does not exist, or belongs to another tenant. */
export const NotFound: Story = {
  render: (args) => profile({fetch: withFault(refusal(404, 'not_found'))()})(args),
};

/** The server refuses the whole customer. */
export const NoAccess: Story = {
  render: (args) => profile({fetch: withFault(refusal(403, 'forbidden'))()})(args),
};

/** The viewer holds no permission: Documents and Travel Rule are not there. */
export const FewerPermissions: Story = {
  render: (args) => profile({fetch: inWorld({}, {}, []), permissions: []})(args),
};

/** A refresh failed after the first content: it stays, and says of when it is. */
export const Stale: Story = {
  render: (args) =>
    profile({
      fetch: inWorld({}, {[path]: oneAfterTheOther(customer, refusal(500, 'server'))}),
      whenReady: (element) => void element.refresh(),
    })(args),
};

/** The host's token is refused for good: personal data goes. */
export const SignedOut: Story = {
  render: (args) => profile({fetch: () => Promise.resolve(new Response(null, {status: 401}))})(args),
};

/** The host has locked the screen. */
export const Locked: Story = {
  render: (args) => profile({fetch: inWorld(), whenReady: (element) => element.lock()})(args),
};

/** The host has not said yet where the API is, who asks, or about whom. */
export const NotConnected: Story = {render: () => html`<customer-profile></customer-profile>`};

/** The host's API address cannot be worked with. */
export const Misconfigured: Story = {
  render: () => html`
    <customer-profile
      api-base-url="ftp://review.example/"
      customer-id=${customer.id}
      .auth=${() => pageToken}
    ></customer-profile>
  `,
};

/** Over the socket of the server in memory. */
export const Live: Story = {
  loaders: [
    async () => ({backend: await createMemoryBackend({folders: [aFolder()], permissions: everyPermission})}),
  ],
  render: (args, {loaded}) => {
    const {fetch, WebSocket} = loaded['backend'] as MemoryBackend;
    return profile({fetch, WebSocket})(args);
  },
};
