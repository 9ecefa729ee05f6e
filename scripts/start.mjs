import {spawn} from 'node:child_process';
import {root, setUp} from './setup.mjs';

// `npm start`: from a fresh clone to the running back-office page.

setUp();
const {buildDemo} = await import('./build-demo.mjs');
await buildDemo((line) => console.log(line));

const server = spawn(process.execPath, ['--import', 'tsx', 'demo/server/main.ts'], {
  cwd: root,
  stdio: 'inherit',
});

// The server closes its database and sockets by itself; this process only waits for that.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
});
