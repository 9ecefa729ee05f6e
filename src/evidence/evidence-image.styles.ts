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
    position: relative;
    container-type: size;
    overflow: hidden;
    inline-size: 100%;
    /* Its own, unless another stands beside it. */
    aspect-ratio: var(--_beside, var(--_own, 1.6));
    max-block-size: 540px;
    touch-action: pan-x pan-y pinch-zoom;
    /* A double press would select the picture, and some browsers paint over what is selected. */
    user-select: none;
  }
  .view.is-close {
    cursor: grab;
    touch-action: none;
  }
  .view.is-close:active {
    cursor: grabbing;
  }
  .view:focus-visible {
    outline-offset: -3px;
  }
  /* The whole of it in its window, in either posture; what is small is made twice as large at most. */
  .picture {
    --_wide: min(100cqi, calc(100cqb * var(--_ratio, 1.6)), calc(var(--_pixels, 800) * 2px));
    --_across: var(--_wide);
    --_down: calc(var(--_wide) / var(--_ratio, 1.6));
    position: absolute;
    inset-inline-start: 50%;
    inset-block-start: 50%;
    inline-size: var(--_wide);
    block-size: calc(var(--_wide) / var(--_ratio, 1.6));
    transform: translate(
        calc(-50% - var(--_x, 0) * var(--_zoom, 1) * var(--_across)),
        calc(-50% - var(--_y, 0) * var(--_zoom, 1) * var(--_down))
      )
      scale(var(--_zoom, 1)) rotate(calc(var(--_turns, 0) * 90deg));
  }
  .picture.is-across {
    --_wide: min(100cqb, calc(100cqi * var(--_ratio, 1.6)), calc(var(--_pixels, 800) * 2px));
    --_across: calc(var(--_wide) / var(--_ratio, 1.6));
    --_down: var(--_wide);
  }
  .picture img,
  .picture .coming {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border-radius: 3px;
    forced-color-adjust: none;
  }
  .picture.is-coming,
  .picture .coming {
    background-color: rgb(255 255 255 / 0.12);
  }
  .frame {
    position: absolute;
    pointer-events: none;
    border: calc(3px / var(--_zoom, 1)) solid #0b5bd3;
    border-radius: calc(4px / var(--_zoom, 1));
    outline: calc(2px / var(--_zoom, 1)) solid #fff;
    box-shadow: inset 0 0 0 calc(2px / var(--_zoom, 1)) #fff;
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
  .tools {
    display: inline-flex;
    gap: 2px;
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
    /* The whole of it, however close it was looked at. Firefox does not know how large a container is on paper, so the
       picture takes its room from the page itself. */
    .view {
      container-type: normal;
      aspect-ratio: auto;
      max-block-size: none;
      overflow: visible;
    }
    .picture {
      --_wide: min(100%, calc(540px * var(--_ratio, 1.6)), calc(var(--_pixels, 800) * 2px));
      position: relative;
      inset: auto;
      inline-size: var(--_wide);
      block-size: auto;
      aspect-ratio: var(--_ratio, 1.6);
      margin-inline: auto;
      transform: rotate(calc(var(--_turns, 0) * 90deg));
    }
    /* Within a square, so that it finds room when it is turned; the margins make up for what it is longer or shorter. */
    .picture.is-across {
      --_wide: calc(min(100%, 540px, var(--_pixels, 800) * 2px) * min(1, var(--_ratio, 1.6)));
      margin-block: calc(var(--_wide) * (1 - 1 / var(--_ratio, 1.6)) / 2);
    }
    figure {
      break-inside: avoid;
    }
  }
`;
