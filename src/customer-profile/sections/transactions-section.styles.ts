import {css} from 'lit';

/** The widths of the columns are given, so that they stay while other rows scroll into view. */
export const styles = css`
  .rules {
    gap: 2px var(--_space-2);
  }
  .rules .rule {
    white-space: normal;
    align-items: baseline;
  }
  .rules .icon {
    align-self: center;
  }
  @container (inline-size >= 640px) {
    .tx {
      table-layout: fixed;
      min-inline-size: 944px;
    }
    .tx th:nth-child(1) {
      inline-size: 156px;
    }
    .tx th:nth-child(3) {
      inline-size: 108px;
    }
    .tx th:nth-child(4) {
      inline-size: 156px;
    }
    .tx th:nth-child(5) {
      inline-size: 128px;
    }
    .tx th:nth-child(6) {
      inline-size: 152px;
    }
  }
  @container (640px <= inline-size < 960px) {
    .tx tr.gap > :first-child {
      border: 0;
    }
  }
`;
