import {css} from 'lit';

/** A way without an address looks like the others. */
export const wayStyles = css`
  .way {
    font: inherit;
    color: var(--_accent);
    background-color: transparent;
    border: 0;
    padding: 0;
    min-block-size: 24px;
    text-align: start;
    cursor: pointer;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  .way:hover {
    text-decoration-thickness: 2px;
  }
`;
