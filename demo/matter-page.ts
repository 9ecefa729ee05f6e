import {make} from './dom.js';
import type {Place} from './place.js';

/** Where a link to a matter leads. Matters are another product's; a tenant has a page of its own here. */
export function showMatter({main, word}: Place, id = ''): void {
  main.replaceChildren(
    make('h1', {}, word('matter'), ' ', make('bdi', {}, id)),
    make('p', {class: 'says quiet'}, word('matter-says')),
  );
}
