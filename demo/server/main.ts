import {fileURLToPath} from 'node:url';
import {FolderInUse} from './folder-lock.js';
import {startServer, type RunningServer} from './server.js';
import {makeWorld, seedWorld} from './world/seed.js';
import {putScoring} from './world/settings.js';

const say = (line: string): void => console.log(line);
/** What a variable says. One that is set to nothing is as good as absent. */
const variable = (name: string, otherwise: string): string => process.env[name] || otherwise;

const wantedPort = variable('PORT', '8080');
const dataFolder = variable('DATA_DIR', '.data');
const changesPerMinute = Number(variable('CHANGES_PER_MINUTE', '0'));

let server: RunningServer | undefined;
let isEnding = false;

/** Ctrl-C arrives once from the terminal and once more from the script that started this, so it counts once. */
async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  say('Ending');
  setTimeout(() => process.exit(1), 10_000).unref();
  await server?.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

const port = Number(wantedPort);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  say(`PORT is ${wantedPort}, which is no port.`);
  process.exit(1);
}

try {
  const world = makeWorld();
  const files = new Map(
    [...world.customers, ...world.verifications].flatMap(({tenant, files = []}) =>
      files.map((each) => [`${tenant} ${each.path}`, each] as const),
    ),
  );
  server = await startServer({
    port,
    host: variable('HOST', '127.0.0.1'),
    databaseUrl: process.env['DATABASE_URL'],
    dataFolder,
    pages: fileURLToPath(new URL('../dist', import.meta.url)),
    origins: variable('ORIGINS', '')
      .split(/[\s,]+/)
      .filter((each) => each !== ''),
    ticker: process.env['TICKER'] !== 'off',
    limits: changesPerMinute > 0 ? {changesPerMinute} : undefined,
    smtpUrl: process.env['SMTP_URL'],
    mailFrom: process.env['MAIL_FROM'] || undefined,
    subscriber: true,
    seed: seedWorld,
    furnish: ({outbox}) => putScoring(outbox),
    origin: (tenant, path) => {
      const file = files.get(`${tenant} ${path}`);
      return file && (() => file.bytes());
    },
    say,
  });
  if (isEnding) await server.close();
  else say(`Ready: ${server.address}`);
} catch (error) {
  if (error instanceof FolderInUse) {
    const where = error.address === undefined ? 'It is still starting.' : `It is running at ${error.address}`;
    say(`The data folder ${dataFolder} is in use by process ${error.pid}. ${where}`);
  } else {
    say(`Cannot start: ${error instanceof Error ? error.message : String(error)}`);
  }
  process.exit(1);
}
