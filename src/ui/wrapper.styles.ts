import {cssText} from './css-text.js';

/**
 * A public element. The host page keeps the last word on `:host`; what a page's styles hand down by inheritance ends at
 * the wrapper `.review`, which takes back only what is meant to pass: direction, theme, visibility and the tokens.
 *
 * Its width decides what stands beside what, everywhere inside, and is asked for in its own letters: 45.7, 68.5 and 91.4 em
 * are 640, 960 and 1280 px at the usual size of 14 px. So text of twice the size finds the layout of half the width. Below
 * 18 em, which only large text on a small screen comes to, nothing stands beside anything.
 */
export const wrapperStyles = cssText`
  :host {
    display: block;
    min-inline-size: 0;
    isolation: isolate;
  }
  :host([hidden]) {
    display: none;
  }
  .review {
    all: initial;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    forced-color-adjust: inherit;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    display: block;
    inline-size: 100%;
    /* Words that are only heard stand out of the flow, and would lengthen the page behind a frame that scrolls. */
    position: relative;
    container: review / inline-size;
    /* What is drawn by its own width has none to offer: in a row or a dialog it would be nothing wide. */
    contain-intrinsic-inline-size: min(640px, 100vw);
    background-color: var(--_surface);
    color: var(--_text);
    font: var(--_weight) var(--_font-size) / var(--_leading) var(--_font);
    font-variant-numeric: var(--_numbers);
    text-align: start;
    overflow-wrap: anywhere;
  }
  /* Not by the host's attribute: a theme may also come as a property, or from a provider. */
  .review[data-theme='light'] {
    color-scheme: light;
  }
  .review[data-theme='dark'] {
    color-scheme: dark;
  }
  .review[data-veiled] {
    visibility: hidden;
  }
  .again {
    visibility: visible;
    padding: var(--_space-4);
  }
  .review:lang(ar),
  .review:lang(th),
  .review:lang(hi) {
    line-height: 1.6;
  }
  @media print {
    :host {
      color-scheme: light;
    }
    .review,
    .review[data-theme] {
      color-scheme: light;
    }
  }
`;
