import {css} from 'lit';

/** The widths of the columns are given, in letters, so that they stay while other rows scroll into view. */
export const styles = css`
  .hash {
    display: flex;
    gap: 4px;
    align-items: start;
    overflow-wrap: anywhere;
    font-size: var(--_text-xs);
  }
  .hash summary {
    cursor: pointer;
    min-block-size: 24px;
    align-content: center;
  }
  .provider {
    display: inline-flex;
    gap: 4px;
    max-inline-size: 100%;
    align-items: start;
    vertical-align: top;
  }
  .provider .icon {
    margin-block-start: 2px;
    color: var(--_text-muted);
  }
  @container (inline-size >= 45.7em) {
    .travel {
      table-layout: fixed;
      min-inline-size: 84.9em;
    }
    .travel th:nth-child(1) {
      inline-size: 12.7em;
    }
    .travel th:nth-child(2) {
      inline-size: 8em;
    }
    .travel th:nth-child(6) {
      inline-size: 16em;
    }
    .travel th:nth-child(7) {
      inline-size: 12.4em;
    }
    .travel th:nth-child(8) {
      inline-size: 12.4em;
    }
  }
  @container (45.7em <= inline-size < 82.2em) {
    .travel tr > :first-child {
      position: sticky;
      inset-inline-start: 0;
      background-color: var(--_surface);
      border-inline-end: 1px solid var(--_border);
    }
  }
  @container (45.7em <= inline-size < 82.2em) {
    .travel tr.gap > :first-child {
      border: 0;
    }
    .travel thead tr > :first-child {
      background-color: var(--_surface-sunken);
      z-index: calc(var(--_layer-sticky) + 1);
    }
  }
  @container (inline-size < 45.7em) {
    .travel td:nth-child(2),
    .travel .state {
      text-align: end;
    }
    .travel .end {
      text-align: start;
    }
    .travel .state {
      max-inline-size: 60cqi;
    }
  }
`;
