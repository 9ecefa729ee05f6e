import {css} from 'lit';

export const documentsSectionStyles = css`
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
