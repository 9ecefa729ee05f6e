import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {aCustomer, aRule} from '../../demo/server/world/builders.js';
import {aFolder} from '../../demo/server/world/small-world.js';
import type {CustomerProfile} from '../../src/customer-profile/customer-profile.js';
import '../../src/define/customer-profile.js';
import type {Customer} from '../../src/domain/customer.js';
import {ruleStatuses} from '../../src/domain/customer.js';
import {oneAfterTheOther, pretendedBase, refusal, type Reply} from '../support/answering.js';
import {inSession} from '../support/in-session.js';
import {inWorld, pageToken} from '../support/world.js';

const meta: Meta = {
  title: 'Sections/Verification Steps',
  component: 'kyc-steps-section',
};
export default meta;

const showing = (customer: Customer | undefined) => (): TemplateResult =>
  html`<kyc-steps-section .customer=${customer}></kyc-steps-section>`;

const {customer: known} = aFolder();

// The steps come with the customer: what is failed, refused or out of date is the whole profile, and it says so itself.
const inProfile =
  (reply: Reply, whenReady?: (profile: CustomerProfile) => void) => (): TemplateResult => html`
    <customer-profile
      api-base-url=${pretendedBase}
      customer-id=${known.id}
      sections="steps"
      realtime="off"
      .auth=${() => pageToken}
      .fetch=${inWorld({}, {[`customers/${known.id}`]: reply})}
      @review-ready=${({target}: Event) => whenReady?.(target as CustomerProfile)}
    ></customer-profile>
  `;

/** Five steps, two of them passed. */
export const Ready: StoryObj = {render: inSession({}, showing(aCustomer()))};

/** Every status, one that nobody knows, and steps that say too much or too little. */
export const EveryStatus: StoryObj = {
  render: inSession(
    {},
    showing(
      aCustomer({
        rules: [
          ...ruleStatuses.map((status, at) =>
            aRule({id: `rule-${at}`, title: status, status, sort_order: at}),
          ),
          aRule({
            id: 'rule-long',
            title: null,
            document_classes: ['ID', 'PA', 'X-17'],
            status: 'SENT_TO_MARS',
            attempt: null,
            errors: [
              {code: 'glare', message: 'The upper right corner is hard to read.'},
              {code: 'blurred', message: ''},
            ],
            sort_order: 9,
          }),
        ],
      }),
    ),
  ),
};

/** There is nothing to pass. */
export const Empty: StoryObj = {render: inSession({}, showing(aCustomer({rules: []})))};

/** The customer is still on the way. */
export const Loading: StoryObj = {render: inSession({}, showing(undefined))};

/** The customer, and the steps with it, could not be loaded. */
export const Failed: StoryObj = {render: inProfile(refusal(500, 'server'))};

/** The server refuses the customer. */
export const NoAccess: StoryObj = {render: inProfile(refusal(403, 'forbidden'))};

/** A refresh failed: the steps stay, and the profile says of when they are. */
export const Stale: StoryObj = {
  render: inProfile(oneAfterTheOther(known, refusal(500, 'server')), (profile) => void profile.refresh()),
};
