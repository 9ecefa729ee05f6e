import {css} from 'lit';

/** Bars in and out over time, and the bar of a risk score. */
export const chartStyles = css`
  .chart {
    display: grid;
    gap: 4px;
  }
  .chart > svg {
    inline-size: 100%;
    block-size: 96px;
    display: block;
  }
  .chart .in {
    color: var(--_accent);
    fill: currentColor;
  }
  .chart .out {
    color: var(--_accent);
    fill: transparent;
    stroke: currentColor;
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .chart .axis {
    color: var(--_border-strong);
    stroke: currentColor;
    vector-effect: non-scaling-stroke;
  }
  .chart .flag {
    color: var(--_negative);
    fill: currentColor;
  }
  .chart .months {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_space-2);
    justify-content: space-between;
    font-size: var(--_text-xs);
    color: var(--_text-muted);
  }
  .chart:dir(rtl) > svg {
    transform: scaleX(-1);
  }
  .swatch {
    inline-size: 12px;
    block-size: 12px;
    flex: none;
    border: 1px solid var(--_accent);
    background-color: var(--_accent);
    display: inline-block;
  }
  .swatch.hollow {
    background-color: transparent;
  }
  .swatch .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .swatch.flag {
    border: 0;
    background-color: transparent;
    color: var(--_negative);
    inline-size: auto;
    block-size: auto;
    display: inline-flex;
  }
  .risk {
    display: inline-grid;
    grid-template-columns: 3ch auto;
    gap: 6px;
    align-items: center;
  }
  .risk svg {
    inline-size: 40px;
    block-size: 8px;
  }
  .risk rect {
    color: var(--_border);
    fill: currentColor;
  }
  .risk .on {
    color: var(--_text-muted);
    fill: currentColor;
  }
  .risk .on.is-caution {
    color: var(--_caution);
    fill: currentColor;
  }
  .risk .on.is-negative {
    color: var(--_negative);
    fill: currentColor;
  }
  .rule .icon {
    color: var(--_negative);
  }
  @media (forced-colors: active) {
    .chart .in {
      fill: CanvasText;
    }
    .chart .flag {
      fill: Highlight;
    }
  }
`;
