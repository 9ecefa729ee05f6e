import type {AmlRecord} from '../../../src/domain/aml.js';
import type {AuditEvent} from '../../../src/domain/audit-event.js';
import type {Customer} from '../../../src/domain/customer.js';
import type {Document} from '../../../src/domain/document.js';
import type {Note} from '../../../src/domain/note.js';
import type {Questionnaire} from '../../../src/domain/questionnaire.js';
import type {Transaction} from '../../../src/domain/transaction.js';
import type {TravelRuleLog} from '../../../src/domain/travel-rule.js';
import type {Verification} from '../../../src/domain/verification.js';
import type {VideoCall} from '../../../src/domain/video-call.js';

export interface Tenant {
  readonly id: string;
  readonly name: string;
}

/** Who uses the reference server. The personas of the sign-in belong to these. */
export const tenants = [
  {id: 'meridian', name: 'Meridian Bank'},
  {id: 'kestrel', name: 'Kestrel Exchange'},
] as const satisfies readonly Tenant[];

/** Bytes that belong to a customer or a verification. They never change under one path. */
export interface StoredFile {
  /**
   * Where it is served, below the API base: `documents/{id}/files/{file_id}`, `customers/{id}/photo`,
   * `video-calls/{id}/recording` or `verifications/{type}/{id}/files/{file_id}`. Records point to it by this very text.
   */
  readonly path: string;
  /** What the answer's `Content-Type` says, which for a specimen of a damaged file may be a lie. */
  readonly media_type: string;
  /** Made when first asked for; the same bytes every time. */
  bytes(): Promise<Uint8Array>;
}

/** One customer with everything below. Lists may be given in any order; the server sorts. */
export interface CustomerFolder {
  readonly tenant: string;
  readonly customer: Customer;
  readonly documents?: readonly Document[];
  readonly amlRecords?: readonly AmlRecord[];
  readonly videoCalls?: readonly VideoCall[];
  /** Walked once or more, each time from the start; a long list is made while it is walked. */
  readonly transactions?: Iterable<Transaction>;
  readonly travelRuleLogs?: readonly TravelRuleLog[];
  readonly questionnaires?: readonly Questionnaire[];
  readonly files?: readonly StoredFile[];
}

/** What happened to a verification. Seeding makes its place in the chain: id, number and hashes. */
export interface SeedEvent {
  readonly type: string;
  readonly at: string;
  readonly actor: AuditEvent['actor'];
  readonly note?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** One verification with everything below. */
export interface VerificationFolder {
  readonly tenant: string;
  /** As it is stored: with nobody's judgement of the face, and an invite without what depends on the moment of asking. */
  readonly verification: Verification;
  /** In the order in which they happened. */
  readonly events?: readonly SeedEvent[];
  readonly notes?: readonly Note[];
  readonly files?: readonly StoredFile[];
}

/** Everything that the reference server starts with. Ids are unique across tenants. */
export interface World {
  readonly tenants: readonly Tenant[];
  readonly customers: readonly CustomerFolder[];
  readonly verifications: readonly VerificationFolder[];
}
