import {css, type CSSResultGroup} from 'lit';
import {wrapper} from './core.styles.js';

/** What every shadow root of this library starts from: boxes, headings, utilities, icons and the focus ring. */
export const baseStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  .title {
    font-size: var(--_text-l);
    font-weight: var(--_weight-strong);
    line-height: var(--_leading-tight);
    letter-spacing: -0.01em;
  }
  h1:lang(ar),
  .title:lang(ar) {
    letter-spacing: 0;
  }
  .heading {
    font-size: var(--_text-m);
    font-weight: var(--_weight-strong);
    line-height: var(--_leading-tight);
    letter-spacing: 0;
  }
  .subheading {
    font-size: var(--_font-size);
    font-weight: var(--_weight-strong);
    letter-spacing: 0;
    line-height: inherit;
  }
  .muted {
    color: var(--_text-muted);
  }
  .small {
    font-size: var(--_text-xs);
  }
  .strong {
    font-weight: var(--_weight-strong);
  }
  .mono {
    font-family: var(--_font-mono);
    font-size: 0.93em;
  }
  .end {
    text-align: end;
  }
  .nowrap {
    white-space: nowrap;
    overflow-wrap: normal;
  }
  .pre {
    white-space: pre-line;
  }
  @container (inline-size < 18em) {
    .nowrap {
      white-space: normal;
    }
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    inline-size: 16px;
    block-size: 16px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon .f {
    fill: currentColor;
    stroke: none;
  }
  @media (forced-colors: active) {
    /* Browsers leave drawings their own colours here, which the page behind them was not chosen for. */
    .icon {
      color: inherit !important;
    }
  }
  .icon.l {
    inline-size: 20px;
    block-size: 20px;
  }
  :dir(rtl) > .icon.flip {
    transform: scaleX(-1);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
  }
  .row.loose {
    gap: var(--_space-2) var(--_space-4);
  }
  .spread {
    justify-content: space-between;
  }
  .push {
    margin-inline-start: auto;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    align-content: start;
  }
  .stack.tight {
    gap: var(--_space-1);
  }
  .stack.wide {
    gap: var(--_space-4);
  }
  @media print {
    /* A grid does not grow by what a new page pushes down: what follows would be printed over it. */
    .stack {
      display: flex;
      flex-direction: column;
    }
  }
  .key {
    color: var(--_text-muted);
    font-size: var(--_text-xs);
    font-weight: var(--_weight);
  }
  .fresh {
    background-color: var(--_info-soft);
    outline: 2px solid var(--_info-soft);
    border-radius: 2px;
  }
  :lang(ar),
  :lang(th),
  :lang(hi) {
    line-height: 1.6;
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: var(--_focus-offset);
    border-radius: var(--_radius-s);
  }
`;

/** A public element that is a whole screen. */
export const hostStyles: CSSResultGroup = [
  wrapper,
  css`
    .inner {
      padding: var(--_space-4);
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space-5);
    }
    @container (inline-size >= 45.7em) {
      .inner {
        padding: var(--_space-5);
      }
    }
  `,
];

/** An element inside a public element; it inherits tokens and type from there. */
export const partStyles = [
  css`
    :host {
      display: block;
      min-inline-size: 0;
    }
    :host([hidden]) {
      display: none;
    }
    /* What is reached by key comes to stand below the bar of the screen. */
    :focus-visible {
      scroll-margin-block-start: calc(4 * var(--_font-size));
    }
  `,
  baseStyles,
];
