import {css} from 'lit';

export const biometricTabStyles = css`
  .judge {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .judge legend {
    padding: 0;
    margin-block-end: var(--_space-2);
    font-weight: var(--_weight-strong);
  }
  .judge .button {
    min-inline-size: 112px;
  }
  @container (inline-size < 45.7em) {
    /* What a machine found is a sentence in some languages, and the page is 320 pixels wide at its closest. */
    .facts .mark {
      white-space: normal;
    }
    .judge .button {
      flex: 1 1 auto;
      min-inline-size: 0;
    }
  }
  @media print {
    .judge {
      display: none;
    }
  }
`;
