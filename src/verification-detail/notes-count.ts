import type {ReactiveController} from 'lit';
import {verificationResource, type VerificationName} from '../domain/verification-resources.js';
import {ResourceController, type ScopedHost} from '../session/resource-controller.js';

/** The host as somebody who reports nothing: the tab of the notes says itself what went wrong with them. */
const quietly = (host: ScopedHost): ScopedHost => ({
  addController: (controller: ReactiveController) => host.addController(controller),
  removeController: (controller: ReactiveController) => host.removeController(controller),
  requestUpdate: () => host.requestUpdate(),
  get updateComplete() {
    return host.updateComplete;
  },
  partId: 'notes',
  get scope() {
    const {scope} = host;
    return scope && {...scope, report: () => undefined};
  },
});

/** How many notes there are, so that nobody decides without knowing that there is something to read. */
export class NotesCount {
  private readonly notes;

  /** @param wanted Of which verification; `undefined` while it is not there. */
  constructor(host: ScopedHost, wanted: () => VerificationName | undefined) {
    this.notes = new ResourceController(quietly(host), () => {
      const name = wanted();
      return name && verificationResource('verificationNotes', name);
    });
  }

  /** Absent while nobody knows. */
  get value(): number | undefined {
    const {state} = this.notes;
    return state.status === 'ready' ? state.value.items.length : undefined;
  }
}
