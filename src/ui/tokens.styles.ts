import {css, type CSSResultGroup} from 'lit';
import {core} from './core.styles.js';

/** The design tokens: those that everything needs, and those that only the screens do. */
export const tokens: CSSResultGroup = [
  core,
  css`
    :host {
      --_surface-sunken: var(--review-surface-sunken, light-dark(#f4f6f7, #101316));
      --_surface-raised: var(--review-surface-raised, light-dark(#ffffff, #20262b));
      --_surface-hover: var(--review-surface-hover, light-dark(#eaeef0, #252c32));
      --_surface-selected: var(--review-surface-selected, light-dark(#e4eef3, #1b303b));
      --_accent: var(--review-accent, light-dark(#1c5a78, #86bfdc));
      --_on-accent: var(--review-on-accent, light-dark(#ffffff, #0b2431));
      --_focus: var(--review-focus, light-dark(#0b5bd3, #8ab8ff));
      --_scrim: var(--review-scrim, light-dark(rgb(20 26 31 / 0.45), rgb(0 0 0 / 0.6)));
      --_evidence: var(--review-evidence, light-dark(#2a3036, #0b0d0f));
      --_on-evidence: var(--review-on-evidence, light-dark(#f1f3f4, #e7eaed));
      --_on-positive: var(--review-on-positive, light-dark(#ffffff, #08230f));
      --_positive-soft: var(--review-positive-soft, light-dark(#e4f2e9, #16301f));
      --_on-positive-soft: var(--review-on-positive-soft, light-dark(#16502f, #a9dfbf));
      --_positive-border: var(--review-positive-border, light-dark(#9ccbaf, #34654a));
      --_caution-soft: var(--review-caution-soft, light-dark(#fbf0da, #352810));
      --_on-caution-soft: var(--review-on-caution-soft, light-dark(#683e00, #f0cf96));
      --_caution-border: var(--review-caution-border, light-dark(#dfbc78, #6f5626));
      --_on-negative: var(--review-on-negative, light-dark(#ffffff, #2f0704));
      --_negative-soft: var(--review-negative-soft, light-dark(#fae9e7, #3b1b18));
      --_on-negative-soft: var(--review-on-negative-soft, light-dark(#85190f, #f7beb7));
      --_negative-border: var(--review-negative-border, light-dark(#e4aea7, #7d3d37));
      --_neutral: var(--review-neutral, light-dark(#525d67, #a9b3bc));
      --_neutral-soft: var(--review-neutral-soft, light-dark(#ebeef0, #272e34));
      --_on-neutral-soft: var(--review-on-neutral-soft, light-dark(#3a444d, #cbd2d8));
      --_neutral-border: var(--review-neutral-border, light-dark(#bfc7cd, #4c565f));
      --_info: var(--review-info, light-dark(#2a5ca6, #93b8f0));
      --_info-soft: var(--review-info-soft, light-dark(#e7eefa, #1a2a44));
      --_on-info-soft: var(--review-on-info-soft, light-dark(#1d447d, #bcd3f7));
      --_info-border: var(--review-info-border, light-dark(#a9c1e6, #3a5481));
      --_font-mono: var(
        --review-font-mono,
        ui-monospace,
        'SF Mono',
        'Cascadia Mono',
        Menlo,
        Consolas,
        'Noto Sans Mono',
        'Liberation Mono',
        monospace
      );
      --_text-m: var(--review-text-m, calc(var(--_font-size) * 1.143));
      --_text-l: var(--review-text-l, calc(var(--_font-size) * 1.571));
      --_leading-tight: var(--review-leading-tight, 1.25);
      --_space-3: var(--review-space-3, calc(12px * var(--_density)));
      --_space-5: var(--review-space-5, calc(24px * var(--_density)));
      --_row: var(--review-row, calc(36px * var(--_density)));
      --_control: var(--review-control, max(28px, calc(32px * var(--_density))));
      --_radius: var(--review-radius, 6px);
      --_radius-s: var(--review-radius-s, calc(var(--_radius) * 0.667));
      --_radius-pill: var(--review-radius-pill, 999px);
      --_focus-width: var(--review-focus-width, 2px);
      --_focus-offset: var(--review-focus-offset, 2px);
      --_shadow-dialog: var(
        --review-shadow-dialog,
        0 12px 40px light-dark(rgb(20 30 38 / 0.22), rgb(0 0 0 / 0.65))
      );
      --_motion-fast: var(--review-motion-fast, 90ms);
      --_motion-slow: var(--review-motion-slow, 1600ms);
      --_ease: var(--review-ease, cubic-bezier(0.2, 0, 0, 1));
      --_layer-sticky: var(--review-layer-sticky, 1);
    }
    @media (prefers-reduced-motion: reduce) {
      :host {
        --_motion-fast: 0s;
        --_motion-slow: 0s;
      }
    }
    @media (forced-colors: active) {
      :host {
        --_accent: LinkText;
        --_focus: Highlight;
      }
    }
    @media print {
      :host {
        --_surface-sunken: #fff;
        --_surface-selected: #fff;
      }
    }
  `,
];
