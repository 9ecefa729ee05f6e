import type {TabId} from './tabs.js';

/** Which tab is open, and which ones have been: a panel is built when it is first opened, and kept. */
export class OpenTabs {
  chosen: TabId = 'documents';
  private opened: readonly TabId[] = ['documents'];
  private of: string | undefined;

  /** What was open of another verification is not open of this one. */
  startOver(of: string): boolean {
    if (of === this.of) return false;
    this.of = of;
    this.chosen = 'documents';
    this.opened = ['documents'];
    return true;
  }

  choose(id: TabId): void {
    this.chosen = id;
    if (!this.opened.includes(id)) this.opened = [...this.opened, id];
  }

  has(id: TabId): boolean {
    return this.opened.includes(id);
  }
}
