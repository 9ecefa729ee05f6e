import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {aCustomer, aRule} from '../../demo/server/world/builders.js';
import type {Customer} from '../../src/domain/customer.js';
import {ruleStatuses} from '../../src/domain/customer.js';
import {inSession} from '../support/in-session.js';

// The steps come with the customer: what is failed, refused or out of date is the whole profile, and it says so itself.
const meta: Meta = {
  title: 'Sections/Verification Steps',
  component: 'kyc-steps-section',
};
export default meta;

const showing = (customer: Customer | undefined) => (): TemplateResult =>
  html`<kyc-steps-section .customer=${customer}></kyc-steps-section>`;

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
