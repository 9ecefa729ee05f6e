import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {html} from 'lit';
import {aFolder} from '../../demo/server/world/small-world.js';
import '../../src/define/customer-profile.js';
import '../../src/define/review-provider.js';
import type {ReviewProvider} from '../../src/session/review-provider.js';
import {oneAfterTheOther, pretendedBase, refusal, silence} from '../support/answering.js';
import {everyPermission, inWorld, pageToken} from '../support/world.js';

const {events, argTypes} = getStorybookHelpers<ReviewProvider>('review-provider');
const {customer} = aFolder();

const meta: Meta<ReviewProvider> = {
  title: 'Elements/Review provider',
  component: 'review-provider',
  argTypes,
  parameters: {actions: {handles: events}},
};
export default meta;

const path = `customers/${customer.id}`;

/** The profile takes what it needs from the provider around it, and says itself only whom it is about. */
const provider = (fetch: typeof globalThis.fetch, whenReady?: (provider: ReviewProvider) => void) => html`
  <review-provider
    api-base-url=${pretendedBase}
    realtime="off"
    .auth=${() => pageToken}
    .permissions=${everyPermission}
    .fetch=${fetch}
    @review-ready=${({currentTarget}: Event) => whenReady?.(currentTarget as ReviewProvider)}
  >
    <customer-profile customer-id=${customer.id}></customer-profile>
  </review-provider>
`;
type Story = StoryObj<ReviewProvider>;

/** Everything that the profile inside needs comes from the provider. */
export const Ready: Story = {render: () => provider(inWorld())};

/** Nothing stands inside: a provider draws nothing of its own. */
export const Empty: Story = {
  render: () => html`<review-provider api-base-url=${pretendedBase}></review-provider>`,
};

/** The API, which only the provider knows, has not answered yet. */
export const Loading: Story = {render: () => provider(inWorld({}, {[path]: silence}))};

/** The API reports an error to what stands inside. */
export const Failed: Story = {render: () => provider(inWorld({}, {[path]: refusal(500, 'server')}))};

/** The API refuses the customer. */
export const NoAccess: Story = {render: () => provider(inWorld({}, {[path]: refusal(403, 'forbidden')}))};

/** The provider refreshed what stands inside, and the refresh failed: the first content stays, with its time. */
export const Stale: Story = {
  render: () =>
    provider(
      inWorld({}, {[path]: oneAfterTheOther(customer, refusal(500, 'server'))}),
      (element) => void element.refresh(),
    ),
};
