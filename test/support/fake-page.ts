import type {PageChange, PageSignals} from '../../src/api/live-feed.js';

/** A page that is hidden, left and woken by the test. */
export class FakePage implements PageSignals {
  hidden = false;
  private readonly listeners = new Set<(what: PageChange) => void>();

  onChange(listen: (what: PageChange) => void): () => void {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  }

  get listening(): number {
    return this.listeners.size;
  }

  tell(what: PageChange): void {
    if (what === 'hidden') this.hidden = true;
    if (what === 'visible') this.hidden = false;
    for (const listen of [...this.listeners]) listen(what);
  }
}
