import {css} from 'lit';

/** The widths of the columns are given, so that they stay while other rows scroll into view. */
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
  @container (inline-size >= 640px) {
    .tx {
      table-layout: fixed;
      min-inline-size: 908px;
    }
    .tx th:nth-child(1) {
      inline-size: 150px;
    }
    .tx th:nth-child(3) {
      inline-size: 104px;
    }
    .tx th:nth-child(4) {
      inline-size: 148px;
    }
    .tx th:nth-child(5) {
      inline-size: 118px;
    }
    .tx th:nth-child(6) {
      inline-size: 144px;
    }
  }
  @container (640px <= inline-size < 960px) {
    .tx {
      min-inline-size: 1008px;
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
