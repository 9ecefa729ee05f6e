import {css} from 'lit';

export const screeningTabStyles = css`
  .finding-of {
    scroll-margin-block-start: 56px;
  }
  .family {
    scroll-margin-block-start: 56px;
  }
  .families > .panel {
    align-content: center;
  }
`;
