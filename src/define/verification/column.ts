import {PersonPhoto} from '../../evidence/person-photo.js';
import {ScoreGauge} from '../../score-gauge/score-gauge.js';
import {ConfirmDialog} from '../../ui/confirm-dialog.js';
import {CopyButton} from '../../ui/copy-button.js';
import {LongText} from '../../ui/long-text.js';
import {PrintMark} from '../../ui/print-mark.js';
import {ShortcutsPanel} from '../../ui/shortcuts-panel.js';
import {ActionsCard} from '../../verification-detail/cards/actions-card.js';
import {MatterCard} from '../../verification-detail/cards/matter-card.js';
import {ProximityCard} from '../../verification-detail/cards/proximity-card.js';
import {ScoreCard} from '../../verification-detail/cards/score-card.js';
import {StatusCard} from '../../verification-detail/cards/status-card.js';
import {SubjectCard} from '../../verification-detail/cards/subject-card.js';
import {KeptNote} from '../../verification-detail/kept-note.js';
import {VerificationDetail} from '../../verification-detail/verification-detail.js';
import {records} from '../../domain/answers.js';
import type {Elements} from '../define.js';

/** What the column beside the tabs is made of, and what any part may need, by tag. */
export const elements: Elements = {
  'kyc-actions-card': ActionsCard,
  'kyc-confirm-dialog': ConfirmDialog,
  'kyc-copy-button': CopyButton,
  'kyc-kept-note': KeptNote,
  'kyc-long-text': LongText,
  'kyc-matter-card': MatterCard,
  'kyc-person-photo': PersonPhoto,
  'kyc-print-mark': PrintMark,
  'kyc-proximity-card': ProximityCard,
  'kyc-score-card': ScoreCard,
  'kyc-shortcuts-panel': ShortcutsPanel,
  'kyc-status-card': StatusCard,
  'kyc-subject-card': SubjectCard,
  'score-gauge': ScoreGauge,
};

// A bundler puts into one piece what is reached from the same places; see the sections of the profile.
export const belongsTo = [VerificationDetail, records];
