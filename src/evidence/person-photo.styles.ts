import {css} from 'lit';
import {partStyles} from '../ui/host.styles.js';
import {stateStyles} from '../ui/states.styles.js';

export const personPhotoStyles = [
  ...partStyles,
  stateStyles,
  css`
    :host {
      inline-size: 72px;
      block-size: 90px;
    }
    .frame {
      display: grid;
      place-items: center;
      inline-size: 100%;
      block-size: 100%;
      overflow: hidden;
      color: var(--_text-muted);
      background-color: var(--_surface-sunken);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      container-type: size;
    }
    .lost {
      display: grid;
      justify-items: center;
      gap: 2px;
      padding: 2px;
      font-size: 11px;
      line-height: 13px;
      text-align: center;
      overflow-wrap: anywhere;
    }
    /* A face beside a name has no room for a sentence; it is said all the same. */
    @container (inline-size < 60px) {
      .said {
        display: none;
      }
    }
    .frame .bone {
      block-size: 100%;
      border-radius: 0;
    }
    img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
      forced-color-adjust: none;
    }
  `,
];
