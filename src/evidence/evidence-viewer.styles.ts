import {css} from 'lit';

export const evidenceViewerStyles = css`
  .level {
    min-inline-size: 5ch;
    text-align: center;
  }
  .button.only[aria-disabled='true'] {
    color: inherit;
    opacity: 0.45;
    background: transparent;
    border-color: transparent;
  }
  .button.flat {
    color: inherit;
    background: transparent;
    border-color: transparent;
    font-weight: var(--_weight);
    font-size: var(--_text-xs);
  }
  .button.flat:hover,
  .evidence .button[aria-pressed='true'] {
    background: rgb(255 255 255 / 0.16);
    color: inherit;
  }
  .evidence .panes {
    align-items: center;
  }
  .evidence .absent {
    justify-items: center;
    min-block-size: 160px;
    font-size: var(--_text-xs);
  }
  /* Faces are as large as each other, also where they stand one above the other. */
  :host([filling]) .panes {
    --_beside: var(--_together);
  }
  @container (45.7em <= inline-size < 91.4em) {
    .panes.several {
      --_beside: var(--_together);
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @container (inline-size >= 45.7em) {
    :host([wide]) .panes.several {
      --_beside: var(--_together);
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media (pointer: coarse) {
    .evidence .button.only {
      inline-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .evidence {
      border: 1px solid CanvasText;
    }
  }
`;
