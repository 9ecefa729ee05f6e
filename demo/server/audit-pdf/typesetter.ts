import {Worker} from 'node:worker_threads';
import type {Answer, Order} from './press.js';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let orders = 0;

function open(): Worker {
  const opened = new Worker(new URL('./press.mjs', import.meta.url));
  const onEnd = (): void => {
    if (worker !== opened) return;
    worker = undefined;
    for (const each of waiting.values()) each.reject(new Error('The press stopped.'));
    waiting.clear();
  };
  opened.on('error', onEnd);
  opened.on('exit', onEnd);
  opened.on('message', (answer: Answer) => {
    const order = waiting.get(answer.number);
    waiting.delete(answer.number);
    // An idle press keeps no process running.
    if (waiting.size === 0) opened.unref();
    if ('bytes' in answer) order?.resolve(answer.bytes);
    else order?.reject(new Error(`The paper could not be set: ${answer.error}`));
  });
  return opened;
}

/** Sets the paper with what is written on it. */
export function typeset(content: object): Promise<Uint8Array> {
  const press = (worker ??= open());
  press.ref();
  const number = ++orders;
  return new Promise((resolve, reject) => {
    waiting.set(number, {resolve, reject});
    press.postMessage({number, content} satisfies Order);
  });
}
