import pg from 'pg';
import type {Database, Queries} from './database.js';

const firstRetry = 200;
const longestRetry = 5000;

/** Opens a real PostgreSQL, which any number of processes may share. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({connectionString: url, max: 8, application_name: 'kyc-review-demo'});
  // A lost connection fails the query that was on it; idle ones are replaced in silence.
  pool.on('error', () => undefined);
  // The pool listens to its connections only while they are idle, and an error that nobody listens to ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const listeners = new Set<() => Promise<void>>();

  const queriesOver = (inner: Pick<pg.Pool | pg.PoolClient, 'query'>): Queries => ({
    async query<R extends object>(sql: string, values: readonly unknown[] = []) {
      return (await inner.query(sql, [...values])).rows as R[];
    },
  });

  return {
    ...queriesOver(pool),
    async transaction(work) {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query('begin');
        const result = await work(queriesOver(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => (broken = true));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async listen(channel, hear, onGap) {
      const stop = await keepListening(url, channel, hear, onGap);
      listeners.add(stop);
      return async () => {
        listeners.delete(stop);
        await stop();
      };
    },
    async close() {
      await Promise.all([...listeners].map((stop) => stop()));
      await pool.end();
    },
  };
}

/** A connection of its own that comes back when it is lost, and then says that there was a gap. */
async function keepListening(
  url: string,
  channel: string,
  hear: (payload: string) => void,
  onGap: () => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let current: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      application_name: 'kyc-review-demo-listen',
    });
    let lost = false;
    const onLost = (): void => {
      if (lost) return;
      lost = true;
      if (current !== client) return;
      current = undefined;
      void client.end().catch(() => undefined);
      retryLater(firstRetry);
    };
    client.on('error', onLost);
    client.on('end', onLost);
    client.on('notification', ({payload}) => hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      lost = true;
      await client.end().catch(() => undefined);
      throw error;
    }
    current = client;
    if (stopped) await client.end();
  }

  function retryLater(wait: number): void {
    if (stopped) return;
    retry = setTimeout(() => {
      connect().then(onGap, () => retryLater(Math.min(wait * 2, longestRetry)));
    }, wait);
  }

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    const client = current;
    current = undefined;
    await client?.end().catch(() => undefined);
  };
}
