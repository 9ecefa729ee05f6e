import {fixture, html} from '@open-wc/testing';
import {changeCase} from '../../demo/server/cases/case-changes.js';
import {createMemoryBackend} from '../../demo/server/memory-backend.js';
import {aVerification} from '../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../src/domain/permissions.js';
import type {Verification} from '../../src/domain/verification.js';
import type {VerificationAction} from '../../src/domain/verification-actions.js';
import type {VerificationDetail} from '../../src/verification-detail/verification-detail.js';
import {defineVerificationDetail} from '../../stories/support/every-element.js';
import {oneOf, shows, textOf} from '../support/harness.js';

defineVerificationDetail();

/** What happens to a send on its way: refused by the browser, or answered by somebody else than the server. */
type Fault = (request: Request, next: () => Promise<Response>) => Promise<Response>;

export interface DeskOptions {
  readonly verification?: Partial<Verification>;
  readonly permissions?: readonly string[];
  /** What the server allows, where it is not what the host has granted. */
  readonly allowed?: readonly string[];
  readonly locale?: string;
  readonly theme?: 'light' | 'dark';
  readonly blind?: boolean;
  readonly noteLimit?: number;
  readonly width?: 360 | 1280;
}

const other = {
  tenant: 'story',
  id: 'user-2',
  name: 'Chiara Rossi',
  role: 'owner',
  permissions: permissionsForRole('owner'),
  disabled: false,
};

/** A verification on a page, over the reference server within this page: what is decided here is really decided. */
export async function desk(options: DeskOptions = {}) {
  const verification = aVerification(options.verification);
  const {type, id} = verification;
  const permissions = options.permissions ?? permissionsForRole('owner');
  const backend = await createMemoryBackend({
    folders: [],
    verifications: [{verification}],
    permissions: options.allowed ?? permissions,
    role: 'owner',
    viewerId: 'viewer',
  });
  const sent: {readonly path: string; readonly key: string | null; readonly body: string}[] = [];
  let fault: Fault = (_request, next) => next();
  let reading: Promise<void> = Promise.resolve();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'GET' && !request.url.endsWith('audit.pdf')) {
      await reading;
      return backend.fetch(request);
    }
    const path = new URL(request.url).pathname.split('/').slice(-1).join('');
    sent.push({
      path,
      key: request.headers.get('Idempotency-Key'),
      body: await request.clone().text(),
    });
    return fault(request, () => backend.fetch(request));
  };
  const heard: string[] = [];
  const onAction = (event: Event): void => {
    const {action, kind, status} = event as Event & {action: string; kind?: string; status?: string};
    heard.push([event.type.replace('review-action-', ''), action, kind ?? status].filter(Boolean).join(' '));
  };
  const frame = document.createElement('div');
  frame.style.setProperty('inline-size', `${options.width ?? 1280}px`);
  document.body.append(frame);
  const detail = await fixture<VerificationDetail>(
    html`<verification-detail
      api-base-url=${backend.apiBaseUrl}
      verification-type=${type}
      verification-id=${id}
      viewer-id="viewer"
      realtime="off"
      locale=${options.locale ?? 'en'}
      theme=${options.theme ?? 'light'}
      ?blind-face-match=${options.blind ?? false}
      .noteLimit=${options.noteLimit}
      .auth=${() => backend.token}
      .permissions=${permissions}
      .fetch=${fetch}
      @review-action-request=${onAction}
      @review-action-done=${onAction}
      @review-action-failed=${onAction}
      @review-action-unknown=${onAction}
    ></verification-detail>`,
    {parentNode: frame},
  );
  await shows(detail, verification.subject.name ?? '');
  const card = () => oneOf(detail, 'kyc-actions-card');
  const stored = async (): Promise<Verification> => {
    const response = await backend.fetch(`${backend.apiBaseUrl}verifications/${type}/${id}`, {
      headers: {Authorization: `Bearer ${backend.token}`},
    });
    return (await response.json()) as Verification;
  };
  return {
    detail,
    backend,
    sent,
    heard,
    card,
    stored,
    setFault: (next: Fault) => (fault = next),
    /** Whatever is read from now on is answered once the returned function is called. */
    holdReads(): () => void {
      let letGo = (): void => undefined;
      reading = new Promise((resolve) => (letGo = resolve));
      return letGo;
    },
    /** Somebody else decides, over another screen. */
    decidedElsewhere: (action: Exclude<VerificationAction, 'download'>) =>
      backend.changeCase({type, id}, (editor) =>
        changeCase(editor, action, {by: other, at: '2026-11-12T10:45:00Z'}),
      ),
    /** Something else on the record changes, which makes a new version. */
    changedElsewhere: (over: Partial<Verification>) =>
      backend.changeCase({type, id}, (editor) => editor.replace({...editor.verification, ...over})),
  };
}

const buttons = (root: Node): readonly HTMLButtonElement[] => [
  ...((root as Element).shadowRoot?.querySelectorAll('button') ?? []),
];

/** The words on the buttons of the card, in their order. */
export const actsOf = (card: Element): readonly string[] =>
  buttons(card)
    .filter((each) => each.dataset['action'])
    .map((each) => textOf(each));

export function actButton(card: Element, action: string): HTMLButtonElement {
  const found = buttons(card).find((each) => each.dataset['action'] === action);
  if (!found) throw new Error(`Nothing does ${action}: ${textOf(card)}`);
  return found;
}

/** The open dialog. */
export function dialogOf(card: Element): HTMLDialogElement {
  const dialog = oneOf<HTMLDialogElement>(card, 'dialog');
  if (!dialog.open) throw new Error('No dialog is open.');
  return dialog;
}

export const isAsking = (card: Element): boolean => oneOf<HTMLDialogElement>(card, 'dialog').open;

/** The confirming button: the last one in the dialog. */
export function confirming(card: Element): HTMLButtonElement {
  const found = [...dialogOf(card).querySelectorAll('button')].at(-1);
  if (!found) throw new Error('The dialog has no buttons.');
  return found;
}

export function write(card: Element, note: string): void {
  const field = oneOf<HTMLTextAreaElement>(card, 'textarea#note');
  field.value = note;
  field.dispatchEvent(new Event('input', {bubbles: true}));
}
