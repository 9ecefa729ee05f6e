import {css} from 'lit';

export const notesTabStyles = css`
  .add {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-1);
  }
  .add .is-over {
    color: var(--_negative);
    font-weight: var(--_weight-strong);
  }
  textarea[aria-invalid='true'] {
    border-color: var(--_negative);
    border-width: 2px;
  }
  .notes .pre {
    max-inline-size: 72ch;
    overflow-wrap: anywhere;
  }
  @media print {
    .add {
      display: none;
    }
    .notes > li {
      break-inside: avoid;
    }
  }
`;
