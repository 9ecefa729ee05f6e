import {css} from 'lit';
import {buttonStyles} from '../../ui/controls.styles.js';
import {partStyles} from '../../ui/host.styles.js';
import {factStyles, panelStyles, sectionStyles} from '../../ui/panels.styles.js';
import {stateStyles} from '../../ui/states.styles.js';
import {statusStyles} from '../../ui/status.styles.js';
import {valueStyles} from '../../ui/values.styles.js';

export const infoStyles = [
  ...partStyles,
  sectionStyles,
  panelStyles,
  factStyles,
  buttonStyles,
  stateStyles,
  statusStyles,
  valueStyles,
  css`
    .who {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space-4);
      align-items: start;
    }
    @container (inline-size >= 45.7em) {
      .who {
        grid-template-columns: auto minmax(0, 1fr);
      }
    }
    @container (68.5em <= inline-size < 85.7em) {
      .who .facts.three {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    .who .bone.face {
      inline-size: 72px;
      block-size: 90px;
    }
    .second {
      display: block;
    }
    dd .mark {
      margin-block-start: 2px;
    }
  `,
];
