import {pathTo} from './addresses.js';
import {make} from './dom.js';
import type {Place} from './place.js';
import {moment, outside, readJson, reading, renderNote, renderTable, type Paged} from './table.js';

interface Row {
  readonly id: string;
  readonly name?: string | null;
  readonly status: string;
  readonly risk: string;
  readonly active_services: readonly string[];
  readonly updated_at?: string | null;
}

const statuses = [
  'CREATED',
  'INCOMPLETE',
  'PENDING_UPLOAD',
  'PENDING_REVIEW',
  'PENDING_APPROVAL',
  'APPROVED',
  'REJECTED',
  'BLACKLISTED',
  'INACTIVE',
];

async function readCustomers(
  {who}: Place,
  filters: URLSearchParams,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const search = new URLSearchParams([
      ...filters,
      ['limit', '200'],
      ...(cursor ? [['cursor', cursor]] : []),
    ]);
    const page: Paged<Row> = await readJson(who.ask(`/api/customers?${search}`, {signal}));
    rows.push(...page.items);
    cursor = page.next_cursor;
  }
  return rows;
}

const cells = (place: Place, row: Row) => [
  make(
    'a',
    {href: pathTo('profile', row.id), 'data-to': 'profile'},
    row.name ? outside(row.name) : place.word('unnamed'),
  ),
  place.code(row.status),
  place.code(row.risk),
  make('span', {class: 'quiet'}, row.active_services.map(place.code).join(', ')),
  make('span', {class: 'quiet'}, moment(place, row.updated_at)),
];

/** The list of customers, with its search. */
export function showCustomers(place: Place): void {
  const {main, word, code} = place;
  const search = make('input', {type: 'search', name: 'q', autocomplete: 'off'});
  const status = make('select', {name: 'status'}, make('option', {value: ''}, word('all')));
  status.append(...statuses.map((each) => make('option', {value: each}, code(each))));
  const table = make('div', {class: 'card table', 'aria-live': 'polite'});
  const tools = make(
    'form',
    {class: 'tools', role: 'search'},
    make('label', {}, word('search'), search),
    make('label', {}, word('status'), status),
  );
  const read = reading(place, table, async (signal) => {
    const filters = new URLSearchParams();
    if (search.value) filters.set('q', search.value);
    if (status.value) filters.set('status', status.value);
    const rows = await readCustomers(place, filters, signal);
    if (rows.length === 0) return [renderNote(word('none'))];
    const heads = ['name', 'status', 'risk', 'services', 'updated'] as const;
    return [
      renderTable(
        place,
        heads,
        rows.map((row) => cells(place, row)),
      ),
    ];
  });
  tools.addEventListener('submit', (event) => event.preventDefault());
  tools.addEventListener('input', () => void read());
  main.replaceChildren(make('h1', {}, word('customers')), tools, table);
  void read();
}
