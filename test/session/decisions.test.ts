import {expect} from '@open-wc/testing';
import type {ActionState} from '../../src/api/decision.js';
import {ApiProblem} from '../../src/api/api-problem.js';
import {verificationResource} from '../../src/domain/verification-resources.js';
import {caseLock} from '../../src/session/decision-rules.js';
import {Decisions, type Asker} from '../../src/session/decisions.js';
import {ReviewSession} from '../../src/session/review-session.js';
import {anIntent, CaseServer, type Turn} from '../support/case-server.js';
import {FakeClock} from '../support/fake-clock.js';
import {FakePage} from '../support/fake-page.js';
import {problem} from '../support/fake-server.js';
import {quiet} from '../support/traffic.js';
import {waitUntil} from '../support/until.js';

const lock = caseLock('ver-1');
const permissions = ['decide_verification'];

/** What a test has left under way comes to its end, or the browser would ask before the page is left. */
const finishing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const finish of finishing.splice(0)) await finish();
});

/** A session with one case on the page, and what its screen hears. */
async function open(...turns: readonly Turn[]) {
  const server = new CaseServer();
  if (turns.length > 0) server.turns = [...turns];
  const clock = new FakeClock();
  let online = true;
  const session = new ReviewSession({
    apiBaseUrl: 'https://review.example/api/',
    auth: () => 'token',
    fetch: server.fetch,
    clock,
    random: () => 0,
    page: new FakePage(),
    isOnline: () => online,
  });
  const signals: string[] = [];
  session.listen(({type}) => signals.push(type));
  const shown = session.resources.subscribe(
    verificationResource('verification', {type: 'idv', id: 'ver-1'}),
    () => {},
  );
  await quiet();
  const host = new EventTarget();
  const heard: string[] = [];
  for (const type of ['request', 'done', 'failed', 'unknown']) {
    host.addEventListener(`review-action-${type}`, (event) => {
      const {action, kind}: {action?: string; kind?: string} = event as Event & {action?: string};
      heard.push([type, action, kind].filter(Boolean).join(' '));
    });
  }
  const reported: ApiProblem[] = [];
  const asker: Asker = {
    viewerId: 'viewer',
    permissions,
    raise: (event) => host.dispatchEvent(event),
    report: (each) => reported.push(each),
  };
  const decisions = Decisions.of(session);
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 500) {
      await clock.advance(Math.min(500, left));
      await quiet();
    }
  };
  finishing.push(async () => {
    session.close();
    await pass(60_000);
  });
  return {
    server,
    clock,
    session,
    signals,
    shown,
    host,
    heard,
    reported,
    asker,
    decisions,
    pass,
    goOffline: () => (online = false),
    goOnline: () => (online = true),
    run: (over = {}): Promise<ActionState> => decisions.run(anIntent(over), asker),
  };
}

const asksBeforeLeaving = (): boolean => {
  const event = new Event('beforeunload', {cancelable: true});
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

describe('what was confirmed in a session', () => {
  it('is requested once, done once, and told once', async () => {
    const {run, heard, server, decisions} = await open();
    const ended = await run();
    expect(ended.status).to.equal('done');
    expect(decisions.state(lock)).to.equal(ended);
    expect(heard).to.deep.equal(['request approve', 'done approve']);
    expect(server.count).to.equal(1);
  });

  it('MU-01 MU-02 is sent once, however often it is pressed', async () => {
    const {run, heard, server} = await open();
    await Promise.all([run(), run(), run({body: {note: 'another'}}), run({action: 'reject'})]);
    expect(server.sent).to.have.length(1);
    expect(heard).to.deep.equal(['request approve', 'done approve']);
  });

  it('is sent once when a listener of the request confirms again', async () => {
    const {run, host, server} = await open();
    host.addEventListener('review-action-request', () => void run());
    await run();
    expect(server.sent).to.have.length(1);
  });

  it('makes what shows the case stale, and the timeline a second time', async () => {
    const {run, shown, pass, server} = await open();
    await run();
    await pass(1500);
    const state = shown.state();
    expect(state.status === 'ready' && state.value.status).to.equal('approved');
    expect(server.requests.filter(({method}) => method === 'GET')).to.have.length(2);
  });

  it('MU-31 shows no status that the server has not confirmed', async () => {
    const {run, shown, decisions} = await open(() => new Promise(() => {}));
    void run();
    await quiet();
    expect(decisions.state(lock)).to.deep.equal({status: 'sending', action: 'approve'});
    const state = shown.state();
    expect(state.status === 'ready' && state.value.status).to.equal('pending_review');
  });

  it('MU-06 ends in the true state when the answer was lost', async () => {
    const {run, pass, heard, server} = await open('lost-answer', 'answered');
    const ended = run();
    await pass(2_000);
    expect((await ended).status).to.equal('done');
    expect(heard).to.deep.equal(['request approve', 'done approve']);
    expect(server.count).to.equal(1);
    expect(new Set(server.sent.map(({key}) => key)).size).to.equal(1);
    expect(new Set(server.sent.map(({body}) => body)).size).to.equal(1);
  });

  it('MU-07 ends in the true state when the request was lost', async () => {
    const {run, pass, server} = await open('lost-request', 'lost-request', 'answered');
    const ended = run();
    await pass(5_000);
    expect((await ended).status).to.equal('done');
    expect(server.count).to.equal(1);
  });

  it('MU-06 believes the record when every answer is lost, if it shows this very decision', async () => {
    const {run, pass, server, heard} = await open('lost-answer');
    server.record = {...server.record};
    const ended = run({body: {}});
    await pass(2_000);
    expect((await ended).status).to.equal('done');
    expect(heard).to.deep.equal(['request approve', 'done approve']);
  });

  it('MU-09 says so when nobody knows, and locks what excludes it', async () => {
    const {run, pass, heard, server, decisions} = await open('lost-request');
    const ended = run();
    await pass(12_000);
    expect(await ended).to.include({status: 'unknown', isTrying: false});
    expect(heard).to.deep.equal(['request approve', 'unknown approve']);
    expect(await run({action: 'reject'})).to.include({status: 'unknown', action: 'approve'});
    decisions.forget(lock);
    expect(decisions.state(lock).status).to.equal('unknown');
    expect(server.sent).to.have.length(4);
  });

  it('MU-09 asks again under the same key when it is told to', async () => {
    const {run, pass, heard, server, decisions} = await open('lost-request');
    void run();
    await pass(12_000);
    server.turns = ['answered'];
    decisions.checkAgain(lock);
    await pass(1_000);
    expect(decisions.state(lock).status).to.equal('done');
    expect(heard).to.deep.equal(['request approve', 'unknown approve', 'done approve']);
    expect(new Set(server.sent.map(({key}) => key)).size).to.equal(1);
  });

  it('is a conflict once the record has moved on without it', async () => {
    const {run, pass, server, decisions} = await open('lost-request');
    void run();
    await pass(12_000);
    const by = {id: 'user-2', name: 'Chiara Rossi'};
    const decision = {outcome: 'rejected', by, at: '2026-01-05T09:00:00Z'};
    server.record = {...server.record, version: 4, status: 'rejected', decision};
    decisions.checkAgain(lock);
    await pass(2_000);
    const state = decisions.state(lock);
    expect(state).to.include({status: 'conflict', code: 'invalid_transition'});
    expect(state.status === 'conflict' && state.current?.decided_by?.name).to.equal('Chiara Rossi');
  });

  it('MU-10 is not sent while the machine is offline, nor when it is back', async () => {
    const {run, goOffline, goOnline, pass, heard, server} = await open();
    goOffline();
    expect(await run()).to.deep.equal({status: 'offline', action: 'approve'});
    goOnline();
    await pass(60_000);
    expect(server.sent).to.have.length(0);
    expect(heard).to.deep.equal(['request approve', 'failed approve offline']);
  });

  it('MU-12 has a new key for another note', async () => {
    const {run, server} = await open(() => problem(400, {code: 'invalid'}), 'answered');
    await run({body: {note: 'one'}});
    await run({body: {note: 'two'}});
    const [one, two] = server.sent;
    expect(one?.key).to.be.a('string').and.not.equal(two?.key);
  });

  it('MU-26 withholds what was refused until something is granted anew', async () => {
    const {run, decisions, signals, heard} = await open(() => problem(403, {code: 'forbidden'}));
    expect((await run()).status).to.equal('denied');
    expect(signals).to.deep.equal(['permissions-changed']);
    expect(heard).to.deep.equal(['request approve', 'failed approve forbidden']);
    expect(decisions.isWithheld('approve', 'ver-1', permissions)).to.equal(true);
    expect(decisions.isWithheld('reject', 'ver-1', permissions)).to.equal(false);
    expect(decisions.isWithheld('approve', 'ver-2', permissions)).to.equal(false);
    expect(decisions.isWithheld('approve', 'ver-1', [...permissions])).to.equal(false);
  });

  it('MU-32 is not sent when the host prevents it, and nothing further is raised', async () => {
    const {run, host, heard, server} = await open();
    host.addEventListener('review-action-request', (event) => event.preventDefault(), {once: true});
    expect((await run()).status).to.equal('idle');
    expect(server.sent).to.have.length(0);
    expect(heard).to.deep.equal(['request approve']);
    expect((await run()).status).to.equal('done');
  });

  for (const [status, code] of [
    [422, 'idempotency_key_reused'],
    [428, 'version_required'],
    [400, 'idempotency_key_missing'],
  ] as const) {
    it(`tells the host of ${code}, which is a fault of the integration`, async () => {
      const {run, reported} = await open(() => problem(status, {code}));
      expect((await run()).status).to.equal('failed');
      expect(reported.map((each) => each.code)).to.deep.equal([code]);
    });
  }

  it('AU-13 tells the host once when the API does not admit the headers of a decision', async () => {
    const {run, pass, server, reported, decisions} = await open();
    server.admits = ({headers}) => !headers.has('Idempotency-Key');
    void run();
    await pass(12_000);
    // Reads that are not answered are asked again after a moment of the browser's own time.
    await waitUntil(() => reported.length > 0, 'the host was not told');
    expect(reported.map(({kind, code}) => `${kind} ${code}`)).to.deep.equal([
      'configuration headers_refused',
    ]);
    const state = decisions.state(lock);
    expect(state.status === 'unknown' && state.problem?.code).to.equal('headers_refused');
  });

  it('HO-16 goes on when everything has left the page, to an event at its end', async () => {
    const {run, pass, session, heard, server} = await open('lost-request', 'answered');
    void run();
    await quiet();
    session.close();
    await pass(3_000);
    expect(server.count).to.equal(1);
    expect(heard).to.deep.equal(['request approve', 'done approve']);
  });

  it('MU-11 has the browser ask before the page is left, and only while nobody knows', async () => {
    const {run, pass, server, decisions} = await open('lost-request');
    expect(asksBeforeLeaving()).to.equal(false);
    void run();
    await quiet();
    expect(asksBeforeLeaving()).to.equal(true);
    await pass(12_000);
    expect(asksBeforeLeaving()).to.equal(true);
    server.turns = ['answered'];
    decisions.checkAgain(lock);
    await pass(1_000);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('has the browser ask no more once a session has closed that never learned', async () => {
    const {run, pass, session} = await open('lost-request');
    void run();
    await pass(12_000);
    session.close();
    await quiet();
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('lets notes and judgements go their own ways beside a decision', async () => {
    const {run, server, decisions} = await open(() => new Promise(() => {}), 'answered');
    void run();
    await quiet();
    const note = await run({
      action: 'add-note',
      path: 'verifications/idv/ver-1/notes',
      body: {text: 'A note'},
    });
    expect(note.status).to.equal('done');
    expect(decisions.state(lock).status).to.equal('sending');
    expect(server.sent).to.have.length(2);
  });
});
