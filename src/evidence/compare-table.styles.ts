import {css} from 'lit';

export const compareTableStyles = css`
  .compare .sign {
    line-height: 1.7;
  }
  .compare .is-chosen .field {
    font-weight: var(--_weight-strong);
    text-decoration-style: solid;
  }
`;
