import {css} from 'lit';

/** Text that a machine has written: dashed, so that it never looks like a person’s. */
export const machineStyles = css`
  .machine {
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
    padding: var(--_space-3) var(--_space-4);
    display: grid;
    gap: var(--_space-2);
    align-content: start;
  }
  .machine p {
    max-inline-size: 68ch;
  }
  .machine sup {
    line-height: 0;
  }
  .machine sup a {
    font-size: 11px;
    text-decoration: none;
    border: 1px solid var(--_border-strong);
    border-radius: 3px;
    padding-inline: 4px;
    line-height: 1;
    display: inline-block;
    min-inline-size: 16px;
    text-align: center;
    margin-inline-start: 3px;
  }
`;

/** Questions beside their answers. */
export const questionStyles = css`
  .qa {
    display: grid;
    gap: var(--_space-2);
    grid-template-columns: minmax(0, 1fr);
    counter-reset: q;
  }
  .qa > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 var(--_space-4);
    padding-block-end: 6px;
    border-block-end: 1px solid var(--_border);
  }
  .qa > div:last-child {
    border-block-end: 0;
  }
  .qa dt {
    color: var(--_text-muted);
    font-size: var(--_text-s);
  }
  @container (inline-size >= 45.7em) {
    .qa > div {
      grid-template-columns: minmax(0, 5fr) minmax(0, 4fr);
    }
  }
`;
