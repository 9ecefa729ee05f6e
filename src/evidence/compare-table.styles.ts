import {css} from 'lit';

export const compareTableStyles = css`
  @container (inline-size >= 45.7em) {
    .compare :is(td, th) {
      padding-inline: 8px;
    }
    .compare :is(.is-differing, .is-close) > :first-child {
      padding-inline-start: 5px;
    }
  }
  .compare .sign {
    line-height: 1.7;
  }
  .compare .is-chosen .field {
    font-weight: var(--_weight-strong);
    text-decoration-style: solid;
  }
`;
