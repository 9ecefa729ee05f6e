import {pathTo} from './addresses.js';
import {make} from './dom.js';
import type {Place} from './place.js';
import {moment, outside, readJson, reading, renderNote, renderTable, type Paged} from './table.js';
import type {DemoWord} from './words.js';

interface Person {
  readonly id: string;
  readonly name?: string | null;
}

interface Row {
  readonly id: string;
  readonly short_id?: string | null;
  readonly type: string;
  readonly status: string;
  readonly subject: {readonly name?: string | null};
  readonly channel?: string | null;
  readonly requester?: Person | null;
  readonly created_at: string;
  readonly last_activity_at?: string | null;
}

const tabs = ['all', 'drafts', 'active', 'completed', 'voided'] as const;
const types = ['idv', 'kyc', 'custom'] as const;
const channels = ['email', 'sms', 'link', 'in_person', 'api'] as const;
const rowsOfPage = '20';

const tones: Readonly<Record<string, string>> = {
  pending_review: 'caution',
  in_progress: 'info',
  approved: 'positive',
  rejected: 'negative',
};

/** A status as a pill: its tone repeats what its word says. */
export const renderStatus = ({code}: Place, status: string): HTMLElement =>
  make('span', {class: 'pill', 'data-tone': tones[status] ?? 'neutral'}, make('bdi', {}, code(status)));

/** The address of the list with one of its filters set differently, and from its first page on. */
function listWith(query: URLSearchParams, name: string, value: string): string {
  const next = new URLSearchParams(query);
  next.delete('cursor');
  if (value) next.set(name, value);
  else next.delete(name);
  return `/verifications${next.size > 0 ? `?${next}` : ''}`;
}

const renderTabs = ({word}: Place, query: URLSearchParams): HTMLElement =>
  make(
    'nav',
    {class: 'tabs', 'aria-label': word('status')},
    ...tabs.map((tab) =>
      make(
        'a',
        {
          href: listWith(query, 'tab', tab === 'all' ? '' : tab),
          'data-to': 'list',
          ...((query.get('tab') ?? 'all') === tab && {'aria-current': 'page'}),
        },
        word(`tab-${tab}` satisfies DemoWord),
      ),
    ),
  );

/** A filter that takes many values. */
const renderMany = (
  {word, code}: Place,
  query: URLSearchParams,
  name: 'type' | 'channel',
  label: DemoWord,
  values: readonly string[],
): HTMLElement =>
  make(
    'fieldset',
    {},
    make('legend', {}, word(label)),
    ...values.map((value) =>
      make(
        'label',
        {class: 'check'},
        make('input', {
          type: 'checkbox',
          name,
          value,
          ...(query.getAll(name).includes(value) && {checked: ''}),
        }),
        code(value),
      ),
    ),
  );

const cells = (place: Place, row: Row) => [
  make(
    'a',
    {href: pathTo('verifications', row.type, row.id), 'data-to': 'verification'},
    row.subject.name ? outside(row.subject.name) : place.word('unnamed'),
  ),
  make('bdi', {}, place.code(row.type)),
  renderStatus(place, row.status),
  make('span', {class: 'quiet'}, row.channel ? make('bdi', {}, place.code(row.channel)) : '–'),
  make('span', {class: 'quiet'}, outside(row.requester?.name ?? row.requester?.id)),
  make('span', {class: 'quiet'}, moment(place, row.created_at)),
  make('span', {class: 'quiet'}, moment(place, row.last_activity_at)),
];

const heads = ['subject', 'type', 'status', 'sent-via', 'requester', 'created', 'last-activity'] as const;

function renderPager({word}: Place, query: URLSearchParams, next: string | null): HTMLElement {
  const link = (href: string, text: string) => make('a', {href, 'data-to': 'list'}, text);
  const pager = make('div', {class: 'tools pager'});
  if (query.has('cursor')) pager.append(link(listWith(query, 'cursor', ''), word('first')));
  if (next !== null) pager.append(link(listWith(query, 'cursor', next), word('next')));
  return pager;
}

/** Who may have asked for a verification. The list is filled in when it is known. */
async function fillRequesters({who, left}: Place, select: HTMLSelectElement, chosen: string): Promise<void> {
  const {items} = await readJson<Paged<Person>>(who.ask('/back-office/colleagues', {signal: left}));
  select.append(...items.map(({id, name}) => make('option', {value: id}, name ?? id)));
  select.value = chosen;
}

/** The list of verifications: its tabs, filters and page stand in the address, so Back and Forward find them. */
export function showVerifications(place: Place): void {
  const {main, who, word} = place;
  const query = new URLSearchParams(location.search);
  const search = make('input', {type: 'search', name: 'q', autocomplete: 'off', value: query.get('q') ?? ''});
  const requester = make('select', {name: 'requester'}, make('option', {value: ''}, word('anybody')));
  const tools = make(
    'form',
    {class: 'tools', role: 'search'},
    make('label', {}, word('search'), search),
    make('label', {}, word('requester'), requester),
    renderMany(place, query, 'type', 'type', types),
    renderMany(place, query, 'channel', 'sent-via', channels),
  );
  const tabRow = make('div', {}, renderTabs(place, query));
  const table = make('div', {class: 'card table cases', 'aria-live': 'polite'});
  const pager = make('div');

  const read = reading(place, table, async (signal) => {
    const asked = new URLSearchParams([...query, ['limit', rowsOfPage]]);
    const {items, next_cursor} = await readJson<Paged<Row>>(who.ask(`/api/verifications?${asked}`, {signal}));
    pager.replaceChildren(renderPager(place, query, next_cursor));
    if (items.length === 0) return [renderNote(word('no-verification'))];
    return [
      renderTable(
        place,
        heads,
        items.map((row) => cells(place, row)),
      ),
    ];
  });

  const apply = (event: Event) => {
    const tab = query.get('tab');
    for (const name of [...query.keys()]) query.delete(name);
    if (tab) query.set('tab', tab);
    for (const [name, value] of new FormData(tools)) if (value !== '') query.append(name, value as string);
    const address = `/verifications${query.size > 0 ? `?${query}` : ''}`;
    // Each letter of a search is not a page of its own to go back to.
    place.rename(address, event.target !== search);
    tabRow.replaceChildren(renderTabs(place, query));
    void read();
  };
  tools.addEventListener('submit', (event) => event.preventDefault());
  tools.addEventListener('input', apply);
  main.replaceChildren(make('h1', {}, word('verifications')), tabRow, tools, table, pager);
  fillRequesters(place, requester, query.get('requester') ?? '').catch(() => undefined);
  void read();
}
