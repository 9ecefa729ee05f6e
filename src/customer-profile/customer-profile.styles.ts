import {css} from 'lit';

export const styles = css`
  .section-of {
    scroll-margin-block-start: 56px;
  }
  .section-of:focus-visible {
    outline-offset: 8px;
  }
  .jump {
    /* Room for the notices that come and go is kept above, so that nothing below moves. */
    margin-block-start: 0;
  }
`;
