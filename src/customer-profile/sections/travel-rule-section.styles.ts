import {css} from 'lit';

/** The widths of the columns are given, so that they stay while other rows scroll into view. */
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
  @container (inline-size >= 640px) {
    .travel {
      table-layout: fixed;
      min-inline-size: 1104px;
    }
    .travel th:nth-child(1) {
      inline-size: 152px;
    }
    .travel th:nth-child(2) {
      inline-size: 96px;
    }
    .travel th:nth-child(6) {
      inline-size: 192px;
    }
    .travel th:nth-child(7) {
      inline-size: 148px;
    }
    .travel th:nth-child(8) {
      inline-size: 148px;
    }
  }
  @container (640px <= inline-size < 1152px) {
    .travel tr > :first-child {
      position: sticky;
      inset-inline-start: 0;
      background-color: var(--_surface);
      border-inline-end: 1px solid var(--_border);
    }
  }
  @container (640px <= inline-size < 1152px) {
    .travel tr.gap > :first-child {
      border: 0;
    }
    .travel thead tr > :first-child {
      background-color: var(--_surface-sunken);
      z-index: calc(var(--_layer-sticky) + 1);
    }
  }
  @container (inline-size < 640px) {
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
