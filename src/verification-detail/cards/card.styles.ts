import {css} from 'lit';

/** A heading with something at the end of its line. */
export const cardStyles = css`
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }
  .quote {
    border-inline-start: 3px solid var(--_border);
    padding-inline-start: 10px;
    max-inline-size: 72ch;
  }
`;
