import {html, type TemplateResult} from 'lit';
import type {Customer} from '../domain/customer.js';
import {visibleSectionIds, type SectionId} from '../domain/sections.js';
import type {Viewer} from '../domain/permissions.js';
import type {WordKey} from '../words/words.js';

/** One section of a customer profile. When it is shown is a rule in `domain/sections.ts`. */
export interface ProfileSection {
  readonly id: SectionId;
  readonly title: WordKey;
  /** A shorter title for the bar of links, where the full one is long. */
  readonly short?: WordKey;
  readonly render: (customer: Customer) => TemplateResult;
}

const rows: Readonly<Record<SectionId, Omit<ProfileSection, 'id'>>> = {
  info: {
    title: 'section.info',
    render: (customer) => html`<kyc-info-section .customer=${customer}></kyc-info-section>`,
  },
  steps: {
    title: 'section.steps',
    render: (customer) => html`<kyc-steps-section .customer=${customer}></kyc-steps-section>`,
  },
  documents: {
    title: 'section.documents',
    render: (customer) => html`<kyc-documents-section .customer=${customer}></kyc-documents-section>`,
  },
  aml: {
    title: 'section.aml',
    render: (customer) => html`<kyc-aml-section .customer=${customer}></kyc-aml-section>`,
  },
  'video-calls': {
    title: 'section.video-calls',
    render: (customer) => html`<kyc-video-calls-section .customer=${customer}></kyc-video-calls-section>`,
  },
  transactions: {
    title: 'section.transactions',
    render: (customer) => html`<kyc-transactions-section .customer=${customer}></kyc-transactions-section>`,
  },
  'travel-rule': {
    title: 'section.travel-rule',
    short: 'jump.travel-rule',
    render: (customer) => html`<kyc-travel-rule-section .customer=${customer}></kyc-travel-rule-section>`,
  },
  questionnaires: {
    title: 'section.questionnaires',
    render: (customer) =>
      html`<kyc-questionnaires-section .customer=${customer}></kyc-questionnaires-section>`,
  },
};

/** The sections that this viewer sees of this customer, in their order. */
export const visibleSections = (
  customer: Customer,
  viewer: Viewer,
  narrowed: readonly string[] | undefined,
): readonly ProfileSection[] =>
  visibleSectionIds(customer, viewer, narrowed).map((id) => ({id, ...rows[id]}));
