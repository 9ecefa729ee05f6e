/** A socket whose other end is the test. */
export class FakeSocket extends EventTarget {
  readonly url: string;
  readonly offered: string;
  readonly sent: string[] = [];
  protocol = '';
  binaryType = 'blob';
  readyState: number = WebSocket.CONNECTING;
  /** The code of our own close, once we have closed. */
  closedWith: number | undefined;

  constructor(url: string, protocol: string) {
    super();
    this.url = url;
    this.offered = protocol;
  }

  send(message: string): void {
    if (this.readyState !== WebSocket.OPEN) throw new DOMException('Not open.', 'InvalidStateError');
    this.sent.push(message);
  }

  close(code = 1005): void {
    this.closedWith ??= code;
    this.readyState = WebSocket.CLOSING;
  }

  /** The types of the messages sent so far. */
  get said(): readonly string[] {
    return this.sent.map((each) => (JSON.parse(each) as {type: string}).type);
  }

  /** The server accepts the handshake. */
  accept(protocol = this.offered): void {
    this.protocol = protocol;
    this.readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event('open'));
  }

  /** The server says something; an object as JSON, anything else as it is. */
  say(frame: unknown): void {
    const isPlain = typeof frame === 'object' && !(frame instanceof ArrayBuffer) && !(frame instanceof Blob);
    this.dispatchEvent(new MessageEvent('message', {data: isPlain ? JSON.stringify(frame) : frame}));
  }

  /** The connection ends from the other side. */
  end(code: number): void {
    this.readyState = WebSocket.CLOSED;
    this.dispatchEvent(new CloseEvent('close', {code}));
  }
}

/** Opens fake sockets and remembers them; `WebSocket` can stand where the platform's class does. */
export class FakeSockets {
  readonly opened: FakeSocket[] = [];
  readonly WebSocket: typeof WebSocket;

  constructor() {
    const {opened} = this;
    this.WebSocket = class extends FakeSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol);
        opened.push(this);
      }
    } as unknown as typeof WebSocket;
  }

  get last(): FakeSocket {
    const last = this.opened.at(-1);
    if (!last) throw new Error('No socket was opened.');
    return last;
  }

  /** Sockets that neither side has closed. */
  get alive(): readonly FakeSocket[] {
    return this.opened.filter(({readyState}) => readyState <= WebSocket.OPEN);
  }
}
