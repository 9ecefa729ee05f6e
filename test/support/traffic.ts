import {settled} from './fake-clock.js';
import {waitUntil} from './until.js';

/** Answers that somebody still waits for or reads. */
let underWay = 0;

/** Until nothing happens any more that needs no time: answers are read within as many turns as the browser likes. */
export async function quiet(): Promise<void> {
  let still = 0;
  const isStill = (): boolean => {
    still = underWay > 0 ? 0 : still + 1;
    return still > 30;
  };
  await waitUntil(isStill, 'an answer is never read', {pause: settled});
}

/** Something that takes turns and no time; whoever is quiet waits for it. */
export async function atOnce<T>(work: () => Promise<T>): Promise<T> {
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
  }
}

/** An answer from a stream of this page; whoever is quiet waits until it is read. */
function streamed(bytes: Uint8Array, init: ResponseInit): Response {
  underWay += 1;
  const body = new ReadableStream(
    {
      pull(stream) {
        stream.enqueue(bytes);
        stream.close();
        underWay -= 1;
      },
      cancel() {
        underWay -= 1;
      },
    },
    {highWaterMark: 0},
  );
  return new Response(body, init);
}

export const readJson = (value: unknown, headers: Record<string, string> = {}): Response =>
  streamed(new TextEncoder().encode(JSON.stringify(value)), {
    headers: {'Content-Type': 'application/json', ...headers},
  });

/** The same answer from a stream of this page: a browser reads its own ones on another thread, which takes its time. */
export const fromHere = ({status, headers, body}: Response): Response | Promise<Response> =>
  body === null
    ? new Response(null, {status, headers})
    : atOnce(async () => streamed(new Uint8Array(await new Response(body).arrayBuffer()), {status, headers}));
