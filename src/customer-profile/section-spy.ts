import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Knows which of the sections is read: the one that was chosen, or stands at the top of what can be seen. */
export class SectionSpy implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly inView = new Set<Element>();
  private watched: readonly Element[] = [];
  private observer: IntersectionObserver | undefined;
  private read: string | undefined;
  /** At the end of a page what was chosen cannot come to the top, and is kept all the same. */
  private isChosen = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
    // What scrolls by hand: for the scrollbar of the page the pointer leaves, and so does a finger that has dragged.
    for (const type of ['keydown', 'pointerleave', 'wheel'])
      host.addEventListener(type, () => (this.isChosen = false), {passive: true});
  }

  /** The id of the section that is read now. */
  get current(): string | undefined {
    return this.read;
  }

  /** The reviewer turns to this section, and reads it until scrolling on by hand. */
  choose(id: string): void {
    this.read = id;
    this.isChosen = true;
    this.host.requestUpdate();
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
    this.isChosen = false;
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
    if (this.isChosen || first === undefined || first === this.read) return;
    this.read = first;
    this.host.requestUpdate();
  }
}
