import {startProcess} from '../test/demo/a-process.js';
import {findPostgres, startPostgres} from '../test/support/postgres.js';
import {printTable} from './table.js';

/** How many decide at once, each on a case of their own. */
const laneCounts = [1, 8] as const;
const warmUpMs = 1_000;
const measuredMs = 4_000;

/** Rejects and reopens one case until the time is over. Answers how many decisions were recorded. */
async function decide(address: string, at: number, end: number): Promise<number> {
  const path = `${address}/api/verifications/idv/case-${at + 1}`;
  const authorization = {Authorization: 'Bearer a-token'};
  const seen = (await (await fetch(path, {headers: authorization})).json()) as Record<string, unknown>;
  let {version, status} = seen;
  let count = 0;
  for (; performance.now() < end; count++) {
    const action = status === 'rejected' ? 'reopen' : 'reject';
    const answer = await fetch(`${path}/${action}`, {
      method: 'POST',
      headers: {
        ...authorization,
        'Content-Type': 'application/json',
        'Idempotency-Key': `"${crypto.randomUUID()}"`,
        'If-Match': `"${String(version)}"`,
      },
      body: JSON.stringify({note: 'Both documents show another date of birth.'}),
    });
    const record = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`The server refuses to ${action}: ${JSON.stringify(record)}`);
    ({version, status} = record);
  }
  return count;
}

interface Rate {
  readonly lanes: number;
  readonly decisions: number;
  readonly updates: number;
}

/** Decisions a second through HTTP, and bare updates a second in the same database, in turns. */
async function ratesOf(databaseUrl: string): Promise<readonly Rate[]> {
  const server = startProcess('bench/case-server.ts', {
    DATABASE_URL: databaseUrl,
    CASES: String(Math.max(...laneCounts) + 1),
  });
  try {
    const [, address = ''] = await server.until(/Ready: (\S+)/);
    const decideIn = async (lanes: number, ms: number): Promise<number> => {
      const began = performance.now();
      const each = await Promise.all(
        Array.from({length: lanes}, (_, lane) => decide(address, lane, began + ms)),
      );
      const seconds = (performance.now() - began) / 1000;
      return each.reduce((sum, count) => sum + count, 0) / seconds;
    };
    const updateIn = async (lanes: number, ms: number): Promise<number> => {
      const answer = await fetch(`${address}/bare?lanes=${lanes}&ms=${ms}`);
      const {count} = (await answer.json()) as {count: number};
      return count / (ms / 1000);
    };
    const rates: Rate[] = [];
    for (const lanes of laneCounts) {
      await decideIn(lanes, warmUpMs);
      await updateIn(lanes, warmUpMs);
      const [decisions, updates] = [await decideIn(lanes, measuredMs), await updateIn(lanes, measuredMs)];
      rates.push({lanes, decisions, updates});
    }
    return rates;
  } finally {
    await server.stop('SIGTERM');
  }
}

/** Decisions a second on each database that there is. */
export async function measureServer(): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  const add = (database: string, rates: readonly Rate[]): void => {
    for (const {lanes, decisions, updates} of rates) {
      rows.push({
        database,
        'at once': lanes,
        'decisions a second': Math.round(decisions),
        'bare updates a second': Math.round(updates),
        'updates a decision': (updates / decisions).toFixed(1),
      });
    }
  };
  add('PGlite, in memory', await ratesOf(''));
  if (findPostgres()) {
    const postgres = await startPostgres();
    try {
      add('PostgreSQL, on this machine', await ratesOf(await postgres.createDatabase()));
    } finally {
      await postgres.stop();
    }
  }
  printTable(
    'Decisions over HTTP (key, If-Match, chain, outboxes) beside a bare guarded UPDATE of one row; no disk is waited for',
    rows,
  );
  if (!findPostgres()) console.log('  No PostgreSQL was found here; PG_BIN says where its programs are.');
}
