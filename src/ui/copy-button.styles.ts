import {css} from 'lit';

export const copyButtonStyles = css`
  :host {
    display: inline-flex;
    vertical-align: -5px;
    margin-block: -4px;
    margin-inline-start: 2px;
  }
  .copy {
    display: inline-flex;
    inline-size: 24px;
    block-size: 24px;
    align-items: center;
    justify-content: center;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-s);
    background-color: transparent;
    color: var(--_text-muted);
    cursor: pointer;
  }
  .copy:hover {
    background-color: var(--_surface-hover);
    color: var(--_text);
  }
  .copy .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .said {
    font-size: var(--_text-xs);
    color: var(--_text-muted);
  }
  @media (pointer: coarse) {
    .copy {
      inline-size: 32px;
      block-size: 32px;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
