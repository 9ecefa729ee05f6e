import type {Clock} from '../../src/api/clock.js';

/** What an answer to one request comes to. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** Stands where `fetch` does and remembers every request. */
export class FakeServer {
  readonly requests: Request[] = [];
  private readonly handler: Handler;

  constructor(handler: Handler) {
    this.handler = handler;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    this.requests.push(request);
    request.signal.throwIfAborted();
    return this.handler(request);
  };

  get tokens(): readonly (string | undefined)[] {
    return this.requests.map(({headers}) => headers.get('Authorization')?.replace('Bearer ', ''));
  }
}

/** An answer that comes later. */
export const later = (clock: Clock, ms: number, response: () => Response): Promise<Response> =>
  new Promise((resolve) => clock.after(ms, () => resolve(response())));

export const never = (): Promise<Response> => new Promise(() => {});

export const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: {'Content-Type': 'application/json', ...(init.headers as Record<string, string> | undefined)},
  });

export const problem = (status: number, extra: object = {}, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({type: 'about:blank', title: 'No', status, ...extra}), {
    status,
    headers: {'Content-Type': 'application/problem+json', ...headers},
  });
