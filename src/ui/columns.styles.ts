import {css} from 'lit';

/** Three parts of a document: list, viewer, fields. */
export const documentColumnStyles = css`
  @container (45.7em <= inline-size < 91.4em) {
    .three-part .panes {
      grid-template-columns: 1fr 1fr;
    }
    .three-part > :nth-child(3) {
      grid-column: 1 / -1;
    }
  }
  @container (inline-size >= 91.4em) {
    .cols.three-part {
      grid-template-columns: 14.9em minmax(0, 1fr) minmax(0, 1.3fr);
    }
  }
`;

/** How the rows of the steps stack. */
export const stepRowStyles = css`
  @container (inline-size < 45.7em) {
    .stackable.steps tr {
      grid-template-columns: 20px minmax(0, 1fr) auto;
    }
    .stackable.steps tbody th {
      grid-column: 2 / -1;
    }
    .stackable.steps td:nth-child(3) {
      grid-column: 2;
    }
    .stackable.steps .span {
      grid-column: 2 / -1;
    }
  }
`;

/** How the rows of the transactions stack, and keep their time in sight while they scroll sideways. */
export const transactionRowStyles = css`
  @container (inline-size < 45.7em) {
    .stackable.tx td:nth-child(even) {
      text-align: end;
    }
  }
  @container (45.7em <= inline-size < 68.5em) {
    .tx tr > :first-child {
      position: sticky;
      inset-inline-start: 0;
      background-color: var(--_surface);
      border-inline-end: 1px solid var(--_border);
    }
  }
`;
