import {css} from 'lit';
import {partStyles} from './host.styles.js';

export const printMarkStyles = [
  ...partStyles,
  css`
    :host {
      display: none;
    }
    p {
      font-size: var(--_text-xs);
      padding-block-end: var(--_space-2);
      border-block-end: 1px solid var(--_border-strong);
    }
    @media print {
      :host {
        display: block;
      }
    }
  `,
];
