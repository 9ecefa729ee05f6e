import {caseTables} from './case-tables.js';
import type {Database} from './database.js';

/**
 * The steps from an empty database to this version's, in order. A step that has been published is never changed; a new
 * one is added instead.
 *
 * Bodies are `json` and not `jsonb`: they are kept and given back as they came, whatever characters they hold. Text that
 * is sorted by is compared byte by byte, so that the order is the same on every machine.
 */
const steps: readonly (readonly string[])[] = [
  [
    `create table tenants (id text primary key, name text not null)`,
    `create table users (
      tenant text not null, id text not null, name text not null, role text not null,
      permissions text[] not null, disabled boolean not null default false,
      primary key (tenant, id)
    )`,
    `create table secrets (name text primary key, value text not null)`,
    `create table tickets (
      hash text primary key, tenant text not null, user_id text not null, customer_id text not null,
      origin text, expires double precision not null
    )`,
    `create table customers (
      tenant text not null, id text collate "C" not null, revision integer not null default 1,
      at text collate "C" not null, status text not null, search text not null, body json not null,
      primary key (tenant, id)
    )`,
    `create index on customers (tenant, at, id)`,
    ...belowCustomers('documents', 'position double precision not null, archived boolean not null'),
    `create index on documents (tenant, customer_id, position, id)`,
    ...belowCustomers('aml_records', 'at text collate "C" not null'),
    `create index on aml_records (tenant, customer_id, at, id)`,
    ...belowCustomers('video_calls', 'at text collate "C" not null'),
    `create index on video_calls (tenant, customer_id, at, id)`,
    ...belowCustomers(
      'transactions',
      `at text collate "C" not null, amount numeric not null, risk_score double precision not null,
       status text not null, direction text not null, currency text not null, day date, flagged boolean not null,
       search text not null`,
    ),
    `create index on transactions (tenant, customer_id, at, id)`,
    `create index on transactions (tenant, customer_id, amount, id)`,
    `create index on transactions (tenant, customer_id, risk_score, id)`,
    ...belowCustomers(
      'travel_rule_logs',
      'at text collate "C" not null, status text not null, direction text not null, search text not null',
    ),
    `create index on travel_rule_logs (tenant, customer_id, at, id)`,
    ...belowCustomers('questionnaires', 'at text collate "C" not null'),
    `create index on questionnaires (tenant, customer_id, at, id)`,
    `create table files (
      tenant text not null, path text not null, customer_id text collate "C" not null, media_type text not null,
      bytes bytea,
      primary key (tenant, path),
      foreign key (tenant, customer_id) references customers (tenant, id) on delete cascade
    )`,
  ],
  caseTables,
];

function belowCustomers(table: string, columns: string): readonly string[] {
  return [
    `create table ${table} (
      tenant text not null, customer_id text collate "C" not null, id text collate "C" not null, ${columns},
      body json not null,
      primary key (tenant, id),
      foreign key (tenant, customer_id) references customers (tenant, id) on delete cascade
    )`,
  ];
}

/** Any number that nobody else uses for a lock in this database. */
export const advisoryLock = 7_291_604;

/** Brings a database to this version. Processes that start together take turns. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (inside) => {
    await inside.query('select pg_advisory_xact_lock($1)', [advisoryLock]);
    await inside.query(
      'create table if not exists migrations (step integer primary key, at timestamptz not null default now())',
    );
    const [done] = await inside.query<{steps: number}>('select count(*)::integer as steps from migrations');
    const known = done?.steps ?? 0;
    if (known > steps.length) {
      throw new Error(
        `The database was made by a newer version: it has ${known} steps, this one knows ${steps.length}.`,
      );
    }
    for (const [index, statements] of steps.entries()) {
      if (index < known) continue;
      for (const statement of statements) await inside.query(statement);
      await inside.query('insert into migrations (step) values ($1)', [index + 1]);
    }
  });
}
