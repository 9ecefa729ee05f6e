import {initialState, Task, TaskStatus} from '@lit/task';
import type {ReactiveController} from 'lit';
import {ApiProblem} from '../api/api-problem.js';
import type {FetchedFile} from '../api/body.js';
import type {LoadState} from './load-state.js';
import {Presence} from './presence.js';
import type {ScopedHost} from './resource-controller.js';
import type {ReviewSession} from './review-session.js';

/** A file in memory, with an address for as long as it is shown. */
export interface ShownFile {
  readonly url: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly blob: FetchedFile;
}

/** Resolves once what is drawn by now can be seen: a text that is here does not wait while a picture is fetched and read. */
const onScreen = (): Promise<void> =>
  new Promise((resolve) => {
    // No frame comes where nobody looks.
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });

/**
 * Fetches one file with the session's token and gives it a `blob:` address, which is taken back when the file changes
 * or the host leaves. A file's bytes never change under its address, so it is fetched once while it is shown.
 */
export class FileController implements ReactiveController {
  private readonly host: ScopedHost;
  private readonly wanted: () => string | undefined;
  private readonly toSave: () => boolean;
  private readonly task: Task<readonly [unknown, string | undefined, number], ShownFile>;
  private readonly presence = new Presence(() => this.leave());
  private known: ReviewSession | undefined;
  private again = 0;
  private open: ShownFile | undefined;

  /**
   * @param wanted The file's address as the record has it; `undefined` for none.
   * @param toSave Whether it is fetched to be saved, even if it is larger than what is shown.
   */
  constructor(host: ScopedHost, wanted: () => string | undefined, toSave: () => boolean = () => false) {
    this.host = host;
    this.wanted = wanted;
    this.toSave = toSave;
    host.addController(this);
    this.task = new Task(host, {
      args: () => [this.session, this.wanted(), this.again] as const,
      task: ([, url], {signal}) => this.fetch(url, signal),
      onError: (error) => {
        // Who leaves gives up on purpose, which is nobody's problem.
        if (this.presence.isHere) this.host.scope?.report(ApiProblem.from(error), this.host.partId);
      },
    });
  }

  get state(): LoadState<ShownFile> {
    if (this.task.status === TaskStatus.COMPLETE && this.open) {
      return {status: 'ready', value: this.open, at: 0};
    }
    if (this.task.status !== TaskStatus.ERROR) return {status: 'loading'};
    const {error} = this.task;
    return {status: 'failed', problem: error instanceof ApiProblem ? error : new ApiProblem('server')};
  }

  retry(): void {
    this.again++;
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.presence.arrive();
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.presence.leave();
  }

  private leave(): void {
    this.known = undefined;
    this.task.abort();
    this.close();
    // A returning host finds other arguments, so the task runs again.
    this.again++;
  }

  private get session(): ReviewSession | undefined {
    // An element that is being moved is out of reach of its scope for a moment.
    if (!this.presence.isMoving) this.known = this.presence.isHere ? this.host.scope?.session : undefined;
    return this.known;
  }

  private async fetch(
    url: string | undefined,
    signal: AbortSignal,
  ): Promise<ShownFile | typeof initialState> {
    this.close();
    const {session} = this;
    if (!session || url === undefined) return initialState;
    const toSave = this.toSave();
    if (!toSave) await onScreen();
    signal.throwIfAborted();
    const blob = await session.resources.file(url, signal, {toSave});
    signal.throwIfAborted();
    this.open = {url: URL.createObjectURL(blob), type: blob.type, size: blob.size, blob};
    return this.open;
  }

  private close(): void {
    if (this.open) URL.revokeObjectURL(this.open.url);
    this.open = undefined;
  }
}
