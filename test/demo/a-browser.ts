import WebSocket from 'ws';

/** As much of a browser as a page needs that uses the server's API. */
export interface Page {
  ask(
    path: string,
    options?: {method?: string; headers?: Record<string, string>; body?: unknown},
  ): Promise<Response>;
  openSocket(customer: string): Promise<OpenSocket>;
}

export interface OpenSocket {
  readonly socket: WebSocket;
  /** The next frame of this type, or the one that came already. */
  frame(type: string): Promise<{readonly type: string; readonly id?: string; readonly revision?: number}>;
  closed(): Promise<number>;
}

/** Signs in as a persona of the demo. */
export async function openPage(address: string, persona: string): Promise<Page> {
  const session = await fetch(`${address}/back-office/session`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Origin: address},
    body: JSON.stringify({persona}),
  });
  if (!session.ok) throw new Error(`No session: ${session.status}`);
  const {token} = (await session.json()) as {token: string};
  const ask: Page['ask'] = (path, {method = 'GET', headers = {}, body} = {}) =>
    fetch(`${address}/${path}`, {
      method,
      headers: {
        ...(body !== undefined && {'Content-Type': 'application/json'}),
        Authorization: `Bearer ${token}`,
        Origin: address,
        ...headers,
      },
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
  return {
    ask,
    async openSocket(customer) {
      const answer = await ask(`api/customers/${customer}/socket-token`, {method: 'POST'});
      const {token: ticket, url} = (await answer.json()) as {token: string; url: string};
      const opened = listenTo(new WebSocket(url, 'kyc-review.v1', {origin: address}));
      opened.socket.on('open', () => opened.socket.send(JSON.stringify({type: 'auth', token: ticket})));
      await opened.frame('ready');
      return opened;
    },
  };
}

export function listenTo(socket: WebSocket): OpenSocket {
  const frames: {type: string}[] = [];
  let code: number | undefined;
  const listeners = new Set<() => void>();
  const tell = (): void => [...listeners].forEach((each) => each());
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString()) as {type: string});
    tell();
  });
  socket.on('close', (ended) => {
    code = ended;
    tell();
  });
  socket.on('error', () => undefined);
  const when = <T>(look: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`Waited in vain: ${JSON.stringify(frames)} ${code}`)),
        60_000,
      );
      const check = (): void => {
        const found = look();
        if (found === undefined) return;
        listeners.delete(check);
        clearTimeout(late);
        resolve(found);
      };
      listeners.add(check);
      check();
    });
  return {
    socket,
    frame: (type) => when(() => frames.find((each) => each.type === type)),
    closed: () => when(() => code),
  };
}
