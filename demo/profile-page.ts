import {make} from './dom.js';
import type {Place} from './place.js';

async function makeSomethingHappen({who, word}: Place, id: string, said: HTMLElement): Promise<void> {
  said.textContent = '';
  const answer = await who
    .ask('/back-office/something-happens', {method: 'POST', body: {customer_id: id}})
    .catch(() => undefined);
  if (!answer?.ok) said.textContent = word('nothing-happened');
}

/** What a tenant writes to embed the profile: where the API is, who asks, what they may do, and about whom. */
export function showProfile(place: Place, id = ''): void {
  const {main, who, word} = place;
  const profile = make('customer-profile', {'api-base-url': '/api/', 'customer-id': id});
  profile.auth = who.auth;
  profile.permissions = who.permissions;
  profile.viewerId = who.viewerId;
  const said = make('output', {class: 'push quiet'});
  const happens = make('button', {type: 'button', 'data-word': 'happens'}, word('happens'));
  happens.addEventListener('click', () => void makeSomethingHappen(place, id, said));
  main.replaceChildren(
    make(
      'div',
      {class: 'tools'},
      make('a', {href: '/', 'data-to': 'list', 'data-word': 'back'}, word('back')),
      make(
        'a',
        {
          href: `/verifications?${new URLSearchParams({q: id})}`,
          'data-to': 'list',
          'data-word': 'of-customer',
        },
        word('of-customer'),
      ),
      said,
      happens,
    ),
    make('div', {class: 'card'}, profile),
  );
}
