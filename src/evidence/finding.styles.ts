import {css} from 'lit';

/** An entry on a list, and what can be unfolded. */
export const findingStyles = css`
  .finding > header {
    gap: var(--_space-1) var(--_space-2);
  }
  .finding .facts.lines > div {
    grid-template-columns: clamp(6.9em, 34%, 11.4em) minmax(0, 1fr);
  }
  @container (inline-size < 18em) {
    .finding .facts.lines > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .finding dd > .icon {
    vertical-align: -2px;
  }
  details > summary {
    cursor: pointer;
    min-block-size: 24px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-2);
    list-style: none;
    border-radius: var(--_radius-s);
  }
  details > summary::-webkit-details-marker {
    display: none;
  }
  details > summary > .icon {
    transition: transform var(--_motion-fast) var(--_ease);
  }
  details[open] > summary > .icon:first-child {
    transform: rotate(180deg);
  }
  details > .stack {
    padding-block-start: var(--_space-2);
  }
  @media (prefers-reduced-motion: reduce) {
    details > summary > .icon {
      transition: none;
    }
  }
  @media (pointer: coarse) {
    details > summary {
      min-block-size: 44px;
    }
  }
`;
