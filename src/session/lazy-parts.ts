import type {ReactiveController} from 'lit';
import {ApiProblem} from '../api/api-problem.js';
import type {LoadState} from './load-state.js';
import type {ScopedHost} from './resource-controller.js';

/**
 * How the elements of each part of a screen are brought and registered: the entry knows, because it is the one that
 * registers. Without it, whoever registers the screen registers the elements inside it too.
 */
export interface Supply<Id extends string> {
  bring?: (id: Id) => Promise<void>;
}

const ready: LoadState<void> = {status: 'ready', value: undefined, at: 0};
const loading: LoadState<void> = {status: 'loading'};

/** Brings the elements of a part when it is first shown, beside its data, so that nobody waits for what is not seen. */
export class LazyParts<Id extends string> implements ReactiveController {
  private readonly host: ScopedHost;
  private readonly supply: Supply<Id>;
  private readonly first: readonly Id[];
  private readonly outcomes = new Map<Id, LoadState<void>>();

  /** @param first The parts that every such screen has: their elements come while the record is asked for. */
  constructor(host: ScopedHost, supply: Supply<Id>, first: readonly Id[]) {
    this.host = host;
    this.supply = supply;
    this.first = first;
    host.addController(this);
  }

  /** Whether the element of this part can be drawn. Asking for the first time brings it. */
  state({id, tag}: {readonly id: Id; readonly tag: string}): LoadState<void> {
    if (!this.supply.bring || customElements.get(tag)) return ready;
    this.begin(id);
    return this.outcomes.get(id) ?? loading;
  }

  /** Asks again for what did not come. */
  async load(id: Id): Promise<void> {
    this.settle(id, loading);
    try {
      await this.supply.bring?.(id);
      this.settle(id, ready);
    } catch {
      // The page could not get a piece of this program, whatever the reason: to the reviewer, the connection is gone.
      const problem = new ApiProblem('offline');
      this.host.scope?.report(problem, id);
      this.settle(id, {status: 'failed', problem});
    }
  }

  hostConnected(): void {
    for (const id of this.first) this.begin(id);
  }

  hostDisconnected(): void {
    // Whoever comes back asks again.
    for (const [id, {status}] of this.outcomes) if (status === 'failed') this.outcomes.delete(id);
  }

  private begin(id: Id): void {
    if (this.supply.bring && !this.outcomes.has(id)) void this.load(id);
  }

  private settle(id: Id, outcome: LoadState<void>): void {
    const before = this.outcomes.get(id);
    this.outcomes.set(id, outcome);
    if (outcome.status !== 'loading') this.host.scope?.steady.keepInPlace();
    if (before) this.host.requestUpdate();
  }
}
