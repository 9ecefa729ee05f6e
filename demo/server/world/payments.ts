import type {Transaction} from '../../../src/domain/transaction.js';
import type {TravelRuleLog} from '../../../src/domain/travel-rule.js';
import {aTransaction, aTravelRuleLog} from './builders.js';
import {ago, days, hours} from './calendar.js';
import {Chance} from './chance.js';
import {people, type Somebody} from './people.js';

/** Digits behind the point, and how many of it buy about one euro. */
const currencies = {
  EUR: {digits: 2, worth: 1},
  USD: {digits: 2, worth: 1.1},
  GBP: {digits: 2, worth: 0.85},
  TND: {digits: 3, worth: 3.4},
  JPY: {digits: 0, worth: 165},
  KWD: {digits: 3, worth: 0.33},
  TRY: {digits: 2, worth: 42},
} as const;
type Currency = keyof typeof currencies;

const ruleNames = [
  'Large for this customer',
  'New country',
  'Just below a limit',
  'Counterparty on watch',
  'Many in a short time',
  'Round amount',
  'Passed through within a day',
] as const;

const companies = [
  'ООО «Северный Ветер»',
  '株式会社みどり商事',
  'Ελένη Παπαδοπούλου',
  'مؤسسة النور للنسيج',
  'Weaver & Söhne GmbH',
  'ห้างหุ้นส่วนจำกัด ไหมทอง',
  '한빛무역 주식회사',
  'बनारस हथकरघा',
  'შპს ღვინის სახლი',
  'ՍՊԸ Արարատ Թեքսթիլ',
  'חברת הדר בע״מ',
  'Compagnie générale des tissus et velours',
  'Ferreira & Filhos, Lda.',
  'Łódzkie Zakłady Włókiennicze',
  'Bright Harbour Logistics',
  'Dr. Amaka Obi',
  '東方玩具有限公司',
  'Công ty Lụa Hội An',
] as const;

const statuses = [
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'DECLINED',
  'FAILED',
];

/** A large step of minutes for few payments, a small one for many, so that all lie within about four years. */
const stepOf = (count: number): number => Math.min(days(3), Math.floor(days(4 * 365) / Math.max(1, count)));

function currenciesOf({country}: Somebody): readonly Currency[] {
  const home: Readonly<Record<string, Currency>> = {TN: 'TND', JP: 'JPY', TR: 'TRY', GB: 'GBP', AE: 'KWD'};
  return ['EUR', 'EUR', 'EUR', home[country] ?? 'EUR', home[country] ?? 'USD', 'USD', 'GBP', 'JPY'];
}

/** An amount whose size follows no line: many small ones, few large ones. */
function amountOf(currency: Currency, chance: Chance): string {
  const {digits, worth} = currencies[currency];
  const euros = Math.exp(2.2 + chance.next() * 3.6 + chance.next() * 2.8);
  return (euros * worth).toFixed(digits);
}

function transactionOf(
  person: Somebody,
  index: number,
  minutesAgo: number,
  chance: Chance,
  own: readonly Currency[],
): Transaction {
  const currency = chance.pick(own);
  const flagged = chance.falls(0.025);
  const risk = chance.falls(0.02)
    ? null
    : flagged
      ? chance.whole(48, 97)
      : chance.whole(1, chance.falls(0.08) ? 68 : 34);
  const rules = flagged ? [chance.pick(ruleNames)] : [];
  if (flagged && chance.falls(0.3))
    rules.push(
      ruleNames[(ruleNames.indexOf(rules[0] ?? ruleNames[0]) + 1) % ruleNames.length] ?? ruleNames[0],
    );
  return {
    id: `tx-${person.key}-${String(index).padStart(6, '0')}`,
    at: ago(minutesAgo),
    amount: amountOf(currency, chance),
    currency,
    direction: chance.falls(0.01) ? 'unknown' : chance.falls(0.46) ? 'in' : 'out',
    status: flagged && chance.falls(0.4) ? 'HELD' : chance.falls(0.004) ? 'REVERSED' : chance.pick(statuses),
    risk_score: risk,
    risk_level: risk === null ? null : risk >= 70 ? 'high' : risk >= 40 ? 'medium' : 'low',
    rules,
    counterparty: chance.falls(0.03) ? null : chance.pick(companies),
  };
}

/** The hero's newest payments are told by hand. */
const told: Readonly<Record<string, readonly Transaction[]>> = {
  haddad: [
    aTransaction({id: 'tx-haddad-told-1', at: '2026-11-20T08:58:00Z'}),
    aTransaction({
      id: 'tx-haddad-told-2',
      at: '2026-11-19T16:31:00Z',
      amount: '12640.50',
      direction: 'in',
      status: 'COMPLETED',
      risk_score: 24,
      risk_level: 'low',
      rules: [],
      counterparty: '株式会社みどり商事',
    }),
    aTransaction({
      id: 'tx-haddad-told-3',
      at: '2026-11-19T07:04:00Z',
      amount: '1180.00',
      status: 'COMPLETED',
      risk_score: 12,
      risk_level: 'low',
      rules: [],
      counterparty: 'Ελένη Παπαδοπούλου',
    }),
    aTransaction({
      id: 'tx-haddad-told-4',
      at: '2026-11-18T20:47:00Z',
      amount: '9900.000',
      currency: 'TND',
      direction: 'in',
      status: 'COMPLETED',
      risk_score: 58,
      risk_level: 'medium',
      rules: ['Just below a limit'],
      counterparty: 'مؤسسة النور للنسيج',
    }),
    aTransaction({
      id: 'tx-haddad-told-5',
      at: '2026-11-18T13:20:00Z',
      amount: '3415.75',
      status: 'DECLINED',
      risk_score: 71,
      risk_level: 'high',
      rules: ['Counterparty on watch'],
      counterparty: 'Weaver & Söhne GmbH',
    }),
    aTransaction({
      id: 'tx-haddad-told-6',
      at: '2026-11-17T10:02:00Z',
      amount: '860.00',
      status: 'COMPLETED',
      risk_score: 9,
      risk_level: 'low',
      rules: [],
      counterparty: 'ห้างหุ้นส่วนจำกัด ไหมทอง',
    }),
  ],
  mansoori: [
    aTransaction({
      id: 'tx-mansoori-told-1',
      at: '2026-11-20T05:00:00Z',
      amount: '123456789012345678.905',
      currency: 'KWD',
      direction: 'in',
      status: 'HELD',
      risk_score: 99,
      risk_level: 'high',
      rules: ['Large for this customer'],
      counterparty: null,
    }),
  ],
};

/** Somebody's payments, newest first, made anew at every walk and never all at once. */
export function paymentsOf(person: Somebody): Iterable<Transaction> {
  const count = person.payments ?? 0;
  return {
    *[Symbol.iterator]() {
      const first = told[person.key] ?? [];
      yield* first.slice(0, count);
      const chance = new Chance(`payments ${person.key}`);
      const own = currenciesOf(person);
      const rest = count - first.length;
      const step = stepOf(rest);
      let minutesAgo = first.length > 0 ? days(4) : hours(1);
      for (let index = 0; index < rest; index++) {
        minutesAgo += chance.whole(1, Math.max(1, step * 2 - 1));
        yield transactionOf(person, rest - index, minutesAgo, chance, own);
      }
    },
  };
}

const assets = [
  {asset: 'BTC', blockchain: 'Bitcoin', digits: 8, most: 3},
  {asset: 'ETH', blockchain: 'Ethereum', digits: 18, most: 40},
  {asset: 'USDC', blockchain: 'Ethereum', digits: 6, most: 20_000},
  {asset: 'XRP', blockchain: 'XRP Ledger', digits: 6, most: 9000},
] as const;

const providers = [
  'Carthage Digital',
  '한빛거래소',
  'Dnipro X',
  'Börse Nord Krypto',
  'Kestrel Exchange',
  'بورصة الخليج',
  null,
] as const;

const outcomes = [
  {status: 'ACCEPTED', status_reason: null},
  {status: 'COMPLETED', status_reason: null},
  {status: 'COMPLETED', status_reason: null},
  {status: 'SENT', status_reason: null},
  {status: 'PENDING', status_reason: null},
  {status: 'DECLINED', status_reason: 'Beneficiary provider did not answer'},
  {status: 'DECLINED', status_reason: 'Name of the beneficiary does not match the account'},
  {status: 'FAILED', status_reason: 'The message could not be delivered'},
  {status: 'AWAITING_COUNTERPARTY', status_reason: null},
] as const;

const named = people
  .filter(({shown}) => shown !== 'none')
  .map(({given, surname, own}) => own?.[2] ?? `${given} ${surname}`);

/** What was sent to and came from other providers of virtual assets. */
export function transfersOf(person: Somebody): readonly TravelRuleLog[] {
  const chance = new Chance(`transfers ${person.key}`);
  const self = `${person.given} ${person.surname}`;
  const count = person.transfers ?? 0;
  let minutesAgo = hours(3);
  return Array.from({length: count}, (_, index) => {
    minutesAgo += chance.whole(10, Math.max(20, stepOf(count)));
    const {asset, blockchain, digits, most} = chance.pick(assets);
    const direction = chance.falls(0.02) ? 'unknown' : chance.pick(['in', 'out']);
    const other = chance.pick(named);
    return aTravelRuleLog({
      id: `tr-${person.key}-${String(count - index).padStart(4, '0')}`,
      at: ago(minutesAgo),
      direction,
      ...chance.pick(outcomes),
      asset,
      amount: (chance.next() * chance.next() * most).toFixed(Math.min(digits, 12)),
      originator: direction === 'in' ? other : self,
      beneficiary: direction === 'in' ? self : other,
      originator_vasp: chance.pick(providers),
      beneficiary_vasp: chance.pick(providers),
      blockchain,
      tx_hash: chance.falls(0.1) ? null : chance.hex(64),
    });
  });
}
