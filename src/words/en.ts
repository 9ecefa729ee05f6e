import type {Word} from './word.js';

/** The English words; the other languages are checked against these keys. A key never changes its meaning: hosts override by it. */
export const en = {
  // Headings. The titles of the sections are fixed by the product's documentation.
  'section.info': 'Profile Info',
  'section.steps': 'Verification Steps',
  'section.documents': 'Documents',
  'section.aml': 'AML & Adverse Media',
  'section.video-calls': 'Video Calls',
  'section.transactions': 'Transactions',
  'section.travel-rule': 'Travel Rule Transaction Logs',
  'section.questionnaires': 'Questionnaires',
  'jump.label': 'Sections',
  'jump.travel-rule': 'Travel Rule',
  'profile.label': 'Customer profile',
  'profile.unnamed': 'Customer without a name',
  'profile.breadcrumb': 'You are here',

  // Buttons and other controls
  'action.try-again': 'Try again',
  'action.refresh': 'Refresh',
  'action.show-changes': 'Show changes',
  'action.opens-elsewhere': 'opens in a new window',
  'shortcut.section': 'Go to the section with this number',
  'shortcut.panel': 'Show this list',
  'shortcut.switch': 'Single keys do something',
  'state.unconnected': 'Not connected yet',

  // Values
  'value.none': 'not given',
  'text.marker': 'Invisible character {code}',
  'text.override': 'Character that changes the direction of text, {code}',

  // States that every section has
  'state.loading': 'Loading {name}',
  'state.request': 'Request',
  'state.stale': 'Shown as of {time}.',
  'state.stale-why': 'Refreshing failed; what you see may be older than what is stored.',
  'state.stale-offline': 'You are offline; what you see may be older than what is stored.',
  'state.changes': {one: '{n} change:', other: '{n} changes:'},
  'state.changes-wait': 'Nothing moves until you ask.',
  'state.degraded': 'Live updates are interrupted.',
  'state.degraded-why': 'The page is refreshed every minute.',
  'state.again': 'Being loaded again…',
  'state.locked': 'Locked.',
  'state.locked-why': 'Personal data is hidden until this product unlocks it.',
  'state.host-conflict':
    'This page changes how JavaScript works in a way that the review screen cannot work with.',

  // Why something could not be loaded, by kind of problem
  'failed.what': '{name} could not be loaded',
  'failed.again': '{name} could not be refreshed',
  'failed.unauthorized': 'Your sign-in is not accepted any more',
  'failed.unauthorized-why': 'Sign in again in this product. Personal data is hidden until then.',
  'failed.forbidden': 'You have no access to {name}',
  'failed.forbidden-why': 'Ask an administrator of your organisation.',
  'failed.not-found': '{name}: nothing found here',
  'failed.not-found-why': 'The record does not exist any more, or was never visible to you.',
  'failed.conflict-why': 'The record changed at the same moment. Loading it again usually helps.',
  'failed.invalid-why': 'The server did not accept this request.',
  'failed.rate-limited-why': 'Too many requests were made. Wait a little before you try again.',
  'failed.rate-limited-seconds': {
    one: 'Too many requests were made. Try again in {n} second.',
    other: 'Too many requests were made. Try again in {n} seconds.',
  },
  'failed.offline-why': 'You are offline, or the server cannot be reached.',
  'failed.timeout-why': 'The server did not answer in time.',
  'failed.server-why': 'The server reported an error.',
  'failed.contract-why': 'The server’s answer could not be understood.',
  'failed.configuration-why': 'This page is not set up correctly. Tell whoever runs it.',
  'failed.host-conflict-why': 'This page interferes with the review screen. Tell whoever runs it.',

  // Connection
  'connection.label': 'Connection',
  'connection.live': 'Live',
  'connection.connecting': 'Connecting',
  'connection.waiting': 'Connecting',
  'connection.degraded': 'Updated every minute',
  'connection.off': 'Updated {time}',
  'connection.off-unknown': 'Not live',

  // Status words
  'customer-status.CREATED': 'Created',
  'customer-status.INCOMPLETE': 'Incomplete',
  'customer-status.PENDING_UPLOAD': 'Waiting for upload',
  'customer-status.PENDING_REVIEW': 'Pending review',
  'customer-status.PENDING_APPROVAL': 'Pending approval',
  'customer-status.APPROVED': 'Approved',
  'customer-status.REJECTED': 'Rejected',
  'customer-status.BLACKLISTED': 'Blacklisted',
  'customer-status.INACTIVE': 'Inactive',
  'risk.NORMAL': 'Normal risk',
  'risk.HIGH': 'High risk',
  'risk.VERY_HIGH': 'Very high risk',
  'screening.findings': {one: '{n} to judge', other: '{n} to judge'},
  'screening.failed': 'Failed',

  // Documents
  'documents.differ': {one: '{n} differs', other: '{n} differ'},
} as const satisfies Readonly<Record<string, Word>>;
