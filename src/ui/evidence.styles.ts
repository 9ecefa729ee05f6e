import {css} from 'lit';

/** Images on their dark mat, alike in both themes so that faces are judged alike. */
export const evidenceStyles = css`
  .evidence :focus-visible,
  .evidence .show-focus {
    outline-color: #8ab8ff;
  }
  .evidence {
    background-color: var(--_evidence);
    color: var(--_on-evidence);
    border-radius: var(--_radius);
    overflow: hidden;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .evidence .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    align-items: center;
    padding-block: 4px;
    padding-inline: 8px;
    border-block-end: 1px solid rgb(255 255 255 / 0.14);
    font-size: var(--_text-xs);
  }
  .evidence .button.only {
    color: inherit;
  }
  .evidence .button.only:hover,
  .evidence .button[aria-pressed='true'] {
    background: rgb(255 255 255 / 0.16);
    color: inherit;
  }
  .evidence .panes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1px;
  }
  .evidence figure {
    padding: var(--_space-3);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    align-content: center;
  }
  .evidence figure > svg {
    direction: ltr;
    inline-size: 100%;
    block-size: auto;
    display: block;
    border-radius: 3px;
    forced-color-adjust: none;
  }
  .evidence figcaption {
    font-size: var(--_text-xs);
    display: flex;
    justify-content: space-between;
    gap: 8px;
  }
  .evidence .gap {
    inline-size: 1px;
    block-size: 16px;
    background: rgb(255 255 255 / 0.22);
    margin-inline: 6px;
  }
  @container (inline-size >= 45.7em) {
    .evidence .panes.two {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media print {
    .evidence .tools {
      display: none;
    }
  }
`;

/** A list of which one is chosen. */
export const choiceStyles = css`
  .choices {
    display: grid;
    gap: 2px;
    align-content: start;
  }
  .choices.across {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .choices.across .choice {
    inline-size: auto;
    min-inline-size: min(100%, 14.3em);
    border: 1px solid var(--_border);
    border-inline-start-width: 3px;
  }
  .choices.across .choice[aria-current='true'] {
    border-color: var(--_border-strong);
    border-inline-start-color: var(--_accent);
  }
  .choice {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 8px;
    inline-size: 100%;
    min-block-size: 44px;
    align-items: center;
    text-align: start;
    font: inherit;
    color: inherit;
    background-color: transparent;
    border: 0;
    border-inline-start: 3px solid transparent;
    border-radius: 0;
    border-start-end-radius: var(--_radius-s);
    border-end-end-radius: var(--_radius-s);
    padding-block: 6px;
    padding-inline: 10px;
    cursor: pointer;
  }
  .choice:hover {
    background-color: var(--_surface-hover);
  }
  .choice[aria-current='true'] {
    background-color: var(--_surface-selected);
    border-inline-start-color: var(--_accent);
  }
  .choice .key {
    grid-column: 1;
  }
  .choice .mark {
    grid-row: 1 / 3;
    grid-column: 2;
    font-size: var(--_text-xs);
  }
  @container (inline-size < 45.7em) {
    .choices.across .choice {
      inline-size: 100%;
    }
  }
  @container (inline-size < 18em) {
    .choice {
      grid-template-columns: minmax(0, 1fr);
    }
    .choice .mark {
      grid-area: auto;
    }
  }
  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .choice[aria-current='true'] {
      border-color: Highlight;
    }
  }
`;
