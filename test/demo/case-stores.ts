import {MemoryRecords} from '../../demo/server/records/memory.js';
import type {Database} from '../../demo/server/records/database.js';
import {openPglite} from '../../demo/server/records/pglite.js';
import type {Records} from '../../demo/server/records/records.js';
import {SqlRecords} from '../../demo/server/records/sql.js';
import type {VerificationFolder} from '../../demo/server/world/world.js';
import {aCase} from './contract-cases.js';
import {fill, home} from './contract-world.js';

/** A store that verifications can be added to at any time. */
export interface CaseStore {
  readonly records: Records;
  add(folder: VerificationFolder): Promise<void>;
}

export function inMemory(): CaseStore {
  const records = new MemoryRecords();
  return {records, add: (folder) => records.cases.add(folder)};
}

export async function inDatabase(database: Database): Promise<CaseStore> {
  const records = await SqlRecords.open(database);
  // What is added before the store is filled would let it pass for full.
  await records.seed(fill);
  return {records, add: (folder) => records.cases.add(database, folder)};
}

export const inPglite = async (): Promise<CaseStore> => inDatabase(await openPglite());

/** Adds a case of its own for one test. Answers its path. */
export function caseMaker(store: () => CaseStore) {
  let count = 0;
  return async (status: string, over: Parameters<typeof aCase>[2] = {}) => {
    const id = `fresh-${++count}`;
    await store().add({tenant: home, ...aCase(id, status, over)});
    return {id, name: {type: over.type ?? 'idv', id}, path: `verifications/${over.type ?? 'idv'}/${id}`};
  };
}
