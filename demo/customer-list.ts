import {make} from './dom.js';
import type {SignedIn} from './signed-in.js';
import {say, sayCode, type DemoLanguage} from './words.js';

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
  who: SignedIn,
  filters: URLSearchParams,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const token = await who.token();
  for (let cursor: string | null = ''; cursor !== null;) {
    const search = new URLSearchParams([
      ...filters,
      ['limit', '200'],
      ...(cursor ? [['cursor', cursor]] : []),
    ]);
    const answer = await fetch(`/api/customers?${search}`, {
      headers: {Authorization: `Bearer ${token}`},
      signal,
    });
    if (!answer.ok) throw new Error(`The customers could not be read: ${answer.status}`);
    const page = (await answer.json()) as {
      readonly items: readonly Row[];
      readonly next_cursor: string | null;
    };
    rows.push(...page.items);
    cursor = page.next_cursor;
  }
  return rows;
}

function renderTable(rows: readonly Row[], language: DemoLanguage): HTMLElement {
  const heads = ['name', 'status', 'risk', 'services', 'updated'] as const;
  const when = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'});
  return make(
    'table',
    {},
    make(
      'thead',
      {},
      make('tr', {}, ...heads.map((each) => make('th', {scope: 'col'}, say(language, each)))),
    ),
    make(
      'tbody',
      {},
      ...rows.map((row) =>
        make(
          'tr',
          {},
          make(
            'td',
            {},
            make(
              'a',
              {href: `/profile/${encodeURIComponent(row.id)}`, 'data-to': 'profile'},
              make('bdi', {}, row.name ?? say(language, 'unnamed')),
            ),
          ),
          make('td', {}, sayCode(language, row.status)),
          make('td', {}, sayCode(language, row.risk)),
          make('td', {class: 'quiet'}, row.active_services.map((each) => sayCode(language, each)).join(', ')),
          make('td', {class: 'quiet'}, row.updated_at ? when.format(new Date(row.updated_at)) : '–'),
        ),
      ),
    ),
  );
}

/** The list of customers, with its search. */
export function showCustomers(into: HTMLElement, who: SignedIn, language: DemoLanguage): void {
  const word = (key: Parameters<typeof say>[1]) => say(language, key);
  const search = make('input', {type: 'search', name: 'q', autocomplete: 'off'});
  const status = make('select', {name: 'status'}, make('option', {value: ''}, word('all')));
  status.append(...statuses.map((each) => make('option', {value: each}, sayCode(language, each))));
  const table = make('div', {class: 'card table', 'aria-live': 'polite'});
  const tools = make(
    'form',
    {class: 'tools', role: 'search'},
    make('label', {}, word('search'), search),
    make('label', {}, word('status'), status),
  );
  let running: AbortController | undefined;
  const read = async () => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    const filters = new URLSearchParams();
    if (search.value) filters.set('q', search.value);
    if (status.value) filters.set('status', status.value);
    try {
      const rows = await readCustomers(who, filters, mine.signal);
      if (mine.signal.aborted) return;
      table.replaceChildren(
        rows.length > 0 ? renderTable(rows, language) : make('p', {class: 'note'}, word('none')),
      );
    } catch {
      if (!mine.signal.aborted)
        table.replaceChildren(make('p', {class: 'note', role: 'alert'}, word('failed')));
    }
  };
  tools.addEventListener('submit', (event) => event.preventDefault());
  tools.addEventListener('input', () => void read());
  table.append(make('p', {class: 'note'}, word('loading')));
  into.replaceChildren(make('h1', {}, word('customers')), tools, table);
  void read();
}
