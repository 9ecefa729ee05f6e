import {css} from 'lit';

/** Buttons. Approve and Reject are equal in everything but the tint of their icon. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: var(--_control);
    padding-inline: 12px;
    padding-block: 4px;
    font: inherit;
    font-weight: var(--_weight-strong);
    line-height: 1.2;
    color: var(--_text);
    background-color: var(--_surface);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    cursor: pointer;
    transition: background-color var(--_motion-fast) var(--_ease);
  }
  .button:hover {
    background-color: var(--_surface-hover);
  }
  .button.primary {
    background-color: var(--_accent);
    color: var(--_on-accent);
    border-color: var(--_accent);
  }
  .button.quiet {
    border-color: transparent;
    background-color: transparent;
    color: var(--_accent);
    padding-inline: 8px;
  }
  .button.quiet:hover {
    background-color: var(--_surface-hover);
  }
  .button.only {
    padding: 0;
    inline-size: 28px;
    min-block-size: 28px;
    border-color: transparent;
    background-color: transparent;
    color: var(--_text-muted);
  }
  .button.only:hover {
    background-color: var(--_surface-hover);
    color: var(--_text);
  }
  .button.approve .icon {
    color: var(--_positive);
  }
  .button.reject .icon {
    color: var(--_negative);
  }
  .button.fill-positive {
    background-color: var(--_positive);
    color: var(--_on-positive);
    border-color: var(--_positive);
  }
  .button.fill-negative {
    background-color: var(--_negative);
    color: var(--_on-negative);
    border-color: var(--_negative);
  }
  .button.small {
    min-block-size: 28px;
    padding-inline: 8px;
    font-size: var(--_text-s);
  }
  .button[aria-disabled='true'] {
    color: var(--_text-muted);
    background-color: var(--_surface-sunken);
    border-color: var(--_border);
    border-style: dashed;
    cursor: not-allowed;
  }
  .button[aria-disabled='true'] .icon {
    color: inherit;
  }

  .button[aria-pressed='true'] {
    background-color: var(--_surface-selected);
  }
  @media (pointer: coarse) {
    .button.button {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .button[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }
    .button[aria-pressed='true'] {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
  @media print {
    .button {
      display: none;
    }
  }
`;

/** Links. */
export const linkStyles = css`
  a {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
    /* Within a line it takes no room, but a press beside the letters finds the link. */
    padding-block: 4px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
`;
