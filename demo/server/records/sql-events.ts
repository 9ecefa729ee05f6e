import type {AuditEvent} from '../../../src/domain/audit-event.js';
import {momentOf} from './case-row.js';
import type {Queries} from './database.js';

/** Writes links of a chain that are already made. */
export async function insertEvents(
  inside: Queries,
  tenant: string,
  id: string,
  events: readonly AuditEvent[],
): Promise<void> {
  const column = <T>(of: (event: AuditEvent) => T): readonly T[] => events.map(of);
  await inside.query(
    `insert into verification_events (tenant, verification_id, seq, id, type, at, actor, hash, prev_hash, body)
     select $1, $2, seq, id, type, at, actor, hash, prev_hash, body::json
     from unnest($3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
       as given (seq, id, type, at, actor, hash, prev_hash, body)`,
    [
      ...[tenant, id, column(({seq}) => seq), column((each) => each.id), column(({type}) => type)],
      ...[column(({at}) => momentOf(at)), column(({actor}) => actor.id ?? null), column(({hash}) => hash)],
      ...[column(({prev_hash}) => prev_hash ?? null), column((each) => JSON.stringify(each))],
    ],
  );
}
