import {css} from 'lit';

/** Tables, and how their rows become two lines in a narrow container (class `stackable`; such tables carry their roles in markup). */
export const tableStyles = css`
  .scroll {
    position: relative;
    overflow-x: auto;
    scrollbar-width: thin;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    inline-size: 100%;
    font-size: var(--_text-s);
  }
  caption {
    text-align: start;
  }
  th {
    text-align: start;
    font-size: var(--_text-xs);
    font-weight: var(--_weight-strong);
    color: var(--_text-muted);
    background-color: var(--_surface-sunken);
    padding-block: 6px;
    padding-inline: 10px;
    border-block-end: 1px solid var(--_border);
    vertical-align: bottom;
  }
  tbody th {
    background-color: transparent;
    color: var(--_text);
    font-weight: var(--_weight);
    vertical-align: baseline;
  }
  td,
  tbody th {
    padding-block: 6px;
    padding-inline: 10px;
    border-block-end: 1px solid var(--_border);
    vertical-align: baseline;
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  tbody tr:hover > * {
    background-color: var(--_surface-hover);
  }
  th.end,
  td.end {
    text-align: end;
  }
  th .sort {
    font: inherit;
    color: inherit;
    background-color: transparent;
    border: 0;
    padding: 0;
    min-block-size: 24px;
    display: inline-flex;
    gap: 4px;
    align-items: center;
    cursor: pointer;
  }
  th .sort .icon {
    inline-size: 12px;
    block-size: 12px;
  }
  th[aria-sort] {
    color: var(--_text);
  }
  /* A word is broken only where a column cannot be wider; a table that is wider than its frame scrolls. */
  td,
  th {
    overflow-wrap: break-word;
  }
  @container (inline-size < 45.7em) {
    .stackable thead,
    .stackable .blank {
      display: none !important;
    }
    .stackable,
    .stackable tbody {
      display: block;
    }
    .stackable tr {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 2px 10px;
      padding-block: 8px;
      padding-inline: 10px;
      border-block-end: 1px solid var(--_border);
    }
    .stackable tr:last-child {
      border-block-end: 0;
    }
    .stackable td,
    .stackable tbody th {
      padding: 0;
      border: 0;
      display: block;
      overflow-wrap: anywhere;
    }
    .stackable .span {
      grid-column: 1 / -1;
    }
    /* The currency stands below a sum that is too long; the digits stay together. */
    .stackable .amount {
      white-space: normal;
    }
    .stackable [data-label]::before {
      content: attr(data-label) ' ';
      color: var(--_text-muted);
      font-size: var(--_text-xs);
      font-weight: var(--_weight);
    }
  }
  /* Large letters on a small screen: one cell below the other. */
  @container (inline-size < 18em) {
    .stackable tr {
      grid-template-columns: minmax(0, 1fr) !important;
    }
    .stackable tr > * {
      grid-area: auto / 1 !important;
      max-inline-size: none !important;
      text-align: start !important;
    }
  }
  @media print {
    .scroll {
      overflow: visible;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
