import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {elementsAround} from '../session/nearest-language.js';

/** Knows which of the sections is read: the one that was chosen, or stands at the top of what can be seen. */
export class SectionSpy implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private away: AbortController | undefined;
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
    this.away = new AbortController();
    const how = {passive: true, signal: this.away.signal};
    // Any of them may be what scrolls: the page, or a box of the host's, also one inside of a component of the host's.
    for (const at of [document, ...elementsAround(this.host)])
      at.addEventListener('scroll', this.onScroll, how);
  }

  hostDisconnected(): void {
    this.away?.abort();
    this.read = undefined;
    this.isChosen = false;
  }

  private readonly onScroll = ({currentTarget}: Event): void => {
    const root = this.host.shadowRoot;
    const bar = root?.querySelector('.jump');
    const box = currentTarget instanceof Element ? currentTarget : document.scrollingElement;
    if (this.isChosen || !root || !bar || !box) return;
    const line = bar.getBoundingClientRect().bottom + 1;
    const seen = [...root.querySelectorAll('[data-section]')].filter((each) => {
      const {top, bottom} = each.getBoundingClientRect();
      return bottom > line && top < innerHeight;
    });
    // What comes last is short as often as not, and never comes to the top: where nothing is left to scroll, it is read.
    const read = seen.at(box.scrollHeight - box.clientHeight - box.scrollTop < 2 ? -1 : 0);
    if (!read || read.id === this.read) return;
    this.read = read.id;
    this.host.requestUpdate();
  };
}
