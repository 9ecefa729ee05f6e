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
  private since: number | undefined;

  /** @param isOlderThan Whether what is shown was answered before this time. */
  constructor(host: VeilHost, isOlderThan: (time: number) => boolean) {
    this.host = host;
    this.isOlderThan = isOlderThan;
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
    this.since = Date.now();
    // After everybody else has heard of the return, so that this one request is all that it takes.
    setTimeout(() => void this.host.refresh().then(() => this.host.requestUpdate()));
  };
}
