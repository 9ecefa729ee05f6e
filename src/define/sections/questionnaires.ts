import {QuestionnairesSection} from '../../customer-profile/sections/questionnaires-section.js';
import type {Elements} from '../define.js';

/** What the section of questionnaires is made of, by tag. */
export const elements: Elements = {
  'kyc-questionnaires-section': QuestionnairesSection,
};
