import {cssText} from './css-text.js';

/**
 * The design tokens that every public element needs, also the small one that stands alone. A host sets `--review-*`; here each is read, with its default, into a private name, and everything
 * below a public element uses the private names alone. Nothing named `--review-*` is declared here, or it would win over
 * what the page sets. The size of type is not relative to the page's root, because many pages give that another meaning.
 * Both themes stand in one `light-dark()`, so that `color-scheme` alone decides.
 */
export const coreTokens = cssText`
  :host {
    --_surface: var(--review-surface, light-dark(#ffffff, #171b1f));
    --_text: var(--review-text, light-dark(#1a2127, #e7eaed));
    --_text-muted: var(--review-text-muted, light-dark(#515c66, #a9b3bc));
    --_border: var(--review-border, light-dark(#d8dde1, #333b42));
    --_border-strong: var(--review-border-strong, light-dark(#76818a, #7d8892));
    --_positive: var(--review-positive, light-dark(#1d6b40, #7fcb9f));
    --_caution: var(--review-caution, light-dark(#8a5200, #e5b566));
    --_negative: var(--review-negative, light-dark(#a82a20, #f0978d));
    --_font: var(
      --review-font,
      -apple-system,
      BlinkMacSystemFont,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Helvetica Neue',
      Arial,
      system-ui,
      sans-serif
    );
    --_font-size: var(--review-font-size, 14px);
    --_text-xs: var(--review-text-xs, calc(var(--_font-size) * 0.857));
    --_text-s: var(--review-text-s, calc(var(--_font-size) * 0.929));
    --_text-xl: var(--review-text-xl, calc(var(--_font-size) * 2.286));
    --_leading: var(--review-leading, 1.45);
    --_weight: var(--review-weight, 400);
    --_weight-strong: var(--review-weight-strong, 600);
    --_numbers: var(--review-numbers, tabular-nums lining-nums);
    --_density: var(--review-density, 1);
    --_space-1: var(--review-space-1, 4px);
    --_space-2: var(--review-space-2, 8px);
    --_space-4: var(--review-space-4, calc(16px * var(--_density)));
    --_line: var(--review-line, 1px);
  }
  @media (prefers-contrast: more) {
    :host {
      --_border: var(--_border-strong);
      --_text-muted: var(--_text);
    }
  }
  @media (forced-colors: active) {
    :host {
      --_border: CanvasText;
      --_border-strong: CanvasText;
      --_text-muted: CanvasText;
    }
  }
  /* A dark brand given as plain colours would stand half on white. */
  @media print {
    :host {
      --_surface: #fff;
      --_text: #000;
      --_text-muted: #515c66;
      --_positive: #1d6b40;
      --_caution: #8a5200;
      --_negative: #a82a20;
    }
  }
`;
