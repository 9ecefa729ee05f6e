import {html, type TemplateResult} from 'lit';
import type {Customer} from '../domain/customer.js';
import {visibleSectionIds, type SectionId} from '../domain/sections.js';
import type {Viewer} from '../domain/permissions.js';
import {factBones, panelBones, tableBones} from '../ui/skeleton.js';
import type {WordKey} from '../words/words.js';

/** One section of a customer profile. When it is shown is a rule in `domain/sections.ts`. */
export interface ProfileSection {
  readonly id: SectionId;
  readonly title: WordKey;
  /** A shorter title for the bar of links, where the full one is long. */
  readonly short?: WordKey;
  readonly tag: `kyc-${string}`;
  /** The shape of what comes, until the section's element is there to draw its own. */
  readonly skeleton: () => TemplateResult;
  readonly render: (customer: Customer) => TemplateResult;
}

/** What a host may style inside the sections. */
const parts = 'section, table, summary, empty, failed, skeleton, unreadable';

const rows: Readonly<Record<SectionId, Omit<ProfileSection, 'id'>>> = {
  info: {
    title: 'section.info',
    tag: 'kyc-info-section',
    skeleton: () => factBones(18),
    render: (customer) =>
      html`<kyc-info-section exportparts=${parts} .customer=${customer}></kyc-info-section>`,
  },
  steps: {
    title: 'section.steps',
    tag: 'kyc-steps-section',
    skeleton: () => tableBones(4),
    render: (customer) =>
      html`<kyc-steps-section exportparts=${parts} .customer=${customer}></kyc-steps-section>`,
  },
  documents: {
    title: 'section.documents',
    tag: 'kyc-documents-section',
    skeleton: () => tableBones(8),
    render: (customer) =>
      html`<kyc-documents-section exportparts=${parts} .customer=${customer}></kyc-documents-section>`,
  },
  aml: {
    title: 'section.aml',
    tag: 'kyc-aml-section',
    skeleton: () => panelBones(2),
    render: (customer) =>
      html`<kyc-aml-section exportparts=${parts} .customer=${customer}></kyc-aml-section>`,
  },
  'video-calls': {
    title: 'section.video-calls',
    tag: 'kyc-video-calls-section',
    skeleton: () => tableBones(4),
    render: (customer) =>
      html`<kyc-video-calls-section exportparts=${parts} .customer=${customer}></kyc-video-calls-section>`,
  },
  transactions: {
    title: 'section.transactions',
    tag: 'kyc-transactions-section',
    skeleton: () => tableBones(10),
    render: (customer) =>
      html`<kyc-transactions-section exportparts=${parts} .customer=${customer}></kyc-transactions-section>`,
  },
  'travel-rule': {
    title: 'section.travel-rule',
    short: 'jump.travel-rule',
    tag: 'kyc-travel-rule-section',
    skeleton: () => tableBones(10),
    render: (customer) =>
      html`<kyc-travel-rule-section exportparts=${parts} .customer=${customer}></kyc-travel-rule-section>`,
  },
  questionnaires: {
    title: 'section.questionnaires',
    tag: 'kyc-questionnaires-section',
    skeleton: () => panelBones(2),
    render: (customer) =>
      html`<kyc-questionnaires-section
        exportparts=${parts}
        .customer=${customer}
      ></kyc-questionnaires-section>`,
  },
};

/** The sections that this viewer sees of this customer, in their order. */
export const visibleSections = (
  customer: Customer,
  viewer: Viewer,
  narrowed: readonly string[] | undefined,
): readonly ProfileSection[] =>
  visibleSectionIds(customer, viewer, narrowed).map((id) => ({id, ...rows[id]}));
