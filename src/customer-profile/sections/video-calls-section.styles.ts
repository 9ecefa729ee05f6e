import {css} from 'lit';
import {buttonStyles} from '../../ui/controls.styles.js';
import {partStyles} from '../../ui/host.styles.js';
import {panelStyles, sectionStyles} from '../../ui/panels.styles.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {statusStyles} from '../../ui/status.styles.js';
import {tableStyles} from '../../ui/tables.styles.js';
import {valueStyles} from '../../ui/values.styles.js';

export const videoCallsSectionStyles = [
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
    .calls .mark {
      white-space: normal;
      overflow-wrap: inherit;
      align-items: start;
    }
    .calls .mark > .icon {
      margin-block-start: 2px;
    }
    /* Firefox finds no room for the last line where several lines stand on the baseline of their neighbours. */
    .calls .span {
      vertical-align: top;
    }
    @container (inline-size < 45.7em) {
      .calls .recording {
        grid-row: 1 / span 2;
        grid-column: 2;
        align-self: center;
      }
      .calls .status {
        grid-column: 1;
      }
      .calls .agent {
        grid-column: 1;
      }
    }
  `,
];
