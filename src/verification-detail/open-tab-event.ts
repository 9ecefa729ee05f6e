import type {TabId} from './tabs.js';

/** A part inside a verification asks for a tab. It never leaves the verification. */
export class OpenTabEvent extends Event {
  static readonly type = 'kyc-open-tab';

  readonly tab: TabId;

  constructor(tab: TabId) {
    super(OpenTabEvent.type, {bubbles: true, composed: true});
    this.tab = tab;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kyc-open-tab': OpenTabEvent;
  }
}
