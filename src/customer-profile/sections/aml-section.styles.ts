import {css} from 'lit';

export const amlSectionStyles = css`
  .history > li + li {
    border-block-start: 1px solid var(--_border);
  }
  .history > li {
    padding-block: var(--_space-2);
  }
`;
