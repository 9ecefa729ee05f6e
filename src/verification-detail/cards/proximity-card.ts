import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {bearing, directionOf, proximityOf, type Proximity} from '../../domain/geolocation.js';
import type {Verification} from '../../domain/verification.js';
import {ReviewPart} from '../../session/review-part.js';
import {partStyles} from '../../ui/host.styles.js';
import {renderPhrase} from '../../ui/phrase.js';
import {renderMark, renderTag, statusOf} from '../../ui/status.js';
import {statusStyles} from '../../ui/status.styles.js';
import {cardWords} from '../../words/card-words.js';
import {addWords, type Words} from '../../words/words.js';
import {cardStyles} from './card.styles.js';
import {renderProximity} from './proximity-picture.js';

addWords(cardWords);

/**
 * How far the subject's device was from the declared address. It never changes the score.
 *
 * @tag kyc-proximity-card
 */
export class ProximityCard extends ReviewPart {
  static override styles = [
    ...partStyles,
    statusStyles,
    cardStyles,
    css`
      .proximity {
        display: grid;
        grid-template-columns: 112px minmax(0, 1fr);
        gap: var(--_space-3);
        align-items: center;
      }
      svg:not(.icon) {
        inline-size: 112px;
        block-size: 84px;
        display: block;
        direction: ltr;
        overflow: visible;
      }
      .ring {
        fill: var(--_surface-sunken);
        stroke: var(--_border-strong);
        stroke-dasharray: 3 3;
      }
      .home {
        fill: var(--_text-muted);
      }
      .line {
        fill: none;
        stroke: var(--_text-muted);
        stroke-width: 1.5;
      }
      .device {
        fill: var(--_text);
        stroke: var(--_surface);
        stroke-width: 2;
      }
      .diverged .line {
        stroke: var(--_caution);
      }
      .diverged .device {
        fill: var(--_caution);
      }
      .length {
        white-space: nowrap;
      }
      @container (inline-size < 20em) {
        .proximity {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (forced-colors: active) {
        .ring {
          fill: Canvas;
          stroke: CanvasText;
        }
        .home {
          fill: CanvasText;
        }
        .line,
        .diverged .line {
          stroke: CanvasText;
        }
        .device,
        .diverged .device {
          fill: Highlight;
          stroke: Canvas;
        }
      }
    `,
  ];

  override readonly partId = 'proximity';

  /** What is shown; absent while it loads. */
  @property({attribute: false}) verification: Verification | undefined;

  /** Whether everything that speaks of the face match stays covered. */
  @property({type: Boolean}) covered = false;

  protected override render(): TemplateResult {
    const {words} = this;
    const signal = this.verification?.score_breakdown?.geolocation;
    if (!signal) return html``;
    const proximity = proximityOf(signal);
    const status = statusOf('proximity', proximity.state);
    return html`<div class="card">
      <div class="row spread">
        <h2 class="subheading">${words.of('distance.title')}</h2>
        ${proximity.state === 'diverged' ? renderTag(status, words) : nothing}
      </div>
      ${
        proximity.distance === undefined
          ? html`<p>${renderMark(status, words)}</p>
              <p class="key">
                ${words.of(proximity.state === 'unavailable' ? 'distance.not-shared' : 'distance.not-known')}
                ${words.of('distance.no-score')}
              </p>`
          : this.renderDistance(
              {...proximity, distance: proximity.distance},
              signal.declared && signal.device ? bearing(signal.declared, signal.device) : undefined,
            )
      }
    </div>`;
  }

  private renderDistance(
    proximity: Proximity & {readonly distance: number},
    degrees: number | undefined,
  ): TemplateResult {
    const {words} = this;
    const {distance, limit} = lengths(proximity, words);
    const length = (text: string, strong = false) =>
      html`<bdi class=${strong ? 'length strong' : 'length'}>${text}</bdi>`;
    return html`<div class="proximity">
      ${renderProximity(proximity, degrees, inWords(proximity, {distance, limit}, degrees, words))}
      <div class="stack tight">
        <span class="muted"
          >${renderPhrase(words, 'distance.from', {distance: html`<span class="said">${length(distance, true)}</span>`})}</span
        >
        <span class="key"
          >${
            limit === undefined
              ? words.of('distance.no-limit')
              : renderPhrase(words, 'distance.limit', {limit: length(limit)})
          }
          ${words.of('distance.legend')} ${words.of('distance.no-score')}</span
        >
      </div>
    </div>`;
  }
}

const kilometres = (km: number, digits: number, {locale}: Words): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: digits,
  }).format(km);

/** Distance and limit, written so exactly that the one that is greater also reads so. */
export function lengths(
  {distance, threshold}: {readonly distance: number; readonly threshold: number | undefined},
  words: Words,
): {readonly distance: string; readonly limit: string | undefined} {
  const isClose = (digits: number): boolean =>
    threshold !== undefined &&
    distance !== threshold &&
    Number(distance.toFixed(digits)) === Number(threshold.toFixed(digits));
  let digits = distance < 10 ? 1 : 0;
  while (digits < 6 && isClose(digits)) digits++;
  return {
    distance: kilometres(distance, digits, words),
    limit: threshold === undefined ? undefined : kilometres(threshold, Math.max(digits, 1), words),
  };
}

/** What the picture shows, for those who do not see it. */
function inWords(
  {state}: Proximity,
  {distance, limit}: {readonly distance: string; readonly limit: string | undefined},
  degrees: number | undefined,
  words: Words,
): string {
  const what =
    limit === undefined
      ? words.of('distance.away', {distance})
      : words.of(state === 'diverged' ? 'distance.outside' : 'distance.inside', {limit});
  return degrees === undefined
    ? what
    : words.of('distance.towards', {what, direction: words.of(`compass.${directionOf(degrees)}`)});
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-proximity-card': ProximityCard;
  }
}
