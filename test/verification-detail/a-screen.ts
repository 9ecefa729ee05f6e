import {fixture, html} from '@open-wc/testing';
import {aNote, aVerification} from '../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../src/domain/permissions.js';
import type {Verification} from '../../src/domain/verification.js';
import {ReviewErrorEvent, ReviewNavigateEvent, ReviewReadyEvent} from '../../src/session/review-events.js';
import type {VerificationDetail} from '../../src/verification-detail/verification-detail.js';
import {answering, listOf, pretendedBase, type Reply} from '../../stories/support/answering.js';
import {defineVerificationDetail} from '../../stories/support/every-element.js';
import {pageToken} from '../../stories/support/world.js';

defineVerificationDetail();

export interface Screen {
  readonly detail: VerificationDetail;
  /** Every request so far: method and path below the API base. */
  readonly requests: readonly string[];
  /** What the host heard. */
  readonly ready: readonly ReviewReadyEvent[];
  readonly errors: readonly ReviewErrorEvent[];
  readonly ways: readonly ReviewNavigateEvent[];
  /** What the server has from now on. */
  store(verification: Verification): void;
}

export interface ScreenOptions {
  readonly verification?: Verification;
  /** Answers by path below the API base, before those of the world. */
  readonly faults?: Readonly<Record<string, Reply>>;
  readonly permissions?: readonly string[];
  readonly viewerId?: string;
  readonly locale?: string;
  readonly theme?: 'light' | 'dark';
  readonly blind?: boolean;
  readonly listHref?: string;
  readonly shortcuts?: 'on' | 'off';
  readonly width?: 320 | 360 | 700 | 1280;
}

let picture: Promise<Blob> | undefined;

/** Every file is the same small picture. */
async function drawn(): Promise<Response> {
  picture ??= (() => {
    const canvas = new OffscreenCanvas(86, 54);
    canvas.getContext('2d')?.fillRect(8, 8, 40, 20);
    return canvas.convertToBlob({type: 'image/png'});
  })();
  return new Response(await picture, {headers: {'Content-Type': 'image/png'}});
}

export const pathOf = ({type, id}: Pick<Verification, 'type' | 'id'>): string =>
  `verifications/${type}/${id}`;

/** A verification on a page of its own, over an API that answers within the page. */
export async function screen(options: ScreenOptions = {}): Promise<Screen> {
  let verification = options.verification ?? aVerification();
  const path = pathOf(verification);
  const heard = {
    ready: [] as ReviewReadyEvent[],
    errors: [] as ReviewErrorEvent[],
    ways: [] as ReviewNavigateEvent[],
  };
  const requests: string[] = [];
  const answer = answering(
    {
      [path]: () => Response.json(verification),
      [`${path}/notes`]: listOf(aNote(), aNote({id: 'note-2'})),
      [`${path}/audit`]: listOf(),
      ...options.faults,
    },
    (input) =>
      new Request(input).url.includes('/files/')
        ? drawn()
        : Promise.resolve(new Response(null, {status: 404})),
  );
  const recorded: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    requests.push(`${request.method} ${request.url.replace(pretendedBase, '')}`);
    return answer(request);
  };
  const frame = document.createElement('div');
  frame.style.setProperty('inline-size', `${options.width ?? 1280}px`);
  document.body.append(frame);
  const detail = await fixture<VerificationDetail>(
    html` <verification-detail
      api-base-url=${pretendedBase}
      verification-type=${verification.type}
      verification-id=${verification.id}
      viewer-id=${options.viewerId ?? 'user-2'}
      realtime="off"
      locale=${options.locale ?? 'en'}
      theme=${options.theme ?? 'light'}
      ?blind-face-match=${options.blind ?? false}
      .listHref=${options.listHref}
      .shortcuts=${options.shortcuts}
      .auth=${() => pageToken}
      .permissions=${options.permissions ?? permissionsForRole('owner')}
      .fetch=${recorded}
      @review-ready=${(event: ReviewReadyEvent) => heard.ready.push(event)}
      @review-error=${(event: ReviewErrorEvent) => heard.errors.push(event)}
      @review-navigate=${(event: ReviewNavigateEvent) => {
        heard.ways.push(event);
        // A test stays where it is.
        event.preventDefault();
      }}
    ></verification-detail>`,
    {parentNode: frame},
  );
  return {
    detail,
    requests,
    ...heard,
    store: (next) => {
      verification = next;
    },
  };
}
