import {AmlSection} from '../../customer-profile/sections/aml-section.js';
import {CompareTable} from '../../evidence/compare-table.js';
import type {Elements} from '../define.js';

/** What the section of screening is made of, by tag. */
export const elements: Elements = {
  'kyc-aml-section': AmlSection,
  'kyc-compare-table': CompareTable,
};
