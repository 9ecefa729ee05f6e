import {css} from 'lit';
import {buttonStyles} from '../../ui/controls.styles.js';
import {partStyles} from '../../ui/host.styles.js';
import {questionStyles} from '../../ui/machine.styles.js';
import {panelStyles, sectionStyles} from '../../ui/panels.styles.js';
import {noticeStyles, stateStyles} from '../../ui/states.styles.js';
import {statusStyles} from '../../ui/status.styles.js';
import {valueStyles} from '../../ui/values.styles.js';

export const questionnairesSectionStyles = [
  ...partStyles,
  sectionStyles,
  panelStyles,
  buttonStyles,
  noticeStyles,
  stateStyles,
  statusStyles,
  questionStyles,
  valueStyles,
  css`
    /* What was typed in several lines is read in several lines. */
    dd bdi {
      white-space: pre-line;
    }
  `,
];
