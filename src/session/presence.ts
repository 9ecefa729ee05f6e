/** Milliseconds within which an element that was taken off the page may come back as if nothing had happened. */
const linger = 2000;

/** Whether an element is on the page. One that is only moved has never left. */
export class Presence {
  private readonly onLeave: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private here = false;

  /** @param onLeave Called once the element has been away for so long that it does not seem to come back. */
  constructor(onLeave: () => void) {
    this.onLeave = onLeave;
  }

  get isHere(): boolean {
    return this.here;
  }

  /** Off the page, and perhaps on its way to another place on it. */
  get isMoving(): boolean {
    return this.timer !== undefined;
  }

  arrive(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.here = true;
  }

  leave(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.here = false;
      this.onLeave();
    }, linger);
  }
}
