import {css} from 'lit';

/** The mat is dark in both themes, so that faces and papers are judged alike. */
export const evidenceImageStyles = css`
  :host {
    background-color: var(--_evidence);
    color: var(--_on-evidence);
  }
  :focus-visible {
    outline-color: #8ab8ff;
  }
  figure {
    padding: var(--_space-3);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    align-content: center;
  }
  .view {
    direction: ltr;
    overflow: auto;
    scrollbar-width: thin;
    max-block-size: 560px;
  }
  .picture {
    --_side: min(100%, calc(var(--_ratio, 1.6) * 540px), calc(var(--_pixels, 800) * 2px));
    position: relative;
    display: block;
    inline-size: calc(var(--_side) * var(--_zoom, 1));
    aspect-ratio: var(--_ratio, 1.6);
    margin-inline: auto;
  }
  .picture img,
  .picture .coming {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border-radius: 3px;
    forced-color-adjust: none;
  }
  .picture .coming {
    background-color: rgb(255 255 255 / 0.12);
  }
  .frame {
    position: absolute;
    pointer-events: none;
    border: 3px solid #0b5bd3;
    border-radius: 4px;
    outline: 2px solid #fff;
    box-shadow: inset 0 0 0 2px #fff;
    forced-color-adjust: none;
  }
  figcaption {
    font-size: var(--_text-xs);
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 28px;
  }
  .button.only {
    color: inherit;
  }
  .button.only:hover {
    background: rgb(255 255 255 / 0.16);
    color: inherit;
  }
  .instead {
    display: grid;
    gap: 6px;
    justify-items: center;
    text-align: center;
    padding-block: var(--_space-5);
    padding-inline: var(--_space-3);
    border: 1px dashed rgb(255 255 255 / 0.4);
    border-radius: 3px;
  }
  .instead .icon {
    inline-size: 24px;
    block-size: 24px;
  }
  .instead .button .icon {
    inline-size: 16px;
    block-size: 16px;
  }
  @media (pointer: coarse) {
    .button.only {
      inline-size: 44px;
    }
  }
  @media print {
    :host {
      background-color: #fff;
      color: #000;
    }
    .view {
      overflow: visible;
      max-block-size: none;
    }
    .picture {
      inline-size: var(--_side);
    }
    figure {
      break-inside: avoid;
    }
  }
`;
