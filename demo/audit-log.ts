import {pathTo} from './addresses.js';
import {make} from './dom.js';
import type {Place} from './place.js';
import {moment, outside, readJson, reading, renderNote, renderTable, type Paged} from './table.js';

interface Logged {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly actor: {readonly kind: string; readonly id?: string | null; readonly name?: string | null};
  readonly note?: string | null;
  readonly verification: {readonly type: string; readonly id: string};
}

/** The events that can be asked for. Others are listed all the same. */
export const eventTypes = [
  'request.created',
  'request.updated',
  'request.approved',
  'request.rejected',
  'request.canceled',
  'request.invite_resent',
  'request.reopened',
  'request.expired',
  'request.pdf_downloaded',
  'note.created',
  'biometric.judged',
  'finding.judged',
] as const;

const rowsOfPage = '50';
const heads = ['event', 'verification', 'when', 'actor', 'note'] as const;

const cells = (place: Place, {type, actor, at, verification, note}: Logged) => [
  make('code', {}, make('bdi', {}, type)),
  make(
    'a',
    {href: pathTo('verifications', verification.type, verification.id), 'data-to': 'verification'},
    make('bdi', {}, verification.id.slice(0, 8)),
  ),
  make('span', {class: 'quiet'}, moment(place, at)),
  outside(actor.name ?? place.code(actor.kind)),
  make('span', {class: 'quiet'}, outside(note)),
];

/** What happened to all verifications of the tenant, newest first. */
export function showAuditLog(place: Place): void {
  const {main, who, word} = place;
  const query = new URLSearchParams(location.search);
  const type = make('select', {name: 'type'}, make('option', {value: ''}, word('all')));
  type.append(...eventTypes.map((each) => make('option', {value: each}, each)));
  type.value = query.get('type') ?? '';
  const actor = make('select', {name: 'actor'}, make('option', {value: ''}, word('anybody')));
  const day = (name: 'from' | 'to') => make('input', {type: 'date', name, value: query.get(name) ?? ''});
  const tools = make(
    'form',
    {class: 'tools', role: 'search'},
    make('label', {}, word('event'), type),
    make('label', {}, word('actor'), actor),
    make('label', {}, word('from'), day('from')),
    make('label', {}, word('until'), day('to')),
  );
  const table = make('div', {class: 'card table', 'aria-live': 'polite'});
  const pager = make('div', {class: 'tools pager'});
  const read = reading(place, table, async (signal) => {
    const asked = new URLSearchParams([...query, ['limit', rowsOfPage]]);
    const {items, next_cursor} = await readJson<Paged<Logged>>(who.ask(`/api/audit-log?${asked}`, {signal}));
    const next = new URLSearchParams(query);
    next.set('cursor', next_cursor ?? '');
    pager.replaceChildren(
      ...(next_cursor === null
        ? []
        : [make('a', {href: `/audit-log?${next}`, 'data-to': 'list'}, word('next'))]),
    );
    if (items.length === 0) return [renderNote(word('no-event'))];
    return [
      renderTable(
        place,
        heads,
        items.map((row) => cells(place, row)),
      ),
    ];
  });
  tools.addEventListener('submit', (event) => event.preventDefault());
  tools.addEventListener('change', () => {
    for (const name of [...query.keys()]) query.delete(name);
    for (const [name, value] of new FormData(tools)) if (value !== '') query.append(name, value as string);
    place.rename(`/audit-log${query.size > 0 ? `?${query}` : ''}`, true);
    void read();
  });
  main.replaceChildren(make('h1', {}, word('audit-log')), tools, table, pager);
  void readJson<Paged<{readonly id: string; readonly name?: string | null}>>(
    who.ask('/back-office/colleagues', {signal: place.left}),
  )
    .then(({items}) => {
      actor.append(...items.map(({id, name}) => make('option', {value: id}, name ?? id)));
      actor.value = query.get('actor') ?? '';
    })
    .catch(() => undefined);
  void read();
}
