import {css} from 'lit';

export const amlSectionStyles = css`
  .history > li + li {
    border-block-start: 1px solid var(--_border);
  }
  .history > li {
    padding-block: var(--_space-2);
  }
  /* Paper has no button to unfold: a database that is not named there looks as if it had not been searched. */
  @media not print {
    .only-paper {
      display: none;
    }
  }
`;
