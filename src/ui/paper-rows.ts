import type {LitElement, ReactiveController} from 'lit';

/** Rows are drawn for paper as many as are kept read, and never as many as a page cannot bear. */
const mostOnPaper = 1200;

/** Rows of a list, counted from 0, both ends included. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

/** What a list says when the page is about to be printed. */
export interface Printed {
  readonly inView: Rows;
  readonly count: number;
  readonly isRead: (index: number) => boolean;
}

/** The rows that were read around those in view, without a hole: the line below says from where to where. */
function readAround({inView, count, isRead}: Printed): Rows {
  let {first, last} = inView;
  const hasRoom = (): boolean => last - first + 1 < mostOnPaper;
  while (last < count - 1 && hasRoom() && isRead(last + 1)) last += 1;
  while (first > 0 && hasRoom() && isRead(first - 1)) first -= 1;
  return {first, last};
}

/** Which rows of a long list are drawn while the page is printed: paper cannot be scrolled. */
export class PaperRows implements ReactiveController {
  private readonly host: LitElement;
  private readonly look: () => Printed | undefined;
  private taken: Rows | undefined;

  /** @param look What there is to print; `undefined` where nothing is drawn. */
  constructor(host: LitElement, look: () => Printed | undefined) {
    this.host = host;
    this.look = look;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.onBeforePrint);
    window.addEventListener('afterprint', this.onAfterPrint);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.onBeforePrint);
    window.removeEventListener('afterprint', this.onAfterPrint);
    this.taken = undefined;
  }

  /** `undefined` on the screen. */
  get now(): Rows | undefined {
    return this.taken;
  }

  /** Whether a row is none of those on paper, though it is drawn because it has the focus. */
  leavesOut(index: number): boolean {
    return this.taken !== undefined && (index < this.taken.first || index > this.taken.last);
  }

  private readonly onBeforePrint = (): void => {
    const printed = this.look();
    if (!printed || printed.count === 0) return;
    this.taken = readAround(printed);
    this.host.requestUpdate();
    // A page that prints by a call leaves no time for an update of its own.
    this.host['performUpdate']();
  };

  private readonly onAfterPrint = (): void => {
    this.taken = undefined;
    this.host.requestUpdate();
  };
}
