import {act, refusesHeaders} from '../api/acting.js';
import {ApiProblem} from '../api/api-problem.js';
import {DecisionMachine} from '../api/decision-machine.js';
import type {ActionState, Intent, ReviewAction} from '../api/decision.js';
import {newUuid} from '../api/uuid.js';
import {currentStateOf, evidenceOf} from '../domain/decided.js';
import {stalePaths} from '../domain/live-events.js';
import {allowedIn} from '../domain/verification-actions.js';
import type {Verification} from '../domain/verification.js';
import {
  failureOf,
  integrationCodes,
  isVerificationAction,
  lockOf,
  raisedBy,
  statusIn,
  subjectIn,
} from './decision-rules.js';
import {
  ReviewActionDoneEvent,
  ReviewActionFailedEvent,
  ReviewActionRequestEvent,
  ReviewActionUnknownEvent,
} from './review-events.js';
import type {ReviewSession} from './review-session.js';
import {guardUnload} from './unload-guard.js';

const idle: ActionState<never> = {status: 'idle'};

/** Milliseconds: events are written in batches, so that the timeline is read a second time. */
const lateEvents = 2_000;

/** On whose behalf something is done, and how their screen hears of it. */
export interface Asker {
  readonly viewerId: string | undefined;
  /** What the viewer was granted, by identity: granted anew, it is another list. */
  readonly permissions: readonly string[];
  readonly raise: (event: Event) => boolean;
  readonly report: (problem: ApiProblem) => void;
}

interface Course {
  state: ActionState<unknown>;
  /** From the confirmation until the truth is known. */
  isOpen: boolean;
  /** While nobody knows: asks once more. */
  again?: (() => void) | undefined;
  /** Ends what keeps the page from being left unasked. */
  unguard?: (() => void) | undefined;
  readonly listeners: Set<() => void>;
}

/**
 * What the reviewers of one session have confirmed. It belongs to the session and not to an element: whatever leaves the
 * page, what was confirmed is carried through, all elements of a case see the same, and nothing is done twice.
 */
export class Decisions {
  private readonly session: ReviewSession;
  private readonly courses = new Map<string, Course>();
  private readonly withheld = new Map<string, readonly string[]>();
  private readonly open = new Set<Promise<unknown>>();
  private closed = false;

  private constructor(session: ReviewSession) {
    this.session = session;
    session.finishFirst(() => this.finish());
  }

  /** Those of a session; made when somebody first asks for them. */
  static of(session: ReviewSession): Decisions {
    const known = decisionsOf.get(session) ?? new Decisions(session);
    decisionsOf.set(session, known);
    return known;
  }

  state(lock: string): ActionState<unknown> {
    return this.courses.get(lock)?.state ?? idle;
  }

  listen(lock: string, onChange: () => void): () => void {
    const course = this.course(lock);
    course.listeners.add(onChange);
    return () => {
      course.listeners.delete(onChange);
      if (course.listeners.size === 0 && course.state.status === 'idle' && !course.isOpen) {
        this.courses.delete(lock);
      }
    };
  }

  /** Whether the server has refused this to a viewer who was granted nothing anew since. */
  isWithheld(action: ReviewAction, id: string, permissions: readonly string[]): boolean {
    return this.withheld.get(`${action} ${id}`) === permissions;
  }

  /** The server has refused this; it is not offered until the viewer is granted something anew. */
  withhold(action: ReviewAction, id: string, permissions: readonly string[]): void {
    this.withheld.set(`${action} ${id}`, permissions);
    this.session.permissionsChanged();
  }

  /** Raises the request and, unless it is prevented, sends. What excludes it and is under way stays as it is. */
  run(intent: Intent<unknown>, asker: Asker): Promise<ActionState<unknown>> {
    const {action, id} = intent;
    const course = this.course(lockOf(intent));
    if (course.isOpen) return Promise.resolve(course.state);
    course.isOpen = true;
    if (!asker.raise(new ReviewActionRequestEvent(action, id))) {
      course.isOpen = false;
      this.show(course, idle);
      return Promise.resolve(course.state);
    }
    const running = this.carryOut(intent, asker, course);
    this.open.add(running);
    return running.finally(() => this.open.delete(running));
  }

  /** Looks again, and sends again under the same key. */
  checkAgain(lock: string): void {
    this.courses.get(lock)?.again?.();
  }

  /** Forgets how it ended; what is not known yet cannot be forgotten. */
  forget(lock: string): void {
    const course = this.courses.get(lock);
    if (course && !course.isOpen) this.show(course, idle);
  }

  /** Nobody looks any more. Resolves when nothing is on its way. */
  private async finish(): Promise<void> {
    this.closed = true;
    await Promise.allSettled([...this.open]);
    for (const {unguard} of this.courses.values()) unguard?.();
  }

  private course(lock: string): Course {
    const course = this.courses.get(lock) ?? {state: idle, isOpen: false, listeners: new Set()};
    this.courses.set(lock, course);
    return course;
  }

  private show(course: Course, state: ActionState<unknown>): void {
    course.state = state;
    for (const tell of [...course.listeners]) tell();
  }

  private async carryOut(
    intent: Intent<unknown>,
    asker: Asker,
    course: Course,
  ): Promise<ActionState<unknown>> {
    const {action} = intent;
    const {client, clock} = this.session;
    if (!this.session.isOnline()) {
      // A decision is made at a known moment: it never waits for the network to come back.
      this.conclude(intent, asker, course, {status: 'offline', action});
      return course.state;
    }
    const key = newUuid();
    course.unguard = guardUnload();
    let stopWatching: (() => void) | undefined;
    const machine = new DecisionMachine<unknown>({
      action,
      clock,
      act: (signal, within) => act(client, intent, {key, signal, within}),
      onChange: (state) => {
        if (state.status === 'unknown') {
          stopWatching ??= this.watch(intent, asker, machine);
          this.show(course, state);
          return;
        }
        stopWatching?.();
        this.conclude(intent, asker, course, state);
      },
    });
    course.again = () => {
      const subject = subjectIn(intent.path);
      if (subject !== undefined) this.session.resources.invalidateAll(subject);
      void machine.again().then(() => this.judge(intent, asker, machine));
    };
    this.show(course, machine.state);
    await machine.send();
    if (machine.state.status === 'unknown') {
      asker.raise(new ReviewActionUnknownEvent(action, intent.id));
      void this.diagnose(intent, asker, machine);
      this.judge(intent, asker, machine);
    }
    return machine.state;
  }

  /** The truth is known. */
  private conclude(intent: Intent<unknown>, asker: Asker, course: Course, state: ActionState<unknown>): void {
    const {action, id} = intent;
    course.isOpen = false;
    course.again = undefined;
    course.unguard?.();
    course.unguard = undefined;
    if (state.status === 'denied' && state.problem.kind === 'forbidden') {
      this.withhold(action, id, asker.permissions);
    }
    this.show(course, state);
    const kind = failureOf(state);
    if (kind === undefined) {
      this.spoil(intent);
      asker.raise(new ReviewActionDoneEvent(action, id, statusIn(state)));
      return;
    }
    // What was shown has led to something that the server does not accept: it is read anew.
    if (kind === 'conflict' || kind === 'forbidden') this.spoil(intent);
    if (kind === 'not-found') this.spoilAll(intent);
    if (state.status === 'failed' && integrationCodes.has(state.problem.code ?? '')) {
      asker.report(state.problem);
    }
    asker.raise(new ReviewActionFailedEvent(action, id, kind));
  }

  /** What shows this case is out of date. */
  private spoil({action, id, path}: Intent<unknown>): void {
    const {resources, clock} = this.session;
    const subject = subjectIn(path) ?? this.subjectOf(id);
    if (subject === undefined || this.closed) return;
    resources.invalidate(stalePaths({type: raisedBy[action], id}, subject));
    clock.after(lateEvents, () => {
      if (!this.closed) resources.invalidate([`${subject}/audit`]);
    });
  }

  /** What it was about is gone, so whatever is shown around it may be gone too. */
  private spoilAll({id, path}: Intent<unknown>): void {
    const subject = subjectIn(path) ?? this.subjectOf(id);
    if (subject !== undefined && !this.closed) this.session.resources.invalidateAll(subject);
  }

  /** While nobody knows, every newer state of the record may tell. */
  private watch(intent: Intent<unknown>, asker: Asker, machine: DecisionMachine<unknown>): () => void {
    const {resources} = this.session;
    const subject = subjectIn(intent.path);
    if (subject === undefined || this.closed) return () => {};
    resources.invalidate([subject]);
    return resources.observe((path) => {
      if (path === subject) this.judge(intent, asker, machine);
    });
  }

  private judge(intent: Intent<unknown>, asker: Asker, machine: DecisionMachine<unknown>): void {
    const {action, version, body, path} = intent;
    const {state} = machine;
    if (state.status !== 'unknown' || !isVerificationAction(action)) return;
    const record = this.shown(subjectIn(path));
    if (!record) return;
    const note = typeof body['note'] === 'string' ? body['note'] : undefined;
    const evidence = evidenceOf({action, version, note, viewerId: asker.viewerId}, record);
    if (evidence === 'done') machine.settle({status: 'done', action, value: record});
    // As long as it is being sent again, the server's own answer says more than the record does.
    else if (evidence === 'moved-on' && !state.isTrying) {
      const stays = allowedIn(record.status).includes(action);
      const code = stays ? 'version_mismatch' : 'invalid_transition';
      machine.settle({status: 'conflict', action, code, current: currentStateOf(record)});
    }
  }

  /** Without any answer, it may be that this page is not allowed to ask. The host hears of it. */
  private async diagnose(
    {path}: Intent<unknown>,
    asker: Asker,
    machine: DecisionMachine<unknown>,
  ): Promise<void> {
    const {client} = this.session;
    const subject = subjectIn(path);
    if (machine.lastProblem?.kind !== 'offline' || !this.session.isOnline()) return;
    if (subject === undefined || this.closed) return;
    if (!(await refusesHeaders(client, subject, newUuid(), new AbortController().signal))) return;
    const problem = new ApiProblem('configuration', {code: 'headers_refused'});
    machine.explain(problem);
    asker.report(problem);
  }

  private shown(subject: string | undefined): Verification | undefined {
    for (const [path, value] of this.session.resources.values()) {
      if (path === subject) return value as Verification;
    }
    return undefined;
  }

  /** The path of a verification that is on the page. */
  private subjectOf(id: string): string | undefined {
    const name = encodeURIComponent(id);
    for (const [path] of this.session.resources.values()) {
      const subject = subjectIn(path);
      if (subject?.split('/')[2] === name) return subject;
    }
    return undefined;
  }
}

const decisionsOf = new WeakMap<ReviewSession, Decisions>();
