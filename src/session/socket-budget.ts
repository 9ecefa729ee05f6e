/** Browsers allow some 200 sockets a page; widgets shall leave most of them to the host. */
const most = 20;

interface Place {
  readonly start: () => void;
  readonly stop: () => void;
  inView: boolean;
  running: boolean;
}

/**
 * At most twenty live feeds run on one page. Who is in view comes first; the others wait, and take a place when they
 * come into view or when one becomes free.
 */
export class SocketBudget {
  private readonly places = new Set<Place>();

  /** Asks for a place. Returns the function that gives it back, and the one that says whether it is in view. */
  ask(
    start: () => void,
    stop: () => void,
  ): {readonly leave: () => void; readonly see: (inView: boolean) => void} {
    const place: Place = {start, stop, inView: false, running: false};
    this.places.add(place);
    this.settle();
    return {
      leave: () => {
        if (!this.places.delete(place)) return;
        if (place.running) stop();
        this.settle();
      },
      see: (inView) => {
        if (place.inView === inView) return;
        place.inView = inView;
        this.settle();
      },
    };
  }

  private settle(): void {
    const wanted = [...this.places].sort(
      (a, b) => Number(b.inView) - Number(a.inView) || Number(b.running) - Number(a.running),
    );
    const chosen = new Set(wanted.slice(0, most));
    for (const place of wanted) {
      if (place.running && !chosen.has(place)) {
        place.running = false;
        place.stop();
      }
    }
    for (const place of chosen) {
      if (place.running) continue;
      place.running = true;
      place.start();
    }
  }
}

/** One budget for the page, shared by all sessions. */
export const socketBudget = new SocketBudget();
