import {createServer} from 'node:net';
import {parentPort, workerData} from 'node:worker_threads';

// Answers for a lock from a thread of its own: a process that is busy for seconds is alive all the same.

const server = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.end(workerData);
});
server.on('error', (error) => {
  throw error;
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage(server.address().port));
