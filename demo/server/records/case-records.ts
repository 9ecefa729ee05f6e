import type {AuditEvent, LoggedEvent} from '../../../src/domain/audit-event.js';
import type {Note} from '../../../src/domain/note.js';
import type {Biometric, Verification} from '../../../src/domain/verification.js';
import type {OutboxRecords, PdfState} from './outbox-records.js';
import type {Position, Slice} from './records.js';

/** Which verification, as its path names it. */
export interface CaseName {
  readonly type: string;
  readonly id: string;
}

/** A verification as it is kept: with nobody's own judgement of the face, and without what depends on when it is asked. */
export interface StoredCase {
  readonly verification: Verification;
  /** Counts the changes of the verification and of everything below. */
  readonly revision: number;
}

/** Which page of a list is wanted, and from where on. */
export interface Paging {
  /** Absent: all of them. */
  readonly limit?: number;
  readonly after?: Position;
}

/** Which verifications are wanted, the newest first. Absent filters let everything through. */
export interface CaseQuestion extends Paging {
  readonly status?: readonly string[];
  readonly type?: readonly string[];
  readonly channel?: readonly string[];
  /** The id of who asked for it. */
  readonly requester?: string;
  /** Already in the form of `searchable`. */
  readonly words?: string;
}

/** Which events of a whole tenant are wanted, the newest first. */
export interface LogQuestion extends Paging {
  readonly type?: readonly string[];
  /** The id of who did it. */
  readonly actor?: string;
  readonly from?: string;
  readonly before?: string;
}

/** A verification's events as they are kept, the first one first, and what the verification itself says of them. */
export interface StoredChain {
  readonly events: readonly AuditEvent[];
  readonly count: number;
  /** The hash of the last event; empty where there is none. */
  readonly head: string;
}

/** Something that happened, before it has its place in the chain. */
export interface NewEvent {
  readonly type: string;
  readonly at: string;
  readonly actor: AuditEvent['actor'];
  readonly note?: string | undefined;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

export type FaceJudgement = NonNullable<Biometric['judgement']>;

/** Whose intent: a key is known to one user of one tenant, on one route, and to nobody else. */
export interface AnswerKey {
  readonly tenant: string;
  readonly actor: string;
  readonly route: string;
  readonly key: string;
}

export interface StoredAnswer {
  /** What was asked, hashed; the same key with another one is a mistake. */
  readonly fingerprint: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface StoredPdf {
  /** The place in the chain of the decision that it tells of. */
  readonly seq: number;
  readonly state: PdfState;
}

export interface CaseFile {
  readonly media_type: string;
  readonly bytes: Uint8Array;
}

/** Thrown where a verification is not what the work took it for; all of the work is undone. */
export class CaseMoved extends Error {
  constructor() {
    super('The verification has moved on.');
    this.name = 'CaseMoved';
  }
}

/** Thrown where somebody else's work took too long to end. */
export class RecordsBusy extends Error {
  constructor() {
    super('Somebody else is still at it.');
    this.name = 'RecordsBusy';
  }
}

/** One verification while it is being changed; nobody else changes it meanwhile. */
export interface CaseEditor {
  /** As it stands, with the changes so far. */
  readonly verification: Verification;
  readonly revision: number;
  /**
   * Replaces the verification where it still has the version and status that were read; else throws `CaseMoved`. Its
   * version is counted here, by what changed, whatever the record says. Nobody hears of it until an event is appended.
   */
  replace(next: Verification): Promise<void>;
  /**
   * Writes down what happened: the next link of the chain, the news for sockets, a message for each webhook that wants
   * it, a notification where one is switched on, and a PDF to be made where it was a decision.
   */
  append(event: NewEvent): Promise<AuditEvent>;
  addNote(note: Note): Promise<void>;
  /** Adds bytes under a path below the verification. They never change under it. */
  addFile(path: string, file: CaseFile): Promise<void>;
  judgeFace(user: string, judgement: FaceJudgement): Promise<void>;
  /** Counts a download by the id of its click. Answers whether it is the first of this id. */
  countDownload(user: string, download: string): Promise<boolean>;
  /** The last event that gave the verification another status. */
  lastMove(): Promise<AuditEvent | undefined>;
}

/** What can be done within one transaction. */
export interface Desk {
  /**
   * Takes a key for this transaction. Answers what is kept under it, or `undefined` where the key is new: then the answer
   * has to be kept before the work ends. A key that another transaction has taken is waited for; where that takes too
   * long, `RecordsBusy` is thrown.
   *
   * @param now Milliseconds since 1970. Older answers than seven days are forgotten.
   */
  claim(key: AnswerKey, fingerprint: string, now: number): Promise<StoredAnswer | undefined>;
  keep(key: AnswerKey, answer: StoredAnswer): Promise<void>;
  /** Takes up a verification, so that nobody else changes it until the work has ended. */
  open(tenant: string, name: CaseName): Promise<CaseEditor | undefined>;
  /** The outboxes, webhooks, templates and settings, within the same transaction. */
  readonly outbox: OutboxRecords;
}

/** Where the server keeps verifications and everything below them. Another tenant's are as good as absent. */
export interface CaseRecords {
  one(tenant: string, name: CaseName): Promise<StoredCase | undefined>;
  list(tenant: string, question: CaseQuestion): Promise<Slice<Verification>>;
  /** The verification that a finding belongs to. */
  withFinding(tenant: string, finding: string): Promise<CaseName | undefined>;
  /** A verification's events, the newest first. */
  events(tenant: string, name: CaseName, paging: Paging): Promise<Slice<AuditEvent>>;
  /** The events of all of a tenant's verifications, the newest first. */
  log(tenant: string, question: LogQuestion): Promise<Slice<LoggedEvent>>;
  chain(tenant: string, name: CaseName): Promise<StoredChain | undefined>;
  /** The newest first. */
  notes(tenant: string, name: CaseName): Promise<readonly Note[]>;
  /** What this user thinks of the face. */
  faceJudgement(tenant: string, name: CaseName, user: string): Promise<FaceJudgement | undefined>;
  file(tenant: string, path: string): Promise<CaseFile | undefined>;
  /** The PDF of the last decision, made or not. */
  lastPdf(tenant: string, name: CaseName): Promise<StoredPdf | undefined>;
  /** All that the work does happens together or not at all, and then the listeners hear of it. */
  transact<T>(work: (desk: Desk) => Promise<T>): Promise<T>;
  /** Changes one verification; answers `undefined` where there is none. */
  change<T>(tenant: string, name: CaseName, work: (editor: CaseEditor) => Promise<T>): Promise<T | undefined>;
}

/** How long an answer is kept for whoever asks again with its key. */
export const answersKeptMs = 7 * 86_400_000;
