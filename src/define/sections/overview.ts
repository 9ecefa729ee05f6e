import {CustomerProfile} from '../../customer-profile/customer-profile.js';
import {InfoSection} from '../../customer-profile/sections/info-section.js';
import {MachineSummary} from '../../customer-profile/sections/machine-summary.js';
import {StepsSection} from '../../customer-profile/sections/steps-section.js';
import {PersonPhoto} from '../../evidence/person-photo.js';
import {records} from '../../domain/answers.js';
import type {Elements} from '../define.js';

/** What the sections that say who the customer is, and how far checked, are made of, by tag. */
export const elements: Elements = {
  'kyc-info-section': InfoSection,
  'kyc-machine-summary': MachineSummary,
  'kyc-person-photo': PersonPhoto,
  'kyc-steps-section': StepsSection,
};

// A bundler puts into one piece what is reached from the same places. So every part reaches the whole profile, or what a
// page starts with would come in many small pieces, which compress badly.
export const belongsTo = [CustomerProfile, records];
