import {html, type TemplateResult} from 'lit';
import {answering, pretendedBase, type Reply} from './answering.js';
import {defineStage, type Stage} from './stage.js';
import {everyPermission, pageToken} from './world.js';

defineStage();

export interface InSession {
  readonly permissions?: readonly string[];
  readonly viewerId?: string;
  readonly customerId?: string;
  /** Which verification is looked at instead of a customer, as `type/id`. */
  readonly verification?: string;
  readonly locale?: string;
  readonly theme?: 'light' | 'dark' | 'auto';
  /** Loads everything a second time once the first content is there; for states that only a refresh brings about. */
  readonly refreshed?: boolean;
}

/** Loads again as soon as nothing on the stage is loading any more. */
function refreshOnce(stage: Stage): void {
  const isLoading = (root: ParentNode): boolean =>
    [...root.querySelectorAll('*')].some(
      (each) => each.getAttribute('aria-busy') === 'true' || (each.shadowRoot && isLoading(each.shadowRoot)),
    );
  const look = () => {
    if (!stage.isConnected) return;
    if (stage.shadowRoot && !isLoading(stage.shadowRoot)) void stage.refresh();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(() => requestAnimationFrame(look));
}

interface StoryContext {
  readonly globals?: Readonly<Record<string, unknown>>;
}

const textOrNone = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Draws a part of a profile over a session whose API answers as given: paths below the API base, or a whole `fetch`. */
export const inSession =
  (
    answers: Readonly<Record<string, Reply>> | (() => typeof fetch),
    content: () => TemplateResult,
    options: InSession = {},
  ) =>
  (_args?: unknown, {globals = {}}: StoryContext = {}): TemplateResult => html`
    <kyc-stage
      api-base-url=${pretendedBase}
      realtime="off"
      customer-id=${options.customerId ?? 'customer-1'}
      .verification=${options.verification}
      viewer-id=${options.viewerId ?? 'user-1'}
      locale=${options.locale ?? textOrNone(globals['locale']) ?? 'en'}
      theme=${options.theme ?? textOrNone(globals['theme']) ?? 'auto'}
      .auth=${() => pageToken}
      .permissions=${options.permissions ?? everyPermission}
      .fetch=${typeof answers === 'function' ? answers() : answering(answers)}
      .content=${content}
      .whenDrawn=${options.refreshed ? refreshOnce : undefined}
    ></kyc-stage>
  `;
