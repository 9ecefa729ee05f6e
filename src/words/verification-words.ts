import type {Word} from './word.js';
import type {WordBook} from './words.js';

/** The words of a verification: its frame, its header and its cards. */
const en = {
  'tab.documents': 'Documents',
  'tab.biometric': 'Biometric',
  'tab.kyc': 'KYC',
  'tab.audit': 'Audit',
  'tab.notes': 'Notes',
  'tab.label': 'Parts of the verification',
  'tab.covered': 'Covered until you have compared the faces',
} as const satisfies Readonly<Record<string, Word>>;

export type VerificationWordKey = keyof typeof en;

export const verificationWords = {
  en,
  ar: async () => (await import('./verification-words-ar.js')).ar,
} as const satisfies WordBook;
