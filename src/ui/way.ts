import {html, type TemplateResult} from 'lit';
import {linkUrl} from '../api/api-url.js';
import {ReviewNavigateEvent, type ReviewDestination} from '../session/review-events.js';

/** A way from this screen to another page of the host's. */
export interface Way {
  readonly to: ReviewDestination;
  readonly id?: string | undefined;
  /** As the host or the record gives it. */
  readonly href?: string | null | undefined;
}

/**
 * Where an address leads that a reviewer may follow.
 *
 * @returns Nothing for an address that they may not be sent to.
 */
export const wayTo = (href: string | null | undefined): string | undefined =>
  href?.trim() ? linkUrl(href, document.baseURI) : undefined;

/** A link that tells the host before it is followed. Where there is no address it only tells. */
export function renderWay({to, id, href}: Way, content: unknown): TemplateResult {
  const address = wayTo(href);
  const onClick = (event: Event) => {
    if (!event.currentTarget?.dispatchEvent(new ReviewNavigateEvent(to, id, address))) event.preventDefault();
  };
  return address
    ? html`<a href=${address} @click=${onClick}>${content}</a>`
    : html`<button type="button" class="way" @click=${onClick}>${content}</button>`;
}
