import {css} from 'lit';

export const styles = css`
  .notices:empty {
    display: none;
  }
`;
