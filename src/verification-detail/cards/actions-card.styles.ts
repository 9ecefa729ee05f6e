import {css} from 'lit';

export const styles = css`
  :host([data-empty]) {
    display: none;
  }
  .acts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }
  .acts .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--_space-2);
  }
  @container (inline-size < 18em) {
    .acts .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .acts > .button,
  .acts .pair > .button {
    inline-size: 100%;
  }
  .outcome:empty {
    display: none;
  }
  .outcome {
    display: grid;
    gap: var(--_space-2);
    grid-template-columns: minmax(0, 1fr);
  }
  .outcome textarea {
    background-color: var(--_surface-sunken);
  }
  @media (pointer: coarse) {
    .acts .button {
      min-block-size: 44px;
    }
  }
  @media print {
    /* No frame around nothing. */
    :host {
      display: contents;
    }
    .acts {
      display: none;
    }
  }
`;
