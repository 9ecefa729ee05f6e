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
  @container (45.7em <= inline-size < 91.4em) {
    .pictures {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (inline-size >= 91.4em) {
    .detail {
      min-block-size: 320px;
    }
  }
`;
