import {css} from 'lit';

/** What the automated checks of a document found, in a line that wraps. */
export const checkStyles = css`
  .checks {
    font-size: var(--_text-xs);
  }
  .checks li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    align-items: baseline;
  }
  .checks .mark {
    white-space: normal;
  }
`;
