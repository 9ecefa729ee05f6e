import {startServer} from '../../demo/server/server.js';
import {aCase} from '../../demo/server/world/small-world.js';
import {aVerification} from '../../demo/server/world/verification-builders.js';
import {tenants} from '../../demo/server/world/world.js';
import {caseName} from './orders.js';

// The server of a chaos run: a process of its own, because it is killed again and again, on a store that outlives it.
const {PORT = '0', DATA_DIR = '', PAGES = '', DATABASE_URL, CASES = '0'} = process.env;
const server = await startServer({
  port: Number(PORT),
  host: '127.0.0.1',
  databaseUrl: DATABASE_URL,
  dataFolder: DATA_DIR,
  pages: PAGES,
  ticker: false,
  // Pages whose time runs faster than the server's must not take their tokens for old ones.
  tokenSeconds: 24 * 60 * 60,
  limits: {changesPerMinute: 1_000_000},
  seed: async (writer) => {
    for (const tenant of tenants) await writer.addTenant(tenant);
    for (let n = 0; n < Number(CASES); n++) {
      const verification = aVerification({...caseName(n), short_id: null, documents: []});
      await writer.addVerification(aCase({verification, events: [], files: [], notes: []}));
    }
  },
  say: (line) => console.log(line),
});
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
console.log(`Ready: ${server.address}`);
