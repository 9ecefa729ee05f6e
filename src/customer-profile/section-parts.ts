import type {ReactiveController} from 'lit';
import {ApiProblem} from '../api/api-problem.js';
import type {SectionId} from '../domain/sections.js';
import type {LoadState} from '../session/load-state.js';
import type {ScopedHost} from '../session/resource-controller.js';
import type {ProfileSection} from './sections.js';

type Bring = (id: SectionId) => Promise<void>;

let bring: Bring | undefined;

/**
 * Says how the elements of a section are brought and registered: the entry knows, because it is the one that registers.
 * Without it, whoever registers the profile registers the elements of its sections too.
 */
export function bringSectionsBy(how: Bring): void {
  bring = how;
}

const ready: LoadState<void> = {status: 'ready', value: undefined, at: 0};
const loading: LoadState<void> = {status: 'loading'};

/** Brings the elements of a section when it is first shown, beside its data, so that nobody waits for what is not seen. */
export class SectionParts implements ReactiveController {
  private readonly host: ScopedHost;
  private readonly outcomes = new Map<SectionId, LoadState<void>>();

  constructor(host: ScopedHost) {
    this.host = host;
    host.addController(this);
  }

  /** Whether the element of this section can be drawn. Asking for the first time brings it. */
  state({id, tag}: ProfileSection): LoadState<void> {
    if (!bring || customElements.get(tag)) return ready;
    this.begin(id);
    return this.outcomes.get(id) ?? loading;
  }

  /** Asks again for what did not come. */
  async load(id: SectionId): Promise<void> {
    this.settle(id, loading);
    try {
      await bring?.(id);
      this.settle(id, ready);
    } catch {
      // The page could not get a piece of this program, whatever the reason: to the reviewer, the connection is gone.
      const problem = new ApiProblem('offline');
      this.host.scope?.report(problem, id);
      this.settle(id, {status: 'failed', problem});
    }
  }

  hostConnected(): void {
    // Every profile has this one: its elements come while the customer is asked for.
    this.begin('info');
  }

  hostDisconnected(): void {
    // Whoever comes back asks again.
    for (const [id, {status}] of this.outcomes) if (status === 'failed') this.outcomes.delete(id);
  }

  private begin(id: SectionId): void {
    if (bring && !this.outcomes.has(id)) void this.load(id);
  }

  private settle(id: SectionId, outcome: LoadState<void>): void {
    const before = this.outcomes.get(id);
    this.outcomes.set(id, outcome);
    if (outcome.status !== 'loading') this.host.scope?.steady.keepInPlace();
    if (before) this.host.requestUpdate();
  }
}
