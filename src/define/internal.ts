import type {SectionId} from '../domain/sections.js';
import type {Bring} from './define.js';

const common: Bring = () => import('./sections/common.js');
const overview: Bring = () => import('./sections/overview.js');
const evidence: Bring = () => import('./sections/evidence.js');
const answers: Bring = () => import('./sections/answers.js');
const money: Bring = () => import('./sections/money.js');

/**
 * The elements inside a profile, by the section that needs them; they come when it is first shown. Sections that share
 * most of what they are made of come together, because every piece more makes all of them larger.
 */
export const sectionElements: Readonly<Record<SectionId, readonly Bring[]>> = {
  info: [common, overview],
  steps: [common, overview],
  documents: [common, evidence],
  aml: [common, evidence],
  'video-calls': [common, answers],
  transactions: [common, money],
  'travel-rule': [common, money],
  questionnaires: [common, answers],
};
