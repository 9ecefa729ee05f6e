import {connect, createServer, type Server, type Socket} from 'node:net';

/** A request as it came by. */
export interface Passed {
  readonly method: string;
  readonly target: string;
  /** The request line and all headers. */
  readonly head: string;
  /** Whether it asks for a socket. */
  readonly isSocket: boolean;
}

/** What may happen to a request, under the names that fault proxies have given it. */
export type Fault =
  /** The answer takes so many milliseconds longer. */
  | {readonly latency: number}
  /** The server gets it once the gate is open. */
  | {readonly held: Gate}
  /** The server works, and its answer leaves once the gate is open. */
  | {readonly answer_held: Gate}
  /** Nobody ever answers. */
  | 'timeout'
  /** The connection is torn down instead of an answer. */
  | 'reset_peer'
  /** The server works, and its answer is lost. */
  | 'drop_response'
  /** The server gets it twice, on two connections at once. */
  | 'duplicate'
  /** The connection breaks after so many bytes of the answer. */
  | {readonly limit_data: number}
  /** The answer comes in pieces of so many bytes. */
  | {readonly slicer: number}
  /** The proxy answers in the server's place. */
  | {readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string}
  /** A proxy that knows no sockets answers with a page. */
  | 'strip_upgrade'
  /** The head of the answer is changed on its way. */
  | {readonly edit_head: (head: string) => string};

export type Script = (request: Passed) => Fault | undefined;

/** Where requests or their answers wait until a test lets them all go at once. */
export class Gate {
  /** How many have arrived. */
  arrived = 0;
  readonly opened: Promise<void>;
  /** Lets go. */
  readonly open: () => void;
  private readonly expected: number;

  /** @param expected It opens by itself when so many are there. */
  constructor(expected = Infinity) {
    this.expected = expected;
    let letGo = (): void => undefined;
    this.opened = new Promise((resolve) => (letGo = resolve));
    this.open = letGo;
  }

  /** One more is there. Answers what it waits for. */
  arrive(): Promise<void> {
    if (++this.arrived >= this.expected) this.open();
    return this.opened;
  }
}

/** The opcode of a close frame. */
const closing = 8;
const headEnd = '\r\n\r\n';

/** Stands between a browser and a server, on a port of its own, and does to their connections what networks do. */
export class FaultProxy {
  /** Every request so far, whatever became of it. */
  readonly requests: Passed[] = [];
  /** The close codes that browsers have sent on their sockets. */
  readonly closes: number[] = [];
  /** What happens to the requests that come from now on. */
  script: Script = () => undefined;
  /** Where the server is. */
  target = 0;
  /** What servers say on sockets is kept back from now on, once the socket is open. */
  holds = false;
  private isDown = false;
  private readonly links = new Set<Link>();
  private readonly server: Server;

  static start(): Promise<FaultProxy> {
    return new Promise((resolve) => {
      const proxy: FaultProxy = new FaultProxy();
      proxy.server.listen(0, '127.0.0.1', () => resolve(proxy));
    });
  }

  private constructor() {
    this.server = createServer({noDelay: true}, (client) => {
      client.on('error', () => undefined);
      if (this.isDown) return client.resetAndDestroy();
      const link: Link = new Link(client, this, () => this.links.delete(link));
      this.links.add(link);
    });
  }

  get address(): string {
    const bound = this.server.address();
    return `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`;
  }

  /** How many sockets are open all the way to the server. */
  get sockets(): number {
    return [...this.links].filter(({isSocket}) => isSocket).length;
  }

  /** The requests for sockets so far. */
  get dials(): readonly Passed[] {
    return this.requests.filter(({isSocket}) => isSocket);
  }

  /** Requests whose target this matches. */
  asked(what: RegExp): readonly Passed[] {
    return this.requests.filter(({method, target}) => what.test(`${method} ${target}`));
  }

  /** Everything breaks, and nobody gets in. */
  down(): void {
    this.isDown = true;
    for (const link of this.links) link.reset();
  }

  up(): void {
    this.isDown = false;
  }

  /** All is well again, and nothing has happened yet. */
  heal(): void {
    this.isDown = false;
    this.script = () => undefined;
    this.resumeSockets();
    this.requests.splice(0);
    this.closes.splice(0);
  }

  /** Tears all open sockets down. */
  resetSockets(): void {
    for (const link of this.openSockets()) link.reset();
  }

  /** Open sockets stay open, and nothing flows: half-open. */
  pauseSockets(): void {
    for (const link of this.openSockets()) link.pause();
  }

  /** What was kept back flows again. */
  resumeSockets(): void {
    this.holds = false;
    for (const link of this.openSockets()) link.resume();
  }

  /** Says something on all open sockets in the server's place; see `frames`. */
  tell(frame: Uint8Array): void {
    for (const link of this.openSockets()) link.tell(frame);
  }

  close(): Promise<void> {
    this.down();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private openSockets(): readonly Link[] {
    return [...this.links].filter(({isSocket}) => isSocket);
  }
}

/** One connection of the browser's, and the one to the server that belongs to it. */
class Link {
  isSocket = false;
  private isOver = false;
  private readonly client: Socket;
  private readonly proxy: FaultProxy;
  private readonly far: Socket;
  private waiting = Buffer.alloc(0);
  private fault: Fault | undefined;
  private answered = 0;
  /** Answers leave in their order, however late each is. */
  private flow: Promise<unknown> = Promise.resolve();
  private notBefore = 0;
  private gate: Gate | undefined;

  constructor(client: Socket, proxy: FaultProxy, onEnd: () => void) {
    this.client = client;
    this.proxy = proxy;
    this.far = connect({port: proxy.target, host: '127.0.0.1', noDelay: true});
    this.far.on('error', () => undefined);
    client.on('data', (chunk: Buffer) => this.onRequestBytes(chunk));
    this.far.on('data', (chunk: Buffer) => this.onAnswerBytes(chunk));
    client.on('close', () => {
      this.far.destroy();
      onEnd();
    });
    this.far.on('close', () => void this.flow.then(() => client.end()));
  }

  reset(): void {
    this.client.resetAndDestroy();
    this.far.destroy();
  }

  pause(): void {
    this.client.pause();
    this.far.pause();
  }

  resume(): void {
    this.client.resume();
    this.far.resume();
  }

  tell(frame: Uint8Array): void {
    // After a close the server's answer to the browser's own close would be one too many.
    if (((frame[0] ?? 0) & 0x0f) === closing) this.isOver = true;
    this.client.write(frame);
  }

  private onRequestBytes(chunk: Buffer): void {
    if (this.isSocket) {
      this.proxy.closes.push(...closeCodesIn(chunk));
      this.far.write(chunk);
      return;
    }
    this.waiting = Buffer.concat([this.waiting, chunk]);
    const end = this.waiting.indexOf(headEnd);
    if (end < 0) return;
    const head = this.waiting.toString('latin1', 0, end);
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    const total = end + headEnd.length + length;
    if (this.waiting.length < total) return;
    const bytes = this.waiting.subarray(0, total);
    this.waiting = this.waiting.subarray(total);
    this.onRequest(head, bytes);
  }

  private onRequest(head: string, bytes: Buffer): void {
    const [method = '', target = ''] = head.split(' ');
    const isSocket = /^upgrade: *websocket/im.test(head);
    const request = {method, target, head, isSocket};
    this.proxy.requests.push(request);
    const fault = this.proxy.script(request);
    this.fault = fault;
    this.answered = 0;
    if (fault === 'timeout') return;
    if (fault === 'reset_peer') return this.reset();
    if (fault === 'strip_upgrade') return this.answer({status: 200, headers: {'Content-Type': 'text/html'}});
    if (typeof fault === 'object' && 'status' in fault) return this.answer(fault);
    if (typeof fault === 'object' && 'latency' in fault) this.notBefore = Date.now() + fault.latency;
    this.gate = typeof fault === 'object' && 'answer_held' in fault ? fault.answer_held : undefined;
    if (typeof fault === 'object' && 'held' in fault) {
      void fault.held.arrive().then(() => this.far.write(bytes));
      return;
    }
    if (fault === 'duplicate') {
      const twin = connect({port: this.proxy.target, host: '127.0.0.1', noDelay: true});
      twin.on('error', () => undefined);
      twin.on('data', () => twin.end());
      twin.write(bytes);
    }
    this.far.write(bytes);
  }

  private answer({status, headers = {}, body = ''}: Extract<Fault, {readonly status: number}>): void {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    this.client.end(
      `HTTP/1.1 ${status} Fault\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n${lines.join('')}\r\n${body}`,
    );
  }

  private onAnswerBytes(chunk: Buffer): void {
    const {fault} = this;
    if (this.isOver) return;
    if (this.isSocket) return this.send(chunk);
    if (fault === 'drop_response') return this.reset();
    let answer = chunk;
    if (typeof fault === 'object' && 'edit_head' in fault && this.answered === 0) {
      const end = chunk.indexOf(headEnd);
      const head = fault.edit_head(chunk.toString('latin1', 0, end));
      answer = Buffer.concat([Buffer.from(head, 'latin1'), chunk.subarray(end)]);
    }
    if (typeof fault === 'object' && 'limit_data' in fault) {
      this.client.write(answer.subarray(0, Math.max(0, fault.limit_data - this.answered)));
      this.answered += answer.length;
      if (this.answered >= fault.limit_data) this.reset();
      return;
    }
    if (/^HTTP\/1\.1 101 /.test(answer.toString('latin1', 0, 13))) {
      this.isSocket = true;
      if (this.proxy.holds) this.far.pause();
    }
    if (this.answered === 0) void this.gate?.arrive();
    this.answered += answer.length;
    const size = typeof fault === 'object' && 'slicer' in fault ? fault.slicer : answer.length;
    for (let at = 0; at < answer.length; at += size) this.send(answer.subarray(at, at + size));
  }

  private send(bytes: Buffer): void {
    const {notBefore, gate} = this;
    this.flow = this.flow
      .then(() => gate?.opened)
      .then(() => until(notBefore))
      .then(() => new Promise((resolve) => this.client.write(bytes, () => setImmediate(resolve))));
  }
}

const until = (time: number): Promise<void> | undefined => {
  const left = time - Date.now();
  return left > 0 ? new Promise((resolve) => setTimeout(resolve, left)) : undefined;
};

/** The codes of the close frames in what a browser sends. Its frames are masked, and all of them are short here. */
function closeCodesIn(chunk: Buffer): readonly number[] {
  const codes: number[] = [];
  for (let at = 0; at + 6 <= chunk.length;) {
    const length = (chunk[at + 1] ?? 0) & 0x7f;
    const isClose = ((chunk[at] ?? 0) & 0x0f) === closing;
    if (isClose) {
      const unmasked = [0, 1].map((n) => (chunk[at + 6 + n] ?? 0) ^ (chunk[at + 2 + n] ?? 0));
      codes.push(length < 2 ? 1005 : (unmasked[0] ?? 0) * 256 + (unmasked[1] ?? 0));
    }
    at += 6 + length;
  }
  return codes;
}

function frame(opcode: number, payload: Uint8Array): Uint8Array {
  const {length} = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  head[1] = length < 126 ? length : length < 65_536 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

/** What a server may say on a socket, as bytes. */
export const frames = {
  text: (text: string) => frame(1, Buffer.from(text)),
  binary: (bytes: Uint8Array) => frame(2, bytes),
  close: (code: number, reason = '') =>
    frame(closing, Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)])),
};
