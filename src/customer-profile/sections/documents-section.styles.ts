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
  /* As the pictures will stand, where there is room for two. */
  @container (640px <= inline-size < 1280px) {
    .pictures {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (inline-size >= 1280px) {
    .detail {
      min-block-size: 320px;
    }
  }
`;
