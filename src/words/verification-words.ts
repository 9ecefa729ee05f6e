import type {Word} from './word.js';
import type {WordBook} from './words.js';

/** The words of a verification: its frame, its header and its tabs. */
const en = {
  // Header
  'detail.label': 'Verification',
  'detail.list': 'Verifications',
  'detail.unnamed': 'Subject without a name',
  'detail.short-id': 'short id',
  'detail.requested': 'requested by {name}',
  'detail.last-activity': 'last activity {time}',
  'detail.decision': 'Score, status and decision',
  'detail.no-access': 'You have no access to this verification',
  'type.idv': 'IDV',
  'type.kyc': 'KYC',
  'type.custom': 'Custom',
  'channel.email': 'sent by e-mail',
  'channel.sms': 'sent by SMS',
  'channel.link': 'sent as a link',
  'channel.in_person': 'taken in person',
  'channel.api': 'created over the API',

  // Tabs; their titles are fixed by the product's documentation
  'tab.documents': 'Documents',
  'tab.biometric': 'Biometric',
  'tab.kyc': 'KYC',
  'tab.audit': 'Audit',
  'tab.notes': 'Notes',
  'tab.label': 'Parts of the verification',
  'tab.covered': 'covered',
  'tab.notes-count': {one: '{n} note', other: '{n} notes'},

  // Single keys
  'shortcut.tab': 'Go to the tab with this number',
  'shortcut.next': 'Next piece of evidence',
  'shortcut.previous': 'Previous piece of evidence',
  'shortcut.approve': 'Approve',
  'shortcut.reject': 'Reject',
  'shortcut.note': 'Write a note',
} as const satisfies Readonly<Record<string, Word>>;

export type VerificationWordKey = keyof typeof en;

export const verificationWords = {
  en,
  ar: async () => (await import('./verification-words-ar.js')).ar,
} as const satisfies WordBook;
