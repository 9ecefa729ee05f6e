import {pathTo} from './addresses.js';
import {make} from './dom.js';
import type {Place} from './place.js';
import {readPersonas, signIn, type Persona} from './signed-in.js';
import {reading} from './table.js';
import type {CaseName} from './verification-page.js';

const sides = ['left', 'right'] as const;
type Side = (typeof sides)[number];

/** One half: whoever is chosen looks at the case, with a provider, tokens and a socket of their own. */
function renderHalf(
  place: Place,
  name: CaseName,
  side: Side,
  personas: readonly Persona[],
  first: Persona,
): HTMLElement {
  const {word} = place;
  const select = make('select', {name: side});
  select.append(
    ...personas.map(({id, name: called, title}) => make('option', {value: id}, `${called} – ${title}`)),
  );
  select.value = first.id;
  const frame = make('div', {class: 'card'});
  const show = reading(place, frame, async (signal) => {
    const who = await signIn(personas.find(({id}) => id === select.value) ?? first, signal);
    const provider = make('review-provider', {'api-base-url': '/api/'});
    provider.auth = who.auth;
    provider.permissions = who.permissions;
    provider.viewerId = who.viewerId;
    const detail = make('verification-detail', {
      'verification-type': name.type,
      'verification-id': name.id,
      'list-href': '/verifications',
    });
    provider.append(detail);
    return [provider];
  });
  select.addEventListener('change', () => {
    const query = new URLSearchParams(location.search);
    query.set(side, select.value);
    place.rename(`${location.pathname}?${query}`, false);
    // Nobody sees the case as somebody else, not even for a moment.
    frame.replaceChildren();
    void show();
  });
  void show();
  return make(
    'section',
    {'aria-label': `${word('who')}, ${sides.indexOf(side) + 1}`},
    make('div', {class: 'tools'}, make('label', {}, make('span', {'data-word': 'who'}, word('who')), select)),
    frame,
  );
}

/** One verification as two people see it at the same time. Who they are stands in the address. */
export function showSideBySide(place: Place, type = '', id = ''): void {
  const {main, who, word} = place;
  const halves = make('div', {class: 'halves'});
  main.replaceChildren(
    make('h1', {'data-word': 'side-by-side'}, word('side-by-side')),
    make('p', {class: 'quiet says', 'data-word': 'side-by-side-says'}, word('side-by-side-says')),
    make(
      'div',
      {class: 'tools'},
      make(
        'a',
        {href: pathTo('verifications', type, id), 'data-to': 'verification', 'data-word': 'one-view'},
        word('one-view'),
      ),
    ),
    halves,
  );
  const query = new URLSearchParams(location.search);
  void reading(place, halves, async () => {
    const colleagues = (await readPersonas()).filter(({tenant}) => tenant === who.persona.tenant);
    const chosen = (side: Side, otherwise: Persona | undefined) =>
      colleagues.find((each) => each.id === query.get(side)) ?? otherwise;
    const one = chosen('left', who.persona);
    const other = chosen(
      'right',
      colleagues.find((each) => each.id !== one?.id),
    );
    return sides.flatMap((side) => {
      const first = side === 'left' ? one : other;
      return first ? [renderHalf(place, {type, id}, side, colleagues, first)] : [];
    });
  })();
}
