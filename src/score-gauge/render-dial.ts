import {nothing, svg, type SVGTemplateResult} from 'lit/html.js';
import {segmentFills} from '../domain/score.js';
import {arc, filledPart, stretches, tick} from './arc.js';
import type {GaugeReading} from './gauge-reading.js';

/** Beyond this many documents their parts could not be told apart, and the dial is one. */
const mostParts = 40;

/** The numbers of a dial, as they are written. */
export interface DialTexts {
  readonly value: string;
  readonly scale: string;
}

/** The dial: geometry by attributes only, since a strict policy allows no others. It does not mirror right to left. */
export function renderDial(reading: GaugeReading, texts: DialTexts): SVGTemplateResult {
  const size = texts.value.length > 5 ? 'value long' : 'value';
  return svg`
    <svg class="dial" part="dial" viewBox="0 0 128 80" aria-hidden="true" focusable="false">
      ${reading.score ? renderScale(reading, reading.score) : renderEmpty()}
      <text class=${size} part="value" x="64" y="64" text-anchor="middle" direction="ltr">${texts.value}</text>
      <text class="scale" x="64" y="78" text-anchor="middle" direction="ltr">${texts.scale}</text>
    </svg>
  `;
}

const renderEmpty = (): SVGTemplateResult =>
  svg`<path class="none" d=${arc({from: 0, to: 1})} fill="none" stroke-width="1.5" stroke-dasharray="3 4"></path>`;

function renderScale(
  {documents, maximum, bands}: GaugeReading,
  {raw, band}: NonNullable<GaugeReading['score']>,
): SVGTemplateResult {
  const known = documents.flatMap((each) => each.raw ?? []);
  // A document whose own score nobody knows has no part that could be drawn truthfully.
  const drawn = known.length === documents.length && known.length <= mostParts ? known : [];
  const parts = stretches(Math.max(1, drawn.length));
  const fills = segmentFills(drawn, raw, maximum);
  return svg`
    ${parts.map((each) => svg`<path class="track" d=${arc(each)} fill="none" stroke-width="10"></path>`)}
    ${[bands.fair, bands.good].map(
      (percent) => svg`<path class="tick" d=${tick(percent / 100)} stroke-width="1.5"></path>`,
    )}
    ${parts.map((each, at) => {
      const fill = fills[at] ?? 0;
      if (fill === 0) return nothing;
      const path = arc(filledPart(each, fill));
      return svg`<path class="fill ${band}" d=${path} fill="none" stroke-width="10"></path>`;
    })}
  `;
}
