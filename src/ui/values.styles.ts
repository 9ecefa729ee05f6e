import {css} from 'lit';

/** Times, amounts and what is missing. */
export const valueStyles = css`
  time {
    unicode-bidi: plaintext;
  }
  .amount {
    unicode-bidi: isolate;
  }
  .amount {
    white-space: nowrap;
    overflow-wrap: normal;
  }
  .currency {
    color: var(--_text-muted);
  }
  .tag .currency {
    color: inherit;
  }
  .amount,
  .signed {
    direction: ltr;
    unicode-bidi: isolate;
  }
  .missing {
    color: var(--_text-muted);
  }
  .invisible {
    font-family: var(--_font-mono);
    font-size: 11px;
    line-height: 1;
    padding-inline: 3px;
    border: 1px solid var(--_caution-border);
    border-radius: 3px;
    background-color: var(--_caution-soft);
    color: var(--_on-caution-soft);
    user-select: none;
    unicode-bidi: isolate;
    direction: ltr;
  }
  .long {
    display: block;
    max-block-size: calc(6em * var(--_leading));
    overflow: hidden;
  }
  .long[data-open] {
    max-block-size: none;
  }
`;
