import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Knows which of the sections stands at the top of what can be seen. */
export class SectionSpy implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly inView = new Set<Element>();
  private watched: readonly Element[] = [];
  private observer: IntersectionObserver | undefined;
  private first: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  /** The id of the section that is read now. */
  get current(): string | undefined {
    return this.first;
  }

  hostConnected(): void {
    // The upper part of the window, below the bar of links, is where one reads.
    this.observer = new IntersectionObserver((entries) => this.onSeen(entries), {
      rootMargin: '-56px 0px -60% 0px',
    });
    this.watched = [];
  }

  hostUpdated(): void {
    const sections = [...(this.host.shadowRoot?.querySelectorAll('[data-section]') ?? [])];
    if (sections.length === this.watched.length && sections.every((each, at) => each === this.watched[at]))
      return;
    this.observer?.disconnect();
    this.inView.clear();
    this.watched = sections;
    for (const each of sections) this.observer?.observe(each);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.observer = undefined;
    this.inView.clear();
    this.watched = [];
  }

  private onSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const {target, isIntersecting} of entries) {
      if (isIntersecting) this.inView.add(target);
      else this.inView.delete(target);
    }
    const first = this.watched.find((each) => this.inView.has(each))?.id;
    if (first === undefined || first === this.first) return;
    this.first = first;
    this.host.requestUpdate();
  }
}
