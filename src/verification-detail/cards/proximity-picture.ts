import {html, nothing, svg, type TemplateResult} from 'lit';
import type {Proximity} from '../../domain/geolocation.js';

/** Where the declared address stands on the picture. */
const home = {x: 56, y: 42};
/** The circle of the limit, and as far out as anything is drawn. */
const ring = 18;
const farthest = 34;
/** How far from the circle a device stays at least, so that inside and outside cannot be confused. */
const clear = 7;
/** Where the device stands when nobody knows the direction: a picture has to put it somewhere. */
const anyBearing = 50;

/** How far from the address the device is drawn: to scale as long as there is room, and never on the wrong side of the circle. */
export function drawnDistance({state, distance = 0, threshold}: Proximity): number {
  if (threshold === undefined) return distance === 0 ? 0 : 26;
  const scaled = threshold === 0 ? Infinity : (distance / threshold) * ring;
  return state === 'diverged'
    ? Math.min(Math.max(scaled, ring + clear), farthest)
    : Math.min(scaled, ring - clear);
}

/**
 * A picture of a distance against its limit: no map, and no map service. The words carry the numbers.
 *
 * @param degrees Clockwise from north, if it is known.
 */
export function renderProximity(
  proximity: Proximity,
  degrees: number | undefined,
  says: string,
): TemplateResult {
  const away = drawnDistance(proximity);
  const angle = ((degrees ?? anyBearing) * Math.PI) / 180;
  const x = round(home.x + away * Math.sin(angle));
  const y = round(home.y - away * Math.cos(angle));
  return html`<svg viewBox="0 0 112 84" role="img" aria-label=${says} class=${proximity.state}>
    ${
      proximity.threshold === undefined
        ? nothing
        : svg`<circle class="ring" cx=${home.x} cy=${home.y} r=${ring}></circle>`
    }
    ${svg`<path class="line" d=${`M${home.x} ${home.y}L${x} ${y}`}></path>
      <circle class="home" cx=${home.x} cy=${home.y} r="4"></circle>
      <path class="device" d=${`M${x} ${round(y - 6)}l6 6-6 6-6-6z`}></path>`}
  </svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
