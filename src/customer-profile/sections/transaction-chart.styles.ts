import {css} from 'lit';

/** The chart keeps its height in every state, so that the table below does not move when the numbers come. */
export const styles = css`
  .frame {
    min-block-size: 148px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .bone.chart-bone {
    block-size: 96px;
    margin-block-start: 32px;
  }
  .legend {
    min-block-size: var(--_control);
  }
  .void {
    padding-block: var(--_space-3);
  }
  .months span {
    white-space: nowrap;
  }
  @container (inline-size < 45.7em) {
    .months .between {
      display: none;
    }
  }
  @media print {
    .legend select {
      border: 0;
    }
  }
`;
