import type {ReactiveController} from 'lit';
import type {ScopedHost} from './resource-controller.js';

/** Draws its host anew each second, while there is something to count. */
export class EverySecond implements ReactiveController {
  private readonly host: ScopedHost;
  private readonly isCounting: () => boolean;
  private cancel: (() => void) | undefined;

  constructor(host: ScopedHost, isCounting: () => boolean) {
    this.host = host;
    this.isCounting = isCounting;
    host.addController(this);
  }

  hostUpdated(): void {
    const clock = this.host.scope?.session?.clock;
    if (this.cancel || !clock || !this.isCounting()) return;
    this.cancel = clock.after(1000, () => {
      this.cancel = undefined;
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}
