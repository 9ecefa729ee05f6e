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
  /* Its head is in sight wherever the frame is scrolled to. */
  .window thead :focus-visible {
    scroll-margin: 0;
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
  @container (inline-size < 45.7em) {
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
    /* The room of rows that are not drawn would be empty pages. */
    .window .stackable tr.gap,
    .window tr.off-paper {
      display: none;
    }
    .window thead th {
      position: static;
    }
    /* Paper cannot be scrolled: every column finds its place within the page. */
    .scroll.window table {
      table-layout: auto;
      min-inline-size: 0;
      font-size: var(--_text-xs);
    }
    .scroll.window thead th {
      inline-size: auto;
      overflow-wrap: normal;
    }
    .scroll.window :is(th, td) {
      padding-inline: 4px;
      white-space: normal;
    }
  }
`;
