import {subprotocol, type Live, type Socket} from './live.js';

/**
 * A `WebSocket` class whose sockets end in a backend of the same page, for stories and tests. Frames arrive in tasks of
 * their own, as they do from a network.
 */
export function createMemorySocket(backend: {readonly live: Pick<Live, 'accept'>}): typeof WebSocket {
  class MemorySocket
    extends EventTarget
    implements Omit<WebSocket, 'addEventListener' | 'removeEventListener'>
  {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readonly CONNECTING = 0;
    readonly OPEN = 1;
    readonly CLOSING = 2;
    readonly CLOSED = 3;

    readonly url: string;
    readonly extensions = '';
    readonly bufferedAmount = 0;
    binaryType: BinaryType = 'blob';
    protocol = '';
    readyState: 0 | 1 | 2 | 3 = 0;
    onopen: WebSocket['onopen'] = null;
    onmessage: WebSocket['onmessage'] = null;
    onerror: WebSocket['onerror'] = null;
    onclose: WebSocket['onclose'] = null;
    private far: Socket | undefined;

    constructor(url: string | URL, protocols: string | string[] = []) {
      super();
      this.url = String(url);
      this.later(() => this.open([protocols].flat()));
    }

    private open(offered: readonly string[]): void {
      if (this.readyState !== 0) return;
      if (!offered.includes(subprotocol)) {
        this.raise(new Event('error'));
        this.finish(1006, '', false);
        return;
      }
      this.protocol = subprotocol;
      this.readyState = 1;
      this.far = backend.live.accept({
        origin: null,
        send: (text) => this.later(() => this.receive(text)),
        close: (code, reason) => this.later(() => this.finish(code, reason, true)),
      });
      this.raise(new Event('open'));
    }

    send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      if (this.readyState === 0)
        throw new DOMException('The socket is still connecting.', 'InvalidStateError');
      const text = typeof data === 'string' ? data : undefined;
      if (this.readyState === 1) this.later(() => this.far?.message(text));
    }

    close(code = 1005, reason = ''): void {
      if (code !== 1005 && code !== 1000 && (code < 3000 || code > 4999)) {
        throw new DOMException('This code cannot be used.', 'InvalidAccessError');
      }
      if (this.readyState > 1) return;
      const wasOpen = this.readyState === 1;
      this.readyState = 2;
      this.far?.closed();
      this.later(() => this.finish(wasOpen ? code : 1006, reason, wasOpen));
    }

    private receive(text: string): void {
      if (this.readyState === 1) this.raise(new MessageEvent('message', {data: text}));
    }

    private finish(code: number, reason: string, wasClean: boolean): void {
      if (this.readyState === 3) return;
      this.readyState = 3;
      this.raise(new CloseEvent('close', {code, reason, wasClean}));
    }

    private raise(event: Event): void {
      this.dispatchEvent(event);
      const handler = this[`on${event.type}` as 'onopen'];
      handler?.call(this, event);
    }

    private later(run: () => void): void {
      setTimeout(run, 0);
    }
  }
  return MemorySocket;
}
