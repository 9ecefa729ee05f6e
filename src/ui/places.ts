import {nothing} from 'lit';

interface Row {
  readonly id: string;
}

/**
 * Draws some rows of a table that never changes, each in the place that the table gives it: what stands in one stays as it is
 * when another comes or goes.
 *
 * @param all Every row that there is, in order.
 * @param shown Those that are drawn.
 */
export const inPlaces = <R extends Row>(
  all: readonly Row[],
  shown: readonly R[],
  draw: (row: R) => unknown,
): readonly unknown[] =>
  all.map(({id}) => {
    const row = shown.find((each) => each.id === id);
    return row ? draw(row) : nothing;
  });
