import {css} from 'lit';

export const documentsTabStyles = css`
  .bar .mark {
    font-size: var(--_text-s);
  }
`;
