import {css} from 'lit';

/** Fields, selects and the row of filters. */
export const formStyles = css`
  .control {
    display: inline-grid;
    gap: 3px;
    font-size: var(--_text-xs);
    color: var(--_text-muted);
    min-inline-size: 0;
  }
  input:not([type='radio'], [type='checkbox'], [type='range']),
  select,
  textarea {
    font: inherit;
    font-size: var(--_font-size);
    color: var(--_text);
    background-color: var(--_surface);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    min-block-size: var(--_control);
    padding-inline: 8px;
    max-inline-size: 100%;
    min-inline-size: 0;
  }
  textarea {
    padding-block: 6px;
    inline-size: 100%;
    min-block-size: 84px;
    resize: vertical;
    line-height: var(--_leading);
  }
  select {
    padding-inline-end: 4px;
  }
  input[type='radio'],
  input[type='checkbox'] {
    accent-color: var(--_accent);
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    flex: none;
  }
  .only-narrow {
    display: none;
  }
  .field-wide {
    display: grid;
    gap: 4px;
  }
  @container (inline-size < 45.7em) {
    .only-narrow {
      display: inline-grid;
    }
    .control.grow {
      flex: 1 1 100%;
    }
    .control.half {
      flex: 1 1 max(40%, 10em);
    }
  }
  @media (pointer: coarse) {
    input:not([type='radio'], [type='checkbox'], [type='range']),
    select {
      min-block-size: 44px;
    }
    /* Safari brings a field whose letters are smaller so close that the rest of the page is out of sight. */
    input:not([type='radio'], [type='checkbox'], [type='range']),
    select,
    textarea {
      font-size: max(16px, var(--_font-size));
    }
  }
  @media print {
    .filters {
      display: none;
    }
  }
`;
