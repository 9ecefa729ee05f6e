import type {Transaction} from '../../../src/domain/transaction.js';
import {
  aCustomer,
  aDocument,
  aFile,
  aFinding,
  anAmlRecord,
  aQuestionnaire,
  aTransaction,
  aTravelRuleLog,
  aVideoCall,
} from './builders.js';
import {Chance} from './chance.js';
import {paintedPng} from './png.js';
import {conversationWav} from './wav.js';
import {
  aCaseName,
  aCheckedCard,
  aNote,
  anInvite,
  aSubject,
  aVerification,
  caseRequester,
  caseReviewers,
} from './verification-builders.js';
import {
  tenants,
  type CustomerFolder,
  type SeedEvent,
  type StoredFile,
  type VerificationFolder,
  type World,
} from './world.js';

/** The customer of the small world with something in every section. */
export const smallCustomerId = 'customer-1';
/** One with nothing below: every list is empty, no step, no service missing. */
export const emptyCustomerId = 'customer-2';
/** One of the other tenant. */
export const foreignCustomerId = 'customer-3';

const pictures = new Map<string, Uint8Array>();

/** A card with a face and lines of text, 428 by 270, in a colour of its own for each name. */
export function cardPng(name: string): Uint8Array {
  const made = pictures.get(name);
  if (made) return made;
  const chance = new Chance(name);
  const band = [chance.whole(60, 120), chance.whole(90, 140), chance.whole(100, 150)] as const;
  const lengths = Array.from({length: 5}, () => chance.whole(60, 220));
  const drawn = paintedPng(
    428,
    270,
    [[227, 235, 234], band, [201, 210, 216], [214, 168, 131], [46, 35, 32], [24, 38, 43], [122, 85, 96]],
    (x, y) => {
      if (y < 36) return 1;
      if (x >= 18 && x < 138 && y >= 52 && y < 202) {
        if (y < 100 && Math.hypot(x - 78, y - 98) < 32) return 4;
        if (Math.hypot((x - 78) * 1.25, y - 112) < 36) return 3;
        return Math.hypot(x - 78, (y - 212) * 0.9) < 50 ? 6 : 2;
      }
      const line = Math.floor((y - 56) / 36);
      const inLine = (y - 56) % 36 < 12 && line >= 0 && line < lengths.length;
      return inLine && x >= 160 && x < 160 + (lengths[line] ?? 0) ? 5 : 0;
    },
  );
  pictures.set(name, drawn);
  return drawn;
}

/** A stored picture for a path below the API base. */
export const aStoredPicture = (path: string): StoredFile => ({
  path,
  media_type: 'image/png',
  bytes: () => Promise.resolve(cardPng(path)),
});

/** So many payments, newest first, one every seven hours; every ninth triggered a rule. */
export const someTransactions = (count: number): readonly Transaction[] => {
  const chance = new Chance('small transactions');
  return Array.from({length: count}, (_, index) => {
    const flagged = index % 9 === 0;
    const risk = flagged ? chance.whole(70, 95) : chance.whole(1, 60);
    return aTransaction({
      id: `transaction-${index + 1}`,
      at: new Date(Date.UTC(2026, 10, 20, 9) - index * 7 * 3_600_000).toISOString(),
      amount: (chance.whole(500, 900_000) / 100).toFixed(2),
      currency: chance.pick(['EUR', 'EUR', 'EUR', 'USD']),
      direction: chance.pick(['in', 'out']),
      status: flagged ? 'HELD' : 'COMPLETED',
      risk_score: risk,
      risk_level: risk >= 70 ? 'high' : risk >= 40 ? 'medium' : 'low',
      rules: flagged ? ['Large for this customer'] : [],
      counterparty: chance.pick([
        'Ελένη Παπαδοπούλου',
        '株式会社みどり商事',
        'Weaver & Söhne GmbH',
        'مؤسسة النور للنسيج',
      ]),
    });
  });
};

/** What the small world's main customer has, unless said differently. */
export function aFolder(over: Partial<CustomerFolder> = {}): CustomerFolder {
  const customer = over.customer ?? aCustomer({photo_url: `customers/${smallCustomerId}/photo`});
  const documents = over.documents ?? [
    aDocument({id: 'document-1'}),
    aDocument({
      id: 'document-2',
      type: 'SE',
      title: 'Selfie',
      sort_order: 2,
      approved: null,
      files: [aFile({id: 'document-2-selfie', side: 'selfie'}, 'document-2')],
      fields: [],
      validations: [],
      mismatches: [],
      score: null,
    }),
    aDocument({
      id: 'document-3',
      type: 'UB',
      title: 'Proof of address',
      sort_order: 3,
      approved: false,
      reject_reason: 'Older than 90 days',
      files: [aFile({id: 'document-3-page', side: 'page', page: 1}, 'document-3')],
      mismatches: [],
    }),
    aDocument({id: 'document-4', title: 'Identity card', sort_order: 1, archived: true, approved: false}),
  ];
  const videoCalls = over.videoCalls ?? [
    aVideoCall({id: 'call-1'}),
    aVideoCall({id: 'call-2', status: 'MISSED', recording: null, agent: null, checklist: []}),
  ];
  return {
    tenant: tenants[0].id,
    customer,
    documents,
    amlRecords: [
      anAmlRecord(),
      anAmlRecord({
        id: 'aml-2',
        checked_at: '2026-10-08T09:20:00Z',
        status: 'no_records',
        approved: true,
        databases: ['EU', 'UN', 'OFAC'],
        override: {by: {id: 'user-4', name: 'Дмитрий Орлов'}, at: '2026-10-09T08:24:00Z'},
        findings: [],
      }),
    ],
    videoCalls,
    transactions: someTransactions(120),
    travelRuleLogs: [
      aTravelRuleLog(),
      aTravelRuleLog({
        id: 'travel-2',
        at: '2026-10-28T09:05:00Z',
        direction: 'in',
        status: 'DECLINED',
        status_reason: 'Beneficiary provider did not answer',
        asset: 'USDC',
        amount: '900.00',
        originator: 'Ngô Thị Bích',
        beneficiary: 'Amira Haddad',
        originator_vasp: null,
        beneficiary_vasp: 'Carthage Digital',
        blockchain: 'Ethereum',
        tx_hash: null,
      }),
    ],
    questionnaires: [aQuestionnaire()],
    files: [
      ...(customer.photo_url ? [aStoredPicture(customer.photo_url)] : []),
      ...documents.flatMap(({files}) => files.map(({url}) => aStoredPicture(url))),
      ...videoCalls.flatMap(({recording}) =>
        recording
          ? [
              {
                path: recording.url,
                media_type: recording.media_type,
                bytes: () => Promise.resolve(conversationWav(recording.url, 3)),
              },
            ]
          : [],
      ),
    ],
    ...over,
  };
}

/** The verification of the small world with something in every tab. */
export const smallCaseName = aCaseName;
/** One that was sent and has nothing yet: no document, no face, no screening, no score. */
export const emptyCaseName = {type: 'kyc', id: 'verification-empty'} as const;
/** One of the other tenant. */
export const foreignCaseName = {type: 'idv', id: 'verification-foreign'} as const;

const byUser = ({id, name}: {readonly id: string; readonly name: string}): SeedEvent['actor'] => ({
  kind: 'user',
  id,
  name,
});

/** A case that was rejected once and reopened, newest last. */
export const someEvents: readonly SeedEvent[] = [
  {
    type: 'request.created',
    at: '2026-11-08T10:58:00Z',
    actor: byUser(caseRequester),
    data: {type: 'idv', channel: 'email', expires_at: '2026-12-08T10:58:00Z'},
  },
  {type: 'request.viewed_by_partner', at: '2026-11-08T11:00:00Z', actor: {kind: 'system'}},
  {type: 'request.invite_resent', at: '2026-11-10T09:02:00Z', actor: byUser(caseRequester)},
  {
    type: 'request.updated',
    at: '2026-11-11T15:31:00Z',
    actor: {kind: 'subject', id: 'subject-1', name: 'Ioannis Papadopoulos'},
    data: {status: 'pending_review'},
  },
  {
    type: 'request.rejected',
    at: '2026-11-11T17:05:00Z',
    actor: byUser(caseReviewers[0]),
    note: 'Back side unreadable; address could not be compared.',
  },
  {
    type: 'request.reopened',
    at: '2026-11-12T10:40:00Z',
    actor: byUser(caseReviewers[0]),
    note: 'The subject sent a clearer back side.',
  },
];

/** Every file that a verification points to. */
const filesOf = ({documents, biometric, subject}: VerificationFolder['verification']): readonly string[] => [
  ...documents.flatMap(({files}) => files.map(({url}) => url)),
  ...[biometric?.selfie, biometric?.portrait].flatMap((file) => (file ? [file.url] : [])),
  ...(subject.avatar_url ? [subject.avatar_url] : []),
];

/** What the small world's main verification has, unless said differently; its pictures are drawn for whatever it shows. */
export function aCase(over: Partial<VerificationFolder> = {}): VerificationFolder {
  const verification = over.verification ?? aVerification();
  return {
    tenant: tenants[0].id,
    verification,
    events: someEvents,
    notes: [
      aNote({
        id: 'note-2',
        text: 'صورة الوجه الخلفي غير واضحة، يُرجى طلب صورة جديدة.',
        author: {id: 'user-5', name: 'أحمد منصور'},
        at: '2026-11-11T16:10:00Z',
      }),
      aNote(),
    ],
    files: filesOf(verification).map((path) => aStoredPicture(path)),
    ...over,
  };
}

/** Verifications that are made in no time: a full one, an empty one, and one of the other tenant. */
export const someCases = (over: Partial<VerificationFolder> = {}): readonly VerificationFolder[] => [
  aCase(over),
  aCase({
    verification: aVerification({
      ...emptyCaseName,
      short_id: null,
      version: 1,
      status: 'in_progress',
      subject: aSubject({
        id: 'subject-2',
        name: null,
        email: null,
        phone: null,
        address: null,
      }),
      matter: null,
      documents: [],
      score_total: null,
      score_breakdown: null,
      biometric: null,
      screening: null,
      invite: anInvite({resends: 0, sent_at: '2026-11-19T08:00:00Z', expires_at: '2026-12-19T08:00:00Z'}),
      created_at: '2026-11-19T08:00:00Z',
      last_activity_at: null,
    }),
    events: [{type: 'request.created', at: '2026-11-19T08:00:00Z', actor: byUser(caseRequester)}],
    notes: [],
  }),
  aCase({
    tenant: tenants[1].id,
    verification: aVerification({
      ...foreignCaseName,
      documents: [aCheckedCard({}, foreignCaseName)],
    }),
  }),
];

/**
 * A world that is made in no time and runs in a browser: a customer with something in every section, one with nothing,
 * and one of the other tenant, and as many verifications. The two arguments say what the first ones have instead.
 */
export function makeSmallWorld(
  over: Partial<CustomerFolder> = {},
  overCase: Partial<VerificationFolder> = {},
): World {
  return {
    tenants,
    verifications: someCases(overCase),
    customers: [
      aFolder(over),
      {
        tenant: tenants[0].id,
        customer: aCustomer({
          id: emptyCustomerId,
          external_id: null,
          name: null,
          email: null,
          phone: null,
          status: 'CREATED',
          rules: [],
          aml_status: null,
          ai_generated_summary: null,
        }),
      },
      {
        tenant: tenants[1].id,
        customer: aCustomer({id: foreignCustomerId, name: 'Ioannis Papadopoulos Ιωάννης Παπαδόπουλος'}),
        amlRecords: [anAmlRecord({id: 'aml-3', findings: [aFinding({id: 'finding-3'})]})],
      },
    ],
  };
}
