import {css} from 'lit';
import {buttonStyles} from '../../ui/controls.styles.js';
import {partStyles} from '../../ui/host.styles.js';
import {machineStyles} from '../../ui/machine.styles.js';
import {statusStyles} from '../../ui/status.styles.js';
import {valueStyles} from '../../ui/values.styles.js';

export const machineSummaryStyles = [
  ...partStyles,
  buttonStyles,
  machineStyles,
  statusStyles,
  valueStyles,
  css`
    .machine ul {
      display: grid;
      gap: var(--_space-1);
    }
    .machine li {
      max-inline-size: 68ch;
    }
    .ref {
      font: inherit;
      font-size: 11px;
      font-variant-numeric: tabular-nums;
      line-height: 1;
      display: inline-block;
      min-inline-size: 16px;
      padding-block: 2px;
      padding-inline: 4px;
      margin-inline-start: 3px;
      text-align: center;
      white-space: nowrap;
      color: var(--_text-muted);
      background-color: transparent;
      border: 1px solid var(--_border);
      border-radius: 3px;
      unicode-bidi: isolate;
    }
    button.ref {
      color: var(--_accent);
      border-color: var(--_border-strong);
      cursor: pointer;
    }
    button.ref:hover {
      background-color: var(--_surface-hover);
    }
    @media (pointer: coarse) {
      button.ref {
        min-inline-size: 24px;
        min-block-size: 24px;
      }
    }
  `,
];
