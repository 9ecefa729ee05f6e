import type {Customer} from '../../../src/domain/customer.js';
import type {Queries} from './database.js';
import {lists, type FolderList, type Listed} from './lists.js';
import {oneVersionLater, type FolderEditor} from './records.js';
import {insertRows} from './sql-rows.js';

/** A customer's folder while it is changed: changes that are written together at the end. */
export class Draft implements FolderEditor {
  private next: Customer;
  private readonly before: Customer;
  private readonly inside: Queries;
  private readonly tenant: string;
  private readonly puts: (() => Promise<void>)[] = [];

  constructor(inside: Queries, tenant: string, customer: Customer) {
    this.inside = inside;
    this.tenant = tenant;
    this.before = customer;
    this.next = customer;
  }

  get customer(): Customer {
    return this.next;
  }

  async rows<L extends FolderList>(list: L): Promise<readonly Listed[L][]> {
    await this.write();
    const found = await this.inside.query<{body: Listed[L]}>(
      `select body from ${lists[list].table} where tenant = $1 and customer_id = $2`,
      [this.tenant, this.before.id],
    );
    return found.map(({body}) => body);
  }

  setCustomer(next: Customer): void {
    this.next = oneVersionLater(next, this.before);
  }

  put<L extends FolderList>(list: L, row: Listed[L]): void {
    this.puts.push(async () => {
      const {table} = lists[list];
      const [before] = await this.inside.query<{body: object}>(
        `delete from ${table} where tenant = $1 and customer_id = $2 and id = $3 returning body`,
        [this.tenant, this.before.id, row.id],
      );
      await insertRows(this.inside, list, this.tenant, this.before.id, [oneVersionLater(row, before?.body)]);
    });
  }

  private async write(): Promise<void> {
    for (const put of this.puts.splice(0)) await put();
  }

  async keep(): Promise<void> {
    await this.write();
    if (this.next === this.before) return;
    const {at, status, search} = lists.customers.columns(this.next);
    await this.inside.query(
      'update customers set body = $3::json, at = $4, status = $5, search = $6 where tenant = $1 and id = $2',
      [this.tenant, this.before.id, JSON.stringify(this.next), at, status, search],
    );
  }
}
