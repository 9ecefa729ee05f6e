import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {html} from 'lit';
import {aFolder} from '../../demo/server/world/small-world.js';
import '../../src/define/customer-profile.js';
import '../../src/define/review-provider.js';
import type {ReviewProvider} from '../../src/session/review-provider.js';
import {pretendedBase} from '../support/answering.js';
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

/** The profile takes what it needs from the provider around it, and says itself only whom it is about. */
export const Ready: StoryObj<ReviewProvider> = {
  render: () => html`
    <review-provider
      api-base-url=${pretendedBase}
      realtime="off"
      .auth=${() => pageToken}
      .permissions=${everyPermission}
      .fetch=${inWorld()}
    >
      <customer-profile customer-id=${customer.id}></customer-profile>
    </review-provider>
  `,
};
