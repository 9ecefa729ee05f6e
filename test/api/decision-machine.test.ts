import {expect} from '@open-wc/testing';
import {ApiProblem} from '../../src/api/api-problem.js';
import {DecisionMachine, meaningOf} from '../../src/api/decision-machine.js';
import type {ActionState, Answered} from '../../src/api/decision.js';
import {FakeClock, settled} from '../support/fake-clock.js';

type Step = Answered<string> | ApiProblem | 'silence';

const done: Step = {kind: 'done', value: 'recorded'};
const refused = (status: number, code?: string, retryAfter?: number): Step => ({
  kind: 'refused',
  problem: new ApiProblem(status === 409 || status === 412 ? 'conflict' : 'server', {
    status,
    code,
    retryAfter,
  }),
  errors: [],
});
const lost = new ApiProblem('offline');

/** Plays a server that does one thing after the other, and tells when each request came, in seconds. */
function play(...steps: readonly Step[]) {
  const clock = new FakeClock();
  const begin = clock.now();
  const sentAt: number[] = [];
  const states: ActionState<string>[] = [];
  const machine = new DecisionMachine<string>({
    action: 'approve',
    clock,
    act: (_signal, within) => {
      const step = steps[Math.min(sentAt.length, steps.length - 1)] ?? lost;
      sentAt.push((clock.now() - begin) / 1000);
      if (step === 'silence') {
        return new Promise((_resolve, reject) => {
          clock.after(within, () => reject(new ApiProblem('timeout')));
        });
      }
      return step instanceof ApiProblem ? Promise.reject(step) : Promise.resolve(step);
    },
    onChange: (state) => states.push(state),
  });
  return {clock, sentAt, states, machine, ended: machine.send()};
}

const meanings = [
  {says: 'no network', kind: 'offline', first: 'unknown', again: 'unknown'},
  {says: 'no answer in time', kind: 'timeout', first: 'unknown', again: 'unknown'},
  {says: 'a fault of the server', status: 500, first: 'unknown', again: 'unknown'},
  {says: 'a server that is away', status: 503, first: 'unknown', again: 'unknown'},
  {says: 'a yes that cannot be read', kind: 'contract', status: 200, first: 'unknown', again: 'unknown'},
  {
    says: 'an answer that is too large',
    kind: 'contract',
    code: 'too_large',
    first: 'unknown',
    again: 'unknown',
  },
  {says: 'a token that the host could not get', code: 'auth_failed', first: 'failed', again: 'unknown'},
  {says: 'no sign-in', status: 401, first: 'denied', again: 'unknown'},
  {says: 'no permission', status: 403, first: 'denied', again: 'unknown'},
  {says: 'no such record', status: 404, first: 'denied', again: 'unknown'},
  {
    says: 'a decision of somebody else',
    status: 409,
    code: 'invalid_transition',
    first: 'conflict',
    again: 'conflict',
  },
  {says: 'a conflict without a code', status: 409, first: 'conflict', again: 'conflict'},
  {says: 'another version', status: 412, code: 'version_mismatch', first: 'conflict', again: 'conflict'},
  {says: 'a twin under way', status: 409, code: 'request_in_flight', first: 'wait', again: 'wait'},
  {says: 'a note that is not accepted', status: 400, code: 'invalid', first: 'invalid', again: 'invalid'},
  {says: 'a body that is too large', status: 413, first: 'invalid', again: 'invalid'},
  {says: 'a missing key', status: 400, code: 'idempotency_key_missing', first: 'failed', again: 'unknown'},
  {
    says: 'a key that was used before',
    status: 422,
    code: 'idempotency_key_reused',
    first: 'failed',
    again: 'unknown',
  },
  {says: 'a missing version', status: 428, code: 'version_required', first: 'failed', again: 'unknown'},
  {says: 'too many requests', status: 429, first: 'failed', again: 'unknown'},
] as const;

describe('what a problem means for a decision', () => {
  for (const {says, first, again, ...rest} of meanings) {
    const {kind = 'server', status, code}: {kind?: string; status?: number; code?: string} = rest;
    it(`${says}: ${first}, and ${again} to a repetition`, () => {
      const problem = new ApiProblem(kind as ApiProblem['kind'], {status, code});
      expect(meaningOf(problem, true)).to.equal(first);
      expect(meaningOf(problem, false)).to.equal(again);
    });
  }
});

describe('a decision on its way', () => {
  it('is done with the first yes, and sent once', async () => {
    const {machine, sentAt, ended} = play(done);
    await ended;
    expect(machine.state).to.deep.equal({status: 'done', action: 'approve', value: 'recorded'});
    expect(sentAt).to.deep.equal([0]);
  });

  it('MU-06 is sent again after 1, 3 and 7 seconds, and no more often', async () => {
    const {clock, machine, sentAt, ended} = play(lost);
    await clock.advance(60_000);
    await ended;
    expect(sentAt).to.deep.equal([0, 1, 4, 11]);
    expect(machine.state).to.deep.equal({
      status: 'unknown',
      action: 'approve',
      isTrying: false,
      accessChanged: false,
    });
  });

  it('MU-07 is done once a repetition is answered', async () => {
    const {clock, machine, states, ended} = play(lost, refused(503), done);
    await clock.advance(10_000);
    await ended;
    expect(machine.state.status).to.equal('done');
    expect(states.map(({status}) => status)).to.deep.equal(['unknown', 'unknown', 'done']);
  });

  it('MU-08 gives each try 15 seconds and all of them 45, and never calls it a failure', async () => {
    const {clock, states, sentAt, ended} = play('silence');
    await clock.advance(60_000);
    await ended;
    expect(sentAt).to.deep.equal([0, 16, 34]);
    expect(new Set(states.map(({status}) => status))).to.deep.equal(new Set(['unknown']));
  });

  it('MU-14 waits as long as the server says while a twin is under way, and stays with the first try', async () => {
    const {clock, machine, sentAt, states, ended} = play(refused(409, 'request_in_flight', 5), done);
    await clock.advance(6_000);
    await ended;
    expect(sentAt).to.deep.equal([0, 5]);
    expect(states.map(({status}) => status)).to.deep.equal(['done']);
    expect(machine.state.status).to.equal('done');
  });

  for (const status of [401, 403, 404]) {
    it(`MU-26 stays unknown when a repetition is refused with ${status}, and says that access changed`, async () => {
      const {clock, machine, sentAt, ended} = play(lost, refused(status));
      await clock.advance(60_000);
      await ended;
      expect(sentAt).to.deep.equal([0, 1]);
      expect(machine.state).to.deep.equal({
        status: 'unknown',
        action: 'approve',
        isTrying: false,
        accessChanged: true,
      });
    });
  }

  it('MU-09 asks once more when it is told to, and tells what it learns', async () => {
    const {clock, machine, sentAt, ended} = play(lost, lost, lost, lost, lost, done);
    await clock.advance(60_000);
    await ended;
    await machine.again();
    expect(machine.state).to.include({status: 'unknown', isTrying: false});
    await machine.again();
    expect(machine.state.status).to.equal('done');
    expect(sentAt).to.have.length(6);
  });

  it('ends its tries as soon as the truth is known in another way', async () => {
    const {clock, machine, sentAt, ended} = play(lost);
    await clock.advance(2_000);
    machine.settle({status: 'done', action: 'approve', value: 'seen on the record'});
    await settled();
    await ended;
    await clock.advance(60_000);
    expect(machine.state).to.include({status: 'done', value: 'seen on the record'});
    expect(sentAt).to.deep.equal([0, 1]);
    expect(clock.pending).to.equal(0);
  });

  it('leaves no timer behind', async () => {
    const {clock, ended} = play(refused(500), refused(409, 'invalid_transition'));
    await clock.advance(10_000);
    await ended;
    expect(clock.pending).to.equal(0);
  });
});
