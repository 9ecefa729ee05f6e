import {css} from 'lit';

/** Declared values beside those that were found; the sign stands between what it judges. */
export const compareStyles = css`
  .compare thead th:nth-child(2),
  .compare thead th:nth-child(4) {
    inline-size: 28%;
  }
  .compare thead th {
    white-space: nowrap;
    overflow-wrap: normal;
  }
  .compare tbody th {
    color: var(--_text-muted);
    font-size: var(--_text-xs);
  }
  .compare .sign {
    white-space: nowrap;
    overflow-wrap: normal;
  }
  .compare .sign .mark {
    gap: 4px;
    font-size: var(--_text-xs);
  }
  .compare .is-differing > :first-child {
    border-inline-start: 3px solid var(--_negative);
    padding-inline-start: 7px;
    color: var(--_text);
    font-weight: var(--_weight-strong);
  }
  .compare .is-close > :first-child {
    border-inline-start: 3px solid var(--_caution);
    padding-inline-start: 7px;
    color: var(--_text);
    font-weight: var(--_weight-strong);
  }
  .compare .is-differing td,
  .compare .is-close td {
    background-color: var(--_surface);
  }
  .compare .is-chosen > :is(th, td) {
    background-color: var(--_surface-selected);
  }
  .compare td,
  .compare tbody th {
    vertical-align: top;
  }
  .compare .field {
    margin-block: -3px;
    font: inherit;
    color: inherit;
    background-color: transparent;
    border: 0;
    padding: 0;
    min-block-size: 24px;
    text-align: start;
    cursor: pointer;
    text-decoration: underline dotted 1px;
    text-underline-offset: 3px;
  }
  .odd {
    text-decoration: underline 2px;
    text-underline-offset: 3px;
    font-weight: var(--_weight-strong);
  }
  .cost,
  .score {
    direction: ltr;
    unicode-bidi: isolate;
  }
  .cost {
    white-space: nowrap;
    overflow-wrap: normal;
    font-weight: var(--_weight-strong);
    color: var(--_negative);
  }
  @container (inline-size < 45.7em) {
    .compare.stackable tr {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .compare.stackable tr > :first-child {
      padding-inline-start: 0;
      border-inline-start: 0;
    }
    .compare.stackable tr.is-differing {
      border-inline-start: 3px solid var(--_negative);
      padding-inline-start: 7px;
    }
    .compare.stackable tr.is-close {
      border-inline-start: 3px solid var(--_caution);
      padding-inline-start: 7px;
    }
    .compare.stackable [data-label]::before {
      display: block;
      content: attr(data-label);
    }
    .compare.stackable td.end {
      grid-column: 1 / -1;
      text-align: start;
    }
    .compare.stackable td.end::before {
      display: inline;
      content: attr(data-label) ' ';
    }
    .compare.stackable tr.is-chosen {
      background-color: var(--_surface-selected);
    }
    .compare.stackable .sign {
      text-align: end;
      grid-row: 1;
      grid-column: 2;
    }
  }
  @container (inline-size < 18em) {
    .compare.stackable .sign {
      white-space: normal;
    }
  }
  @container (inline-size >= 45.7em) {
    .compare tbody th {
      white-space: nowrap;
      overflow-wrap: normal;
    }
  }
`;
