/** What a route answers: a value as JSON, or whatever a function makes of the request. */
export type Reply = object | ((request: Request) => Response | Promise<Response>);

/** Where the pretended API is, the same as the reference server in memory. Never asked over the network. */
export const pretendedBase = 'https://review.example/api/';

/** A list of the contract, whole. */
export const listOf = (...items: readonly unknown[]): object => ({
  items,
  next_cursor: null,
  total: items.length,
});

export const json = (value: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(value), {
    ...init,
    headers: {'Content-Type': 'application/json', 'X-Request-Id': 'req-7f31', ...init.headers},
  });

/** A refusal as problem+json. Statuses that a client may retry (408, 429, 502–504) take their time; 500 does not. */
export const refusal =
  (status: number, code = 'example'): Reply =>
  () =>
    json(
      {type: 'about:blank', title: code, status, code},
      {status, headers: {'Content-Type': 'application/problem+json'}},
    );

/** No answer as long as somebody waits for one. */
export const silence: Reply = ({signal}: Request) =>
  new Promise<Response>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

/** A file of this kind. */
export const fileOf =
  (bytes: BlobPart, type: string): Reply =>
  () =>
    new Response(new Blob([bytes], {type}), {headers: {'Content-Type': type}});

/** Answers the first requests with the first replies, and every later one with the last. */
export function oneAfterTheOther(...replies: readonly Reply[]): Reply {
  let at = 0;
  return (request: Request) => {
    const reply = replies[Math.min(at++, replies.length - 1)];
    return answer(reply, request);
  };
}

function answer(reply: Reply | undefined, request: Request): Response | Promise<Response> {
  if (reply === undefined) return answer(refusal(404, 'not_found'), request);
  return typeof reply === 'function'
    ? (reply as (request: Request) => Response | Promise<Response>)(request)
    : json(reply);
}

/**
 * A `fetch` that answers by path below the API base, with filters (`customers/1/documents?archived=true`) before the path
 * alone. What it does not know is left to `otherwise`, by default: 404.
 */
export function answering(routes: Readonly<Record<string, Reply>>, otherwise?: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const below = request.url.startsWith(pretendedBase)
      ? request.url.slice(pretendedBase.length)
      : new URL(request.url).pathname.replace(/^\/api\//u, '');
    const [path = ''] = below.split('?');
    const reply = routes[below] ?? routes[path];
    if (reply === undefined && otherwise) return otherwise(request);
    return answer(reply, request);
  };
}
