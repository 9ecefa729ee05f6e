import {settled} from './fake-clock.js';

/** Answers that somebody still waits for or reads. */
let underWay = 0;

/** Until nothing happens any more that needs no time: answers are read within as many turns as the browser likes. */
export async function quiet(): Promise<void> {
  for (let turn = 0, still = 0; still < 30 && turn < 5000; turn++) {
    await settled();
    still = underWay > 0 ? 0 : still + 1;
  }
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

/** JSON from a stream of this page; whoever is quiet waits until it is read. */
export function readJson(value: unknown, headers: Record<string, string> = {}): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
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
  return new Response(body, {headers: {'Content-Type': 'application/json', ...headers}});
}
