import type {SectionId} from '../domain/sections.js';
import {CopyButton} from '../ui/copy-button.js';
import {LongText} from '../ui/long-text.js';
import {ShortcutsPanel} from '../ui/shortcuts-panel.js';
import type {Elements} from './define.js';

/** The elements inside a profile that several sections need, by tag. A host never writes them. */
export const firstElements: Elements = {
  'kyc-copy-button': CopyButton,
  'kyc-long-text': LongText,
  'kyc-shortcuts-panel': ShortcutsPanel,
};

/** The elements of each section, which come when it is first shown. */
export const sectionElements: Readonly<Record<SectionId, () => Promise<{readonly elements: Elements}>>> = {
  info: () => import('./sections/info.js'),
  steps: () => import('./sections/steps.js'),
  documents: () => import('./sections/documents.js'),
  aml: () => import('./sections/aml.js'),
  'video-calls': () => import('./sections/video-calls.js'),
  transactions: () => import('./sections/transactions.js'),
  'travel-rule': () => import('./sections/travel-rule.js'),
  questionnaires: () => import('./sections/questionnaires.js'),
};
