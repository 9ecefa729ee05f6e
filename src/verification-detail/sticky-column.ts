import type {ReactiveController} from 'lit';

/**
 * A column that stays in sight. One that is taller than the window scrolls with the page until its end, so it has to know
 * its own height.
 */
export class StickyColumn implements ReactiveController {
  private readonly host: HTMLElement;
  private readonly selector: string;
  private watched: HTMLElement | undefined;
  private observer: ResizeObserver | undefined;

  constructor(host: HTMLElement, selector: string) {
    this.host = host;
    this.selector = selector;
  }

  hostConnected(): void {
    this.observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      this.watched?.style.setProperty('--_column-height', `${Math.ceil(height)}px`);
    });
  }

  hostUpdated(): void {
    const column = this.host.shadowRoot?.querySelector<HTMLElement>(this.selector) ?? undefined;
    if (column === this.watched) return;
    this.observer?.disconnect();
    this.watched = column;
    if (column) this.observer?.observe(column);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.observer = undefined;
    this.watched = undefined;
  }
}
