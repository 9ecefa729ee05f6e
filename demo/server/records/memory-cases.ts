import type {AuditEvent, LoggedEvent} from '../../../src/domain/audit-event.js';
import type {Note} from '../../../src/domain/note.js';
import type {Verification} from '../../../src/domain/verification.js';
import {chainOfSeeds, decisionsIn} from '../cases/seed-chain.js';
import type {StoredFile, VerificationFolder} from '../world/world.js';
import {isDecision, type PdfRow} from './announce.js';
import type {
  CaseEditor,
  CaseFile,
  CaseName,
  CaseQuestion,
  CaseRecords,
  Desk,
  FaceJudgement,
  LogQuestion,
  Paging,
  StoredAnswer,
  StoredCase,
  StoredChain,
  StoredPdf,
} from './case-records.js';
import {columnsOf, isWanted, momentOf} from './case-row.js';
import {MemoryDesk} from './memory-desk.js';
import type {MemoryOutbox} from './memory-outbox.js';
import type {Change, Slice} from './records.js';

/** One verification with everything below, as it lies in memory. */
export interface MemoryCase {
  readonly tenant: string;
  verification: Verification;
  revision: number;
  events: readonly AuditEvent[];
  chain: {readonly count: number; readonly head: string};
  notes: readonly Note[];
  files: readonly StoredFile[];
  readonly judgements: Map<string, FaceJudgement>;
  readonly downloads: Set<string>;
}

/** What the tables of a database would be. */
export interface MemoryTables {
  readonly cases: Map<string, MemoryCase>;
  readonly answers: Map<string, StoredAnswer & {readonly at: number}>;
  readonly outbox: MemoryOutbox;
}

export const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

interface Keyed<T> {
  readonly key: string;
  readonly id: string;
  readonly row: T;
}

/** Verifications in memory. Transactions come one after the other, and what one of them does is kept at its end. */
export class MemoryCases implements CaseRecords {
  readonly tables: MemoryTables;
  private readonly tell: (change: Change) => void;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(outbox: MemoryOutbox, tell: (change: Change) => void) {
    this.tables = {cases: new Map(), answers: new Map(), outbox};
    this.tell = tell;
  }

  private find(tenant: string, {type, id}: CaseName): MemoryCase | undefined {
    const found = this.tables.cases.get(keyOf(tenant, id));
    return found?.verification.type === type ? found : undefined;
  }

  private of(tenant: string): readonly MemoryCase[] {
    return [...this.tables.cases.values()].filter((each) => each.tenant === tenant);
  }

  one(tenant: string, name: CaseName): Promise<StoredCase | undefined> {
    const found = this.find(tenant, name);
    return Promise.resolve(found && {verification: found.verification, revision: found.revision});
  }

  list(tenant: string, question: CaseQuestion): Promise<Slice<Verification>> {
    const rows = this.of(tenant).flatMap(({verification}) => {
      const columns = columnsOf(verification);
      return isWanted(columns, question) ? [{key: columns.at, id: verification.id, row: verification}] : [];
    });
    return Promise.resolve(pageOf(rows, question, compareTexts));
  }

  withFinding(tenant: string, finding: string): Promise<CaseName | undefined> {
    const found = this.of(tenant).find(({verification}) =>
      columnsOf(verification).finding_ids.includes(finding),
    );
    return Promise.resolve(found && {type: found.verification.type, id: found.verification.id});
  }

  events(tenant: string, name: CaseName, paging: Paging): Promise<Slice<AuditEvent>> {
    const rows = (this.find(tenant, name)?.events ?? []).map((row) => ({
      key: String(row.seq),
      id: row.id,
      row,
    }));
    return Promise.resolve(pageOf(rows, paging, (one, other) => Number(one) - Number(other)));
  }

  log(tenant: string, question: LogQuestion): Promise<Slice<LoggedEvent>> {
    const {type, actor, from, before} = question;
    const rows = this.of(tenant).flatMap(({events, verification}) =>
      events
        .filter((each) => type?.includes(each.type) ?? true)
        .filter((each) => actor === undefined || each.actor.id === actor)
        .map((each) => ({
          key: momentOf(each.at),
          id: each.id,
          row: {...each, verification: {type: verification.type, id: verification.id}},
        })),
    );
    const inTime = rows.filter(
      ({key}) => (from === undefined || key >= from) && (before === undefined || key < before),
    );
    return Promise.resolve(pageOf(inTime, question, compareTexts));
  }

  chain(tenant: string, name: CaseName): Promise<StoredChain | undefined> {
    const found = this.find(tenant, name);
    return Promise.resolve(found && {events: found.events, ...found.chain});
  }

  notes(tenant: string, name: CaseName): Promise<readonly Note[]> {
    const rows = (this.find(tenant, name)?.notes ?? []).map((row) => ({
      key: momentOf(row.at),
      id: row.id,
      row,
    }));
    return Promise.resolve(pageOf(rows, {}, compareTexts).rows);
  }

  faceJudgement(tenant: string, name: CaseName, user: string): Promise<FaceJudgement | undefined> {
    return Promise.resolve(this.find(tenant, name)?.judgements.get(user));
  }

  async file(tenant: string, path: string): Promise<CaseFile | undefined> {
    for (const {files} of this.of(tenant)) {
      const file = files.find((each) => each.path === path);
      if (file) return {media_type: file.media_type, bytes: await file.bytes()};
    }
    return undefined;
  }

  async lastPdf(tenant: string, name: CaseName): Promise<StoredPdf | undefined> {
    const decision = this.find(tenant, name)?.events.findLast(({type}) => isDecision(type));
    const found = decision && (await this.tables.outbox.pdf(tenant, name.id, decision.seq));
    return found && {seq: decision.seq, state: found.state};
  }

  transact<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    const turn = this.queue.then(async () => {
      const desk = new MemoryDesk(this.tables);
      const result = await work(desk);
      for (const change of desk.keepAll()) this.tell(change);
      return result;
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  change<T>(tenant: string, name: CaseName, work: (editor: CaseEditor) => Promise<T>) {
    return this.transact(async (desk) => {
      const editor = await desk.open(tenant, name);
      return editor && work(editor);
    });
  }

  /** Adds a verification with everything below. */
  async add({tenant, verification, ...below}: VerificationFolder): Promise<void> {
    const {events, ...chain} = await chainOfSeeds({tenant, ...verification}, below.events ?? []);
    this.tables.cases.set(keyOf(tenant, verification.id), {
      tenant,
      verification,
      revision: 1,
      events,
      chain,
      notes: below.notes ?? [],
      files: below.files ?? [],
      judgements: new Map(),
      downloads: new Set(),
    });
    const jobs = decisionsIn(verification, events).map(({seq, at}): PdfRow => ({
      tenant,
      verification_id: verification.id,
      verification_type: verification.type,
      seq,
      state: 'waiting',
      attempts: 0,
      next_at: Date.parse(at),
      bytes: null,
    }));
    this.tables.outbox.add({messages: [], notifications: [], pdfs: jobs});
  }
}

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** One page, the newest first. */
function pageOf<T>(
  rows: readonly Keyed<T>[],
  {limit, after}: Paging,
  compareKeys: (one: string, other: string) => number,
): Slice<T> {
  const compare = (one: Omit<Keyed<T>, 'row'>, other: Omit<Keyed<T>, 'row'>): number =>
    compareKeys(other.key, one.key) || compareTexts(other.id, one.id);
  const sorted = rows.toSorted(compare);
  const left = after ? sorted.filter((each) => compare(after, each) < 0) : sorted;
  const page = left.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({row}) => row),
    total: rows.length,
    ...(last && page.length < left.length ? {next: {key: last.key, id: last.id}} : {}),
  };
}
