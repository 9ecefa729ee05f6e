import {CustomerPhoto} from '../customer-profile/customer-photo.js';
import {InfoSection} from '../customer-profile/sections/info-section.js';
import {MachineSummary} from '../customer-profile/sections/machine-summary.js';
import {StepsSection} from '../customer-profile/sections/steps-section.js';
import type {SectionId} from '../domain/sections.js';
import {CopyButton} from '../ui/copy-button.js';
import {LongText} from '../ui/long-text.js';
import {ShortcutsPanel} from '../ui/shortcuts-panel.js';
import type {Elements} from './define.js';

/** The elements inside a profile that are there from the start, by tag. A host never writes them. */
export const firstElements: Elements = {
  'kyc-copy-button': CopyButton,
  'kyc-customer-photo': CustomerPhoto,
  'kyc-info-section': InfoSection,
  'kyc-long-text': LongText,
  'kyc-machine-summary': MachineSummary,
  'kyc-shortcuts-panel': ShortcutsPanel,
  'kyc-steps-section': StepsSection,
};

/** The elements of the other sections, which come when a section is first shown. */
export const sectionElements: Readonly<
  Record<Exclude<SectionId, 'info' | 'steps'>, () => Promise<{readonly elements: Elements}>>
> = {
  documents: () => import('./sections/documents.js'),
  aml: () => import('./sections/aml.js'),
  'video-calls': () => import('./sections/video-calls.js'),
  transactions: () => import('./sections/transactions.js'),
  'travel-rule': () => import('./sections/travel-rule.js'),
  questionnaires: () => import('./sections/questionnaires.js'),
};
