import type {LitElement, ReactiveController} from 'lit';

/** What the focus goes to rather than to anything else that it stood in: these have a name. */
const region = 'section, form, dialog';

/**
 * Where the button that had the focus goes away with what it was for, the focus stays in its surroundings. Left alone, it
 * would go to the beginning of the page, with the reviewer's place and the element's keys lost (WCAG 2.4.3).
 */
export class KeptFocus implements ReactiveController {
  private readonly host: LitElement;
  private held: readonly Element[] = [];

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const held: Element[] = [];
    for (let at = this.host.shadowRoot?.activeElement; at; at = at.parentElement) held.push(at);
    this.held = held;
  }

  hostUpdated(): void {
    const {held} = this;
    this.held = [];
    if (held[0]?.isConnected !== false) return;
    // Whoever knows a better place has gone there until the next frame.
    requestAnimationFrame(() => {
      const left = held.find(({isConnected}) => isConnected) as HTMLElement | undefined;
      const place = left?.closest<HTMLElement>(region) ?? left;
      if (!place || document.activeElement !== document.body) return;
      place.tabIndex = -1;
      place.focus({preventScroll: true});
    });
  }
}
