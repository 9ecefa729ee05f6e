import {css} from 'lit';

/** The widths of the columns are given, in letters, so that they stay while other rows scroll into view. */
export const styles = css`
  .rules {
    gap: 2px var(--_space-2);
  }
  .rules .rule {
    white-space: normal;
    overflow-wrap: anywhere;
    align-items: baseline;
  }
  .rules .icon {
    align-self: center;
  }
  .tx thead th {
    vertical-align: middle;
  }
  @container (inline-size >= 45.7em) {
    .tx {
      table-layout: fixed;
      min-inline-size: 69.8em;
    }
    .tx th:nth-child(1) {
      inline-size: 12.5em;
    }
    .tx th:nth-child(3) {
      inline-size: 8.7em;
    }
    .tx th:nth-child(4) {
      inline-size: 12.4em;
    }
    .tx th:nth-child(5) {
      inline-size: 9.9em;
    }
    .tx th:nth-child(6) {
      inline-size: 12em;
    }
  }
  @container (45.7em <= inline-size < 68.5em) {
    .tx {
      min-inline-size: 77.5em;
    }
    .tx thead tr > :first-child {
      background-color: var(--_surface-sunken);
      z-index: calc(var(--_layer-sticky) + 1);
    }
    .tx tr.gap > :first-child {
      border: 0;
    }
  }
`;
