import type {Customer} from '../../../src/domain/customer.js';
import type {Bucket, TransactionBucket} from '../../../src/domain/transaction.js';
import type {CustomerFolder, StoredFile} from '../world/world.js';
import {addDecimals, compareDecimals} from './decimals.js';
import {lists, type Columns, type FolderList, type Listed, type ListName} from './lists.js';
import {MemoryCases} from './memory-cases.js';
import {MemoryOutbox} from './memory-outbox.js';
import {
  oneVersionLater,
  type Change,
  type FolderEditor,
  type Question,
  type Records,
  type Slice,
  type Ticket,
  type User,
} from './records.js';
import {customerSubject} from './subject.js';
import type {RecordsWriter} from './writer.js';

interface Row {
  readonly id: string;
  readonly record: object;
  readonly columns: Columns;
}

interface Folder {
  readonly tenant: string;
  customer: Row;
  revision: number;
  readonly lists: Record<FolderList, Row[]>;
  readonly files: readonly StoredFile[];
}

const rowOf = <L extends ListName>(list: L, record: Listed[L]): Row => ({
  id: record.id,
  record,
  columns: lists[list].columns(record),
});

const keyOf = (tenant: string, id: string): string => JSON.stringify([tenant, id]);

/** Records in memory, for tests and stories. It runs in a browser too. */
export class MemoryRecords implements Records {
  readonly outbox = new MemoryOutbox();
  readonly cases = new MemoryCases(this.outbox, (change) => this.tell(change));
  private readonly users = new Map<string, User>();
  private readonly folders = new Map<string, Folder>();
  private readonly tickets = new Map<string, Ticket>();
  private readonly secrets = new Map<string, string>();
  private readonly listeners = new Set<(change: Change) => void>();
  /** Sorting a long list anew for every page of it would be felt; rows are only ever replaced together with the array. */
  private readonly sorted = new WeakMap<readonly Row[], Map<string, readonly Row[]>>();
  private queue: Promise<unknown> = Promise.resolve();

  user(tenant: string, id: string) {
    return Promise.resolve(this.users.get(keyOf(tenant, id)));
  }

  putUser(user: User) {
    this.users.set(keyOf(user.tenant, user.id), user);
    return Promise.resolve();
  }

  customer(tenant: string, id: string) {
    const folder = this.folders.get(keyOf(tenant, id));
    return Promise.resolve(
      folder && {customer: folder.customer.record as Customer, revision: folder.revision},
    );
  }

  list<L extends ListName>(
    list: L,
    tenant: string,
    customer: string,
    question: Question,
  ): Promise<Slice<Listed[L]>> {
    const rows = list === 'customers' ? this.customersOf(tenant) : this.rowsBelow(list, tenant, customer);
    const all = this.select(rows, question);
    let first = question.offset ?? 0;
    if (question.after) {
      const {key, id} = question.after;
      const after = compareRows(question, {id, columns: columnsAt(question, key)});
      first = all.findIndex((row) => after(row) > 0);
      if (first < 0) first = all.length;
    }
    const page = all.slice(first, question.limit === undefined ? undefined : first + question.limit);
    const last = page.at(-1);
    const more = first + page.length < all.length;
    return Promise.resolve({
      rows: page.map(({record}) => record as Listed[L]),
      total: all.length,
      ...(last && more ? {next: {key: String(last.columns[question.sort]), id: last.id}} : {}),
    });
  }

  private customersOf(tenant: string): readonly Row[] {
    return [...this.folders.values()].filter((each) => each.tenant === tenant).map((each) => each.customer);
  }

  private rowsBelow(list: FolderList, tenant: string, customer: string): readonly Row[] {
    return this.folders.get(keyOf(tenant, customer))?.lists[list] ?? [];
  }

  private select(rows: readonly Row[], question: Question): readonly Row[] {
    const {limit: _limit, offset: _offset, after: _after, ...filters} = question;
    const signature = JSON.stringify(filters);
    const known = this.sorted.get(rows) ?? new Map<string, readonly Row[]>();
    this.sorted.set(rows, known);
    let found = known.get(signature);
    if (!found) {
      found = rows
        .filter((row) => isWanted(row.columns, question))
        .sort((a, b) => compareRows(question, b)(a));
      known.set(signature, found);
    }
    return found;
  }

  summary(tenant: string, customer: string, bucket: Bucket, range: Pick<Question, 'from' | 'before'>) {
    const sums = new Map<string, TransactionBucket>();
    for (const {columns} of this.rowsBelow('transactions', tenant, customer)) {
      if (!columns.day || !isWanted(columns, range)) continue;
      const {direction, amount = '0', currency = ''} = columns;
      const start = startOf(bucket, columns.day);
      const key = JSON.stringify([start, currency]);
      const sum = sums.get(key) ?? {start, currency, in: '0', out: '0', count: 0, flagged: 0};
      sums.set(key, {
        ...sum,
        in: direction === 'in' ? addDecimals(sum.in, amount) : sum.in,
        out: direction === 'out' ? addDecimals(sum.out, amount) : sum.out,
        count: sum.count + 1,
        flagged: sum.flagged + (columns.flagged ? 1 : 0),
      });
    }
    const byStart = (one: TransactionBucket, other: TransactionBucket): number =>
      compareTexts(one.start, other.start) || compareTexts(one.currency, other.currency);
    return Promise.resolve([...sums.values()].sort(byStart));
  }

  async file(tenant: string, path: string) {
    for (const folder of this.folders.values()) {
      if (folder.tenant !== tenant) continue;
      const file = folder.files.find((each) => each.path === path);
      if (file) return {customer: folder.customer.id, media_type: file.media_type, bytes: await file.bytes()};
    }
    return undefined;
  }

  change(...[tenant, id, event, work]: Parameters<Records['change']>): Promise<number | undefined> {
    const turn = this.queue.then(async () => {
      const folder = this.folders.get(keyOf(tenant, id));
      if (!folder) return undefined;
      const draft = new Draft(folder);
      await work(draft);
      draft.keep();
      folder.revision++;
      const {revision} = folder;
      this.tell({tenant, subject: customerSubject(id), type: event, revision});
      return revision;
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private tell(change: Change): void {
    for (const hear of [...this.listeners]) hear(change);
  }

  listen(hear: (change: Change) => void) {
    // A listener that is given twice is two listeners.
    const own = (change: Change): void => hear(change);
    this.listeners.add(own);
    return Promise.resolve(() => {
      this.listeners.delete(own);
      return Promise.resolve();
    });
  }

  addTicket(hash: string, ticket: Ticket) {
    this.tickets.set(hash, ticket);
    return Promise.resolve();
  }

  takeTicket(hash: string) {
    const ticket = this.tickets.get(hash);
    this.tickets.delete(hash);
    return Promise.resolve(ticket);
  }

  secret(name: string, make: () => string) {
    const secret = this.secrets.get(name) ?? make();
    this.secrets.set(name, secret);
    return Promise.resolve(secret);
  }

  async seed(fill: (writer: RecordsWriter) => Promise<void>) {
    if (this.folders.size > 0) return false;
    await fill({
      addTenant: () => Promise.resolve(),
      addCustomer: (folder) => Promise.resolve(this.addCustomer(folder)),
      addVerification: (folder) => this.cases.add(folder),
    });
    return true;
  }

  /** Adds a customer with everything below. */
  addCustomer(given: CustomerFolder): void {
    const rows = <L extends FolderList>(list: L, records: Iterable<Listed[L]> = []): Row[] =>
      [...records].map((each) => rowOf(list, each));
    this.folders.set(keyOf(given.tenant, given.customer.id), {
      tenant: given.tenant,
      customer: rowOf('customers', given.customer),
      revision: 1,
      lists: {
        documents: rows('documents', given.documents),
        amlRecords: rows('amlRecords', given.amlRecords),
        videoCalls: rows('videoCalls', given.videoCalls),
        transactions: rows('transactions', given.transactions),
        travelRuleLogs: rows('travelRuleLogs', given.travelRuleLogs),
        questionnaires: rows('questionnaires', given.questionnaires),
      },
      files: given.files ?? [],
    });
  }

  close() {
    this.listeners.clear();
    return Promise.resolve();
  }
}

/** Changes that take effect together, once the work is done without an error. */
class Draft implements FolderEditor {
  private next: Row;
  private readonly changed = new Map<FolderList, Row[]>();
  private readonly folder: Folder;

  constructor(folder: Folder) {
    this.folder = folder;
    this.next = folder.customer;
  }

  get customer(): Customer {
    return this.next.record as Customer;
  }

  rows<L extends FolderList>(list: L): Promise<readonly Listed[L][]> {
    const rows = this.changed.get(list) ?? this.folder.lists[list];
    return Promise.resolve(rows.map(({record}) => record as Listed[L]));
  }

  setCustomer(next: Customer): void {
    this.next = rowOf('customers', oneVersionLater(next, this.folder.customer.record));
  }

  put<L extends FolderList>(list: L, row: Listed[L]): void {
    const rows = [...(this.changed.get(list) ?? this.folder.lists[list])];
    const at = rows.findIndex(({id}) => id === row.id);
    const before = this.folder.lists[list].find(({id}) => id === row.id);
    const later = rowOf(list, oneVersionLater(row, before?.record));
    if (at < 0) rows.push(later);
    else rows[at] = later;
    this.changed.set(list, rows);
  }

  keep(): void {
    this.folder.customer = this.next;
    for (const [list, rows] of this.changed) this.folder.lists[list] = rows;
  }
}

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function isWanted(columns: Columns, question: Partial<Question>): boolean {
  const {words, from, before, status, direction, archived} = question;
  const {at = '', search = ''} = columns;
  if (words !== undefined && !search.includes(words)) return false;
  if (from !== undefined && at < from) return false;
  if (before !== undefined && at >= before) return false;
  if (status !== undefined && !status.includes(columns.status ?? '')) return false;
  if (direction !== undefined && !direction.includes(columns.direction ?? '')) return false;
  return archived === undefined || columns.archived === archived;
}

/** How a row stands to another one in the order that the question asks for. */
function compareRows({sort, descending}: Question, to: Pick<Row, 'id' | 'columns'>): (row: Row) => number {
  const sign = descending ? -1 : 1;
  const key = to.columns[sort];
  const compareKeys = sort === 'amount' ? compareDecimals : compareTexts;
  return ({id, columns}) => {
    const own = columns[sort];
    const byKey = typeof own === 'number' ? own - Number(key) : compareKeys(own ?? '0', String(key ?? '0'));
    return sign * (byKey || compareTexts(id, to.id));
  };
}

const columnsAt = ({sort}: Question, key: string): Columns =>
  sort === 'at' || sort === 'amount' ? {[sort]: key} : {[sort]: Number(key)};

/** The first day of the stretch that a day belongs to. Weeks begin on Monday. */
function startOf(bucket: Bucket, day: string): string {
  if (bucket === 'month') return `${day.slice(0, 7)}-01`;
  if (bucket === 'day') return day;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
