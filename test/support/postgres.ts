import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export interface RunningPostgres {
  /** A database of its own, empty. */
  createDatabase(): Promise<string>;
  /** Ends every connection whose application name is like this; answers how many. */
  disconnect(applicationName: string): Promise<number>;
  stop(): Promise<void>;
}

/** Whether a missing PostgreSQL is an error and not a reason to skip. */
export const isPostgresRequired = process.env.REQUIRE_POSTGRES === '1';

/** The folder with PostgreSQL's programs: `PG_BIN`, the path, or where Debian puts them. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...(process.env.PG_BIN ? [process.env.PG_BIN] : []),
    ...(process.env.PATH ?? '').split(':'),
    ...versions.map((each) => join(debian, each, 'bin')),
  ];
  return places.find(
    (each) => each !== '' && existsSync(join(each, 'initdb')) && existsSync(join(each, 'postgres')),
  );
}

/** PostgreSQL refuses to run as root, so there it runs as the user that Debian makes for it. */
function asPostgres(program: string, args: readonly string[]): readonly [string, readonly string[]] {
  if (process.getuid?.() !== 0) return [program, args];
  if (existsSync('/usr/sbin/runuser') || existsSync('/sbin/runuser')) {
    return ['runuser', ['-u', 'postgres', '--', program, ...args]];
  }
  const quoted = [program, ...args].map((each) => `'${each.replaceAll("'", `'\\''`)}'`).join(' ');
  return ['su', ['-s', '/bin/sh', 'postgres', '-c', `exec ${quoted}`]];
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts a PostgreSQL of its own in a temporary folder, on a free port. */
export async function startPostgres(): Promise<RunningPostgres> {
  const programs = findPostgres();
  if (!programs) throw new Error('No PostgreSQL programs were found. Set PG_BIN to their folder.');
  const folder = await mkdtemp(join(tmpdir(), 'kyc-review-postgres-'));
  const data = join(folder, 'data');
  const port = await freePort();
  if (process.getuid?.() === 0) await run('chown', ['postgres', folder]);
  await chmod(folder, 0o700);

  const [init, initArgs] = asPostgres(join(programs, 'initdb'), [
    ...['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
  ]);
  await run(init, [...initArgs], {cwd: folder});
  const [start, startArgs] = asPostgres(join(programs, 'postgres'), [
    ...['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'],
    ...['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
  ]);
  const server = spawn(start, [...startArgs], {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']});
  const urlOf = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await untilReady(server);

  const ask = async (sql: string, values: readonly unknown[] = []): Promise<pg.QueryResult> => {
    const client = new pg.Client({connectionString: urlOf('postgres')});
    await client.connect();
    try {
      return await client.query(sql, [...values]);
    } finally {
      await client.end();
    }
  };

  let databases = 0;
  return {
    async createDatabase() {
      const name = `review_${++databases}`;
      await ask(`create database ${name}`);
      return urlOf(name);
    },
    async disconnect(applicationName) {
      const {rowCount} = await ask(
        'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
        [applicationName],
      );
      return rowCount ?? 0;
    },
    async stop() {
      const [stop, stopArgs] = asPostgres(join(programs, 'pg_ctl'), [
        '-D',
        data,
        '-m',
        'immediate',
        '-w',
        'stop',
      ]);
      await run(stop, [...stopArgs], {cwd: folder});
      await rm(folder, {recursive: true, force: true});
    },
  };
}

/** The server says when it takes connections; its own words are the error when it ends instead. */
function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('close', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}
