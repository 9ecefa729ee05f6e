import {ApiProblem} from '../api/api-problem.js';
import type {FetchedFile} from '../api/body.js';
import type {Clock} from '../api/clock.js';
import type {Answer, ReviewClient} from '../api/review-client.js';
import {reaches} from '../domain/live-events.js';
import type {Resource} from '../domain/resources.js';
import {LiveLoad, type LiveLoadOptions} from './live-load.js';
import type {LoadState} from './load-state.js';
import {SharedFlights} from './shared-flights.js';

/** Milliseconds that a value is kept after its last viewer left, so that a moved element finds it again. */
const linger = 2000;

/** Something kept fresh that is watched under a path. */
export interface Watched {
  readonly path: string;
  readonly load: LiveLoad<unknown>;
}

interface Entry extends Watched {
  readonly listeners: Set<() => void>;
  cancelLinger?: (() => void) | undefined;
}

export interface Subscription<T> {
  readonly state: () => LoadState<T>;
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
}

/** What the elements of one session have loaded: one request and one value per resource, however many look at it. */
export class ResourceStore {
  private readonly entries = new Map<string, Entry>();
  private readonly others = new Set<Watched>();
  private readonly observers = new Set<(path: string) => void>();
  private readonly flights = new SharedFlights();
  private readonly client: ReviewClient;
  private readonly clock: Clock;
  private readonly random: () => number;

  constructor(client: ReviewClient, clock: Clock, random: () => number) {
    this.client = client;
    this.clock = clock;
    this.random = random;
  }

  /** Shows one resource to a listener. The first one starts loading; `stop` of the last one lets go. */
  subscribe<T>(wanted: Resource<T>, onChange: () => void): Subscription<T> {
    const entry = this.entries.get(wanted.url) ?? this.open(wanted);
    entry.cancelLinger?.();
    entry.cancelLinger = undefined;
    entry.listeners.add(onChange);
    const load = entry.load as LiveLoad<T>;
    return {
      state: () => load.state,
      refresh: () => load.refresh(),
      stop: () => this.leave(wanted.url, entry, onChange),
    };
  }

  /** Adds a load that is not shared, so that live events and refreshes reach it too. Returns the function that takes it out. */
  add(watched: Watched): () => void {
    this.others.add(watched);
    return () => this.others.delete(watched);
  }

  /** Hears of every change of what is shown, by its path. Returns the function that stops it. */
  observe(onChange: (path: string) => void): () => void {
    this.observers.add(onChange);
    return () => this.observers.delete(onChange);
  }

  /** The values that are shown now, by their paths. */
  *values(): Iterable<readonly [path: string, value: unknown]> {
    for (const {path, load} of this.all()) {
      if (load.state.status === 'ready') yield [path, load.state.value];
    }
  }

  /** Reads one resource; with whoever waits for the same one already. */
  read<T>(wanted: Resource<T>, signal: AbortSignal): Promise<Answer<T>> {
    return this.flights.join(wanted.url, (stop) => this.client.read(wanted, stop), signal);
  }

  /** Fetches one file; with whoever waits for the same one already. */
  file(url: string, signal: AbortSignal, {toSave = false} = {}): Promise<FetchedFile> {
    const name = `${toSave ? 'save' : 'file'} ${url}`;
    return this.flights.join(name, (stop) => this.client.file(url, stop, {toSave}), signal);
  }

  /** A load with this store's clock and chance. */
  newLoad<T>(load: LiveLoadOptions<T>['load'], onChange: () => void): LiveLoad<T> {
    return new LiveLoad<T>({load, onChange, clock: this.clock, random: this.random});
  }

  invalidate(stalePaths: readonly string[]): void {
    this.spoil((path) => stalePaths.some((stale) => reaches(stale, path)));
  }

  /** The feed is in step with the server: only what came with another revision has to be asked again. */
  alignWith(above: string, revision: number | undefined): void {
    this.flights.forgetAll();
    for (const {path, load} of this.all()) {
      if (reaches(`${above}/*`, path)) load.alignWith(revision);
    }
  }

  /** Everything shown under a path went stale; all of it, when no path is given. */
  invalidateAll(above?: string): void {
    this.spoil((path) => above === undefined || reaches(`${above}/*`, path));
  }

  async refreshAll(above?: string): Promise<void> {
    this.flights.forgetAll();
    const wanted = [...this.all()].filter(({path}) => above === undefined || reaches(`${above}/*`, path));
    await Promise.all(wanted.map(({load}) => load.refresh()));
  }

  /** Whether a value that was answered before this time is still shown under exactly this path. */
  holdsOlder(path: string, time: number): boolean {
    return [...this.all()].some(
      ({path: each, load: {state}}) => each === path && state.status === 'ready' && state.at < time,
    );
  }

  /** What is shown under a path and was answered before this time goes, with the reason why nothing newer came. */
  dropOlder(above: string, time: number): void {
    for (const {path, load} of this.all()) {
      const {state} = load;
      if (!reaches(`${above}/*`, path) || state.status !== 'ready' || state.at >= time) continue;
      load.withdraw(state.problem ?? new ApiProblem('offline'));
    }
  }

  /** Nobody is signed in any more: all values go. */
  withdrawAll(): void {
    for (const {load} of this.all()) load.withdraw(new ApiProblem('unauthorized'));
  }

  close(): void {
    for (const entry of this.entries.values()) {
      entry.cancelLinger?.();
      entry.load.stop();
    }
    this.entries.clear();
  }

  private spoil(isStale: (path: string) => boolean): void {
    this.flights.forgetAll();
    // One chance for all, so that those who read the same do it at the same time, and together.
    const chance = this.random();
    for (const {path, load} of this.all()) if (isStale(path)) load.invalidate(chance);
  }

  private *all(): Iterable<Watched> {
    yield* [...this.entries.values()].filter(({listeners}) => listeners.size > 0);
    yield* [...this.others];
  }

  private open<T>(wanted: Resource<T>): Entry {
    const listeners = new Set<() => void>();
    const load = this.newLoad<T>(
      (signal) => this.read(wanted, signal),
      () => {
        for (const listen of [...listeners]) listen();
        for (const tell of [...this.observers]) tell(wanted.path);
      },
    );
    const entry: Entry = {path: wanted.path, load: load, listeners};
    this.entries.set(wanted.url, entry);
    load.run();
    return entry;
  }

  private leave(url: string, entry: Entry, onChange: () => void): void {
    entry.listeners.delete(onChange);
    if (entry.listeners.size > 0) return;
    entry.cancelLinger?.();
    entry.cancelLinger = this.clock.after(linger, () => {
      entry.load.stop();
      if (this.entries.get(url) === entry) this.entries.delete(url);
    });
  }
}
