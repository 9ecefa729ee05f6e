import {css} from 'lit';
import {buttonStyles} from '../../ui/controls.styles.js';
import {evidenceStyles} from '../../ui/evidence.styles.js';
import {partStyles} from '../../ui/host.styles.js';
import {valueStyles} from '../../ui/values.styles.js';

export const callPlayerStyles = [
  ...partStyles,
  buttonStyles,
  evidenceStyles,
  valueStyles,
  css`
    .picture {
      display: grid;
      gap: var(--_space-3);
      place-items: center;
      grid-template-columns: minmax(0, 1fr);
      align-content: center;
      aspect-ratio: 16 / 9;
      max-block-size: 60vh;
      padding: var(--_space-3);
      text-align: center;
    }
    .picture.sound {
      aspect-ratio: auto;
      min-block-size: 96px;
    }
    audio,
    video {
      inline-size: 100%;
      max-block-size: 100%;
    }
    .player .tools {
      gap: var(--_space-2);
      border-block-end: 0;
      border-block-start: 1px solid rgb(255 255 255 / 0.14);
    }
    .speed {
      display: inline-flex;
      gap: 6px;
      align-items: center;
    }
    .speed select {
      font: inherit;
      color: inherit;
      background-color: var(--_evidence);
      border: 1px solid rgb(255 255 255 / 0.5);
      border-radius: var(--_radius-s);
      min-block-size: 24px;
    }
    @media (pointer: coarse) {
      .speed select {
        min-block-size: 44px;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
];
