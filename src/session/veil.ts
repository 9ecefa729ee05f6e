import type {ReactiveController, ReactiveControllerHost} from 'lit';

interface VeilHost extends ReactiveControllerHost {
  /** Loads again what is shown; resolves when it is there, or was refused. */
  refresh(): Promise<void>;
}

/**
 * A page that comes back from the browser's page cache looks as it did when it was left, whoever sits in front of it now.
 * So nothing of it is to be seen from the moment it is left until the API has answered anew.
 */
export class Veil implements ReactiveController {
  private readonly host: VeilHost;
  private readonly isOlderThan: (time: number) => boolean;
  private readonly drop: (time: number) => void;
  private since: number | undefined;

  /**
   * @param isOlderThan Whether what is shown was answered before this time.
   * @param drop Lets go of everything that was answered before this time, so that what is said instead can be read.
   */
  constructor(host: VeilHost, isOlderThan: (time: number) => boolean, drop: (time: number) => void) {
    this.host = host;
    this.isOlderThan = isOlderThan;
    this.drop = drop;
    host.addController(this);
  }

  /** Whether what stands on the page must not be seen. */
  get isDown(): boolean {
    return this.since !== undefined;
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.onLeave);
    window.addEventListener('pageshow', this.onReturn);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.onLeave);
    window.removeEventListener('pageshow', this.onReturn);
    this.since = undefined;
  }

  hostUpdate(): void {
    if (this.since !== undefined && !this.isOlderThan(this.since)) this.since = undefined;
  }

  private readonly onLeave = (): void => {
    this.since = Infinity;
    this.host.requestUpdate();
  };

  private readonly onReturn = ({persisted}: PageTransitionEvent): void => {
    if (!persisted || this.since === undefined) return;
    const since = Date.now();
    this.since = since;
    // After everybody else has heard of the return, so that this one request is all that it takes.
    setTimeout(() => void this.host.refresh().then(() => this.settle(since)));
  };

  /** Everything that could answer has. What did not come anew is not shown again, and it is said that it did not come. */
  private settle(since: number): void {
    if (this.since === since && this.isOlderThan(since)) this.drop(since);
    this.host.requestUpdate();
  }
}
