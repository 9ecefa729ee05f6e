import {DocumentsSection} from '../../customer-profile/sections/documents-section.js';
import {CompareTable} from '../../evidence/compare-table.js';
import {EvidenceImage} from '../../evidence/evidence-image.js';
import {EvidenceViewer} from '../../evidence/evidence-viewer.js';
import type {Elements} from '../define.js';

/** What the section of documents is made of, by tag. */
export const elements: Elements = {
  'kyc-compare-table': CompareTable,
  'kyc-documents-section': DocumentsSection,
  'kyc-evidence-image': EvidenceImage,
  'kyc-evidence-viewer': EvidenceViewer,
};
