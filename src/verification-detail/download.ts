import type {ReactiveController} from 'lit';
import {ApiProblem} from '../api/api-problem.js';
import {newUuid} from '../api/uuid.js';
import {verificationResource} from '../domain/verification-resources.js';
import type {Verification} from '../domain/verification.js';
import {fileName, saveFile} from '../evidence/save-file.js';
import {Decisions} from '../session/decisions.js';
import type {ScopedHost} from '../session/resource-controller.js';
import {
  ReviewActionDoneEvent,
  ReviewActionFailedEvent,
  ReviewActionRequestEvent,
} from '../session/review-events.js';
import type {ReviewScope} from '../session/review-scope.js';
import type {ReviewSession} from '../session/review-session.js';

/** Milliseconds for all that waiting, and before each look where the server does not say. */
const patience = 30_000;
const pauses = [1_000, 2_000, 4_000, 8_000] as const;

/** How fetching the audit PDF stands. */
export type DownloadState =
  | {readonly status: 'idle'}
  | {readonly status: 'preparing'}
  | {readonly status: 'saved'}
  /** Still being prepared, after all that waiting. */
  | {readonly status: 'late'}
  /** What came is something else. */
  | {readonly status: 'not-pdf'}
  | {readonly status: 'failed'; readonly problem: ApiProblem};

const begin = '%PDF-';

/** Whether a file is what it says. Anything else would be saved under a name that people open without a thought. */
async function isPdf(file: Blob): Promise<boolean> {
  if (!/^application\/pdf\b/i.test(file.type)) return false;
  return (await file.slice(0, begin.length).text()) === begin;
}

/** The name of a verification's audit PDF: from its id and the day of its decision, and from nothing that came as text. */
export function pdfName({id, decision}: Pick<Verification, 'id' | 'decision'>): string {
  const [day = ''] = /^\d{4}-\d{2}-\d{2}/.exec(decision?.at ?? '') ?? [];
  return fileName(['verification', id.slice(0, 48), day], 'pdf');
}

const isNotYet = ({status, code}: ApiProblem): boolean =>
  status === 404 || (status === 409 && code === 'being_prepared');

/** Fetches the audit PDF and hands it to the browser to be saved. One click, one download, however often it is asked for. */
export class PdfDownload implements ReactiveController {
  private readonly host: ScopedHost;
  private now: DownloadState = {status: 'idle'};

  constructor(host: ScopedHost) {
    this.host = host;
    host.addController(this);
  }

  get state(): DownloadState {
    return this.now;
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  forget(): void {
    if (this.now.status !== 'preparing') this.become({status: 'idle'});
  }

  /** Begins, unless one is under way. */
  async start(verification: Verification): Promise<void> {
    const {scope} = this.host;
    if (!scope?.session || this.now.status === 'preparing') return;
    const {id, status} = verification;
    this.become({status: 'preparing'});
    if (!scope.raise(new ReviewActionRequestEvent('download', id))) {
      this.become({status: 'idle'});
      return;
    }
    const outcome = await this.fetch(verification, scope.session);
    this.become(outcome);
    if (outcome.status === 'saved') {
      scope.session.resources.invalidate([
        `${verificationResource('verification', verification).path}/audit`,
      ]);
      scope.raise(new ReviewActionDoneEvent('download', id, status));
      return;
    }
    const problem = problemOf(outcome);
    this.withhold(scope, id, problem);
    scope.raise(new ReviewActionFailedEvent('download', id, problem.kind));
  }

  private withhold({session, viewer}: ReviewScope, id: string, {kind}: ApiProblem): void {
    if (session && kind === 'forbidden') Decisions.of(session).withhold('download', id, viewer.permissions);
  }

  private async fetch(verification: Verification, session: ReviewSession): Promise<DownloadState> {
    const {clock, client} = session;
    const url = `${verificationResource('verification', verification).path}/audit.pdf`;
    const headers = {'X-Download-Id': newUuid()};
    const end = clock.now() + patience;
    const {signal} = new AbortController();
    for (let look = 0; ; look++) {
      try {
        const file = await client.file(url, signal, {toSave: true, headers});
        if (!(await isPdf(file))) return {status: 'not-pdf'};
        saveFile(file, pdfName(verification), 'application/pdf');
        return {status: 'saved'};
      } catch (error) {
        const problem = ApiProblem.from(error);
        if (!isNotYet(problem)) return {status: 'failed', problem};
        const said = problem.retryAfter === undefined ? undefined : problem.retryAfter * 1000;
        const pause = Math.max(1_000, said ?? pauses[Math.min(look, pauses.length - 1)] ?? 0);
        if (clock.now() + pause > end) return {status: 'late'};
        await new Promise<void>((resolve) => clock.after(pause, resolve));
      }
    }
  }

  private become(state: DownloadState): void {
    this.now = state;
    this.host.requestUpdate();
  }
}

const problemOf = (state: DownloadState): ApiProblem => {
  if (state.status === 'failed') return state.problem;
  return new ApiProblem(state.status === 'late' ? 'not-found' : 'contract');
};
