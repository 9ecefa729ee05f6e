import assert from 'node:assert/strict';
import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {SMTPServer} from 'smtp-server';
import {Webhook} from 'standardwebhooks';
import {nextTry, triedForMs} from '../../demo/server/backoff.js';
import {startJobs, type Jobs, type JobsOptions} from '../../demo/server/jobs.js';
import {addMissingTemplates, firstTemplates, openMailer} from '../../demo/server/notifications.js';
import {MemoryRecords} from '../../demo/server/records/memory.js';
import {newSecret, refusedUrl} from '../../demo/server/webhook-address.js';
import {deliverDue, guardedLookup, post, signatureOf, type Delivery} from '../../demo/server/webhooks.js';
import type {Verification} from '../../src/domain/verification.js';
import {aServer, type TestServer} from './a-server.js';
import {aCase} from './contract-cases.js';
import {home} from './contract-world.js';

const minute = 60_000;
const hour = 60 * minute;
const half = (): number => 0.5;

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The receiving end of webhooks, on this machine. It answers as it is told, and 204 unless told. */
async function aReceiver() {
  const received: Received[] = [];
  let answer: (response: ServerResponse, message: Received) => void = (response) =>
    response.writeHead(204).end();
  let waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const message = {headers: request.headers, body};
      received.push(message);
      answer(response, message);
      for (const each of waiting.splice(0)) each();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answerBy(next: typeof answer): void {
      answer = next;
    },
    async count(wanted: number): Promise<void> {
      while (received.length < wanted)
        await new Promise<void>((resolve) => (waiting = [...waiting, resolve]));
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const typesOf = (received: readonly Received[]): readonly string[] =>
  received.map(({body}) => (JSON.parse(body) as {type: string}).type);

let server: TestServer;
let records: MemoryRecords;
let jobs: Jobs | undefined;
let said: string[];
let cases = 0;

beforeEach(async () => {
  records = new MemoryRecords();
  server = await aServer(records);
  said = [];
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await server.backend.close();
});

const start = async (over: Partial<JobsOptions> = {}): Promise<Jobs> =>
  (jobs = await startJobs({
    records,
    clock: server.clock,
    random: half,
    tenants: [{id: home, name: 'Meridian Bank'}],
    makePdf: () => Promise.resolve(new TextEncoder().encode('%PDF-')),
    say: (line) => said.push(line),
    ...over,
  }));

async function makeCase(status: string, over: Partial<Verification> = {}) {
  const id = `job-${++cases}`;
  await records.cases.add({tenant: home, ...aCase(id, status, over)});
  return {id, name: {type: 'idv', id}, path: `verifications/idv/${id}`};
}

async function subscribe(url: string, events: readonly string[] = []): Promise<string> {
  const answer = await server.send('settings/webhooks', {body: {url, events}});
  assert.equal(answer.status, 201);
  return ((await answer.json()) as {secret: string}).secret;
}

const approve = async (path: string, note = 'Seen.') => {
  const answer = await server.send(`${path}/approve`, {body: {note}, version: 1});
  assert.equal(answer.status, 200);
};

describe('webhooks', () => {
  let receiver: Awaited<ReturnType<typeof aReceiver>>;
  beforeEach(async () => {
    receiver = await aReceiver();
  });
  afterEach(() => receiver.close());

  it('arrive signed so that anybody’s library of Standard Webhooks accepts them, and only with that secret', async () => {
    const secret = await subscribe(receiver.url);
    const {path, id} = await makeCase('pending_review');
    await start();
    await approve(path);
    await receiver.count(1);
    const [{headers, body}] = receiver.received as [Received];
    // The tests' clock is not the library's, so the time alone is set to its own and signed again.
    const now = Math.floor(Date.now() / 1000);
    const messageId = String(headers['webhook-id']);
    assert.equal(
      headers['webhook-signature'],
      signatureOf(secret, messageId, Number(headers['webhook-timestamp']), body),
    );
    const fresh = (key: string): Record<string, string> => ({
      'webhook-id': messageId,
      'webhook-timestamp': String(now),
      'webhook-signature': signatureOf(key, messageId, now, body),
    });
    assert.deepEqual(new Webhook(secret).verify(body, fresh(secret)), JSON.parse(body));
    assert.throws(() => new Webhook(secret).verify(body, fresh(newSecret())));
    assert.throws(() => new Webhook(secret).verify(`${body} `, fresh(secret)));
    const message = JSON.parse(body) as {data: {verification: {id: string; status: string}}};
    assert.deepEqual(Object.keys(message), ['id', 'type', 'created_at', 'tenant_id', 'data', 'metadata']);
    assert.equal(message.data.verification.id, id);
    assert.equal(message.data.verification.status, 'approved');
  });

  it('XS-25 carry a note to the letter', async () => {
    await subscribe(receiver.url);
    const {path} = await makeCase('pending_review');
    const note = '"</script>\u202e\r\n=1+1 🦊 أ';
    await start();
    await approve(path, note);
    await receiver.count(1);
    assert.equal((JSON.parse(receiver.received[0]!.body) as {data: {note: string}}).data.note, note);
  });

  it('arrive in their order for each case, a failure holding up the later ones of that case alone', async () => {
    await subscribe(receiver.url);
    const [slow, quick] = [await makeCase('rejected'), await makeCase('pending_review')];
    let failures = 2;
    receiver.answerBy((response, {body}) => {
      const isSlow = body.includes(slow.id);
      response.writeHead(isSlow && failures-- > 0 ? 500 : 204).end();
    });
    await server.send(`${slow.path}/reopen`, {version: 1});
    await server.send(`${slow.path}/approve`, {version: 2});
    await approve(quick.path);
    const {workOff} = await start();
    await workOff();
    assert.deepEqual(typesOf(receiver.received).toSorted(), ['request.approved', 'request.reopened']);
    server.clock.forward(10_000);
    await workOff();
    server.clock.forward(40_000);
    await workOff();
    const ofSlow = receiver.received.filter(({body}) => body.includes(slow.id));
    assert.deepEqual(typesOf(ofSlow), [
      'request.reopened',
      'request.reopened',
      'request.reopened',
      'request.approved',
    ]);
    const ids = ofSlow.slice(0, 3).map(({headers}) => headers['webhook-id']);
    assert.equal(new Set(ids).size, 1, 'every attempt carries the same id');
    const attempts = ofSlow.map(
      ({body}) => (JSON.parse(body) as {metadata: {delivery_attempt: number}}).metadata.delivery_attempt,
    );
    assert.deepEqual(attempts, [1, 2, 3, 1]);
  });

  it('follow no redirect', async () => {
    const elsewhere = await aReceiver();
    receiver.answerBy((response) => response.writeHead(307, {Location: elsewhere.url}).end());
    await subscribe(receiver.url);
    const {path} = await makeCase('pending_review');
    const {workOff} = await start();
    await approve(path);
    await workOff();
    assert.equal(receiver.received.length, 1);
    assert.equal(elsewhere.received.length, 0);
    assert.notEqual(await records.outbox.nextDue(), undefined);
    await elsewhere.close();
  });

  it('are not tried again where the receiver is gone for good', async () => {
    receiver.answerBy((response) => response.writeHead(410).end());
    await subscribe(receiver.url, ['request.approved']);
    const {path} = await makeCase('pending_review');
    const {workOff} = await start();
    await approve(path);
    await workOff();
    server.clock.forward(4 * 24 * hour);
    await workOff();
    assert.equal(receiver.received.length, 1);
  });

  it('wait as long as the receiver asks for', async () => {
    receiver.answerBy((response) => response.writeHead(503, {'Retry-After': '900'}).end());
    await subscribe(receiver.url);
    const {path} = await makeCase('pending_review');
    await approve(path);
    const {clock} = server;
    await deliverDue({outbox: records.outbox, clock, random: half});
    await deliverDue({outbox: records.outbox, clock, random: half});
    assert.equal(receiver.received.length, 1);
    clock.forward(899_000);
    assert.equal(await deliverDue({outbox: records.outbox, clock, random: half}), 0);
    clock.forward(1000);
    assert.equal(await deliverDue({outbox: records.outbox, clock, random: half}), 1);
  });

  it('SV-18 end with the process: what was under way is delivered by the next one', async () => {
    let isLetGo = false;
    receiver.answerBy((response) => isLetGo && response.writeHead(204).end());
    await subscribe(receiver.url);
    const {path} = await makeCase('pending_review');
    const first = await start();
    await approve(path);
    await receiver.count(1);
    await first.stop();
    isLetGo = true;
    server.clock.forward(minute);
    const {workOff} = await start();
    await workOff();
    assert.equal(receiver.received.length, 2);
    assert.equal(await records.outbox.nextDue(), undefined);
  });

  it('SV-17 say nothing of what they carry when they fail', async () => {
    const failing = {...records.outbox, claimMessages: () => Promise.reject(new Error('canary in an error'))};
    const {path} = await makeCase('pending_review');
    const withFailing = new Proxy(records, {
      get: (target, key) =>
        (key === 'outbox'
          ? Object.assign(Object.create(records.outbox), failing)
          : Reflect.get(target, key)) as unknown,
    });
    await start({records: withFailing, makePdf: () => Promise.reject(new Error('canary on paper'))});
    await approve(path, 'canary in a note');
    await jobs?.workOff();
    assert.ok(said.includes('webhook: Error') && said.includes('paper: Error'), said.join());
    assert.ok(!said.join().includes('canary'));
  });
});

describe('where a webhook may be', () => {
  for (const [url, isAllowed] of [
    ['https://hooks.example/in?key=1', true],
    ['https://hooks.example:8443/', true],
    ['http://localhost:9000/in', true],
    ['http://back-office.localhost/', true],
    ['http://127.0.0.1:9000/', true],
    ['http://[::1]:9000/', true],
    ['http://hooks.example/', false],
    ['ftp://hooks.example/', false],
    ['javascript:alert(1)', false],
    ['https://user:password@hooks.example/', false],
    ['https://hooks.example/#x', false],
    ['https://localhost/', false],
    ['https://10.0.0.7/', false],
    ['https://0x7f000001/', false],
    ['https://2130706433/', false],
    ['https://[fd00::1]/', false],
    ['http://169.254.169.254/latest/meta-data', false],
    ['not a url', false],
    ['', false],
  ] as const) {
    it(`${isAllowed ? 'can be' : 'cannot be'} ${url || 'nowhere'}`, () =>
      assert.equal(refusedUrl(url) === undefined, isAllowed));
  }

  for (const [says, isHere, addresses, found] of [
    ['a name on the internet', false, ['93.184.216.34', '2606:2800:220:1::1'], '93.184.216.34'],
    [
      'a name that leads into a private network',
      false,
      ['10.1.2.3', 'fd00::1', '169.254.169.254'],
      undefined,
    ],
    ['a name that leads back to this machine', false, ['127.0.0.1', '::1', '0.0.0.0', '::'], undefined],
    ['an inner address in another spelling', false, ['::ffff:10.1.2.3', '64:ff9b::a01:203'], undefined],
    ['the one of its addresses that is outside', false, ['192.168.0.1', '93.184.216.34'], '93.184.216.34'],
    ['this machine, for trying things out', true, ['127.0.0.1'], '127.0.0.1'],
    ['another machine without https', true, ['93.184.216.34'], undefined],
  ] as const) {
    it(`is looked at again on every call: ${says} is ${found === undefined ? 'refused' : 'taken'}`, () => {
      const family = (address: string) => (address.includes(':') ? 6 : 4);
      const all = addresses.map((address) => ({address, family: family(address)}));
      const look = guardedLookup(isHere, (_host, _options, answer) => answer(null, all));
      let taken: string | undefined;
      look('hooks.example', {}, (error, address) => (taken = error ? undefined : String(address)));
      assert.equal(taken, found);
    });
  }

  it('is no place that answers to nobody', async () => {
    const receiver = await aReceiver();
    await receiver.close();
    const answer: Delivery = await post({url: receiver.url, headers: {}, body: ''});
    assert.deepEqual(answer, {error: 'ECONNREFUSED'});
  });
});

describe('tries that fail', () => {
  it('come further and further apart, and end after three days', () => {
    let now = 0;
    let attempts = 0;
    const waits: number[] = [];
    for (;;) {
      const next = nextTry(++attempts, 0, now, half);
      if (next === undefined) break;
      waits.push(next - now);
      now = next;
    }
    assert.deepEqual(
      waits,
      waits.toSorted((a, b) => a - b),
    );
    assert.deepEqual(waits.slice(0, 3), [5000, 30_000, 120_000]);
    assert.ok(now > triedForMs - 6.1 * hour && now <= triedForMs, `${now / hour} h`);
    assert.ok(attempts < 30, `${attempts} tries`);
  });

  it('do not all come at the same moment', () => {
    assert.notEqual(
      nextTry(3, 0, 0, () => 0),
      nextTry(3, 0, 0, () => 0.99),
    );
  });
});

describe('notifications', () => {
  interface Arrived {
    readonly to: readonly string[];
    readonly text: string;
  }
  let smtp: SMTPServer;
  let arrived: Arrived[];
  let refusals: number;
  let url: string;

  before(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        let text = '';
        stream.setEncoding('utf8');
        stream.on('data', (chunk: string) => (text += chunk));
        stream.on('end', () => {
          if (refusals-- > 0) return done(Object.assign(new Error('Later.'), {responseCode: 451}));
          arrived.push({to: session.envelope.rcptTo.map(({address}) => address), text});
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
    url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  });
  after(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
  beforeEach(async () => {
    arrived = [];
    refusals = 0;
    await addMissingTemplates(records.outbox, home);
  });

  it('arrive by mail, from the organisation’s template', async () => {
    const {path, id} = await makeCase('pending_review', {
      short_id: null,
      subject: {id: 's', kind: 'client', name: 'أميرة حداد'},
    });
    await start({mailer: openMailer(url)});
    await approve(path, 'All is well.');
    await jobs?.workOff();
    assert.deepEqual(
      arrived.map(({to}) => to),
      [['maker@example.com']],
    );
    const [{text}] = arrived as [Arrived];
    assert.match(text, new RegExp(`^Subject: Verification ${id} was approved\r$`, 'm'));
    const [sent] = await records.outbox.notifications(home, 1);
    assert.notEqual(sent?.sent_at, null);
    assert.match(sent?.text ?? '', /أميرة حداد was approved by Boss[\s\S]*Note: All is well\./);
  });

  it('are tried again under the same id while the mail server refuses them', async () => {
    const {path} = await makeCase('pending_review');
    refusals = 1;
    const {workOff} = await start({mailer: openMailer(url)});
    await approve(path);
    await workOff();
    assert.equal(arrived.length, 0);
    server.clock.forward(6000);
    await workOff();
    assert.equal(arrived.length, 1);
    const [sent] = await records.outbox.notifications(home, 1);
    assert.equal(sent?.attempts, 2);
    assert.match(arrived[0]!.text, new RegExp(`^Message-ID: <${sent?.id}@`, 'im'));
  });

  it('let nobody add a header or a recipient by what a case is called', async () => {
    const name = 'X\r\nBcc: evil@example.com\r\n\r\nhello';
    const {path} = await makeCase('pending_review', {
      short_id: name,
      subject: {id: 's', kind: 'client', name},
    });
    await start({mailer: openMailer(url)});
    await approve(path);
    await jobs?.workOff();
    assert.deepEqual(
      arrived.map(({to}) => to),
      [['maker@example.com']],
    );
    const [head = ''] = arrived[0]!.text.split('\r\n\r\n');
    assert.doesNotMatch(head, /^bcc:/im);
  });

  it('stay in the outbox, where they can be read, without a mail server', async () => {
    const {path} = await makeCase('pending_review');
    const {workOff} = await start();
    await approve(path);
    await workOff();
    const answer = await server.ask('settings/notifications');
    const {items} = (await answer.json()) as {items: readonly {recipient: string; sent_at: string | null}[]};
    assert.deepEqual(
      items.map(({recipient, sent_at}) => [recipient, sent_at]),
      [['maker@example.com', null]],
    );
  });

  it('are what the organisation has made of them', async () => {
    const template = {...firstTemplates[0]!, event: 'request.approved', enabled: false};
    await records.outbox.putTemplate(home, template);
    await addMissingTemplates(records.outbox, home);
    const {path} = await makeCase('pending_review');
    await approve(path);
    assert.deepEqual(await records.outbox.notifications(home, 10), []);
  });
});

describe('papers', () => {
  const pdfOf = (path: string) =>
    server.ask(`${path}/audit.pdf`, {headers: {'X-Download-Id': crypto.randomUUID()}});

  it('are made after the decision, and then answered', async () => {
    const {path} = await makeCase('pending_review');
    await approve(path);
    const early = await pdfOf(path);
    assert.equal(early.status, 409);
    const inputs: string[] = [];
    await start({
      makePdf: ({verification, events, organisation, chainHead}) => {
        inputs.push(verification.status, organisation.name);
        assert.equal(events.at(-1)?.type, 'request.approved');
        assert.equal(events.at(-1)?.hash, chainHead);
        return Promise.resolve(new TextEncoder().encode('%PDF-made'));
      },
    });
    await jobs?.workOff();
    const made = await pdfOf(path);
    assert.equal(made.status, 200);
    assert.equal(await made.text(), '%PDF-made');
    assert.ok(inputs.includes('approved') && inputs.includes('Meridian Bank'));
  });

  it('are not made of a decision that was taken back before', async () => {
    const {path, id} = await makeCase('pending_review');
    await server.send(`${path}/reject`, {version: 1, body: {}});
    await server.send(`${path}/reopen`, {version: 2, body: {}});
    await start();
    await jobs?.workOff();
    assert.equal((await pdfOf(path)).status, 404);
    assert.equal((await records.outbox.pdf(home, id, 2))?.state, 'failed');
  });

  it('are tried again when they cannot be made, and given up in the end', async () => {
    const {path, id} = await makeCase('pending_review');
    await approve(path);
    let tries = 0;
    const {workOff} = await start({
      makePdf: ({verification}) => {
        if (verification.id === id) tries++;
        return Promise.reject(new Error('no paper'));
      },
    });
    for (let n = 0; n < 10; n++) {
      await workOff();
      server.clock.forward(hour);
    }
    await workOff();
    assert.equal(tries, 5);
    assert.equal((await records.outbox.pdf(home, id, 2))?.state, 'failed');
  });
});

describe('invites that run out', () => {
  const statusOf = async (path: string): Promise<string> =>
    ((await (await server.ask(path)).json()) as Verification).status;
  const invite = {sent_at: '2026-11-13T12:00:00Z', resends: 0};

  for (const [says, status, expires_at, becomes] of [
    ['end a case that the subject has not finished', 'in_progress', '2026-11-20T11:59:59Z', 'expired'],
    ['end nothing before their time', 'in_progress', '2026-11-20T12:00:01Z', 'in_progress'],
    ['end nothing that the subject has finished', 'pending_review', '2026-11-19T00:00:00Z', 'pending_review'],
    ['end nothing whose end is not known', 'in_progress', null, 'in_progress'],
    ['end nothing whose end cannot be read', 'in_progress', 'soon', 'in_progress'],
  ] as const) {
    it(says, async () => {
      const {path} = await makeCase(status, {invite: {...invite, expires_at}});
      await start();
      await jobs?.workOff();
      assert.equal(await statusOf(path), becomes);
    });
  }

  it('are told in the chain and to webhooks like every other change', async () => {
    const receiver = await aReceiver();
    await subscribe(receiver.url);
    const {path} = await makeCase('in_progress', {invite: {...invite, expires_at: '2026-11-20T11:00:00Z'}});
    const {workOff} = await start();
    await workOff();
    await workOff();
    const audit = (await (await server.ask(`${path}/audit`)).json()) as {
      items: readonly {type: string; actor: {kind: string}}[];
    };
    assert.deepEqual([audit.items[0]?.type, audit.items[0]?.actor.kind], ['request.expired', 'system']);
    const check = (await (await server.ask(`${path}/audit/verify`)).json()) as {intact: boolean};
    assert.equal(check.intact, true);
    assert.ok(typesOf(receiver.received).includes('request.expired'));
    await receiver.close();
  });

  it('are noticed while the server runs', async () => {
    const {path} = await makeCase('in_progress', {invite: {...invite, expires_at: '2026-11-20T12:10:00Z'}});
    const {workOff} = await start();
    await workOff();
    assert.equal(await statusOf(path), 'in_progress');
    server.clock.forward(11 * minute);
    await workOff();
    assert.equal(await statusOf(path), 'expired');
  });
});
