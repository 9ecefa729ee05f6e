import {pathTo} from './addresses.js';
import {make} from './dom.js';
import type {Place} from './place.js';
import type {SignedIn} from './signed-in.js';
import {readJson} from './table.js';

export interface CaseName {
  readonly type: string;
  readonly id: string;
}

/** What a tenant writes to embed a verification: where the API is, who asks, what they may do, and which one. */
export function embedVerification(who: SignedIn, {type, id}: CaseName): HTMLElement {
  const detail = make('verification-detail', {
    'api-base-url': '/api/',
    'verification-type': type,
    'verification-id': id,
    'list-href': '/verifications',
  });
  detail.auth = who.auth;
  detail.permissions = who.permissions;
  detail.viewerId = who.viewerId;
  return detail;
}

interface About {
  readonly subject: {readonly id: string; readonly kind: string};
}

/** Whom a verification is about is known to the API; it is asked when somebody wants to go there. */
async function openCustomer({who, left, go}: Place, {type, id}: CaseName): Promise<void> {
  const {subject} = await readJson<About>(
    who.ask(`/api${pathTo('verifications', type, id)}`, {signal: left}),
  );
  if (subject.kind === 'client') go(pathTo('profile', subject.id));
}

/** One verification. */
export function showVerification(place: Place, type = '', id = ''): void {
  const {main, who, word} = place;
  const detail = embedVerification(who, {type, id});
  const blind = make('input', {type: 'checkbox', id: 'blind'});
  blind.checked = sessionStorage.getItem('demo-blind') === 'on';
  const cover = () => detail.toggleAttribute('blind-face-match', blind.checked);
  blind.addEventListener('change', () => {
    sessionStorage.setItem('demo-blind', blind.checked ? 'on' : 'off');
    cover();
  });
  cover();
  const said = make('output', {class: 'quiet'});
  const happens = make('button', {type: 'button', 'data-word': 'happens'}, word('happens'));
  happens.addEventListener('click', () => {
    said.textContent = '';
    const body = {verification: {type, id}};
    void who
      .ask('/back-office/something-happens', {method: 'POST', body, signal: place.left})
      .then(({ok}) => (said.textContent = ok ? '' : word('nothing-moved')))
      .catch(() => undefined);
  });
  const customer = make('button', {type: 'button', 'data-word': 'open-customer'}, word('open-customer'));
  customer.addEventListener('click', () => {
    said.textContent = '';
    openCustomer(place, {type, id}).catch(() => {
      if (!place.left.aborted) said.textContent = word('failed');
    });
  });
  main.replaceChildren(
    make(
      'div',
      {class: 'tools'},
      make(
        'a',
        {href: '/verifications', 'data-to': 'list', 'data-word': 'all-verifications'},
        word('all-verifications'),
      ),
      make(
        'a',
        {href: pathTo('side-by-side', type, id), 'data-to': 'two', 'data-word': 'side-by-side'},
        word('side-by-side'),
      ),
      make('label', {class: 'check push'}, blind, make('span', {'data-word': 'blind'}, word('blind'))),
      happens,
      customer,
      said,
    ),
    make('div', {class: 'card'}, detail),
  );
}
