import {StepsSection} from '../../customer-profile/sections/steps-section.js';
import type {Elements} from '../define.js';

/** What the section of verification steps is made of, by tag. */
export const elements: Elements = {
  'kyc-steps-section': StepsSection,
};
