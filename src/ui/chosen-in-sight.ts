import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Pixels that are left beside the chosen one, so that the next one is seen to be there. */
const room = 16;

/** Keeps the chosen one of a strip that scrolls sideways in sight, whatever chose it. Nothing but the strip is moved. */
export class ChosenInSight implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly chosen: string;
  private readonly strip: string;
  private seen: string | undefined;

  /** @param chosen Selects the chosen one, and `strip` what scrolls around it. */
  constructor(host: ReactiveControllerHost & HTMLElement, chosen: string, strip: string) {
    this.host = host;
    this.chosen = chosen;
    this.strip = strip;
  }

  hostUpdated(): void {
    const chosen = this.host.shadowRoot?.querySelector(this.chosen);
    const strip = chosen?.closest(this.strip);
    if (!chosen || !strip) return;
    const before = this.seen;
    // Texts are told apart without a layout; one that grows may push the chosen one out of sight.
    this.seen = `${chosen.textContent} ${strip.textContent}`;
    if (before === undefined || before === this.seen) return;
    const inner = chosen.getBoundingClientRect();
    const outer = strip.getBoundingClientRect();
    strip.scrollLeft +=
      Math.min(0, inner.left - room - outer.left) || Math.max(0, inner.right + room - outer.right);
  }

  hostDisconnected(): void {
    // What is taken off the page forgets how far it was scrolled.
    if (this.seen !== undefined) this.seen = '';
  }
}
