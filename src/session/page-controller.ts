import type {ReactiveController} from 'lit';
import type {Answer} from '../api/review-client.js';
import {unreadableIn} from '../domain/unreadable.js';
import type {Page, Resource} from '../domain/resources.js';
import type {LiveLoad} from './live-load.js';
import {mapState, type LoadState} from './load-state.js';
import {Presence} from './presence.js';
import type {ScopedHost} from './resource-controller.js';
import type {ReviewSession} from './review-session.js';

/** What has been read so far of a list that comes in pages. */
export interface LoadedPages<T extends {readonly id: string}> {
  readonly items: readonly T[];
  /** Rows that came in a form that could not be read. */
  readonly unreadable: number;
  readonly total: number | undefined;
  /** There is more to ask for. */
  readonly more: boolean;
}

interface Read<T extends {readonly id: string}> extends LoadedPages<T> {
  readonly pages: number;
}

/**
 * Keeps the first pages of a list loaded for its host. A refresh reads as many pages as are shown, so that rows neither
 * fall into the gap between two pages nor come twice; a cursor that repeats itself ends the list.
 */
export class PageController<T extends {readonly id: string}> implements ReactiveController {
  private readonly host: ScopedHost;
  private readonly wanted: () => Resource<Page<T>> | undefined;
  private following:
    {session: ReviewSession; url: string; load: LiveLoad<Read<T>>; leave: () => void} | undefined;
  private readonly presence = new Presence(() => this.follow());
  private pages = 1;
  private reported: unknown;

  constructor(host: ScopedHost, wanted: () => Resource<Page<T>> | undefined) {
    this.host = host;
    this.wanted = wanted;
    host.addController(this);
  }

  get state(): LoadState<LoadedPages<T>> {
    return this.following ? mapState(this.following.load.state, (read) => read) : {status: 'loading'};
  }

  /** More was asked for and has not come yet. */
  get loadingMore(): boolean {
    const state = this.following?.load.state;
    return state?.status === 'ready' && !state.problem && state.value.more && state.value.pages < this.pages;
  }

  /** Reads one page more. */
  more(): void {
    const state = this.following?.load.state;
    if (state?.status !== 'ready' || !state.value.more) return;
    this.pages = state.value.pages + 1;
    void this.refresh();
    this.host.requestUpdate();
  }

  /** Loads again now. Resolves when the outcome can be drawn. */
  async refresh(): Promise<void> {
    await this.following?.load.refresh();
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
    if (this.following?.session === session && this.following?.url === wanted?.url) return;
    this.following?.leave();
    this.following = undefined;
    this.reported = undefined;
    this.pages = 1;
    if (!session || !wanted) return;
    const load = session.resources.newLoad<Read<T>>(
      (signal) => this.read(session, wanted, signal),
      () => this.onChange(),
    );
    const forget = session.resources.add({path: wanted.path, load: load});
    this.following = {
      session,
      url: wanted.url,
      load,
      leave: () => {
        forget();
        load.stop();
      },
    };
    load.run();
  }

  private onChange(): void {
    const state = this.following?.load.state;
    const problem = state?.status === 'loading' ? undefined : state?.problem;
    if (problem && problem !== this.reported) this.host.scope?.report(problem, this.host.partId);
    this.reported = problem;
    this.host.scope?.steady.keepInPlace();
    this.host.requestUpdate();
  }

  private async read(
    session: ReviewSession,
    wanted: Resource<Page<T>>,
    signal: AbortSignal,
  ): Promise<Answer<Read<T>>> {
    const rows = new Map<string, T>();
    const cursors = new Set<string>();
    const texts: string[] = [];
    let unreadable = 0;
    let cursor: string | undefined;
    let first: Answer<Page<T>> | undefined;
    let pages = 0;
    do {
      const answer: Answer<Page<T>> = await session.resources.read(withCursor(wanted, cursor), signal);
      first ??= answer;
      pages++;
      texts.push(answer.text);
      unreadable += unreadableIn(answer.value.items);
      for (const row of answer.value.items) if (!rows.has(row.id)) rows.set(row.id, row);
      const next = answer.value.next_cursor ?? undefined;
      cursor = next === undefined || cursors.has(next) ? undefined : next;
      if (cursor !== undefined) cursors.add(cursor);
    } while (cursor !== undefined && pages < this.pages);
    return {
      ...first,
      text: texts.join('\n'),
      value: {
        items: [...rows.values()],
        unreadable,
        total: first.value.total ?? undefined,
        more: cursor !== undefined,
        pages,
      },
    };
  }
}

function withCursor<T>(wanted: Resource<T>, cursor: string | undefined): Resource<T> {
  if (cursor === undefined) return wanted;
  const joint = wanted.url.includes('?') ? '&' : '?';
  return {...wanted, url: `${wanted.url}${joint}cursor=${encodeURIComponent(cursor)}`};
}
