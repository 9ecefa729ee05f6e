import {css} from 'lit';

/** The header of a public element, with its breadcrumb and the state of its connection. */
export const headStyles = css`
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }
  .head .titles {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-3);
  }
  .head .person {
    display: flex;
    gap: var(--_space-3);
    align-items: center;
    min-inline-size: 0;
  }
  .avatar {
    inline-size: 56px;
    block-size: 56px;
    flex: none;
    border-radius: var(--_radius-s);
    background-color: var(--_surface-sunken);
    border: 1px solid var(--_border);
    overflow: hidden;
  }
  .avatar.small {
    inline-size: 36px;
    block-size: 36px;
    border-radius: var(--_radius-pill);
  }
  .avatar svg {
    inline-size: 100%;
    block-size: 100%;
    display: block;
  }
  .crumbs {
    font-size: var(--_text-s);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    color: var(--_text-muted);
  }
  .crumbs .icon {
    inline-size: 12px;
    block-size: 12px;
  }
  .connection {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: var(--_text-xs);
    color: var(--_text-muted);
  }
  .connection.is-positive svg {
    color: var(--_positive);
  }
  .connection.is-caution svg {
    color: var(--_caution);
  }
  @container (inline-size < 45.7em) {
    .connection {
      flex-basis: 100%;
    }
  }
  @media print {
    .connection,
    /* Nothing is printed without saying what it is. */
    kyc-print-mark:not(:defined) ~ * {
      display: none;
    }
  }
`;

/** The bar of links to sections, and tabs. They scroll sideways and never wrap. */
export const jumpStyles = css`
  .jump {
    position: sticky;
    inset-block-start: 0;
    z-index: var(--_layer-sticky);
    background-color: var(--_surface);
    border-block-end: 1px solid var(--_border);
    margin-inline: calc(-1 * var(--_space-4));
    padding-inline: var(--_space-4);
  }
  .jump ul,
  .tabs {
    position: relative;
    display: flex;
    gap: 4px var(--_space-4);
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .jump button,
  .tab {
    outline-offset: -3px;
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
  }
  .jump button:hover,
  .tab:hover {
    color: var(--_text);
  }
  .jump [aria-current],
  .tab[aria-selected='true'] {
    color: var(--_text);
    font-weight: var(--_weight-strong);
    border-block-end-color: var(--_accent);
  }
  .tabs {
    border-block-end: 1px solid var(--_border);
    gap: 4px var(--_space-5);
  }
  @container (inline-size >= 45.7em) {
    .jump {
      margin-inline: calc(-1 * var(--_space-5));
      padding-inline: var(--_space-5);
    }
  }
  @media (forced-colors: active) {
    /* What is transparent is drawn here; a line in the colour of the page is not. */
    .tab,
    .jump button {
      border-color: Canvas;
    }
    .tab[aria-selected='true'],
    .jump [aria-current] {
      border-block-end-color: Highlight;
    }
  }
  @media print {
    .jump {
      display: none;
    }
  }
`;
