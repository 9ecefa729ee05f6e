import {expect, fixture, html} from '@open-wc/testing';
import {resource} from '../../src/domain/resources.js';
import {ResourceController} from '../../src/session/resource-controller.js';
import {ReviewPart} from '../../src/session/review-part.js';
import {ReviewSession} from '../../src/session/review-session.js';
import {SocketBudget} from '../../src/session/socket-budget.js';
import {FakeClock} from '../support/fake-clock.js';
import {FakePage} from '../support/fake-page.js';
import {FakeSockets} from '../support/fake-socket.js';
import {quiet, readJson} from '../support/traffic.js';
import {waitUntil} from '../support/until.js';

const customer = (id: string, name: string) => ({
  id,
  version: 1,
  name,
  status: 'APPROVED',
  risk: 'NORMAL',
  created_at: '2026-01-01T00:00:00Z',
  rules: [],
  active_services: [],
  aml_status: null,
  aml_whitelisted: false,
  email_verified: false,
  phone_verified: false,
});

/** Answers come through the platform's streams, which take as many turns of the event loop as the browser likes, but no time. */
class PatientClock extends FakeClock {
  override async advance(ms: number): Promise<void> {
    await quiet();
    const steps = Math.min(20, Math.max(1, Math.ceil(ms / 500)));
    for (let step = 0; step < steps; step++) {
      await super.advance(ms / steps);
      await quiet();
    }
  }
}

/** A session on a fake clock, page and socket; its API knows every customer, by the name `names` has for the id. */
function startSession({budget = new SocketBudget()} = {}) {
  const clock = new PatientClock();
  const page = new FakePage();
  const sockets = new FakeSockets();
  const requests: string[] = [];
  const names: Record<string, string> = {};
  let revision: number | undefined = 1;
  let status = 200;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace('/api/', '');
    requests.push(path);
    if (path.endsWith('/socket-token')) {
      return readJson({token: 'ticket', expires_in: 60, url: 'wss://review.example/api/live'});
    }
    if (status !== 200) return new Response(null, {status});
    const id = path.split('/')[1] ?? '';
    const headers: Record<string, string> =
      revision === undefined ? {} : {'X-Review-Revision': String(revision)};
    if (path.endsWith('/documents')) return readJson({items: []}, headers);
    return readJson(customer(id, names[id] ?? id), headers);
  };
  const session = new ReviewSession({
    apiBaseUrl: 'https://review.example/api/',
    auth: 'token',
    fetch,
    WebSocket: sockets.WebSocket,
    clock,
    random: () => 0,
    page,
    budget,
  });
  return {
    clock,
    page,
    sockets,
    session,
    requests,
    reads: () => requests.filter((each) => !each.endsWith('/socket-token')),
    change(id: string, name: string, {counted = true} = {}) {
      names[id] = name;
      if (counted && revision !== undefined) revision++;
    },
    countNothing: () => (revision = undefined),
    refuseWith: (code: number) => (status = code),
    revision: () => revision,
    /** A viewer of a customer and its documents: what it shows, newest last. */
    look(id: string) {
      const shown: string[] = [];
      const subscriptions = [
        session.resources.subscribe(resource('customer', id), () => show()),
        session.resources.subscribe(resource('documents', id), () => {}),
      ] as const;
      const show = () => {
        const state = subscriptions[0].state();
        shown.push(state.status === 'ready' ? (state.value.name ?? '') : state.status);
      };
      const following = session.follow(`customers/${id}`, id, true, () => {});
      return {
        shown,
        state: following.state,
        stop() {
          following.stop();
          for (const each of subscriptions) each.stop();
        },
      };
    },
  };
}

type Started = ReturnType<typeof startSession>;

/** Lets time pass until a socket waits to be accepted, and makes it live. */
async function goLive({clock, sockets, revision}: Started, id = '42'): Promise<void> {
  const waiting = () => sockets.alive.find(({readyState}) => readyState === WebSocket.CONNECTING);
  for (let turn = 0; !waiting() && turn < 300; turn++) await clock.advance(100);
  waiting()?.accept();
  await clock.advance(0);
  sockets.last.say({type: 'ready', id, ...(revision() !== undefined && {revision: revision()})});
  await clock.advance(100);
}

describe('what one session shares', () => {
  it('RT-33 a hundred viewers of one customer: one socket, one request each', async () => {
    const started = startSession();
    for (let at = 0; at < 100; at++) started.look('42');
    await goLive(started);
    expect(started.sockets.opened.length).to.equal(1);
    expect(started.reads()).to.deep.equal(['customers/42', 'customers/42/documents']);
  });

  it('RT-34 a hundred customers: at most twenty sockets; one that comes into view takes a place', async () => {
    const started = startSession();
    const {session, clock, sockets} = started;
    const all = Array.from({length: 100}, (_, at) =>
      session.follow(`customers/${at}`, String(at), true, () => {}),
    );
    for (const [at, each] of all.entries()) each.see(at < 10);
    await clock.advance(100);
    expect(sockets.alive.length).to.be.at.most(20);
    const before = new Set(started.requests);
    all[99]?.see(true);
    await clock.advance(100);
    expect(before.has('customers/99/socket-token')).to.equal(false);
    expect(started.requests).to.include('customers/99/socket-token');
    expect(sockets.alive.length).to.be.at.most(20);
  });

  it('RT-37 the last viewer leaves: the socket closes with 1000 within 2.5 s, and no timer stays', async () => {
    const started = startSession();
    const viewer = started.look('42');
    await goLive(started);
    viewer.stop();
    await started.clock.advance(2500);
    expect(started.sockets.last.closedWith).to.equal(1000);
    expect(started.sockets.alive.length).to.equal(0);
    expect(started.clock.pending).to.equal(0);
    expect(started.page.listening).to.equal(0);
  });

  it('a viewer that comes back within two seconds finds socket and data where they were', async () => {
    const started = startSession();
    const viewer = started.look('42');
    await goLive(started);
    viewer.stop();
    await started.clock.advance(1900);
    const again = started.look('42');
    await started.clock.advance(5000);
    expect(started.sockets.opened.length).to.equal(1);
    expect(started.reads().length).to.equal(2);
    expect(again.state()).to.equal('live');
  });
});

describe('the road of a live event', () => {
  it('RT-25 step_results and ai_generated_summary together: the customer once, the documents once', async () => {
    const started = startSession();
    started.look('42');
    await goLive(started);
    await started.clock.advance(5000);
    const before = started.reads().length;
    started.change('42', 'Renamed');
    started.sockets.last.say({type: 'step_results', id: '42', revision: 2});
    started.sockets.last.say({type: 'ai_generated_summary', id: '42', revision: 2});
    await started.clock.advance(2000);
    expect(started.reads().slice(before).sort()).to.deep.equal(['customers/42', 'customers/42/documents']);
  });

  it('RT-28 an event of another subject: nothing is asked', async () => {
    const started = startSession();
    started.look('42');
    await goLive(started);
    const before = started.reads().length;
    started.sockets.last.say({type: 'step_results', id: '43', revision: 9});
    await started.clock.advance(3000);
    expect(started.reads().length).to.equal(before);
  });

  it('RT-29 unknown types and fields: nothing is asked, the socket stays', async () => {
    const started = startSession();
    const viewer = started.look('42');
    await goLive(started);
    const before = started.reads().length;
    started.sockets.last.say({type: 'brand.new', id: '42', revision: 9, more: {}});
    await started.clock.advance(3000);
    expect(started.reads().length).to.equal(before);
    expect(viewer.state()).to.equal('live');
  });

  it('RT-31 data in a frame is never shown', async () => {
    const started = startSession();
    const viewer = started.look('42');
    await goLive(started);
    started.sockets.last.say({
      type: 'step_results',
      id: '42',
      name: 'From the frame',
      customer: {name: 'From the frame'},
    });
    await started.clock.advance(3000);
    expect(viewer.shown.join()).to.not.include('From the frame');
  });

  it('RT-05 a change between the first answer and "ready" is caught by its revision', async () => {
    const started = startSession();
    const viewer = started.look('42');
    await started.clock.advance(50);
    expect(viewer.shown).to.deep.equal(['42']);
    started.change('42', 'Renamed');
    await goLive(started);
    await started.clock.advance(2000);
    expect(viewer.shown.at(-1)).to.equal('Renamed');
  });

  it('"ready" with the revision that is shown: nothing is asked again', async () => {
    const started = startSession();
    started.look('42');
    await goLive(started);
    await started.clock.advance(3000);
    expect(started.reads().length).to.equal(2);
  });

  it('"ready" where answers carry no revision: everything shown is asked again', async () => {
    const started = startSession();
    started.countNothing();
    started.look('42');
    await goLive(started);
    await started.clock.advance(3000);
    expect(started.reads().length).to.equal(4);
  });

  it('RT-04 two hundred seeded gaps: whatever was missed while disconnected is shown after the reconnect', async () => {
    const started = startSession();
    const viewer = started.look('42');
    await goLive(started);
    for (let gap = 0; gap < 200; gap++) {
      started.sockets.last.end(1006);
      started.change('42', `Gap ${gap}`);
      await goLive(started);
      await started.clock.advance(12_000);
      expect(viewer.shown.at(-1), `gap ${gap}`).to.equal(`Gap ${gap}`);
    }
  });

  it('RT-11 4403: no further attempt, what is shown is asked again, and the host is told once', async () => {
    const started = startSession();
    const told: string[] = [];
    started.session.listen(({type}) => told.push(type));
    started.look('42');
    await goLive(started);
    const before = started.reads().length;
    started.sockets.last.end(4403);
    await started.clock.advance(600_000);
    expect(started.sockets.opened.length).to.equal(1);
    expect(started.reads().length).to.be.greaterThan(before);
    expect(told.filter((each) => each === 'permissions-changed').length).to.equal(1);
  });
});

describe('without a socket', () => {
  it('RT-41 polls every minute while visible, not while hidden, and at once on return', async () => {
    const started = startSession();
    const {session, clock, page} = started;
    session.resources.subscribe(resource('customer', '42'), () => {});
    session.follow('customers/42', '42', false, () => {});
    await clock.advance(0);
    expect(started.reads().length).to.equal(1);
    await clock.advance(5 * 60_000);
    const polls = started.reads().length - 1;
    expect(polls).to.be.within(4, 7);
    page.tell('hidden');
    await clock.advance(10 * 60_000);
    expect(started.reads().length).to.equal(1 + polls);
    page.tell('visible');
    await clock.advance(500);
    expect(started.reads().length).to.equal(2 + polls);
    expect(started.sockets.opened.length).to.equal(0);
  });
});

describe('AU-05 a plain token that is refused', () => {
  it('stops all traffic, drops what was shown, and says so once', async () => {
    const started = startSession();
    const told: string[] = [];
    started.session.listen(({type}) => told.push(type));
    const viewer = started.look('42');
    await goLive(started);
    started.refuseWith(401);
    started.sockets.last.say({type: 'step_results', id: '42', revision: 9});
    for (let turn = 0; viewer.shown.at(-1) !== 'failed' && turn < 100; turn++)
      await started.clock.advance(100);
    expect(viewer.shown.at(-1)).to.equal('failed');
    await started.clock.advance(2000);
    const before = started.requests.length;
    await started.clock.advance(600_000);
    expect(started.requests.length).to.equal(before);
    expect(told.filter((each) => each === 'auth-required').length).to.equal(1);
  });
});

class Probe extends ReviewPart {
  readonly customer = new ResourceController(this, () => resource('customer', '42'));
}

describe('a part outside any public element', () => {
  it('waits in silence', async () => {
    if (!customElements.get('probe-part')) customElements.define('probe-part', Probe);
    const part = await fixture<Probe>(html`<probe-part></probe-part>`);
    await waitUntil(() => part.hasUpdated);
    expect(part.customer.state.status).to.equal('loading');
  });
});
