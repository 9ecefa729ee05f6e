/** The folders of src, lowest first: each imports only from itself and from those before it. */
export const ladder = [
  'domain',
  'words',
  'api',
  'session',
  'ui',
  'evidence',
  'score-gauge',
  'verification-detail',
  'customer-profile',
  'define',
];
