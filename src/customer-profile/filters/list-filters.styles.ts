import {css} from 'lit';

/** The row of filters above a list. */
export const listFilterStyles = css`
  .filters {
    align-items: end;
    column-gap: var(--_space-3);
  }
  .filters input[type='search'] {
    inline-size: 100%;
  }
  .filters .wrong {
    display: flex;
    gap: 5px;
    align-items: center;
    color: var(--_caution);
    font-size: var(--_text-xs);
  }
  .filters .wrong:empty {
    display: none;
  }
  .filters [aria-invalid='true'] {
    border-color: var(--_caution);
  }
  @container (inline-size >= 45.7em) {
    .filters .control.grow {
      flex: 1 1 144px;
      max-inline-size: 224px;
    }
  }
  @container (inline-size < 45.7em) {
    .filters .control.half > * {
      inline-size: 100%;
    }
  }
`;
