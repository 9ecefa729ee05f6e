import type {TransactionSort} from '../../domain/transaction.js';
import type {SortOrder} from '../../ui/sort-header.js';
import type {WordKey} from '../../words/words.js';

/** The order of the rows, as the API names it. */
export interface Sorting {
  readonly sort: TransactionSort;
  readonly order: 'asc' | 'desc';
}

export const newestFirst: Sorting = {sort: 'at', order: 'desc'};

/** What each order is called. */
export const orders = {
  at: {column: 'transactions.time', desc: 'sort.newest', asc: 'sort.oldest'},
  amount: {column: 'transactions.amount', desc: 'sort.highest', asc: 'sort.lowest'},
  risk_score: {column: 'transactions.risk', desc: 'sort.highest', asc: 'sort.lowest'},
} as const satisfies Record<TransactionSort, Record<'column' | 'desc' | 'asc', WordKey>>;

/** The order after a column's head was pressed: by that column, highest first; pressed again, the other way round. */
export const sortedBy = (now: Sorting, by: TransactionSort): Sorting => ({
  sort: by,
  order: now.sort === by && now.order === 'desc' ? 'asc' : 'desc',
});

/** How the rows stand by this column, for its head. */
export function orderedBy(now: Sorting, by: TransactionSort): SortOrder | undefined {
  if (now.sort !== by) return undefined;
  return now.order === 'desc' ? 'descending' : 'ascending';
}
