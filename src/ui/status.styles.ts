import {css} from 'lit';

/** Pills, tags and marks: icon and word, always both. */
export const statusStyles = css`
  .pill,
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    max-inline-size: 100%;
    border: 1px solid var(--_neutral-border);
    background-color: var(--_neutral-soft);
    color: var(--_on-neutral-soft);
    font-weight: var(--_weight-strong);
    line-height: 1.25;
  }
  .pill {
    font-size: var(--_text-s);
    padding-block: 3px;
    padding-inline: 7px 10px;
    border-radius: var(--_radius-pill);
  }
  .tag {
    font-size: var(--_text-xs);
    padding-block: 1px;
    padding-inline: 5px 7px;
    border-radius: var(--_radius-s);
  }
  .tag .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .tag.plain {
    font-weight: var(--_weight);
    padding-inline: 6px;
    background-color: transparent;
    color: var(--_text);
  }
  .positive {
    border-color: var(--_positive-border);
    background-color: var(--_positive-soft);
    color: var(--_on-positive-soft);
  }
  .caution {
    border-color: var(--_caution-border);
    background-color: var(--_caution-soft);
    color: var(--_on-caution-soft);
  }
  .negative {
    border-color: var(--_negative-border);
    background-color: var(--_negative-soft);
    color: var(--_on-negative-soft);
  }
  .info {
    border-color: var(--_info-border);
    background-color: var(--_info-soft);
    color: var(--_on-info-soft);
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    white-space: nowrap;
    overflow-wrap: normal;
  }
  @container (inline-size < 18em) {
    .mark {
      white-space: normal;
    }
  }
  .mark > span,
  .pill > span,
  .tag > span {
    align-self: baseline;
  }
  .mark.is-positive {
    color: var(--_positive);
  }
  .mark.is-caution {
    color: var(--_caution);
  }
  .mark.is-negative {
    color: var(--_negative);
    font-weight: var(--_weight-strong);
  }
  .mark.is-neutral {
    color: var(--_text-muted);
  }
  .mark.is-info {
    color: var(--_info);
  }
  .raw {
    font-family: var(--_font-mono);
    font-size: 0.93em;
    font-weight: var(--_weight);
    overflow-wrap: anywhere;
    white-space: normal;
  }
`;
