import {lockFolder} from '../../demo/server/folder-lock.js';

// Takes a folder and is busy from then on: nothing else on its thread ever gets a turn.
await lockFolder(process.env['DATA_DIR'] ?? '');
console.log('Locked');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
