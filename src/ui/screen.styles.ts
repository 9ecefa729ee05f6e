import {css} from 'lit';

/** The notices of a whole screen, and what stands there before the host has set it up. */
export const screenStyles = css`
  .notices:empty {
    display: none;
  }
  .waiting-line {
    position: sticky;
    inset-block-start: 48px;
    z-index: var(--_layer-sticky);
  }
  /* A host that sets its properties within a second never sees this. */
  .unconnected {
    animation: appear 0s 1s both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
    to {
      visibility: visible;
    }
  }
`;
