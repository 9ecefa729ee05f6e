import {css} from 'lit';

export const styles = css`
  dialog {
    inline-size: calc(100% - 16px);
    max-inline-size: 34.3em;
    max-block-size: calc(100dvb - 16px);
    margin: auto;
    padding: var(--_space-5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow-dialog);
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background-color: var(--_scrim);
  }
  .title {
    font-size: var(--_text-m);
    font-weight: var(--_weight-strong);
    line-height: var(--_leading-tight);
    overflow-wrap: anywhere;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    justify-content: flex-end;
    margin-block-start: var(--_space-2);
  }
  .buttons .button {
    min-inline-size: 96px;
    /* What has no room stands below; its words stay whole. */
    overflow-wrap: break-word;
  }
  textarea,
  .button:not([class*='fill-'], .primary) {
    background-color: var(--_surface-raised);
  }
  /* Its words change at once, so its fill does too. */
  .buttons .button {
    transition: none;
  }
  /* While it is only too early, it keeps the look of what it will be. */
  .button.arming[aria-disabled='true'] {
    border-style: solid;
    color: var(--_text-muted);
    background-color: var(--_surface-sunken);
    border-color: var(--_border-strong);
  }
  .too-long {
    color: var(--_negative);
    font-weight: var(--_weight-strong);
  }
  @media (max-width: 639px) {
    dialog {
      max-inline-size: none;
      padding: var(--_space-4);
    }
    .buttons .button {
      flex: 1 1 0;
    }
  }
  @media (pointer: coarse) {
    .buttons .button {
      min-block-size: 44px;
    }
  }
`;
