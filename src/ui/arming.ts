import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {systemClock} from '../api/clock.js';

/** Milliseconds. A page that lures a click to a certain place, or a hand that is still on its way, comes too early. */
const delay = 500;

/** Keeps a button from being pressed by accident in the first moments after something has appeared. */
export class Arming implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private cancel: (() => void) | undefined;
  private alsoKeys = false;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  /** @param keys Whether keys have to wait too, because there is something new to be read first. */
  start({keys}: {readonly keys: boolean}): void {
    this.cancel?.();
    this.alsoKeys = keys;
    this.cancel = systemClock.after(delay, () => {
      this.cancel = undefined;
      this.host.requestUpdate();
    });
    this.host.requestUpdate();
  }

  get isOver(): boolean {
    return this.cancel === undefined;
  }

  /** Whether a press counts. */
  admits(by: 'key' | 'pointer'): boolean {
    return this.isOver || (by === 'key' && !this.alsoKeys);
  }

  hostDisconnected(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}
