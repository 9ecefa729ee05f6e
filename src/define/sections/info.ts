import {CustomerPhoto} from '../../customer-profile/customer-photo.js';
import {InfoSection} from '../../customer-profile/sections/info-section.js';
import {MachineSummary} from '../../customer-profile/sections/machine-summary.js';
import type {Elements} from '../define.js';

/** What the section of profile info is made of, by tag. */
export const elements: Elements = {
  'kyc-customer-photo': CustomerPhoto,
  'kyc-info-section': InfoSection,
  'kyc-machine-summary': MachineSummary,
};
