/** Everything that can go wrong, as far as a reviewer or a host has to tell it apart. A closed set. */
export const problemKinds = [
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'invalid',
  'rate-limited',
  'offline',
  'timeout',
  'server',
  'contract',
  'configuration',
  'host-conflict',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

/** The answer was not "later" but "no": what was shown before must go. */
export const withdraws = (kind: ProblemKind): boolean =>
  kind === 'unauthorized' || kind === 'forbidden' || kind === 'not-found';
