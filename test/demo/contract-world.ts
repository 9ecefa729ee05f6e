import type {Transaction} from '../../src/domain/transaction.js';
import {
  aCustomer,
  aDocument,
  anAmlRecord,
  aQuestionnaire,
  aTransaction,
  aTravelRuleLog,
  aVideoCall,
} from '../../demo/server/world/builders.js';
import type {RecordsWriter} from '../../demo/server/records/writer.js';
import type {CustomerFolder, StoredFile} from '../../demo/server/world/world.js';

import {awayCases, homeCases} from './contract-cases.js';

export const home = 'meridian';
export const away = 'kestrel';

const minute = 60_000;
const start = Date.parse('2026-01-01T00:00:00Z');
const currencies = ['EUR', 'TND', 'USD'] as const;
const statuses = ['COMPLETED', 'HELD', 'DECLINED'] as const;
const directions = ['in', 'out', 'unknown'] as const;

/** Rows that differ in everything that can be sorted or filtered by, with ties in each of it. */
export function* manyTransactions(count: number, prefix = 't'): Generator<Transaction> {
  for (let n = 0; n < count; n++) {
    yield aTransaction({
      id: `${prefix}-${String(n).padStart(6, '0')}`,
      at: new Date(start + Math.floor(n / 2) * 37 * minute).toISOString(),
      amount: `${(n * 7919) % 1000}.${String((n * 31) % 100).padStart(2, '0')}`,
      currency: currencies[n % 3]!,
      direction: directions[n % 3]!,
      status: statuses[n % 3]!,
      risk_score: n % 5 === 0 ? null : (n * 13) % 101,
      rules: n % 4 === 0 ? ['velocity'] : [],
      counterparty: n % 10 === 0 ? 'Müller & Søn' : 'Globex',
    });
  }
}

export const aFileOf = (path: string, text: string, media_type = 'image/png'): StoredFile => ({
  path,
  media_type,
  bytes: () => Promise.resolve(new TextEncoder().encode(text)),
});

export const folders = (): readonly CustomerFolder[] => [
  {
    tenant: home,
    customer: aCustomer({id: 'c-full', name: 'Amira Haddad', created_at: '2026-03-01T00:00:00Z'}),
    documents: [
      aDocument({id: 'd-3', sort_order: 3, archived: true, approved: false}),
      aDocument({id: 'd-1', sort_order: 1, approved: true}),
      aDocument({id: 'd-2', sort_order: 2, approved: null}),
    ],
    amlRecords: Array.from({length: 7}, (_, n) =>
      anAmlRecord({id: `aml-${n}`, checked_at: new Date(start + n * 60 * minute).toISOString()}),
    ),
    videoCalls: [
      aVideoCall({id: 'call-1', started_at: '2026-01-01T10:00:00Z'}),
      aVideoCall({id: 'call-2', started_at: '2026-02-01T10:00:00Z'}),
      aVideoCall({id: 'call-3', status: 'WAITING', started_at: null, ended_at: null}),
    ],
    transactions: [...manyTransactions(500)],
    travelRuleLogs: Array.from({length: 30}, (_, n) =>
      aTravelRuleLog({
        id: `log-${String(n).padStart(2, '0')}`,
        at: new Date(start + n * 60 * minute).toISOString(),
        direction: directions[n % 3]!,
        status: n % 2 === 0 ? 'ACCEPTED' : 'DECLINED',
        beneficiary: n === 4 ? 'أميرة حدّاد' : 'Somebody else',
      }),
    ),
    questionnaires: [
      aQuestionnaire({id: 'q-1', submitted_at: '2026-01-01T10:00:00Z'}),
      aQuestionnaire({id: 'q-2', submitted_at: '2026-02-01T10:00:00Z'}),
    ],
    files: [
      aFileOf('documents/d-1/files/d-1-front', 'front of d-1'),
      aFileOf('customers/c-full/photo', 'a face'),
      aFileOf('video-calls/call-1/recording', '0123456789', 'audio/wav'),
    ],
  },
  {
    tenant: home,
    customer: aCustomer({
      id: 'c-bare',
      name: '李小龍',
      status: 'APPROVED',
      active_services: [],
      rules: [],
      created_at: '2026-02-01T00:00:00Z',
    }),
    videoCalls: [aVideoCall({id: 'call-9'})],
    files: [aFileOf('video-calls/call-9/recording', 'nobody may hear this', 'audio/wav')],
  },
  {
    tenant: home,
    customer: aCustomer({id: 'c-odd', name: '  \u0000\ud800 \u202eevil\u202c %_\' "', created_at: null}),
  },
  {
    tenant: away,
    customer: aCustomer({
      id: 'c-away',
      name: 'Somebody of the other tenant',
      created_at: '2026-03-01T00:00:00Z',
    }),
    documents: [aDocument({id: 'd-away'})],
    videoCalls: [aVideoCall({id: 'call-away'})],
    transactions: [...manyTransactions(3, 'away')],
    files: [
      aFileOf('documents/d-away/files/d-away-front', 'front of d-away'),
      aFileOf('customers/c-away/photo', 'another face'),
      aFileOf('video-calls/call-away/recording', 'a voice', 'audio/wav'),
    ],
  },
];

export async function fill(writer: RecordsWriter): Promise<void> {
  await writer.addTenant({id: home, name: 'Meridian Bank'});
  await writer.addTenant({id: away, name: 'Kestrel Exchange'});
  for (const folder of folders()) await writer.addCustomer(folder);
  for (const folder of homeCases()) await writer.addVerification({tenant: home, ...folder});
  for (const folder of awayCases()) await writer.addVerification({tenant: away, ...folder});
}
