import {setImmediate as nextTurn} from 'node:timers/promises';
import {PGlite} from '@electric-sql/pglite';
import type {Database, Queries} from './database.js';

/** Opens the embedded PostgreSQL, which only one process at a time may do. Without a folder it lives in memory. */
export async function openPglite(folder?: string): Promise<Database> {
  const db = await PGlite.create(folder === undefined ? {} : {dataDir: folder});
  const queriesOver = (inner: Pick<PGlite, 'query'>): Queries => ({
    async query<R extends object>(sql: string, values: readonly unknown[] = []) {
      const {rows} = await inner.query<R>(sql, [...values]);
      // The database works on this thread and never waits, so a long row of queries would let nothing else have a turn:
      // neither requests nor Ctrl-C.
      await nextTurn();
      return rows;
    },
  });
  return {
    ...queriesOver(db),
    transaction: (work) => db.transaction((inside) => work(queriesOver(inside as Pick<PGlite, 'query'>))),
    async listen(channel, hear) {
      const stop = await db.listen(channel, hear);
      return () => stop();
    },
    close: () => db.close(),
  };
}
