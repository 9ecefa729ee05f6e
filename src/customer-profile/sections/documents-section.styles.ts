import {css} from 'lit';

export const documentsSectionStyles = css`
  .checks {
    font-size: var(--_text-xs);
  }
  .checks li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    align-items: baseline;
  }
  .checks .mark {
    white-space: normal;
  }
  .pictures .bone.block {
    block-size: 280px;
  }
  .detail > header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-3);
    align-items: center;
  }
  @container (inline-size >= 1280px) {
    .detail {
      min-block-size: 320px;
    }
  }
`;
