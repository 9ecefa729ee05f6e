import type {ReactiveController, ReactiveControllerHost} from 'lit';

const textEntry = 'input, textarea, select, [contenteditable]';

/** What is focused, looked for through shadow roots. */
function deepActive(root: DocumentOrShadowRoot): Element | null {
  const active = root.activeElement;
  return active?.shadowRoot?.activeElement ? deepActive(active.shadowRoot) : active;
}

function scrollerOf(element: Element): Element {
  for (let at: Node | null = element; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
    if (!(at instanceof Element)) continue;
    const {overflowY} = getComputedStyle(at);
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

/**
 * Keeps what the reviewer holds where it is while new data arrives. Whatever has the focus, else whatever is under the
 * pointer, stays at its place on the screen; while the reviewer types, selects text or presses the pointer, new data
 * waits until it is asked for.
 */
export class SteadyView implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly waiting = new Map<object, {readonly name: string; readonly show: () => void}>();
  private away: AbortController | undefined;
  private pointed: Element | undefined;
  private pressed = false;
  private anchored = false;
  /** What was put back last: where it belongs, and where it came to stand, which a scroller rounds to whole pixels. */
  private kept: {readonly anchor: Element; readonly wanted: number; readonly stands: number} | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.away = new AbortController();
    const {signal} = this.away;
    for (const type of ['move', 'down', 'up', 'cancel', 'leave'] as const) {
      this.host.addEventListener(`pointer${type}`, this.onPointer, {passive: true, signal});
    }
    this.host.addEventListener('focusout', this.onFocusOut, {signal});
  }

  hostDisconnected(): void {
    this.away?.abort();
    this.pointed = undefined;
    this.kept = undefined;
    this.pressed = false;
    this.waiting.clear();
  }

  /** Whether new data has to wait. */
  get isBusy(): boolean {
    if (this.pressed) return true;
    const active = this.focused;
    if (!active) return false;
    if (active.matches(textEntry)) return true;
    // Asked last, because the browser lays the page out to answer.
    const selection = document.getSelection();
    return selection?.isCollapsed === false && this.host.contains(selection.anchorNode);
  }

  /** The names of what waits, without doubles. */
  get waitingNames(): readonly string[] {
    return [...new Set([...this.waiting.values()].map(({name}) => name))];
  }

  get waitingCount(): number {
    return this.waiting.size;
  }

  /** Keeps one change back until `showAll`. A later change from the same place takes the place of the earlier one. */
  keepBack(from: object, name: string, show: () => void): void {
    this.waiting.set(from, {name, show});
    this.host.requestUpdate();
  }

  forget(from: object): void {
    if (this.waiting.delete(from)) this.host.requestUpdate();
  }

  showAll(): void {
    if (this.waiting.size === 0) return;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    this.keepInPlace();
    for (const {show} of all) show();
    this.host.requestUpdate();
  }

  /** Call just before something is drawn anew by itself: what the reviewer holds is put back where it was afterwards. */
  keepInPlace(): void {
    const anchor = this.focused ?? this.pointed;
    if (this.anchored || !anchor?.isConnected) return;
    this.anchored = true;
    const before = this.placeOf(anchor);
    // Two frames: one for the elements to draw, one for the elements that they have drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.anchored = false;
        if (!anchor.isConnected) return;
        const moved = anchor.getBoundingClientRect().top - before;
        if (Math.abs(moved) >= 0.5) scrollerOf(this.host).scrollBy({top: moved, behavior: 'instant'});
        this.kept = {anchor, wanted: before, stands: anchor.getBoundingClientRect().top};
      }),
    );
  }

  /** Where it belongs. What has not moved since it was put back belongs where it did, or the rounding would add up. */
  private placeOf(anchor: Element): number {
    const top = anchor.getBoundingClientRect().top;
    return this.kept?.anchor === anchor && Math.abs(top - this.kept.stands) < 0.01 ? this.kept.wanted : top;
  }

  private get focused(): Element | null {
    const {shadowRoot} = this.host;
    return shadowRoot && deepActive(shadowRoot);
  }

  private readonly onPointer = (event: PointerEvent): void => {
    if (event.type === 'pointerdown') this.pressed = true;
    if (event.type === 'pointerup' || event.type === 'pointercancel' || event.type === 'pointerleave') {
      this.pressed = false;
    }
    const at = event.composedPath()[0];
    this.pointed = event.type === 'pointerleave' || !(at instanceof Element) ? undefined : at;
  };

  /** The hands are off: what waited may come. */
  private readonly onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && (to === this.host || this.host.contains(to))) return;
    queueMicrotask(() => {
      if (!this.isBusy) this.showAll();
    });
  };
}
