import {css} from 'lit';

export const auditTabStyles = css`
  .timeline > li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    gap: 2px 10px;
    padding-block-end: var(--_space-4);
    position: relative;
  }
  .timeline > li::before {
    content: '';
    position: absolute;
    inset-block: 22px 2px;
    inset-inline-start: 7.5px;
    inline-size: 1px;
    background-color: var(--_border);
  }
  .timeline > li:last-child::before {
    display: none;
  }
  .sign {
    color: var(--_text-muted);
  }
  .sign > .icon {
    display: block;
    margin-block-start: 2px;
  }
  .sign.is-positive {
    color: var(--_positive);
  }
  .sign.is-negative {
    color: var(--_negative);
  }
  .detail {
    grid-column: 2 / -1;
    max-inline-size: 72ch;
  }
  .quote {
    border-inline-start: 2px solid var(--_border-strong);
    padding-inline-start: var(--_space-2);
    overflow-wrap: anywhere;
  }
  .detail .facts.lines {
    gap: 2px;
  }
  .bone-event {
    display: grid;
    gap: var(--_space-2);
    padding-block-end: var(--_space-4);
  }
  @container (inline-size < 45.7em) {
    .timeline > li {
      grid-template-columns: 20px minmax(0, 1fr);
    }
    .when {
      grid-column: 2;
    }
  }
  @media print {
    .timeline > li {
      break-inside: avoid;
    }
  }
`;
