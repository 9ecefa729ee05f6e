import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {aCustomer} from '../../demo/server/world/builders.js';
import type {Customer} from '../../src/domain/customer.js';
import {refusal, silence} from '../support/answering.js';
import {inSession} from '../support/in-session.js';
import {inWorld} from '../support/world.js';

const meta: Meta = {
  title: 'Sections/Profile Info',
  component: 'kyc-info-section',
};
export default meta;

const photo = 'customers/customer-1/photo';
const amira = aCustomer({
  name: 'Amira Haddad أميرة حداد',
  photo_url: photo,
  risk: 'HIGH',
  aml_status: false,
  company_name: 'شركة حداد للتجارة ش.م.م',
  ai_generated_summary: {
    text: 'Amira Haddad, born 1991, imports textiles through a company in Tunis. Her identity card was read without doubt, but the surname is spelt differently in the form. Two list entries with a similar name are not judged yet.',
    generated_at: '2026-11-20T08:02:00Z',
    claims: [
      {
        text: 'imports textiles through a company in Tunis.',
        evidence: [{kind: 'transaction', id: 'transaction-1'}],
      },
      {
        text: 'Her identity card was read without doubt, but the surname is spelt differently in the form.',
        evidence: [{kind: 'document', id: 'document-1'}],
      },
      {
        text: 'Two list entries with a similar name are not judged yet.',
        evidence: [{kind: 'finding', id: 'finding-1'}],
      },
    ],
  },
});

const showing = (customer: Customer | undefined) => (): TemplateResult =>
  html`<kyc-info-section .customer=${customer}></kyc-info-section>`;

/** Everything is known. */
export const Ready: StoryObj = {render: inSession(() => inWorld({customer: amira}), showing(amira))};

/** Nothing but the id is known; every missing value says so. */
export const Empty: StoryObj = {
  render: inSession(
    {},
    showing(
      aCustomer({
        external_id: null,
        name: null,
        email: null,
        phone: null,
        id_number: null,
        birth_date: null,
        gender: null,
        nationality: null,
        occupation: null,
        company_name: null,
        address: null,
        level: null,
        status: 'CREATED',
        created_at: null,
        last_status_at: null,
        aml_status: null,
        biopay_enabled: null,
        video_call_status: null,
        ai_generated_summary: null,
      }),
    ),
  ),
};

/** The customer is still on the way. */
export const Loading: StoryObj = {render: inSession({}, showing(undefined))};

/** The photo is still on the way. */
export const PhotoLoading: StoryObj = {render: inSession({[photo]: silence}, showing(amira))};

/** The photo could not be loaded; all else is there. */
export const Failed: StoryObj = {render: inSession({[photo]: refusal(500)}, showing(amira))};

/** The viewer may not see the photo. */
export const NoAccess: StoryObj = {
  render: inSession({[photo]: refusal(403, 'forbidden')}, showing(amira)),
};

/** The record has changed since the summary was written, and a reason of rejection is known. */
export const Stale: StoryObj = {
  render: inSession(
    () => inWorld({customer: amira}),
    showing({
      ...amira,
      status: 'REJECTED',
      reject_reason: 'The surname differs between form and document',
      updated_at: '2026-11-21T09:02:00Z',
    }),
  ),
};
