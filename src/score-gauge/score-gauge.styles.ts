import {cssText} from '../ui/css-text.js';

export const styles = cssText`
  * {
    box-sizing: border-box;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .strong {
    font-weight: var(--_weight-strong);
  }
  .small,
  .key {
    font-size: var(--_text-xs);
  }
  .key {
    color: var(--_text-muted);
    font-weight: var(--_weight);
  }
  .nowrap {
    white-space: nowrap;
  }
  .gauge {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_space-1) var(--_space-4);
    align-items: center;
  }
  .dial {
    inline-size: calc(var(--_text-xl) * 4);
    block-size: calc(var(--_text-xl) * 2.5);
    display: block;
    overflow: visible;
  }
  .track {
    stroke: var(--_border);
  }
  .tick {
    stroke: var(--_text-muted);
  }
  .fill.good {
    stroke: var(--_positive);
  }
  .fill.fair {
    stroke: var(--_caution);
  }
  .fill.poor {
    stroke: var(--_negative);
  }
  .none {
    stroke: var(--_border-strong);
  }
  .value {
    font-size: 32px;
    font-weight: var(--_weight-strong);
    fill: var(--_text);
    letter-spacing: -0.02em;
  }
  .value.long {
    font-size: 20px;
  }
  .scale {
    font-size: 11px;
    fill: var(--_text-muted);
  }
  .said {
    display: grid;
    gap: 2px;
  }
  .cost,
  .number {
    font-variant-numeric: var(--_numbers);
  }
  .deductions {
    display: grid;
    grid-column: 1 / -1;
    font-size: var(--_text-s);
    border-block-start: var(--_line) solid var(--_border);
    margin-block-start: var(--_space-2);
  }
  .deductions li {
    display: grid;
    grid-template-columns: 3.4em minmax(0, 1fr) auto;
    gap: var(--_space-2);
    padding-block: 5px;
    align-items: baseline;
    border-block-end: var(--_line) solid var(--_border);
  }
  .deductions li:last-child {
    border-block-end: 0;
  }
  .deductions .total {
    font-weight: var(--_weight-strong);
  }
  .cost {
    text-align: end;
    white-space: nowrap;
    font-weight: var(--_weight-strong);
    color: var(--_negative);
  }
  .total .cost {
    color: inherit;
  }
  .of {
    display: block;
  }
  @container (inline-size < 18.5em) {
    .gauge {
      grid-template-columns: minmax(0, 1fr);
    }
    .deductions li {
      grid-template-columns: 3.4em minmax(0, 1fr);
      row-gap: 0;
    }
    .nowrap {
      grid-column: 2;
      white-space: normal;
    }
  }
  @media (forced-colors: active) {
    .track {
      stroke-width: 2px;
    }
    .fill.good,
    .fill.fair,
    .fill.poor {
      stroke: Highlight;
    }
    .cost {
      color: CanvasText;
    }
    /* Unlike colours of text, what fills a shape is left as it is. */
    .value,
    .scale {
      fill: CanvasText;
    }
  }
`;
