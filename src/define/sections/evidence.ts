import {CustomerProfile} from '../../customer-profile/customer-profile.js';
import {AmlSection} from '../../customer-profile/sections/aml-section.js';
import {CompareTable} from '../../evidence/compare-table.js';
import {DocumentsSection} from '../../customer-profile/sections/documents-section.js';
import {EvidenceImage} from '../../evidence/evidence-image.js';
import {EvidenceViewer} from '../../evidence/evidence-viewer.js';
import {records} from '../../domain/answers.js';
import type {Elements} from '../define.js';

/** What the sections of documents and screening are made of, by tag. */
export const elements: Elements = {
  'kyc-aml-section': AmlSection,
  'kyc-compare-table': CompareTable,
  'kyc-documents-section': DocumentsSection,
  'kyc-evidence-image': EvidenceImage,
  'kyc-evidence-viewer': EvidenceViewer,
};

// A bundler puts into one piece what is reached from the same places. So every part reaches the whole profile, or what a
// page starts with would come in many small pieces, which compress badly.
export const belongsTo = [CustomerProfile, records];
