import type {SectionId} from '../domain/sections.js';
import type {Supply} from '../session/lazy-parts.js';

/** How the elements of each section of a profile are brought. */
export const sectionSupply: Supply<SectionId> = {};
