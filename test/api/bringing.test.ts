import {expect} from '@open-wc/testing';
import {ApiProblem} from '../../src/api/api-problem.js';
import {ReviewClient} from '../../src/api/review-client.js';
import {resource, type Resource} from '../../src/domain/resources.js';
import {FakeClock, settled} from '../support/fake-clock.js';
import {FakeServer, json} from '../support/fake-server.js';

const notes = resource('questionnaires', 'c-1');

class Place {
  readonly clock = new FakeClock();
  readonly server = new FakeServer(() => json({items: []}));
  readonly client = new ReviewClient({
    apiBaseUrl: 'https://api.test/v1/',
    auth: 'token',
    fetch: this.server.fetch,
    clock: this.clock,
  });
  private readonly leaving = new AbortController();

  /** How a read ends whose reader comes in this way. */
  async outcome(schema: Resource<unknown>['schema']): Promise<unknown> {
    const wanted: Resource<unknown> = {...notes, schema};
    return this.client.read(wanted, this.leaving.signal).then(
      ({value}) => value,
      (error: unknown) => error,
    );
  }

  leave(): void {
    this.leaving.abort();
  }
}

const never = () => new Promise<never>(() => undefined);
const failing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

describe('what reads an answer', () => {
  it('is fetched beside the answer, and not before it is asked for', async () => {
    const place = new Place();
    let come = (): void => undefined;
    const held = new Promise<void>((resolve) => (come = resolve));
    const outcome = place.outcome(() => held.then(notes.schema));
    while (place.server.requests.length === 0) await settled();
    come();
    expect(await outcome).to.eql({items: []});
  });

  it('that cannot be fetched is a lost network, and is fetched again with the next try', async () => {
    const place = new Place();
    const problem = await place.outcome(failing);
    expect(problem).to.be.instanceOf(ApiProblem);
    expect((problem as ApiProblem).kind).to.equal('offline');
    expect(await place.outcome(notes.schema)).to.eql({items: []});
  });

  it('that never comes does not keep anybody waiting', async () => {
    const place = new Place();
    let ended: unknown;
    void place.outcome(never).then((outcome) => (ended = outcome));
    while (ended === undefined) await place.clock.advance(1000);
    expect((ended as ApiProblem).kind).to.equal('timeout');
    // The answer had come, and is not asked for again.
    expect(place.server.requests.length).to.equal(1);
    expect(place.clock.pending).to.equal(0);
  });

  it('is not waited for by somebody who left', async () => {
    const place = new Place();
    const outcome = place.outcome(never);
    place.leave();
    expect(await outcome).to.have.property('name', 'AbortError');
    expect(place.clock.pending).to.equal(0);
  });
});
