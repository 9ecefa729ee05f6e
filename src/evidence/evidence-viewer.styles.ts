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
  .evidence .panes {
    align-items: center;
  }
  @container (640px <= inline-size < 1280px) {
    .panes.several {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media (pointer: coarse) {
    .evidence .button.only {
      inline-size: 44px;
    }
  }
`;
