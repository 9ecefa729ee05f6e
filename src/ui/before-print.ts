import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Does something each time the page is about to be printed. What it changes has to be drawn when it returns. */
export class BeforePrint implements ReactiveController {
  private readonly run: () => void;

  constructor(host: ReactiveControllerHost, run: () => void) {
    this.run = run;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.run);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.run);
  }
}
