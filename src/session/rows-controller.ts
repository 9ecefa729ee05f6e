import type {ReactiveController} from 'lit';
import type {Answer} from '../api/review-client.js';
import {unreadableIn} from '../domain/unreadable.js';
import type {Page, Resource} from '../domain/resources.js';
import type {LiveLoad} from './live-load.js';
import {mapState, type LoadState} from './load-state.js';
import {Presence} from './presence.js';
import type {ScopedHost} from './resource-controller.js';
import type {ReviewSession} from './review-session.js';

/** Rows a request asks for. */
const pageSize = 100;
/** Pages that are kept while scrolling; the ones looked at longest ago go first. */
const mostPages = 12;

export interface RowsState {
  readonly total: number;
  /** Rows read so far that came in a form that could not be read. */
  readonly unreadable: number;
  /** So many rows were added or taken away since; they are shown when the reviewer asks for them. */
  readonly waiting: number;
}

interface Window<T> {
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly T[]>;
}

interface Following<T> {
  readonly session: ReviewSession;
  readonly url: string;
  readonly wanted: Resource<Page<T>>;
  readonly load: LiveLoad<Window<T>>;
  readonly leave: AbortController;
}

/**
 * Shows a window onto a list of any length: only the pages in view are asked for, each by its offset. When the list
 * grows while the reviewer is somewhere inside it, the rows stay where they are until the reviewer asks for the new ones.
 */
export class RowsController<T> implements ReactiveController {
  private readonly host: ScopedHost;
  private readonly wanted: () => Resource<Page<T>> | undefined;
  private following: Following<T> | undefined;
  private readonly presence = new Presence(() => this.follow());
  private shown: Window<T> | undefined;
  /** The state before the rows were ordered in another way: there are as many, and each comes into its place. */
  private before: LoadState<RowsState> | undefined;
  private readonly extra = new Map<number, readonly T[]>();
  private readonly running = new Map<number, AbortController>();
  private view = {first: 0, last: 0};
  private reported: unknown;

  constructor(host: ScopedHost, wanted: () => Resource<Page<T>> | undefined) {
    this.host = host;
    this.wanted = wanted;
    host.addController(this);
  }

  get state(): LoadState<RowsState> {
    const {shown} = this;
    if (!this.following) return {status: 'loading'};
    const {state} = this.following.load;
    if (state.status === 'loading' && this.before) return this.before;
    return mapState(state, (fresh) => ({
      total: shown?.total ?? fresh.total,
      unreadable: this.countUnreadable(),
      waiting: shown ? Math.abs(fresh.total - shown.total) : 0,
    }));
  }

  /** The row at this place; `undefined` until it has been read, `null` where it could not be read. */
  row(index: number): T | null | undefined {
    const page = Math.floor(index / pageSize);
    const rows = this.extra.get(page) ?? this.shown?.pages.get(page);
    return rows && (rows[index % pageSize] ?? null);
  }

  /** Says which rows are in view. */
  show(first: number, last: number): void {
    this.view = {first, last};
    const wanted = pagesBetween(first, last);
    for (const [page, flight] of this.running) {
      if (!wanted.includes(page)) {
        flight.abort();
        this.running.delete(page);
      }
    }
    for (const page of wanted) void this.fetchPage(page);
  }

  /** Shows what has waited. */
  showWaiting(): void {
    this.take();
  }

  /** Loads what is in view again now. Resolves when the outcome can be drawn. */
  async refresh(): Promise<void> {
    await this.following?.load.refresh();
    this.take();
  }

  hostConnected(): void {
    this.presence.arrive();
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.follow();
  }

  hostDisconnected(): void {
    this.presence.leave();
  }

  private follow(): void {
    if (this.presence.isMoving) return;
    const session = this.presence.isHere ? this.host.scope?.session : undefined;
    const wanted = session && this.wanted();
    const {following} = this;
    if (following?.session === session && following?.url === wanted?.url) return;
    const {state} = this;
    const isReordered = following?.session === session && isSameList(following?.url, wanted?.url);
    this.before =
      isReordered && state.status === 'ready'
        ? {...state, value: {...state.value, unreadable: 0, waiting: 0}}
        : undefined;
    following?.leave.abort();
    this.forgetPages();
    this.shown = undefined;
    this.following = undefined;
    this.reported = undefined;
    this.view = {first: 0, last: 0};
    if (!session || !wanted) return;
    const leave = new AbortController();
    const load = session.resources.newLoad<Window<T>>(
      (signal) => this.readView(session, wanted, signal),
      () => this.onChange(),
    );
    const forget = session.resources.add({path: wanted.path, load: load});
    leave.signal.addEventListener('abort', () => {
      forget();
      load.stop();
    });
    this.following = {session, url: wanted.url, wanted, load, leave};
    load.run();
  }

  private onChange(): void {
    const state = this.following?.load.state;
    const problem = state?.status === 'loading' ? undefined : state?.problem;
    if (problem && problem !== this.reported) this.host.scope?.report(problem, this.host.partId);
    this.reported = problem;
    if (state?.status !== 'ready') this.shown = undefined;
    else if (!this.shown || this.shown.total === state.value.total || this.view.first === 0) this.take();
    this.host.requestUpdate();
  }

  private take(): void {
    const state = this.following?.load.state;
    if (state?.status !== 'ready') return;
    this.forgetPages();
    this.shown = state.value;
    this.show(this.view.first, this.view.last);
    this.host.requestUpdate();
  }

  private async readView(
    session: ReviewSession,
    wanted: Resource<Page<T>>,
    signal: AbortSignal,
  ): Promise<Answer<Window<T>>> {
    const numbers = pagesBetween(this.view.first, this.view.last);
    const answers = await Promise.all(
      numbers.map((page) => session.resources.read(withOffset(wanted, page * pageSize), signal)),
    );
    const [first] = answers;
    if (!first) throw new RangeError('A view has at least one page.');
    return {
      ...first,
      text: answers.map(({text}) => text).join('\n'),
      value: {
        total: Math.max(0, first.value.total ?? first.value.items.length),
        pages: new Map(answers.map(({value}, at) => [numbers[at] ?? 0, value.items])),
      },
    };
  }

  private async fetchPage(page: number): Promise<void> {
    const {following, shown} = this;
    if (!following || !shown || this.running.has(page) || this.extra.has(page) || shown.pages.has(page))
      return;
    if (page * pageSize >= shown.total) return;
    const flight = new AbortController();
    this.running.set(page, flight);
    try {
      const signal = AbortSignal.any([flight.signal, following.leave.signal]);
      const answer = await following.session.resources.read(
        withOffset(following.wanted, page * pageSize),
        signal,
      );
      if (signal.aborted) return;
      this.keepPage(page, answer.value.items);
      // The list is not the one that is shown any more: the whole view is read again, as one.
      if ((answer.value.total ?? shown.total) !== shown.total) following.load.invalidate();
    } catch {
      if (!flight.signal.aborted) following.load.invalidate();
    } finally {
      if (this.running.get(page) === flight) this.running.delete(page);
    }
  }

  private keepPage(page: number, rows: readonly T[]): void {
    this.extra.set(page, rows);
    for (const oldest of this.extra.keys()) {
      if (this.extra.size <= mostPages) break;
      this.extra.delete(oldest);
    }
    this.host.requestUpdate();
  }

  private forgetPages(): void {
    for (const flight of this.running.values()) flight.abort();
    this.running.clear();
    this.extra.clear();
  }

  private countUnreadable(): number {
    const lists = [...(this.shown?.pages.values() ?? []), ...this.extra.values()];
    return lists.reduce((sum, rows) => sum + unreadableIn(rows), 0);
  }
}

/** Whether two addresses differ in nothing but the order of the rows. */
function isSameList(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [one, other].map((url) => {
    const [path, query] = url?.split('?') ?? [];
    const asked = new URLSearchParams(query);
    for (const name of ['sort', 'order']) asked.delete(name);
    return `${path}?${asked}`;
  });
  return a === b;
}

function pagesBetween(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / pageSize);
  const to = Math.floor(Math.max(first, last) / pageSize);
  return Array.from({length: to - from + 1}, (_, at) => from + at);
}

function withOffset<T>(wanted: Resource<T>, offset: number): Resource<T> {
  const joint = wanted.url.includes('?') ? '&' : '?';
  return {...wanted, url: `${wanted.url}${joint}offset=${offset}&limit=${pageSize}`};
}
