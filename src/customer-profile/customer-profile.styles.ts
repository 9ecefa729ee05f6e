import {css} from 'lit';

export const styles = css`
  .section-of {
    scroll-margin-block-start: 56px;
  }
  .section-of:focus-visible {
    outline-offset: 8px;
  }
  .jump button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 40px;
    white-space: nowrap;
    color: var(--_text-muted);
    border: 0;
    border-block-end: 3px solid transparent;
    border-block-start: 3px solid transparent;
    background-color: transparent;
    font: inherit;
    padding: 0;
    cursor: pointer;
    outline-offset: -3px;
  }
  .jump button:hover {
    color: var(--_text);
  }
  .jump button[aria-current] {
    color: var(--_text);
    font-weight: var(--_weight-strong);
    border-block-end-color: var(--_accent);
  }
  .jump {
    /* Room for the notices that come and go is kept above, so that nothing below moves. */
    margin-block-start: 0;
  }
  @media (forced-colors: active) {
    .jump button[aria-current] {
      border-color: Highlight;
    }
  }
`;
