import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What a single key does. A row is offered only while it can do something. */
export interface Shortcut {
  /** The keys as they are shown and as `KeyboardEvent.key` names them. */
  readonly keys: readonly string[];
  /** In words, for the panel. */
  readonly says: string;
  readonly run: (key: string) => void;
}

const textEntry = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

/**
 * Single keys while the focus is inside the element. Never with a modifier, never while text is entered or a dialog is
 * open, and not at all when the host or the reviewer has switched them off (WCAG 2.1.4).
 */
export class Shortcuts implements ReactiveController {
  private own = true;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly rows: () => readonly Shortcut[];
  private readonly allowed: () => boolean;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    rows: () => readonly Shortcut[],
    allowed: () => boolean,
  ) {
    this.host = host;
    this.rows = rows;
    this.allowed = allowed;
    host.addController(this);
  }

  /** The reviewer's own switch. */
  get wanted(): boolean {
    return this.own;
  }

  set wanted(wanted: boolean) {
    this.own = wanted;
    this.host.requestUpdate();
  }

  /** Whether a single key does anything here, so that it may be named where it does. */
  get areOn(): boolean {
    return this.own && this.allowed();
  }

  /** What can be done by a key now. */
  get offered(): readonly Shortcut[] {
    return this.allowed() ? this.rows() : [];
  }

  hostConnected(): void {
    this.host.addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('keydown', this.onKey);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const inside = event.composedPath().filter((each) => each instanceof Element);
    if (inside.some((each) => each.matches(textEntry) || each.matches('dialog[open]'))) return;
    // The panel stays reachable, or the reviewer could not switch the keys on again.
    if (!this.own && event.key !== '?') return;
    const row = this.offered.find(({keys}) => keys.includes(event.key));
    if (!row) return;
    event.preventDefault();
    row.run(event.key);
  };
}
