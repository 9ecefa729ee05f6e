import {expect} from '@open-wc/testing';
import {act} from '../../src/api/acting.js';
import {ApiProblem} from '../../src/api/api-problem.js';
import {ReviewClient} from '../../src/api/review-client.js';
import {scalarBody} from '../../src/api/scalar-body.js';
import {newUuid} from '../../src/api/uuid.js';
import type {TokenRequest} from '../../src/api/token-source.js';
import {anIntent, CaseServer} from '../support/case-server.js';
import {json, problem} from '../support/fake-server.js';

const key = '0b5a1c52-7a35-4b0f-9d0c-0d5f0c1f7a11';

const send = (
  server: Pick<CaseServer, 'fetch'>,
  intent = anIntent(),
  auth: (request: TokenRequest) => string = () => 'token',
) =>
  act(new ReviewClient({apiBaseUrl: 'https://review.example/api/', auth, fetch: server.fetch}), intent, {
    key,
    within: 15_000,
    signal: new AbortController().signal,
  });

describe('sending one intent', () => {
  it('carries its key, its version and its note', async () => {
    const server = new CaseServer();
    const answer = await send(server);
    expect(answer.kind).to.equal('done');
    expect(server.sent).to.deep.equal([
      {body: '{"note":"Seen in person."}', key: `"${key}"`, version: '"3"'},
    ]);
  });

  it('is sent with keepalive, without cookies and without following elsewhere', async () => {
    const server = new CaseServer();
    const given: Request[] = [];
    const {fetch} = server;
    // As the client hands it over: a copy of a request keeps less in some browsers.
    const watched = {
      fetch: (input: RequestInfo | URL) => {
        given.push(input as Request);
        return fetch(input);
      },
    };
    await send(watched);
    expect(given[0]).to.include({keepalive: true, credentials: 'omit', redirect: 'error', cache: 'no-store'});
  });

  for (const action of ['add-note', 'judge-finding', 'judge-face'] as const) {
    it(`names no version with ${action}`, async () => {
      const server = new CaseServer();
      await send(server, anIntent({action}));
      expect(server.sent[0]?.version).to.equal(null);
    });
  }

  it('leaves out what is not there', async () => {
    const server = new CaseServer();
    await send(server, anIntent({body: {note: undefined}}));
    expect(server.sent[0]?.body).to.equal('{}');
  });

  it('MU-21 is never sent again by the transport', async () => {
    const server = new CaseServer();
    server.turns = [() => problem(503)];
    const answer = await send(server);
    expect(answer.kind).to.equal('refused');
    expect(server.sent).to.have.length(1);
  });

  it('MU-25 is sent again with a new token and the same key and body', async () => {
    const server = new CaseServer();
    server.turns = [() => problem(401), 'answered'];
    const asked: string[] = [];
    const answer = await send(server, anIntent(), ({reason}) => {
      asked.push(reason);
      return `token-${asked.length}`;
    });
    expect(answer.kind).to.equal('done');
    expect(asked).to.deep.equal(['first', 'rejected']);
    expect(server.sent[0]).to.deep.equal(server.sent[1]);
    expect(server.count).to.equal(1);
  });

  it('tells of a conflict where the record stands', async () => {
    const server = new CaseServer();
    const current = {
      status: 'rejected',
      version: 4,
      decided_by: {id: 'user-2', name: 'Chiara Rossi'},
      decided_at: '2026-01-05T09:00:00Z',
    };
    server.turns = [() => problem(409, {code: 'invalid_transition', current})];
    const answer = await send(server);
    expect(answer).to.have.property('kind', 'refused');
    expect(answer.current?.status).to.equal('rejected');
    expect(answer.current?.decided_by?.name).to.equal('Chiara Rossi');
  });

  it('AU-09 tells who decided beside the problem, never in it', async () => {
    const server = new CaseServer();
    const current = {status: 'rejected', version: 4, decided_by: {id: 'user-2', name: 'Chiara Rossi'}};
    server.turns = [() => problem(409, {code: 'invalid_transition', current})];
    const answer = await send(server);
    if (answer.kind !== 'refused') throw new Error('It was accepted.');
    expect(JSON.stringify(answer.problem, Object.getOwnPropertyNames(answer.problem))).not.to.include(
      'Chiara',
    );
  });

  it('tells what was not accepted, in the words of the server', async () => {
    const server = new CaseServer();
    server.turns = [() => problem(400, {code: 'invalid', errors: [{path: 'note', message: 'Too long'}, 7]})];
    const answer = await send(server);
    expect(answer.errors).to.deep.equal([{path: 'note', message: 'Too long'}]);
  });

  for (const [says, response] of [
    ['an empty answer', () => new Response('', {status: 200})],
    ['an answer without a body', () => new Response(null, {status: 204})],
    ['half an answer', () => new Response('{"id": "ver-', {status: 200})],
    ['an answer of another kind', () => json({hello: 'world'})],
  ] as const) {
    it(`MU-24 does not take ${says} for a yes`, async () => {
      const server = new CaseServer();
      server.turns = [response];
      let thrown: unknown;
      await send(server).catch((error: unknown) => (thrown = error));
      expect(thrown).to.be.instanceOf(ApiProblem);
      expect(thrown).to.have.property('kind', 'contract');
    });
  }
});

describe('the body of a send', () => {
  const body = {note: 'Straße "7"\u2028\n😀', outcome: 'same', whitelist: true, count: 3, none: null};

  it('is JSON', () => {
    expect(JSON.parse(scalarBody(body))).to.deep.equal(body);
  });

  it('MU-35 is the same whatever the page has taught its objects and texts', () => {
    const before = scalarBody(body);
    const odd = () => 'patched';
    const prototypes = [
      Object.prototype,
      Array.prototype,
      String.prototype,
      Number.prototype,
      Boolean.prototype,
    ];
    for (const each of prototypes) Object.defineProperty(each, 'toJSON', {value: odd, configurable: true});
    try {
      expect(scalarBody(body)).to.equal(before);
    } finally {
      for (const each of prototypes) Reflect.deleteProperty(each, 'toJSON');
    }
  });
});

it('HO-08 a key is a UUID of version 4, and each is another', () => {
  const all = Array.from({length: 200}, newUuid);
  for (const each of all) {
    expect(each).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  expect(new Set(all).size).to.equal(200);
});
