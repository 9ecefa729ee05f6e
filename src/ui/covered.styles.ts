import {css} from 'lit';

/** The place of something that is there and is not to be seen yet. */
export const coveredStyles = css`
  .covered {
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
    padding: var(--_space-3) var(--_space-4);
    background: repeating-linear-gradient(-45deg, var(--_surface) 0 8px, var(--_surface-sunken) 8px 16px);
  }
`;
