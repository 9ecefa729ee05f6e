import {verificationSchema, type Verification} from '../../src/domain/verification.js';

/** The least that a verification says of itself, as it comes over the wire. */
export const verificationRecord = {
  id: 'ver-1',
  version: 3,
  type: 'idv',
  status: 'pending_review',
  subject: {id: 'subject-1', kind: 'client', name: 'Amira Haddad'},
  requester: {id: 'requester'},
  created_at: '2026-01-01T00:00:00Z',
};

/** A verification as the elements read it. */
export const aVerification = (change: Readonly<Record<string, unknown>> = {}): Verification =>
  verificationSchema.parse({...verificationRecord, ...change});
