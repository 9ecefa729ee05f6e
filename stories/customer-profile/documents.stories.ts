import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {aCustomer, aDocument, aField, aFile} from '../../demo/server/world/builders.js';
import {listOf, oneAfterTheOther, refusal, silence} from '../support/answering.js';
import {inSession} from '../support/in-session.js';
import {inWorld} from '../support/world.js';

const meta: Meta = {
  title: 'Sections/Documents',
  component: 'kyc-documents-section',
};
export default meta;

const path = 'customers/customer-1/documents';
const customer = aCustomer();
const section = (): TemplateResult =>
  html`<kyc-documents-section .customer=${customer}></kyc-documents-section>`;

/** Three documents; the first is open, with what differs first. */
export const Ready: StoryObj = {render: inSession(() => inWorld(), section)};

/** Nothing was sent in yet. */
export const Empty: StoryObj = {render: inSession(() => inWorld({documents: []}), section)};

/** Nothing has come yet. */
export const Loading: StoryObj = {render: inSession({[path]: silence}, section)};

/** The documents could not be loaded. */
export const Failed: StoryObj = {render: inSession({[path]: refusal(500)}, section)};

/** The server says no. */
export const NoAccess: StoryObj = {render: inSession({[path]: refusal(403, 'forbidden')}, section)};

/** What was loaded stays while refreshing fails, with its time. */
export const Stale: StoryObj = {
  render: inSession(
    () => inWorld({}, {[path]: oneAfterTheOther(listOf(aDocument()), refusal(500))}),
    section,
    {refreshed: true},
  ),
};

/** Values that differ in every way, a face that differs, and what each cost. */
export const Differing: StoryObj = {
  render: inSession(
    () =>
      inWorld({
        documents: [
          aDocument({
            approved: false,
            reject_reason: 'The name does not match.',
            fields: [
              aField({
                key: 'surname',
                declared: 'Haddad',
                value: 'SALEH',
                mismatch: 'name',
                confidence: 0.97,
              }),
              aField({
                key: 'given_names',
                declared: 'Amira',
                value: 'AMINA',
                mismatch: 'name',
                confidence: 0.71,
              }),
              aField({key: 'birth_date', declared: '1991-05-02', value: '1991-05-20', mismatch: 'dob'}),
              aField({key: 'nationality', declared: 'TN', value: 'TN'}),
              aField({key: 'document_number', declared: '0845F1937', value: '0845F1937'}),
              aField({key: 'expires_on', declared: null, value: '2029-01-18'}),
              aField({key: 'occupation', declared: 'Import manager', value: null}),
            ],
            mismatches: [
              {kind: 'name', weight: 25},
              {kind: 'dob', weight: 25},
              {kind: 'face', weight: 50},
            ],
            score: {raw: 0, shown: 0},
          }),
        ],
      }),
    section,
  ),
};

/** Files that are not shown: missing, too large, damaged, of another kind. */
export const FilesNotShown: StoryObj = {
  render: inSession(
    () =>
      inWorld(
        {
          documents: [
            aDocument({
              files: [
                aFile({id: 'gone', side: 'front', url: 'documents/document-1/files/gone'}),
                aFile({id: 'heavy', side: 'back', bytes: 60_000_000}),
                aFile({id: 'svg', side: 'page', page: 3, url: 'documents/document-1/files/svg'}),
              ],
            }),
          ],
        },
        {
          'documents/document-1/files/gone': refusal(404, 'not_found'),
          'documents/document-1/files/svg': () =>
            new Response('<svg xmlns="http://www.w3.org/2000/svg"/>', {
              headers: {'Content-Type': 'image/svg+xml'},
            }),
        },
      ),
    section,
  ),
};
