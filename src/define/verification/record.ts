import {CompareTable} from '../../evidence/compare-table.js';
import {AuditTab} from '../../verification-detail/tabs/audit-tab.js';
import {FindingJudgement} from '../../verification-detail/tabs/finding-judgement.js';
import {ScreeningTab} from '../../verification-detail/tabs/kyc-tab.js';
import {NotesTab} from '../../verification-detail/tabs/notes-tab.js';
import {ScoreGauge} from '../../score-gauge/score-gauge.js';
import {VerificationDetail} from '../../verification-detail/verification-detail.js';
import {records} from '../../domain/answers.js';
import type {Elements} from '../define.js';

/** What the tabs of screening, audit and notes are made of, by tag. */
export const elements: Elements = {
  'kyc-audit-tab': AuditTab,
  'kyc-compare-table': CompareTable,
  'kyc-finding-judgement': FindingJudgement,
  'kyc-notes-tab': NotesTab,
  'kyc-screening-tab': ScreeningTab,
};

// A bundler puts into one piece what is reached from the same places; see the sections of the profile. The
// gauge counts, because a page that has everything starts with it, too.
export const belongsTo = [VerificationDetail, ScoreGauge, records];
