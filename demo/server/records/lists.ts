import type {AmlRecord} from '../../../src/domain/aml.js';
import type {Customer} from '../../../src/domain/customer.js';
import type {Document} from '../../../src/domain/document.js';
import type {Questionnaire} from '../../../src/domain/questionnaire.js';
import type {Transaction} from '../../../src/domain/transaction.js';
import type {TravelRuleLog} from '../../../src/domain/travel-rule.js';
import type {VideoCall} from '../../../src/domain/video-call.js';
import {isDecimal} from './decimals.js';

/** What is kept in lists: the customers of a tenant, and six lists below each customer. */
export interface Listed {
  readonly customers: Customer;
  readonly documents: Document;
  readonly amlRecords: AmlRecord;
  readonly videoCalls: VideoCall;
  readonly transactions: Transaction;
  readonly travelRuleLogs: TravelRuleLog;
  readonly questionnaires: Questionnaire;
}
export type ListName = keyof Listed;
/** The lists below a customer. */
export type FolderList = Exclude<ListName, 'customers'>;

/** What a list is filtered and sorted by, worked out from the record when it is stored. */
export interface Columns {
  /** A moment in one spelling, so that its text sorts by time. */
  readonly at?: string;
  readonly position?: number;
  readonly amount?: string;
  readonly risk_score?: number;
  readonly status?: string;
  readonly direction?: string;
  readonly currency?: string;
  readonly archived?: boolean;
  /** The day of `at` in UTC, where it has one. */
  readonly day?: string | null;
  readonly flagged?: boolean;
  /** What `q` looks into. */
  readonly search?: string;
}
export type ColumnName = keyof Columns;
/** The columns that a list can be sorted by. None of them is ever empty. */
export type SortColumn = 'at' | 'position' | 'amount' | 'risk_score';

export const columnTypes = {
  at: 'text',
  position: 'double precision',
  amount: 'numeric',
  risk_score: 'double precision',
  status: 'text',
  direction: 'text',
  currency: 'text',
  archived: 'boolean',
  day: 'date',
  flagged: 'boolean',
  search: 'text',
} as const satisfies Record<ColumnName, string>;

interface ListRow<T> {
  readonly table: string;
  readonly columns: (record: T) => Columns;
}

/** Missing scores sort below every real one. */
const noScore = -1;
/** Documents without a place come last. */
const lastPosition = 1e9;
/** A text that sorts above every moment. */
export const afterEveryMoment = '~';
/** A call that has not started is news, so it sorts above every one that has. */
const notYet = afterEveryMoment;

export const lists: {readonly [L in ListName]: ListRow<Listed[L]>} = {
  customers: {
    table: 'customers',
    columns: (each) => ({
      at: moment(each.created_at),
      status: each.status,
      search: searchable(each.id, each.external_id, each.name, each.email, each.phone, each.id_number),
    }),
  },
  documents: {
    table: 'documents',
    columns: (each) => ({position: each.sort_order ?? lastPosition, archived: each.archived}),
  },
  amlRecords: {table: 'aml_records', columns: (each) => ({at: moment(each.checked_at)})},
  videoCalls: {table: 'video_calls', columns: (each) => ({at: moment(each.started_at) || notYet})},
  transactions: {
    table: 'transactions',
    columns: (each) => ({
      at: moment(each.at),
      amount: isDecimal(each.amount) ? each.amount : '0',
      risk_score: each.risk_score ?? noScore,
      status: each.status,
      direction: each.direction,
      currency: each.currency,
      day: dayOf(each.at),
      flagged: each.rules.length > 0,
      search: searchable(each.id, each.counterparty, each.amount, each.currency, ...each.rules),
    }),
  },
  travelRuleLogs: {
    table: 'travel_rule_logs',
    columns: (each) => ({
      at: moment(each.at),
      status: each.status,
      direction: each.direction,
      search: searchable(
        each.id,
        each.originator,
        each.beneficiary,
        each.originator_vasp,
        each.beneficiary_vasp,
        each.asset,
        each.amount,
        each.blockchain,
        each.tx_hash,
        each.status_reason,
      ),
    }),
  },
  questionnaires: {table: 'questionnaires', columns: (each) => ({at: moment(each.submitted_at)})},
};

function moment(value: string | null | undefined): string {
  const at = Date.parse(value ?? '');
  return Number.isNaN(at) ? (value ?? '') : new Date(at).toISOString();
}

function dayOf(value: string): string | null {
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}

/** Accents, Arabic vowel signs and the stretching tatweel do not matter to somebody who searches. */
const beside = /[\u0300-\u036f\u064b-\u065f\u0640]/gu;

/** The form in which texts and search words are compared. */
export const searchable = (...texts: readonly (string | null | undefined)[]): string =>
  texts
    .filter((each) => each)
    .join('\n')
    .normalize('NFKD')
    .replaceAll(beside, '')
    // PostgreSQL cannot store this one character.
    .replaceAll('\0', '')
    .toLowerCase();
