import {css} from 'lit';

/** Times, amounts and what is missing. */
export const valueStyles = css`
  time {
    unicode-bidi: plaintext;
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
    unicode-bidi: isolate;
    direction: ltr;
    display: inline-block;
    padding-inline: 3px;
    border: 1px solid var(--_caution-border);
    border-radius: 3px;
    background-color: var(--_caution-soft);
    color: var(--_on-caution-soft);
    font-family: var(--_font-mono);
    font-size: 11px;
    line-height: 1.2;
    white-space: nowrap;
  }
  .invisible::before {
    content: attr(data-code);
  }
  .towering {
    display: inline-block;
    max-inline-size: 100%;
    overflow: clip;
    vertical-align: bottom;
  }
`;
