import {css} from 'lit';

/** The frame of a long table: it alone scrolls, with its head in sight. */
export const windowTableStyles = css`
  .scroll.window {
    max-block-size: 456px;
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior-block: auto;
  }
  .window thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: var(--_layer-sticky);
  }
  .window .gap > td {
    padding: 0;
    border: 0;
  }
  .window tbody tr.gap:hover > * {
    background-color: transparent;
  }
  .window tr[data-index] {
    block-size: var(--_row);
  }
  .arrow {
    display: inline-flex;
  }
  .arrow.up {
    rotate: 180deg;
  }
  @container (inline-size < 640px) {
    .window tr[data-index] {
      block-size: auto;
    }
    .window .stackable tr.gap {
      display: block;
      padding: 0;
      border: 0;
    }
    .window .stackable tr.waiting {
      min-block-size: 96px;
    }
  }
  @media print {
    .scroll.window {
      max-block-size: none;
    }
  }
`;
