import {expect} from '@open-wc/testing';
import {createMemoryBackend, type MemoryBackend} from '../../demo/server/memory-backend.js';
import {aCustomer, aDocument} from '../../demo/server/world/builders.js';
import {aVerification} from '../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../src/domain/permissions.js';

interface Opened {
  readonly socket: WebSocket;
  readonly frames: {readonly type: string; readonly revision?: number}[];
  readonly closed: Promise<CloseEvent>;
  until(type: string): Promise<void>;
}

describe('the reference server within one page', () => {
  let server: MemoryBackend;
  beforeEach(async () => {
    server = await createMemoryBackend({
      folders: [{customer: aCustomer({id: 'c-1'}), documents: [aDocument({id: 'd-1'})]}],
      permissions: ['view_document'],
    });
  });
  afterEach(() => server.backend.close());

  const ask = (path: string, method = 'GET'): Promise<Response> =>
    server.fetch(`${server.apiBaseUrl}${path}`, {method, headers: {Authorization: `Bearer ${server.token}`}});

  function open(protocol = 'kyc-review.v1'): Opened {
    const socket = new server.WebSocket('wss://review.example/api/live', protocol);
    const frames: Opened['frames'] = [];
    const waiting = new Set<() => void>();
    socket.addEventListener('message', ({data}) => {
      frames.push(JSON.parse(String(data)) as Opened['frames'][number]);
      for (const each of [...waiting]) each();
    });
    return {
      socket,
      frames,
      closed: new Promise((resolve) => socket.addEventListener('close', resolve)),
      until: (type) =>
        new Promise((resolve) => {
          const look = (): void => {
            if (!frames.some((each) => each.type === type)) return;
            waiting.delete(look);
            resolve();
          };
          waiting.add(look);
          look();
        }),
    };
  }

  async function authenticated(): Promise<Opened> {
    const {token} = (await (await ask('customers/c-1/socket-token', 'POST')).json()) as {token: string};
    const opened = open();
    opened.socket.onopen = () => opened.socket.send(JSON.stringify({type: 'auth', token}));
    await opened.until('ready');
    return opened;
  }

  it('answers like the one over the network, and remembers what was asked', async () => {
    const answer = await ask('customers/c-1/documents?archived=false');
    expect(answer.status).to.equal(200);
    expect(((await answer.json()) as {items: {id: string}[]}).items.map(({id}) => id)).to.deep.equal(['d-1']);
    expect(server.requests).to.deep.equal(['GET customers/c-1/documents?archived=false']);
  });

  it('answers by what the viewer may do at that moment', async () => {
    await server.setViewer({permissions: []});
    expect((await ask('customers/c-1/documents')).status).to.equal(403);
    await server.setViewer({disabled: true});
    expect((await ask('customers/c-1')).status).to.equal(401);
  });

  it('gives up a request that was called off', async () => {
    const stop = new AbortController();
    const asked = server.fetch(`${server.apiBaseUrl}customers/c-1`, {
      headers: {Authorization: `Bearer ${server.token}`},
      signal: stop.signal,
    });
    stop.abort();
    let why: unknown;
    await asked.catch((error: unknown) => (why = error));
    expect(why).to.have.property('name', 'AbortError');
  });

  it('tells its sockets what was changed', async () => {
    const {frames, until, socket} = await authenticated();
    const revision = await server.records.change('story', 'c-1', 'step_results', () => undefined);
    await until('step_results');
    expect(frames.at(-1)).to.deep.equal({type: 'step_results', id: 'c-1', revision});
    socket.close();
  });

  it('closes a socket by the code of the protocol', async () => {
    const opened = open();
    opened.socket.onopen = () => opened.socket.send('{"type":"auth","token":"no"}');
    const {code, wasClean} = await opened.closed;
    expect(code).to.equal(4401);
    expect(wasClean).to.equal(true);
    expect(opened.socket.readyState).to.equal(WebSocket.CLOSED);
  });

  it('lets the page close a socket, and hears of it', async () => {
    const {socket, closed} = await authenticated();
    expect(server.backend.live.open).to.equal(1);
    socket.close(1000);
    expect(socket.readyState).to.equal(WebSocket.CLOSING);
    expect((await closed).code).to.equal(1000);
    expect(server.backend.live.open).to.equal(0);
  });

  it('refuses another protocol as a network would', async () => {
    const {socket, closed} = open('chat');
    expect(socket.readyState).to.equal(WebSocket.CONNECTING);
    expect(() => socket.send('too early')).to.throw(DOMException);
    const {code, wasClean} = await closed;
    expect(code).to.equal(1006);
    expect(wasClean).to.equal(false);
  });
});

describe('verifications of the reference server within one page', () => {
  const verification = aVerification({id: 'ver-1', version: 1, status: 'pending_review'});
  const path = `verifications/${verification.type}/ver-1`;
  let server: MemoryBackend;
  beforeEach(async () => {
    const bytes = () => Promise.resolve(new TextEncoder().encode('a front'));
    server = await createMemoryBackend({
      folders: [],
      verifications: [{verification, files: [{path: `${path}/files/front`, media_type: 'image/png', bytes}]}],
      role: 'admin',
      viewerId: 'admin-1',
      permissions: permissionsForRole('admin'),
    });
  });
  afterEach(() => server.backend.close());

  const ask = (below: string, method = 'GET', headers = {}, body?: unknown): Promise<Response> =>
    server.fetch(`${server.apiBaseUrl}${path}${below}`, {
      method,
      headers: {Authorization: `Bearer ${server.token}`, ...headers},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
  const decide = (action: string, version: number) =>
    ask(
      `/${action}`,
      'POST',
      {'Idempotency-Key': `"${crypto.randomUUID()}"`, 'If-Match': `"${version}"`},
      {},
    );

  it('decides, writes it into a whole chain, and has the paper once it is put there', async () => {
    expect((await decide('approve', 1)).status).to.equal(200);
    expect((await decide('reject', 2)).status).to.equal(409);
    const check = (await (await ask('/audit/verify')).json()) as {intact: boolean; events: number};
    expect(check).to.deep.equal({intact: true, events: 1, first_broken: null});
    expect((await ask('/audit.pdf')).status).to.equal(409);
    await server.putAuditPdf({type: verification.type, id: 'ver-1'}, new TextEncoder().encode('%PDF'));
    expect(await (await ask('/audit.pdf')).text()).to.equal('%PDF');
    const {items} = (await (await ask('/audit')).json()) as {items: {type: string; actor: {id: string}}[]};
    expect(items.map(({type, actor}) => [type, actor.id])).to.deep.equal([
      ['request.pdf_downloaded', 'admin-1'],
      ['request.approved', 'admin-1'],
    ]);
  });

  it('serves its files', async () => {
    expect(await (await ask('/files/front')).text()).to.equal('a front');
  });

  it('lets somebody else be faster', async () => {
    await server.changeCase({type: verification.type, id: 'ver-1'}, (editor) =>
      editor.replace({...editor.verification, subject: {...editor.verification.subject, name: 'Another'}}),
    );
    const answer = await decide('approve', 1);
    expect(answer.status).to.equal(412);
    expect(((await answer.json()) as {current: {version: number}}).current.version).to.equal(2);
  });
});
