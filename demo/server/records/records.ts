import type {Customer} from '../../../src/domain/customer.js';
import type {LiveEventType} from '../../../src/domain/live-events.js';
import type {Bucket, TransactionBucket} from '../../../src/domain/transaction.js';
import type {CaseRecords} from './case-records.js';
import type {FolderList, Listed, ListName, SortColumn} from './lists.js';
import type {OutboxRecords} from './outbox-records.js';
import type {Subject} from './subject.js';
import type {RecordsWriter} from './writer.js';

/** Somebody who works for a tenant. */
export interface User {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly permissions: readonly string[];
  readonly disabled: boolean;
}

export interface StoredCustomer {
  readonly customer: Customer;
  /** Counts the changes of the customer and of everything below. */
  readonly revision: number;
}

/** Where in a sorted list a page ended: the sort column's value, as text, and the id. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

/** Which rows are wanted. Absent filters let everything through. */
export interface Question {
  /** Already in the form of `searchable`. */
  readonly words?: string;
  /** Compared with the column `at`: from this on, and before that. */
  readonly from?: string;
  readonly before?: string;
  readonly status?: readonly string[];
  readonly direction?: readonly string[];
  readonly archived?: boolean;
  readonly sort: SortColumn;
  readonly descending: boolean;
  /** Absent: all of them. */
  readonly limit?: number;
  readonly offset?: number;
  readonly after?: Position;
}

export interface Slice<T> {
  readonly rows: readonly T[];
  /** How many rows the filters let through. */
  readonly total: number;
  /** Absent on the last page. */
  readonly next?: Position;
}

/** Something changed. `gap`: news may have been missed, for whomever. */
export type Change =
  | {
      readonly tenant: string;
      readonly subject: Subject;
      readonly type: LiveEventType;
      readonly revision: number;
    }
  | 'gap';

export interface FileOnRecord {
  readonly customer: string;
  readonly media_type: string;
  readonly bytes: Uint8Array;
}

/** What a socket token allows: one socket, for one user, on one customer or verification, from one page. */
export interface Ticket {
  readonly tenant: string;
  readonly user: string;
  readonly subject: Subject;
  /** `null` where the request named no origin. */
  readonly origin: string | null;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** One customer while it is being changed; nobody else changes it meanwhile. */
export interface FolderEditor {
  readonly customer: Customer;
  rows<L extends FolderList>(list: L): Promise<readonly Listed[L][]>;
  /** Replaces the customer. Its version is counted here, whatever the record says. */
  setCustomer(next: Customer): void;
  /** Adds or replaces a row by its id. Its version, where it has one, is counted here. */
  put<L extends FolderList>(list: L, row: Listed[L]): void;
}

/**
 * Where the server keeps its records. Everything that belongs to a tenant is asked for by tenant, and another tenant's is
 * as good as absent.
 */
export interface Records {
  /** Verifications and everything below them. */
  readonly cases: CaseRecords;
  /** What is still to be told to others, and whom to tell. */
  readonly outbox: OutboxRecords;

  user(tenant: string, id: string): Promise<User | undefined>;
  putUser(user: User): Promise<void>;

  customer(tenant: string, id: string): Promise<StoredCustomer | undefined>;
  /** `customer` is ignored for the list of customers itself. */
  list<L extends ListName>(
    list: L,
    tenant: string,
    customer: string,
    question: Question,
  ): Promise<Slice<Listed[L]>>;
  summary(
    tenant: string,
    customer: string,
    bucket: Bucket,
    range: Pick<Question, 'from' | 'before'>,
  ): Promise<readonly TransactionBucket[]>;
  file(tenant: string, path: string): Promise<FileOnRecord | undefined>;

  /**
   * Changes a customer and what is below it, counts its revision and tells the listeners, all of it or nothing.
   *
   * @returns The new revision, or `undefined` where there is no such customer.
   */
  change(
    tenant: string,
    customer: string,
    event: LiveEventType,
    work: (folder: FolderEditor) => Promise<void> | void,
  ): Promise<number | undefined>;
  /** Hears of every change, whichever process made it. */
  listen(hear: (change: Change) => void): Promise<() => Promise<void>>;

  addTicket(hash: string, ticket: Ticket): Promise<void>;
  /** Hands a ticket out once, and then never again. */
  takeTicket(hash: string): Promise<Ticket | undefined>;

  /** The secret of this name: the one that was stored first, in whichever process. */
  secret(name: string, make: () => string): Promise<string>;
  /** Fills an empty store. Answers whether there was anything to do. */
  seed(fill: (writer: RecordsWriter) => Promise<void>): Promise<boolean>;
  close(): Promise<void>;
}

/** The same record, one version later. Records without a version stay as they are. */
export function oneVersionLater<T extends object>(next: T, before: object | undefined): T {
  if (!('version' in next)) return next;
  const counted = before && 'version' in before ? Number(before.version) : 0;
  return {...next, version: (Number.isFinite(counted) ? counted : 0) + 1};
}
