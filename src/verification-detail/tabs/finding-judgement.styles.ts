import {css} from 'lit';

export const findingJudgementStyles = css`
  .judge {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
  }
  .judge legend {
    padding: 0;
    font-size: var(--_text-xs);
    color: var(--_text-muted);
    margin-block-end: 4px;
  }
  .judge label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_control);
    padding-inline: 10px;
    border: 1px solid var(--_border-strong);
    margin-inline-start: -1px;
    font-size: var(--_text-s);
    cursor: pointer;
  }
  .judge label:first-of-type {
    border-start-start-radius: var(--_radius-s);
    border-end-start-radius: var(--_radius-s);
    margin-inline-start: 0;
  }
  .judge label:last-of-type {
    border-start-end-radius: var(--_radius-s);
    border-end-end-radius: var(--_radius-s);
  }
  .judge label:has(:checked) {
    background-color: var(--_surface-selected);
    font-weight: var(--_weight-strong);
  }
  .judge label:has(:disabled) {
    cursor: default;
  }
  .said {
    text-align: start;
  }
  .said:has(*) {
    margin-block-end: var(--_space-2);
  }
  .why {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
    max-inline-size: 560px;
  }
  .why select {
    justify-self: start;
  }
  .why textarea {
    min-block-size: 56px;
  }
  @container (inline-size < 45.7em) {
    .judge {
      display: grid;
      inline-size: 100%;
    }
    .judge label,
    .judge label:first-of-type,
    .judge label:last-of-type {
      margin-inline-start: 0;
      margin-block-start: -1px;
      border-radius: 0;
    }
  }
  @media (pointer: coarse) {
    .judge label {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .judge label:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
