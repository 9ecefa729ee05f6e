import {css} from 'lit';

export const documentsTabStyles = css`
  .bar .mark {
    font-size: var(--_text-s);
  }
  .covered {
    display: flex;
    gap: 8px;
    align-items: baseline;
  }
  .covered .icon {
    align-self: center;
  }
`;
