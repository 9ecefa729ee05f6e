/** What somebody has begun to write and not sent: a text, or the few fields of a small form. */
export type Draft = Readonly<Record<string, string>>;

/**
 * What was begun on one screen, by what it is about. It outlives the parts that it is written in: they go while a record
 * fails to load, while nobody is signed in and while permissions change, and find their texts again afterwards. It belongs
 * to one reviewer, is shown to nobody else, and never leaves the memory of the page.
 */
export class Drafts {
  private readonly kept = new Map<string, Draft>();
  private owner: unknown;

  /**
   * Says whose drafts these are from now on; those of anybody else go.
   *
   * @param owner The viewer's id. Where the host does not say it, the session: another sign-in may be somebody else.
   */
  belongTo(owner: unknown): void {
    if (owner === undefined || owner === this.owner) return;
    if (this.owner !== undefined) this.kept.clear();
    this.owner = owner;
  }

  get(about: string): Draft | undefined {
    return this.kept.get(about);
  }

  /** What was begun on one thing and on whatever is below it, by its path, which stands in what a draft is about. */
  under(path: string): readonly Draft[] {
    const isUnder = (word: string): boolean => word === path || word.startsWith(`${path}/`);
    return [...this.kept].filter(([about]) => about.split(' ').some(isUnder)).map(([, draft]) => draft);
  }

  keep(about: string, draft: Draft): void {
    if (Object.values(draft).some((text) => text !== '')) this.kept.set(about, draft);
    else this.kept.delete(about);
  }

  forget(about: string): void {
    this.kept.delete(about);
  }
}
