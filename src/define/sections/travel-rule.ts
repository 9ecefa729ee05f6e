import {TravelRuleSection} from '../../customer-profile/sections/travel-rule-section.js';
import type {Elements} from '../define.js';

/** What the section of travel-rule logs is made of, by tag. */
export const elements: Elements = {
  'kyc-travel-rule-section': TravelRuleSection,
};
