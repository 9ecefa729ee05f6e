import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {html} from 'lit';
import '../../src/define/review-provider.js';
import type {ReviewProvider} from '../../src/session/review-provider.js';

const {events, args, argTypes, template} = getStorybookHelpers<ReviewProvider>('review-provider');
const meta: Meta<ReviewProvider> = {
  title: 'Elements/Review provider',
  component: 'review-provider',
  args,
  argTypes,
  render: (given) => template(given, html`<main><h1>Elements inside share one session</h1></main>`),
  parameters: {actions: {handles: events}},
};
export default meta;
export const Ready: StoryObj<ReviewProvider> = {};
