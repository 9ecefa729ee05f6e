import {startServer} from '../../demo/server/server.js';
import {fill} from './contract-world.js';

// A process of its own with the small world, for tests that need several processes or one to kill.
const {PORT = '0', DATA_DIR = '', DATABASE_URL} = process.env;
try {
  const server = await startServer({
    port: Number(PORT),
    host: '127.0.0.1',
    databaseUrl: DATABASE_URL,
    dataFolder: DATA_DIR,
    pages: DATA_DIR,
    ticker: false,
    limits: {changesPerMinute: 1_000_000},
    seed: fill,
    say: (line) => console.log(line),
  });
  process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
  console.log(`Ready: ${server.address}`);
} catch (error) {
  console.log(`Refused: ${JSON.stringify(error)}`);
  process.exit(1);
}
