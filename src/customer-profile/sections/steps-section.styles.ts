import {css} from 'lit';
import {buttonStyles} from '../../ui/controls.styles.js';
import {partStyles} from '../../ui/host.styles.js';
import {panelStyles, sectionStyles} from '../../ui/panels.styles.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {statusStyles} from '../../ui/status.styles.js';
import {tableStyles} from '../../ui/tables.styles.js';
import {valueStyles} from '../../ui/values.styles.js';

export const stepsStyles = [
  ...partStyles,
  sectionStyles,
  panelStyles,
  buttonStyles,
  noticeStyles,
  stateStyles,
  statusStyles,
  tableStyles,
  valueStyles,
  css`
    .name .key {
      margin-inline-start: 4px;
    }
    @container (inline-size < 45.7em) {
      .steps.stackable tr {
        grid-template-columns: auto minmax(0, 1fr) auto;
      }
      .steps .name,
      .steps .status {
        grid-column: 2 / -1;
      }
      .steps .number {
        grid-row: 1;
      }
      .steps .status {
        grid-column: 2;
      }
      .steps .attempts {
        grid-column: 3;
      }
      .steps .span {
        grid-column: 2 / -1;
      }
    }
  `,
];
