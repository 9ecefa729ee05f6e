import {css} from 'lit';

/** Label above value. */
export const factStyles = css`
  .facts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3) var(--_space-5);
    align-content: start;
  }
  .facts dt {
    font-size: var(--_text-xs);
    color: var(--_text-muted);
    line-height: 1.35;
  }
  .facts dd {
    min-block-size: 1.45em;
  }
  .facts.lines > div {
    display: grid;
    grid-template-columns: minmax(6.9em, 34%) minmax(0, 1fr);
    gap: var(--_space-3);
    align-items: baseline;
  }
  .facts.lines {
    gap: 6px;
  }
  @container (inline-size < 45.7em) {
    .facts > div {
      display: grid;
      grid-template-columns: 34% minmax(0, 1fr);
      gap: var(--_space-3);
      align-items: baseline;
    }
    .facts {
      gap: 8px;
    }
  }
  /* Large letters on a small screen leave no room beside a label. */
  @container (inline-size < 18em) {
    .facts > div,
    .facts.lines > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
  @container (inline-size >= 45.7em) {
    .facts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .facts.lines {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (inline-size >= 68.5em) {
    .facts.three {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
`;

/** Panels, wells and the columns of a section. */
export const panelStyles = css`
  .panel {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: var(--_space-3) var(--_space-4);
    background-color: var(--_surface);
    min-inline-size: 0;
  }
  .well {
    background-color: var(--_surface-sunken);
    border-radius: var(--_radius);
    padding: var(--_space-3) var(--_space-4);
    min-inline-size: 0;
  }
  .cols {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    align-items: start;
  }
  @container (inline-size >= 45.7em) {
    .cols.pair {
      grid-template-columns: 1fr 1fr;
    }
    .grid2 {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--_space-5);
    }
  }
  @container (inline-size >= 68.5em) {
    .cols.main-side {
      grid-template-columns: minmax(0, 5fr) minmax(0, 3fr);
    }
    .cols.side-main {
      grid-template-columns: 16em minmax(0, 1fr);
    }
    .grid3 {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--_space-4);
    }
  }
  @media print {
    .panel,
    figure {
      break-inside: avoid;
    }
  }
`;

/** A heading on a hairline: no box, no shadow. */
export const sectionStyles = css`
  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_border);
    scroll-margin-block-start: 56px;
  }
  .section.first {
    border-block-start: 0;
    padding-block-start: 0;
  }
  @media print {
    .section {
      display: flex;
      flex-direction: column;
    }
  }
  .section > header,
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    min-block-size: var(--_control);
  }
  .count {
    font-size: var(--_text-xs);
    font-weight: var(--_weight);
    color: var(--_text-muted);
  }
  .count.is-caution {
    color: var(--_caution);
    font-weight: var(--_weight-strong);
    display: inline-flex;
    gap: 3px;
    align-items: center;
  }
  .count .icon {
    inline-size: 13px;
    block-size: 13px;
  }
  @container (inline-size < 45.7em) {
    .section > header .button:not(.quiet, .only) {
      flex: 1 1 auto;
    }
  }
`;
