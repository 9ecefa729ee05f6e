import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {aCustomer, anAmlRecord} from '../../demo/server/world/builders.js';
import {listOf, oneAfterTheOther, refusal, silence} from '../support/answering.js';
import {inSession} from '../support/in-session.js';
import {inWorld} from '../support/world.js';

const meta: Meta = {
  title: 'Sections/AML and Adverse Media',
  component: 'kyc-aml-section',
};
export default meta;

const path = 'customers/customer-1/aml/records';
const customer = aCustomer();
const section = (): TemplateResult => html`<kyc-aml-section .customer=${customer}></kyc-aml-section>`;

/** The latest check found two entries; the first check was decided by hand. */
export const Ready: StoryObj = {render: inSession(() => inWorld(), section)};

/** The customer was never screened. */
export const Empty: StoryObj = {render: inSession(() => inWorld({amlRecords: []}), section)};

/** The customer was screened, and nothing was found: another thing than not screened. */
export const Clean: StoryObj = {
  render: inSession(
    () => inWorld({amlRecords: [anAmlRecord({status: 'no_records', approved: true, findings: []})]}),
    section,
  ),
};

/** Nothing has come yet. */
export const Loading: StoryObj = {render: inSession({[path]: silence}, section)};

/** The checks could not be loaded. */
export const Failed: StoryObj = {render: inSession({[path]: refusal(500)}, section)};

/** The server says no. */
export const NoAccess: StoryObj = {render: inSession({[path]: refusal(403, 'forbidden')}, section)};

/** What was loaded stays while refreshing fails, with its time. */
export const Stale: StoryObj = {
  render: inSession({[path]: oneAfterTheOther(listOf(anAmlRecord()), refusal(500))}, section, {
    refreshed: true,
  }),
};
