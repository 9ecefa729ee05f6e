import {CustomerProfile} from '../../customer-profile/customer-profile.js';
import {CopyButton} from '../../ui/copy-button.js';
import {renderEmpty} from '../../ui/empty.js';
import {LongText} from '../../ui/long-text.js';
import {PrintMark} from '../../ui/print-mark.js';
import {ShortcutsPanel} from '../../ui/shortcuts-panel.js';
import {renderValue} from '../../ui/values.js';
import {records} from '../../domain/answers.js';
import type {Elements} from '../define.js';

/** What any section may need, and the profile itself once there is something in it, by tag. */
export const elements: Elements = {
  'kyc-copy-button': CopyButton,
  'kyc-long-text': LongText,
  'kyc-print-mark': PrintMark,
  'kyc-shortcuts-panel': ShortcutsPanel,
};

// A bundler puts into one piece what is reached from the same places. So every part reaches the whole profile, and this one
// what all the others draw with, or what a page starts with would come in many small pieces, which compress badly.
export const belongsTo = [CustomerProfile, renderEmpty, renderValue, records];
