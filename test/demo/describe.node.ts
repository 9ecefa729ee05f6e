import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {describeApi} from '../../demo/server/describe/api.js';
import {describeSocket, socketMessages} from '../../demo/server/describe/socket.js';
import {descriptions} from '../../demo/server/describe.js';
import {openPglite} from '../../demo/server/records/pglite.js';
import {SqlRecords} from '../../demo/server/records/sql.js';
import {makeWorld} from '../../demo/server/world/make-world.js';
import {makeSmallWorld} from '../../demo/server/world/small-world.js';
import {access, prepare, requestOf} from './access-rules.js';
import {home} from './contract-world.js';
import {aServer, type TestServer} from './a-server.js';

type Json = Record<string, unknown>;
interface Operation {
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly responses: Readonly<
    Record<
      string,
      {readonly headers?: Json; readonly content?: Record<string, {schema: Json}>; readonly $ref?: string}
    >
  >;
}

/** The same schema, but nothing may be there that it does not name. */
function strictly(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strictly);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strictly(value)]));
  const isClosed = inside.type === 'object' && !Object.hasOwn(inside, 'additionalProperties');
  return isClosed ? {...inside, additionalProperties: false} : inside;
}

const api = describeApi() as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Json;
    readonly responses: Record<string, Operation['responses'][string]>;
  };
};

const ajv = new Ajv2020({strict: false, allErrors: true});
addFormats(ajv, ['date-time']);
ajv.addSchema({$id: 'api', components: strictly(api.components)});

const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

function hold(value: unknown, schema: Json): void {
  const text = JSON.stringify(strictly(schema)).replaceAll('"#/', '"api#/');
  const check = compiled.get(text) ?? ajv.compile(JSON.parse(text) as Json);
  compiled.set(text, check);
  assert.ok(
    check(value),
    `${JSON.stringify(check.errors?.slice(0, 3))} in ${JSON.stringify(value).slice(0, 300)}`,
  );
}

describe('the descriptions', () => {
  for (const {file, text} of descriptions()) {
    it(`${file.pathname.split('/').at(-1)} is the one that the schemas and tables make (npm run describe)`, async () => {
      assert.equal(await readFile(file, 'utf8'), text);
    });
  }

  it('would notice an answer that has more or less than it should, or something else', () => {
    const rule = {id: 'r', document_classes: [], status: 'APPROVED', errors: []};
    const schema = {$ref: '#/components/schemas/Rule'};
    hold(rule, schema);
    assert.throws(() => hold({...rule, extra: 1}, schema));
    assert.throws(() => hold({...rule, status: undefined}, schema));
    assert.throws(() => hold({...rule, errors: [{code: 'x'}]}, schema));
  });
});

describe('the running server', () => {
  let server: TestServer;
  before(async () => {
    server = await aServer(await SqlRecords.open(await openPglite()));
    await prepare(server);
  });
  after(async () => {
    await server.backend.close();
    await server.records.close();
  });

  it('has the routes of the description and no others', () => {
    const described = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} /api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    assert.deepEqual([...new Set(server.backend.routes)].toSorted(), described.toSorted());
  });

  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, {responses, parameters}] of Object.entries(methods)) {
      const described = async (answer: Response): Promise<void> => {
        const {$ref} = responses[String(answer.status)] ?? {};
        const response = $ref
          ? api.components.responses[$ref.split('/').at(-1) ?? '']
          : responses[String(answer.status)];
        assert.ok(response, `${answer.status} is not described`);
        for (const name of Object.keys(response.headers ?? {})) assert.ok(answer.headers.has(name), name);
        const type = answer.headers.get('Content-Type') ?? '';
        const content = response.content?.[type];
        if (answer.status === 204) assert.equal(response.content, undefined);
        else if (content) hold(await answer.json(), content.schema);
        else assert.ok(response.content?.['*/*'], type);
      };
      const route = `${method.toUpperCase()} /api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
      const {own, foreign} = access[route]!;
      const ask = (address: string, token?: string) =>
        server.ask(address, {...requestOf(route), ...(token !== undefined && {token})});

      it(`answers ${route} as described`, async () => {
        const answer = await ask(own);
        assert.ok(answer.ok, String(answer.status));
        await described(answer);
      });

      it(`refuses ${route} as described`, async () => {
        await described(await ask(own, ''));
        if (foreign !== undefined) await described(await ask(foreign));
        await described(await ask(own, await server.tokenOf('clerk')));
        const queries = parameters.filter((each) => each.in === 'query').map(({name}) => name);
        for (const name of queries) await described(await ask(`${own}?${name}=%00`));
      });

      const needed = parameters.filter((each) => each.in === 'header' && each.required);
      for (const {name} of needed) {
        it(`refuses ${route} without ${name} as described`, async () => {
          const request = requestOf(route);
          const {[name]: _left, ...headers} = request.headers;
          const key = name === 'Idempotency-Key' ? {} : {'Idempotency-Key': `"${crypto.randomUUID()}"`};
          const answer = await server.ask(own, {...request, headers: {...headers, ...key}});
          assert.equal(answer.status, name === 'Idempotency-Key' ? 400 : 428);
          await described(answer);
        });
      }
    }
  }

  it('says over the socket what is described', async () => {
    const answer = await server.ask('customers/c-full/socket-token', {method: 'POST'});
    const {token} = (await answer.json()) as {token: string};
    const frames: unknown[] = [];
    const socket = server.backend.live.accept({
      origin: null,
      send: (text) => frames.push(JSON.parse(text)),
      close: () => undefined,
    });
    socket.message(JSON.stringify({type: 'auth', token}));
    while (frames.length < 1) await new Promise((resolve) => setImmediate(resolve));
    await server.records.change(home, 'c-full', 'step_results', () => undefined);
    while (frames.length < 2) await new Promise((resolve) => setImmediate(resolve));
    socket.message('{"type":"ping"}');
    const messages = describeSocket().components as {
      messages: Record<keyof typeof socketMessages, {payload: Json}>;
    };
    const [ready, event, beat] = frames;
    hold(ready, messages.messages.ready.payload);
    hold(event, messages.messages.event.payload);
    hold(beat, messages.messages.heartbeat.payload);
    assert.throws(() => hold(ready, messages.messages.event.payload));
    socket.closed();
  });
});

describe('the worlds', () => {
  const schemaOf = {
    documents: 'Document',
    amlRecords: 'AmlRecord',
    videoCalls: 'VideoCall',
    transactions: 'Transaction',
    travelRuleLogs: 'TravelRuleLog',
    questionnaires: 'Questionnaire',
  } as const;

  for (const [says, make] of [
    ['small', makeSmallWorld],
    ['whole', makeWorld],
  ] as const) {
    it(`hold what is described: the ${says} one`, () => {
      for (const folder of make().customers) {
        hold(folder.customer, {$ref: '#/components/schemas/Customer'});
        for (const [list, name] of Object.entries(schemaOf) as [keyof typeof schemaOf, string][]) {
          let held = 0;
          for (const record of folder[list] ?? []) {
            hold(record, {$ref: `#/components/schemas/${name}`});
            if (++held === 500) break;
          }
        }
      }
      for (const {verification, notes = []} of make().verifications) {
        hold(verification, {$ref: '#/components/schemas/Verification'});
        for (const note of notes) hold(note, {$ref: '#/components/schemas/Note'});
      }
    });
  }
});
