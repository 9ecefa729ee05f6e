import {CompareTable} from '../../evidence/compare-table.js';
import {EvidenceImage} from '../../evidence/evidence-image.js';
import {EvidenceViewer} from '../../evidence/evidence-viewer.js';
import {BiometricTab} from '../../verification-detail/tabs/biometric-tab.js';
import {DocumentsTab} from '../../verification-detail/tabs/documents-tab.js';
import {ScoreGauge} from '../../score-gauge/score-gauge.js';
import {VerificationDetail} from '../../verification-detail/verification-detail.js';
import {records} from '../../domain/answers.js';
import type {Elements} from '../define.js';

/** What the tabs of documents and biometrics are made of, by tag. */
export const elements: Elements = {
  'kyc-biometric-tab': BiometricTab,
  'kyc-compare-table': CompareTable,
  'kyc-documents-tab': DocumentsTab,
  'kyc-evidence-image': EvidenceImage,
  'kyc-evidence-viewer': EvidenceViewer,
};

// A bundler puts into one piece what is reached from the same places; see the sections of the profile. The
// gauge counts, because a page that has everything starts with it, too.
export const belongsTo = [VerificationDetail, ScoreGauge, records];
