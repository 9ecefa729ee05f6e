import type {Queries} from './database.js';
import {columnTypes, lists, type ColumnName, type Listed, type ListName} from './lists.js';

/** Stores rows of one list, a column of values at a time; `customer` is absent for customers themselves. */
export async function insertRows<L extends ListName>(
  inside: Queries,
  list: L,
  tenant: string,
  customer: string | undefined,
  records: readonly Listed[L][],
): Promise<void> {
  const [first] = records;
  if (!first) return;
  const {table, columns} = lists[list];
  const names = Object.keys(columns(first)) as ColumnName[];
  const sorted = records.map((each) => columns(each));
  const values: unknown[] = [tenant, records.map(({id}) => id), records.map((each) => JSON.stringify(each))];
  const given = ['$2::text[]', '$3::text[]'];
  for (const name of names) {
    values.push(sorted.map((each) => each[name]));
    given.push(`$${values.length}::${columnTypes[name]}[]`);
  }
  const own = customer === undefined ? [] : [`$${values.push(customer)}::text`];
  await inside.query(
    `insert into ${table} (tenant, ${own.length > 0 ? 'customer_id, ' : ''}id, body, ${names.join(', ')})
     select $1::text, ${[...own, 'id', 'body::json', ...names].join(', ')}
     from unnest(${given.join(', ')}) as given (id, body, ${names.join(', ')})`,
    values,
  );
}
