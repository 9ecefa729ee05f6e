import {css} from 'lit';

/** One reserved place, one tone, one sentence, at most one button. */
export const noticeStyles = css`
  .notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 10px;
    align-items: start;
    padding-block: 10px;
    padding-inline: 12px;
    border: 1px solid var(--_neutral-border);
    border-radius: var(--_radius);
    background-color: var(--_neutral-soft);
    color: var(--_text);
  }
  .notice > .icon {
    margin-block-start: 2px;
    color: var(--_neutral);
  }
  .notice .body {
    display: grid;
    gap: 4px;
    grid-template-columns: minmax(0, 1fr);
  }
  .notice .row {
    margin-block-start: 4px;
  }
  .notice.is-info {
    background-color: var(--_info-soft);
    border-color: var(--_info-border);
  }
  .notice.is-info > .icon {
    color: var(--_info);
  }
  .notice.is-caution {
    background-color: var(--_caution-soft);
    border-color: var(--_caution-border);
  }
  .notice.is-caution > .icon {
    color: var(--_caution);
  }
  .notice.is-negative {
    background-color: var(--_negative-soft);
    border-color: var(--_negative-border);
  }
  .notice.is-negative > .icon {
    color: var(--_negative);
  }
  .notice.is-positive {
    background-color: var(--_positive-soft);
    border-color: var(--_positive-border);
  }
  .notice.is-positive > .icon {
    color: var(--_positive);
  }
  .notice.strip {
    border-radius: 0;
    border-inline: 0;
  }
`;

/** What stands where content would: skeletons, empty, failed. */
export const stateStyles = css`
  .bone {
    background-color: var(--_neutral-soft);
    border-radius: 3px;
    block-size: 12px;
    inline-size: 100%;
    animation: breathe var(--_motion-slow) ease-in-out infinite alternate;
  }
  .bone.w2 {
    inline-size: 22%;
  }
  .bone.w4 {
    inline-size: 42%;
  }
  .bone.w6 {
    inline-size: 64%;
  }
  .bone.w8 {
    inline-size: 84%;
  }
  .bone.tall {
    block-size: 22px;
  }
  .bone.block {
    block-size: 120px;
    border-radius: var(--_radius);
  }
  .bone.face {
    inline-size: 56px;
    block-size: 56px;
    flex: none;
  }
  @keyframes breathe {
    from {
      opacity: 1;
    }
    to {
      opacity: 0.55;
    }
  }
  .void {
    display: grid;
    gap: 6px;
    justify-items: center;
    text-align: center;
    padding-block: var(--_space-5);
    color: var(--_text-muted);
  }
  .void > .icon {
    inline-size: 24px;
    block-size: 24px;
  }
  .void .what {
    color: var(--_text);
    font-weight: var(--_weight-strong);
  }
  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .bone {
      background-color: transparent;
      border: 1px solid GrayText;
    }
  }
  .bones {
    overflow: hidden;
  }
  .bone-row {
    display: grid;
    grid-template-columns: 2fr 1fr 1fr;
    gap: var(--_space-3);
    align-items: center;
    min-block-size: var(--_row);
    padding-inline: 10px;
    border-block-end: 1px solid var(--_border);
  }
  .bone-row:last-child {
    border-block-end: 0;
  }
  .bone {
    display: block;
  }
`;
