/** What may work on verifications, and may not touch what is written down for good. */
export const appRole = 'review_app';

const tenantAndCase = 'tenant text not null, verification_id text collate "C" not null';
const ofCase = 'foreign key (tenant, verification_id) references verifications (tenant, id)';

/**
 * The tables of verifications. Events are only ever added: a trigger refuses everything else to everybody, the tables'
 * owner included, and the role that the server works as is not granted it either. Moments that are only compared are
 * milliseconds since 1970.
 */
export const caseTables: readonly string[] = [
  `create table verifications (
    tenant text not null, id text collate "C" not null, type text not null, version integer not null,
    status text not null, revision integer not null default 1, at text collate "C" not null, channel text,
    requester text, search text not null, finding_ids text[] not null default '{}',
    chain_count integer not null default 0, chain_head text not null default '', body json not null,
    primary key (tenant, id)
  )`,
  `create index on verifications (tenant, at, id)`,
  `create index on verifications using gin (finding_ids)`,
  `create table verification_events (
    ${tenantAndCase}, seq integer not null, id text collate "C" not null, type text not null,
    at text collate "C" not null, actor text, hash text not null, prev_hash text, body json not null,
    primary key (tenant, verification_id, seq), ${ofCase}
  )`,
  `create index on verification_events (tenant, at, id)`,
  `create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'What is written here stays as it is.' using errcode = 'insufficient_privilege'; end $$`,
  `create trigger only_added before update or delete on verification_events
    for each row execute function refuse_change()`,
  `create trigger never_emptied before truncate on verification_events
    for each statement execute function refuse_change()`,
  `create table verification_notes (
    ${tenantAndCase}, id text collate "C" not null, at text collate "C" not null, body json not null,
    primary key (tenant, id), ${ofCase}
  )`,
  `create index on verification_notes (tenant, verification_id, at, id)`,
  `create table face_judgements (
    ${tenantAndCase}, user_id text not null, outcome text not null, at text not null,
    primary key (tenant, verification_id, user_id), ${ofCase}
  )`,
  `create table verification_files (
    tenant text not null, path text not null, verification_id text collate "C" not null, media_type text not null,
    bytes bytea,
    primary key (tenant, path), ${ofCase}
  )`,
  `create table downloads (
    ${tenantAndCase}, user_id text not null, download_id text not null, at text not null,
    primary key (tenant, verification_id, user_id, download_id), ${ofCase}
  )`,
  `create table answers (
    tenant text not null, actor text not null, route text not null, key text not null, fingerprint text not null,
    at double precision not null, status integer, headers json, body text,
    primary key (tenant, actor, route, key)
  )`,
  `create index on answers (at)`,
  `create table settings (tenant text not null, name text not null, body json not null, primary key (tenant, name))`,
  `create table webhooks (
    tenant text not null, id text collate "C" not null, url text not null, events text[] not null, secret text not null,
    created_at text collate "C" not null,
    primary key (tenant, id)
  )`,
  `create table webhook_messages (
    ${tenantAndCase}, id text collate "C" not null, webhook_id text collate "C" not null, seq integer not null,
    type text not null, created_at text not null, body json not null, attempts integer not null default 0,
    next_at double precision not null, done_at double precision, last_error text,
    primary key (tenant, id),
    foreign key (tenant, webhook_id) references webhooks (tenant, id) on delete cascade
  )`,
  `create index on webhook_messages (tenant, webhook_id, verification_id, seq) where done_at is null`,
  `create index on webhook_messages (next_at) where done_at is null`,
  `create table notification_templates (
    tenant text not null, event text not null, subject text not null, text text not null, enabled boolean not null,
    primary key (tenant, event)
  )`,
  `create table notifications (
    ${tenantAndCase}, id text collate "C" not null, event text not null, recipient text not null, subject text not null,
    text text not null, created_at text collate "C" not null, attempts integer not null default 0,
    next_at double precision not null, sent_at double precision,
    primary key (tenant, id)
  )`,
  `create index on notifications (next_at) where sent_at is null`,
  `create table audit_pdfs (
    ${tenantAndCase}, seq integer not null, state text not null check (state in ('waiting', 'ready', 'failed')),
    attempts integer not null default 0, next_at double precision not null, bytes bytea,
    primary key (tenant, verification_id, seq), ${ofCase}
  )`,
  `create index on audit_pdfs (next_at) where state = 'waiting'`,
  // Tickets live for a minute; those of before the renaming name no path.
  `delete from tickets`,
  `alter table tickets rename column customer_id to subject`,
  // A server whose user may make no roles goes on without; the trigger holds all the same.
  `do $$ begin
    if not exists (select from pg_roles where rolname = '${appRole}') then create role ${appRole} nologin; end if;
  exception when insufficient_privilege or duplicate_object or unique_violation then null;
  end $$`,
  `do $$ begin
    if exists (select from pg_roles where rolname = '${appRole}') then
      grant select, insert, update, delete on all tables in schema public to ${appRole};
      revoke all on verification_events from ${appRole};
      grant select, insert on verification_events to ${appRole};
    end if;
  exception when insufficient_privilege then null;
  end $$`,
];
