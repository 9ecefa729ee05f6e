import type {AuditEvent} from '../../../src/domain/audit-event.js';
import type {Note} from '../../../src/domain/note.js';
import type {Verification} from '../../../src/domain/verification.js';
import {nextEvent} from '../cases/audit-chain.js';
import {rowsOf} from './announce.js';
import {
  answersKeptMs,
  CaseMoved,
  type AnswerKey,
  type CaseEditor,
  type CaseFile,
  type CaseName,
  type Desk,
  type FaceJudgement,
  type NewEvent,
  type StoredAnswer,
} from './case-records.js';
import {moves, newsOf, withVersion} from './case-row.js';
import type {MemoryCase, MemoryTables} from './memory-cases.js';
import type {OutboxRecords} from './outbox-records.js';
import type {Change} from './records.js';
import {caseSubject} from './subject.js';

const keyOf = ({tenant, actor, route, key}: AnswerKey): string => JSON.stringify([tenant, actor, route, key]);

/** One transaction on verifications in memory: what it does is noted, and done at its end. */
export class MemoryDesk implements Desk {
  private readonly tables: MemoryTables;
  private readonly writes: (() => void)[] = [];
  private readonly changes: Change[] = [];

  constructor(tables: MemoryTables) {
    this.tables = tables;
  }

  get outbox(): OutboxRecords {
    return this.tables.outbox;
  }

  /** Does what was noted. Answers what to tell the listeners. */
  keepAll(): readonly Change[] {
    for (const write of this.writes) write();
    return this.changes;
  }

  claim(key: AnswerKey, fingerprint: string, now: number): Promise<StoredAnswer | undefined> {
    const kept = this.tables.answers.get(keyOf(key));
    if (kept && kept.at >= now - answersKeptMs) return Promise.resolve(kept);
    const claimed = {fingerprint, status: 0, headers: {}, body: '', at: now};
    this.writes.push(() => this.tables.answers.set(keyOf(key), claimed));
    return Promise.resolve(undefined);
  }

  keep(key: AnswerKey, answer: StoredAnswer): Promise<void> {
    this.writes.push(() => {
      const at = this.tables.answers.get(keyOf(key))?.at ?? 0;
      this.tables.answers.set(keyOf(key), {...answer, at});
    });
    return Promise.resolve();
  }

  open(tenant: string, {type, id}: CaseName): Promise<CaseEditor | undefined> {
    const found = this.tables.cases.get(JSON.stringify([tenant, id]));
    if (found?.verification.type !== type) return Promise.resolve(undefined);
    return Promise.resolve(new MemoryEditor(this.tables, found, this.writes, this.changes));
  }
}

class MemoryEditor implements CaseEditor {
  private readonly tables: MemoryTables;
  private readonly found: MemoryCase;
  private readonly writes: (() => void)[];
  private readonly changes: Change[];
  private readonly read: Verification;
  private next: Pick<MemoryCase, 'verification' | 'revision' | 'events' | 'chain' | 'notes' | 'files'>;
  private readonly counted = new Set<string>();

  constructor(tables: MemoryTables, found: MemoryCase, writes: (() => void)[], changes: Change[]) {
    this.tables = tables;
    this.found = found;
    this.writes = writes;
    this.changes = changes;
    const {verification, revision, events, chain, notes, files} = found;
    this.read = verification;
    this.next = {verification, revision, events, chain, notes, files};
    writes.push(() => Object.assign(found, this.next));
  }

  get verification(): Verification {
    return this.next.verification;
  }

  get revision(): number {
    return this.next.revision;
  }

  replace(next: Verification): Promise<void> {
    const {version, status} = this.found.verification;
    const isMoved = version !== this.read.version || status !== this.read.status;
    if (isMoved) return Promise.reject(new CaseMoved());
    this.next = {...this.next, verification: withVersion(this.next.verification, next)};
    return Promise.resolve();
  }

  async append(given: NewEvent): Promise<AuditEvent> {
    const {tenant} = this.found;
    const {verification: before, chain, events} = this.next;
    const event = await nextEvent({tenant, ...before}, chain, given);
    const verification = {...before, last_activity_at: event.at};
    const revision = this.next.revision + 1;
    this.next = {
      ...this.next,
      verification,
      revision,
      events: [...events, event],
      chain: {count: event.seq, head: event.hash},
    };
    const {tables} = this;
    const told = rowsOf(
      {tenant, verification, event},
      tables.outbox.webhooksNow(tenant),
      tables.outbox.templatesNow(tenant),
    );
    this.writes.push(() => tables.outbox.add(told));
    this.changes.push({tenant, subject: caseSubject(verification), type: newsOf(event.type), revision});
    return event;
  }

  addNote(note: Note): Promise<void> {
    this.next = {...this.next, notes: [...this.next.notes, note]};
    return Promise.resolve();
  }

  addFile(path: string, {media_type, bytes}: CaseFile): Promise<void> {
    const file = {path, media_type, bytes: () => Promise.resolve(bytes)};
    if (!this.next.files.some((each) => each.path === path))
      this.next = {...this.next, files: [...this.next.files, file]};
    return Promise.resolve();
  }

  judgeFace(user: string, judgement: FaceJudgement): Promise<void> {
    this.writes.push(() => this.found.judgements.set(user, judgement));
    return Promise.resolve();
  }

  countDownload(user: string, download: string): Promise<boolean> {
    const key = JSON.stringify([user, download]);
    if (this.found.downloads.has(key) || this.counted.has(key)) return Promise.resolve(false);
    this.counted.add(key);
    this.writes.push(() => this.found.downloads.add(key));
    return Promise.resolve(true);
  }

  lastMove(): Promise<AuditEvent | undefined> {
    return Promise.resolve(this.next.events.findLast(({type}) => moves.includes(type)));
  }
}
