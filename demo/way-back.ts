const store = 'demo-way-back';

/** How somebody left an entry of the history: how far it was scrolled, and which link was followed. */
interface Left {
  readonly top: number;
  readonly href?: string;
}

function restored(): Map<string, Left> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(store) ?? '[]') as [string, Left][]);
  } catch {
    return new Map();
  }
}

/** Whatever somebody does to be elsewhere on the page than where it was left. */
const hands = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const;

/**
 * Finds the place where an entry of the history was left. The browser looks for it as soon as it goes back, when what
 * stood there has yet to be read.
 */
export class WayBack {
  private readonly left = restored();
  private readonly main: HTMLElement;
  private entry = '';
  private looking = new AbortController();

  constructor(main: HTMLElement) {
    this.main = main;
    history.scrollRestoration = 'manual';
    addEventListener('pagehide', () => {
      this.leave();
      sessionStorage.setItem(store, JSON.stringify([...this.left]));
    });
    this.arrive();
  }

  /** Before another entry is shown. */
  leave(href?: string): void {
    this.looking.abort();
    this.left.set(this.entry, {top: scrollY, ...(href !== undefined && {href})});
  }

  /** At a new entry, or at one that was left before. */
  arrive(): void {
    const state: unknown = history.state;
    if (typeof state === 'string') {
      this.entry = state;
      this.find(this.left.get(state));
      return;
    }
    this.entry = `${Date.now()}-${Math.random()}`;
    history.replaceState(this.entry, '');
  }

  /** Looks after each change of the page until the place is there, or somebody turns elsewhere. */
  private find(wanted: Left | undefined): void {
    this.looking.abort();
    if (!wanted) return;
    const looking = new AbortController();
    const {signal} = (this.looking = looking);
    let isThere = false;
    const look = () => {
      if (signal.aborted) return;
      const link = [...this.main.querySelectorAll('a')].find(({href}) => href === wanted.href);
      link?.focus({preventScroll: true});
      if (!isThere) scrollTo({top: wanted.top, behavior: 'instant'});
      isThere ||= Math.abs(scrollY - wanted.top) < 1;
      if (isThere && (link || wanted.href === undefined)) looking.abort();
    };
    const sizes = new ResizeObserver(look);
    const rows = new MutationObserver(look);
    signal.addEventListener('abort', () => [sizes, rows].forEach((each) => each.disconnect()));
    for (const type of hands) addEventListener(type, () => looking.abort(), {signal, passive: true});
    sizes.observe(this.main);
    rows.observe(this.main, {childList: true, subtree: true});
    look();
  }
}
