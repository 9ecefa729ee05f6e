import {css} from 'lit';

export const styles = css`
  .split {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
    reading-flow: grid-order;
  }
  /* Where there is one column, the decision stands under the header, and is read and reached there. */
  .split > .aside {
    order: -1;
    min-inline-size: 0;
  }
  .decide {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    /* One line between two cards, also where they stand beside each other. */
    overflow: clip;
  }
  .decide > * {
    padding: var(--_space-3) var(--_space-4);
    border-block-start: 1px solid var(--_border);
    margin-block-start: -1px;
    min-inline-size: 0;
  }
  /* Nothing to do, nothing to say: no empty frame. */
  .decide > [data-empty] {
    display: none;
  }
  .tabs {
    scroll-padding-inline: var(--_space-4);
  }
  .panel-of {
    min-inline-size: 0;
  }
  .panel-of:focus-visible {
    outline-offset: 6px;
  }
  .only-print {
    display: none;
  }
  .count .row {
    display: inline-flex;
    gap: 3px;
    align-items: center;
    flex-wrap: nowrap;
  }
  .count.is-negative {
    color: var(--_negative);
  }
  @container (45.7em <= inline-size < 68.5em) {
    .decide {
      grid-template-columns: 1fr 1fr;
    }
    .decide > .wide-card {
      grid-column: 1 / -1;
    }
  }
  @container (inline-size >= 68.5em) {
    .split {
      grid-template-columns: minmax(0, 2fr) minmax(21.7em, 1fr);
      align-items: start;
    }
    .split > .aside {
      order: 0;
      position: sticky;
      inset-block-start: min(var(--_space-4), 100vh - var(--_column-height, 0px) - var(--_space-4));
    }
  }
  @media print {
    .tabs {
      display: none;
    }
    .split {
      display: flex;
      flex-direction: column;
    }
    .split > .aside {
      position: static;
    }
    /* All that was opened, one after the other. */
    .panel-of[hidden] {
      display: block !important;
    }
    .only-print {
      display: block;
    }
  }
`;
