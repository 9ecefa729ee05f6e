import {eventTypes} from './audit-log.js';
import {make} from './dom.js';
import type {Place} from './place.js';
import {moment, outside, readJson, reading, renderNote, renderTable, type Paged} from './table.js';

interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly created_at: string;
  readonly secret?: string | null;
}

function renderRemove(place: Place, {id, url}: Webhook, changed: () => Promise<void>): HTMLElement {
  const {who, word, left} = place;
  const button = make('button', {type: 'button', 'aria-label': `${word('remove')} ${url}`}, word('remove'));
  button.addEventListener('click', () => {
    button.disabled = true;
    const path = `/api/settings/webhooks/${encodeURIComponent(id)}`;
    void who
      .ask(path, {method: 'DELETE', signal: left})
      .then(changed, changed)
      .finally(() => (button.disabled = false));
  });
  return button;
}

function renderAdding(place: Place, changed: () => Promise<void>): HTMLElement {
  const {who, word, left} = place;
  const url = make('input', {type: 'url', name: 'url', required: '', maxlength: '2000', class: 'wide'});
  const said = make('output', {class: 'says'});
  const form = make(
    'form',
    {class: 'tools'},
    make('label', {}, word('url'), url),
    make(
      'fieldset',
      {},
      make('legend', {}, word('events')),
      ...eventTypes.map((type) =>
        make(
          'label',
          {class: 'check'},
          make('input', {type: 'checkbox', name: 'events', value: type}),
          make('bdi', {}, type),
        ),
      ),
    ),
    make('button', {}, word('add')),
    said,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    said.replaceChildren();
    const body = {url: url.value, events: new FormData(form).getAll('events')};
    readJson<Webhook>(who.ask('/api/settings/webhooks', {method: 'POST', body, signal: left})).then(
      async ({secret}) => {
        form.reset();
        said.replaceChildren(word('secret-once'), ' ', make('code', {}, make('bdi', {}, secret ?? '')));
        await changed();
      },
      () => said.replaceChildren(word('not-saved')),
    );
  });
  return form;
}

/** The webhooks of the tenant: add one, see its secret once, remove one. */
export function renderWebhooks(place: Place): HTMLElement {
  const {who, word} = place;
  const table = make('div', {class: 'card table whole'});
  const read = reading(place, table, async (signal) => {
    const {items} = await readJson<Paged<Webhook>>(who.ask('/api/settings/webhooks', {signal}));
    if (items.length === 0) return [renderNote(word('no-webhook'))];
    return [
      renderTable(
        place,
        ['url', 'events', 'created', 'remove'],
        items.map((each) => [
          outside(each.url),
          each.events.length > 0
            ? make('span', {class: 'quiet'}, make('bdi', {}, each.events.join(', ')))
            : word('every-event'),
          make('span', {class: 'quiet'}, moment(place, each.created_at)),
          renderRemove(place, each, read),
        ]),
      ),
    ];
  });
  void read();
  return make('div', {}, table, renderAdding(place, read));
}
